import { IconTargetArrow } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { client, setupQuery } from '../api/client.ts';
import { setLanguage, useLanguage, useWords } from '../i18n/language.ts';
import { useTitle } from '../ui/title.ts';
import { DemoPersons } from './demo-persons.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { signInWords } from './words.ts';
import './sign-in.css';

/** Signing in: one question at a time; the second factor only where there is one. */
export function SignInPage() {
  const said = useWords(signInWords);
  const language = useLanguage();
  const { next } = useSearch({ strict: false });
  const setup = useQuery(setupQuery);
  useTitle(said.title);
  const enter = () => arrive(next);
  return (
    <main className={setup.data?.demo ? 'door wide' : 'door'}>
      <header className="door-brand">
        <IconTargetArrow size={34} stroke={1.7} aria-hidden />
        <div>
          <h1>Trọng Tâm</h1>
          <p className="small quiet">{said.tagline}</p>
        </div>
      </header>
      {setup.data?.demo && <DemoPersons onEntered={enter} />}
      <section className="card padded">
        <SignInForm onEntered={enter} />
      </section>
      <button
        type="button"
        className="button bare small"
        lang={language === 'vi' ? 'en' : 'vi'}
        onClick={() => setLanguage(language === 'vi' ? 'en' : 'vi')}
      >
        {language === 'vi' ? 'English' : 'Tiếng Việt'}
      </button>
    </main>
  );
}

/** Opens where the person was going; only an address of our own is followed. */
function arrive(next: string | undefined): void {
  client.clear();
  // As the browser reads it: «//elsewhere» and «/\\elsewhere» lead away too.
  const wanted = URL.canParse(next ?? '', location.origin) ? new URL(next ?? '', location.origin) : null;
  location.assign(wanted?.origin === location.origin ? wanted.href : '/');
}
