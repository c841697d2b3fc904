import { IconBuildingBank, IconFlask, IconTargetArrow } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { openDemo } from '../../features/setup/contract.ts';
import { call } from '../api/call.ts';
import { setupQuery } from '../api/client.ts';
import { setLanguage, useLanguage, useWords } from '../i18n/language.ts';
import { TextField } from '../ui/field.tsx';
import { Failed, Skeleton } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import { useTrying } from '../ui/trying.ts';
import { Steps } from './steps.tsx';
import { setUpWords } from './words.ts';
import '../sign-in/sign-in.css';
import './set-up.css';

/** The first screen of a new installation: our own agency, or the demo. */
export function SetUpPage() {
  const said = useWords(setUpWords);
  const language = useLanguage();
  const search = useSearch({ strict: false });
  const setup = useQuery(setupQuery);
  const [token, setToken] = useState(search.token ?? '');
  const [creating, setCreating] = useState(false);
  useTitle(said.welcome);
  return (
    <main className="door wide">
      <header className="door-brand">
        <IconTargetArrow size={34} stroke={1.7} aria-hidden />
        <div>
          <p className="brand-name">Trọng Tâm</p>
        </div>
        <button
          type="button"
          className="button bare small push"
          lang={language === 'vi' ? 'en' : 'vi'}
          onClick={() => setLanguage(language === 'vi' ? 'en' : 'vi')}
        >
          {language === 'vi' ? 'English' : 'Tiếng Việt'}
        </button>
      </header>
      {!setup.data && !setup.isError && <Skeleton rows={4} />}
      {setup.isError && <Failed error={setup.error} retry={() => void setup.refetch()} />}
      {setup.data && !setup.data.needed && (
        <section className="card padded stack">
          <h1>{said.done}</h1>
          <Link to="/sign-in" className="button primary">
            {said.signIn}
          </Link>
        </section>
      )}
      {setup.data?.needed &&
        (creating ? (
          <Steps token={token} onBack={() => setCreating(false)} />
        ) : (
          <Choice
            token={token}
            onToken={setToken}
            asksToken={!search.token}
            onCreate={() => setCreating(true)}
          />
        ))}
    </main>
  );
}

function Choice({
  token,
  onToken,
  asksToken,
  onCreate,
}: {
  token: string;
  onToken: (token: string) => void;
  asksToken: boolean;
  onCreate: () => void;
}) {
  const said = useWords(setUpWords);
  const { busy, error, run } = useTrying();
  const demo = () =>
    run(async () => {
      const { address } = await call(openDemo, { body: { token } });
      await answering(address);
      location.assign(address);
    });
  return (
    <section className="stack">
      <div>
        <h1>{said.welcome}</h1>
        <p className="quiet">{said.about}</p>
      </div>
      {error !== null && <Failed error={error} />}
      {asksToken && (
        <TextField
          label={said.token}
          hint={said.tokenHint}
          value={token}
          autoComplete="off"
          onChange={(event) => onToken(event.target.value.trim())}
        />
      )}
      <ul className="plain choices">
        <li>
          <button type="button" onClick={onCreate} disabled={token === '' || busy}>
            <IconBuildingBank size={26} stroke={1.6} aria-hidden />
            <strong>{said.create}</strong>
            <span className="quiet">{said.createHint}</span>
          </button>
        </li>
        <li>
          <button type="button" onClick={() => void demo()} disabled={token === '' || busy}>
            <IconFlask size={26} stroke={1.6} aria-hidden />
            <strong>{said.demo}</strong>
            <span className="quiet">{said.demoHint}</span>
          </button>
        </li>
      </ul>
      <p role="status">{busy && said.opening}</p>
    </section>
  );
}

/** Waits until the program, which starts again with the demo, answers as the demo. */
async function answering(address: string): Promise<void> {
  for (let tries = 0; tries < 120; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const state = await fetch(new URL('/api/setup', address))
      .then((answer) => (answer.ok ? (answer.json() as Promise<{ demo?: boolean }>) : null))
      .catch(() => null);
    if (state?.demo) return;
  }
}
