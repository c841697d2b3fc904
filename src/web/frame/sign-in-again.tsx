import { client } from '../api/client.ts';
import { setSessionEnded } from '../api/session-end.ts';
import { useWords } from '../i18n/language.ts';
import { SignInForm } from '../sign-in/sign-in-form.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { frameWords } from './words.ts';

/** The sign-in ended while a page was open: signing in again over it, so that nothing typed is lost. */
export function SignInAgain() {
  const said = useWords(frameWords);
  const entered = () => {
    setSessionEnded(false);
    void client.invalidateQueries();
  };
  return (
    <Dialog title={said.sessionEnded} onClose={() => setSessionEnded(false)}>
      <p className="quiet">{said.sessionEndedDetail}</p>
      <SignInForm onEntered={entered} />
      <a href={`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`}>
        {said.signInPage}
      </a>
    </Dialog>
  );
}
