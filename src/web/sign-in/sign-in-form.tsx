import { IconFingerprint } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { CallFailed } from '../api/call.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { PasswordField } from '../ui/password-field.tsx';
import { Failed } from '../ui/state.tsx';
import { useTrying } from '../ui/trying.ts';
import { signIn, signInWithPasskey, verifyCode } from './identity.ts';
import { signInWords } from './words.ts';

/** User name and password, then the second factor where there is one: one question at a time. */
export function SignInForm({ onEntered }: { onEntered: () => void }) {
  const [secondStep, setSecondStep] = useState(false);
  return secondStep ? (
    <SecondStep onEntered={onEntered} onAgain={() => setSecondStep(false)} />
  ) : (
    <FirstStep onEntered={onEntered} onSecond={() => setSecondStep(true)} />
  );
}

function FirstStep({ onEntered, onSecond }: { onEntered: () => void; onSecond: () => void }) {
  const said = useWords(signInWords);
  const { busy, error, run } = useTrying();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void run(async () => {
      const { secondFactor } = await signIn(
        String(form.get('username')).trim().toLowerCase(),
        String(form.get('password')),
      );
      if (secondFactor) onSecond();
      else onEntered();
    });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <h2>{said.title}</h2>
      {error !== null && <Failed error={error} />}
      <TextField
        label={said.userName}
        name="username"
        autoComplete="username webauthn"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <PasswordField label={said.password} name="password" autoComplete="current-password" required />
      <Button type="submit" kind="primary" busy={busy}>
        {said.signIn}
      </Button>
      {'PublicKeyCredential' in window && (
        <button
          type="button"
          className="button"
          disabled={busy}
          onClick={() =>
            void run(async () => {
              await signInWithPasskey().catch((cause: unknown) => {
                if (cause instanceof CallFailed) throw cause;
                throw new CallFailed({
                  type: 'about:blank',
                  title: said.passkey,
                  status: 0,
                  detail: said.passkeyFailed,
                  traceId: '',
                });
              });
              onEntered();
            })
          }
        >
          <IconFingerprint size={18} aria-hidden /> {said.passkey}
        </button>
      )}
      <p className="small quiet">{said.help}</p>
    </form>
  );
}

function SecondStep({ onEntered, onAgain }: { onEntered: () => void; onAgain: () => void }) {
  const said = useWords(signInWords);
  const { busy, error, run } = useTrying();
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        const code = String(new FormData(event.currentTarget).get('code')).trim();
        void run(async () => {
          await verifyCode(code.replace(/^(\d{3})\s(\d{3})$/u, '$1$2'));
          onEntered();
        });
      }}
    >
      <h2>{said.secondTitle}</h2>
      {error !== null && <Failed error={error} />}
      <TextField
        label={said.code}
        hint={said.secondHint}
        name="code"
        autoComplete="one-time-code"
        inputMode="numeric"
        autoFocus
        required
      />
      <Button type="submit" kind="primary" busy={busy}>
        {said.verify}
      </Button>
      <button type="button" className="button bare" onClick={onAgain}>
        {said.startAgain}
      </button>
    </form>
  );
}
