import { IconTargetArrow } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/language.ts';
import { Failed, Skeleton } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import { frameWords } from './words.ts';
import '../sign-in/sign-in.css';

/** While a screen is being fetched: its layout in grey. */
export function Waiting() {
  return (
    <div className="page">
      <Skeleton rows={9} />
    </div>
  );
}

/** A screen that could not be drawn: what happened, and a way on. */
export function Crashed({ error, reset }: { error: unknown; reset: () => void }) {
  const said = useWords(frameWords);
  return (
    <Outside>
      <Failed error={error} retry={reset} />
      <p>
        <Link to="/" className="button">
          {said.goToday}
        </Link>
      </p>
    </Outside>
  );
}

/** An address that names nothing, where nobody is signed in. */
export function NotFound() {
  return (
    <Outside>
      <NoSuchPage />
    </Outside>
  );
}

/** An address that names nothing, within the frame. */
export function NoSuchPage() {
  const said = useWords(frameWords);
  return <Instead title={said.notFound} detail={said.notFoundDetail} />;
}

/** A place the person has no right to; the server refuses it too. */
export function NotAllowed() {
  const said = useWords(frameWords);
  return <Instead title={said.notAllowed} detail={said.notAllowedDetail} />;
}

function Instead({ title, detail }: { title: string; detail: string }) {
  const said = useWords(frameWords);
  useTitle(title);
  return (
    <div className="page">
      <h1>{title}</h1>
      <p className="quiet">{detail}</p>
      <p>
        <Link to="/" className="button">
          {said.goToday}
        </Link>
      </p>
    </div>
  );
}

/** What stands around a message where there is no frame. */
function Outside({ children }: { children: ReactNode }) {
  return (
    <main className="door">
      <p className="door-brand">
        <IconTargetArrow size={34} stroke={1.7} aria-hidden />
        <strong>Trọng Tâm</strong>
      </p>
      {children}
    </main>
  );
}
