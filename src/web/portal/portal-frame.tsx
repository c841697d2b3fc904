import { IconTargetArrow } from '@tabler/icons-react';
import { Link, Outlet } from '@tanstack/react-router';
import { SecondFactorSection } from '../account/second-factor-section.tsx';
import { client, useSession } from '../api/client.ts';
import { useSessionEnded } from '../api/session-end.ts';
import { OfflineBanner } from '../frame/offline-banner.tsx';
import { SignInAgain } from '../frame/sign-in-again.tsx';
import { useWords } from '../i18n/language.ts';
import { LanguageButton } from '../i18n/language-button.tsx';
import { signOut } from '../sign-in/identity.ts';
import { portalWords } from './words.ts';
import '../account/account.css';
import '../calls/calls.css';
import './portal.css';

/** What stands around the portal: whose it is and the way out; before the second factor is on, nothing else. */
export function PortalFrame() {
  const said = useWords(portalWords);
  const { partner, agency, user } = useSession();
  const ended = useSessionEnded();
  const leave = async () => {
    await signOut();
    client.clear();
    location.assign('/public/calls');
  };
  return (
    <div className="outside">
      <header className="outside-head">
        <Link to="/portal" className="portal-brand">
          <IconTargetArrow size={26} aria-hidden />
          <span>
            <strong>{partner?.name}</strong>
            <span className="small quiet">
              {partner?.investigator ? said.onlyOf(partner.investigator.name) : agency?.name}
            </span>
          </span>
        </Link>
        <nav aria-label={said.title}>
          {partner?.secondFactor && (
            <>
              <Link to="/portal" className="button bare">
                {said.home}
              </Link>
              <Link to="/portal/account" className="button bare">
                {said.account}
              </Link>
            </>
          )}
          <LanguageButton />
          <button type="button" className="button bare" onClick={() => void leave()} title={user.name}>
            {said.signOut}
          </button>
        </nav>
      </header>
      <main>
        <OfflineBanner />
        {partner?.secondFactor ? (
          <Outlet />
        ) : (
          <div className="stack">
            <h1>{said.secureTitle}</h1>
            <p>{said.secureHint}</p>
            <SecondFactorSection />
          </div>
        )}
      </main>
      {ended && <SignInAgain />}
    </div>
  );
}
