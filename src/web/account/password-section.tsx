import { useWords } from '../i18n/language.ts';
import { changePassword } from '../sign-in/identity.ts';
import { Button } from '../ui/button.tsx';
import { PasswordField } from '../ui/password-field.tsx';
import { Failed } from '../ui/state.tsx';
import { say } from '../ui/toast.tsx';
import { useTrying } from '../ui/trying.ts';
import { accountWords } from './words.ts';

/** Changing the own password. */
export function PasswordSection() {
  const said = useWords(accountWords);
  const { busy, error, run } = useTrying();
  return (
    <form
      className="card padded stack"
      onSubmit={(event) => {
        event.preventDefault();
        const target = event.currentTarget;
        const form = new FormData(target);
        void run(async () => {
          await changePassword(String(form.get('old')), String(form.get('new')));
          target.reset();
          say(said.passwordChanged);
        });
      }}
    >
      <h2>{said.password}</h2>
      {error !== null && <Failed error={error} />}
      <PasswordField label={said.oldPassword} name="old" autoComplete="current-password" required />
      <PasswordField
        label={said.newPassword}
        hint={said.newPasswordHint}
        name="new"
        autoComplete="new-password"
        required
        minLength={8}
      />
      <div>
        <Button type="submit" busy={busy}>
          {said.changePassword}
        </Button>
      </div>
    </form>
  );
}
