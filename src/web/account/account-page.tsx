import { useState } from 'react';
import { useSession } from '../api/client.ts';
import { type Language, setLanguage, useLanguage, useWords } from '../i18n/language.ts';
import { SelectField } from '../ui/field.tsx';
import { setTheme, themeNow } from '../ui/theme.ts';
import { useTitle } from '../ui/title.ts';
import { FeedsSection } from './feeds-section.tsx';
import { PasskeysSection } from './passkeys-section.tsx';
import { PasswordSection } from './password-section.tsx';
import { SecondFactorSection } from './second-factor-section.tsx';
import { TokensSection } from './tokens-section.tsx';
import { accountWords } from './words.ts';
import './account.css';

/** A person's own things: language, look, password, second factor, passkeys, calendar feeds, tokens. */
export function AccountPage() {
  const said = useWords(accountWords);
  const { user, abilities } = useSession();
  useTitle(said.title);
  return (
    <div className="page narrow">
      <header>
        <h1>{said.title}</h1>
        <p className="quiet">
          {user.name} · {user.userName}
        </p>
      </header>
      <LookSection />
      <PasswordSection />
      <SecondFactorSection />
      <PasskeysSection />
      {abilities.createFeed === true && <FeedsSection />}
      {abilities.createToken !== undefined && <TokensSection />}
    </div>
  );
}

function LookSection() {
  const said = useWords(accountWords);
  const language = useLanguage();
  const [theme, choose] = useState(themeNow);
  return (
    <section className="card padded stack">
      <h2>{said.look}</h2>
      <SelectField
        label={said.language}
        value={language}
        onChange={(event) => setLanguage(event.target.value as Language)}
        options={[
          { value: 'vi', label: 'Tiếng Việt' },
          { value: 'en', label: 'English' },
        ]}
      />
      <SelectField
        label={said.theme}
        value={theme}
        onChange={(event) => choose(setTheme(event.target.value))}
        options={(['system', 'light', 'dark'] as const).map((value) => ({
          value,
          label: said.themes[value],
        }))}
      />
    </section>
  );
}
