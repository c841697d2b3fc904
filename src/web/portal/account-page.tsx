import { PasskeysSection } from '../account/passkeys-section.tsx';
import { PasswordSection } from '../account/password-section.tsx';
import { SecondFactorSection } from '../account/second-factor-section.tsx';
import { useWords } from '../i18n/language.ts';
import { useTitle } from '../ui/title.ts';
import { portalWords } from './words.ts';

/** The own things of an account outside: password, second factor, passkeys. */
export function PortalAccountPage() {
  const said = useWords(portalWords);
  useTitle(said.account);
  return (
    <div className="stack">
      <h1>{said.account}</h1>
      <PasswordSection />
      <SecondFactorSection />
      <PasskeysSection />
    </div>
  );
}
