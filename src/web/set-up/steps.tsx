import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { createFirstAgency } from '../../features/setup/contract.ts';
import { CallFailed, call } from '../api/call.ts';
import { client } from '../api/client.ts';
import { common } from '../i18n/common.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { PasswordField } from '../ui/password-field.tsx';
import { Failed } from '../ui/state.tsx';
import { say } from '../ui/toast.tsx';
import { useTrying } from '../ui/trying.ts';
import { pastedUnits } from './pasted-units.ts';
import { UnitsStep } from './units-step.tsx';
import { setUpWords } from './words.ts';

const steps = 3;

/** Creates the first agency, one thing at a time; what was typed stays when one goes back. */
export function Steps({ token, onBack }: { token: string; onBack: () => void }) {
  const said = useWords(setUpWords);
  const { back, next } = useWords(common);
  const navigate = useNavigate();
  const { busy, error, run } = useTrying();
  const [step, setStep] = useState(1);
  const [agency, setAgency] = useState({ name: '', shortName: '', sign: '' });
  const [units, setUnits] = useState('');
  const [administrator, setAdministrator] = useState({ fullName: '', userName: '', password: '' });
  const fault = error instanceof CallFailed ? error : null;
  const forward = () => {
    if (step < steps) return setStep(step + 1);
    void run(async () => {
      await call(createFirstAgency, { body: { token, agency, units: pastedUnits(units), administrator } });
      await client.invalidateQueries({ queryKey: ['setup'] });
      client.setQueryData(['setup'], { needed: false, demo: false });
      say(said.welcomeIn);
      await navigate({ to: '/sign-in' });
    });
  };
  return (
    <form
      className="card padded stack"
      onSubmit={(event) => {
        event.preventDefault();
        forward();
      }}
    >
      <p className="small quiet">{said.step(step, steps)}</p>
      {fault && <Failed error={fault} />}
      {fault?.problem.errors && (
        <ul>
          {fault.problem.errors.map((one) => (
            <li key={one.path}>{one.message}</li>
          ))}
        </ul>
      )}
      {step === 1 && <AgencyStep agency={agency} onChange={setAgency} />}
      {step === 2 && <UnitsStep text={units} token={token} onChange={setUnits} />}
      {step === 3 && <AdministratorStep administrator={administrator} onChange={setAdministrator} />}
      <div className="row">
        <Button type="submit" kind="primary" busy={busy}>
          {step === steps ? said.finish : next}
        </Button>
        <Button kind="bare" onClick={() => (step === 1 ? onBack() : setStep(step - 1))}>
          {back}
        </Button>
      </div>
    </form>
  );
}

interface Agency {
  name: string;
  shortName: string;
  sign: string;
}

function AgencyStep({ agency, onChange }: { agency: Agency; onChange: (agency: Agency) => void }) {
  const said = useWords(setUpWords);
  const field = (name: keyof Agency, minLength: number, hint: string) => (
    <TextField
      label={said[name]}
      hint={hint}
      required
      minLength={minLength}
      value={agency[name]}
      autoFocus={name === 'name'}
      onChange={(event) => onChange({ ...agency, [name]: event.target.value })}
    />
  );
  return (
    <>
      <h1>{said.agencyTitle}</h1>
      {field('name', 3, said.nameHint)}
      {field('shortName', 2, said.shortNameHint)}
      {field('sign', 2, said.signHint)}
    </>
  );
}

interface Administrator {
  fullName: string;
  userName: string;
  password: string;
}

function AdministratorStep({
  administrator,
  onChange,
}: {
  administrator: Administrator;
  onChange: (administrator: Administrator) => void;
}) {
  const said = useWords(setUpWords);
  const change = (part: Partial<Administrator>) => onChange({ ...administrator, ...part });
  return (
    <>
      <h1>{said.administratorTitle}</h1>
      <p className="quiet">{said.administratorHint}</p>
      <TextField
        label={said.fullName}
        autoComplete="name"
        required
        minLength={2}
        autoFocus
        value={administrator.fullName}
        onChange={(event) => change({ fullName: event.target.value })}
      />
      <TextField
        label={said.userName}
        hint={said.userNameHint}
        autoComplete="username"
        autoCapitalize="none"
        required
        pattern="[a-z0-9._\-]{3,40}"
        title={said.userNameHint}
        value={administrator.userName}
        onChange={(event) => change({ userName: event.target.value.toLowerCase() })}
      />
      <PasswordField
        label={said.password}
        hint={said.passwordHint}
        autoComplete="new-password"
        required
        minLength={14}
        value={administrator.password}
        onChange={(event) => change({ password: event.target.value })}
      />
    </>
  );
}
