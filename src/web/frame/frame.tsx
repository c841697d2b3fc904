import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useSession } from '../api/client.ts';
import { useSessionEnded } from '../api/session-end.ts';
import { useWords } from '../i18n/language.ts';
import { useKeys } from '../ui/keys.ts';
import { NotAllowed } from './fallbacks.tsx';
import { Navigation } from './navigation.tsx';
import { OfflineBanner } from './offline-banner.tsx';
import { neededAt, placesFor } from './places.ts';
import { TopBar } from './top-bar.tsx';
import { useLive } from './use-live.ts';
import { frameWords } from './words.ts';
import './frame.css';

/** Rarely shown: fetched when they are. */
const SignInAgain = lazy(async () => ({ default: (await import('./sign-in-again.tsx')).SignInAgain }));
const KeyHelp = lazy(async () => ({ default: (await import('./key-help.tsx')).KeyHelp }));

/** What stands around every screen behind the sign-in. */
export function Frame() {
  const said = useWords(frameWords);
  const session = useSession();
  const navigate = useNavigate();
  const ended = useSessionEnded();
  const [help, setHelp] = useState(false);
  const main = useFocusOnArrival();
  useLive(session.permissions.includes('directive.view'));
  const needed = neededAt(useLocation().pathname);
  const allowed = needed === null || session.permissions.includes(needed);
  const shortcuts = placesFor(session.permissions).map(
    ({ key, to }) => [key, () => void navigate({ to })] as const,
  );
  useKeys(
    {
      ...Object.fromEntries(shortcuts),
      '/': () => document.querySelector<HTMLInputElement>('#search')?.focus(),
      '?': () => setHelp(true),
    },
    { everywhere: true },
  );
  return (
    <div className="frame">
      <a className="skip" href="#main">
        {said.skip}
      </a>
      <TopBar session={session} onHelp={() => setHelp(true)} />
      <Navigation session={session} />
      <main id="main" ref={main} tabIndex={-1} className="place">
        <OfflineBanner />
        {session.demo && <p className="demo no-print">{said.demo}</p>}
        {allowed ? <Outlet /> : <NotAllowed />}
      </main>
      <Suspense>
        {ended && <SignInAgain />}
        {help && <KeyHelp onClose={() => setHelp(false)} />}
      </Suspense>
    </div>
  );
}

/** On another page the focus goes to its beginning, so that keyboard and screen reader start there. */
function useFocusOnArrival() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current !== pathname) main.current?.focus({ preventScroll: true });
    before.current = pathname;
  }, [pathname]);
  return main;
}
