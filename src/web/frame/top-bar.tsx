import { IconSearch, IconTargetArrow } from '@tabler/icons-react';
import { Link, useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Session } from '../../features/session/contract.ts';
import { showDate } from '../i18n/format.ts';
import { useLanguage, useWords } from '../i18n/language.ts';
import { Reminders } from './reminders.tsx';
import { UserMenu } from './user-menu.tsx';
import { frameWords } from './words.ts';

/** Brand, search, the day, reminders, the person. */
export function TopBar({ session, onHelp }: { session: Session; onHelp: () => void }) {
  useLanguage();
  return (
    <header className="top-bar no-print">
      <Link to="/" className="brand" activeOptions={{ exact: true }}>
        <IconTargetArrow size={22} stroke={1.8} aria-hidden />
        <span>
          Trọng Tâm
          {session.agency && <small>{session.agency.shortName}</small>}
        </span>
      </Link>
      {session.permissions.includes('directive.view') && <SearchBox />}
      <span className="date push">{showDate(session.today)}</span>
      {session.permissions.includes('directive.view') && session.person && <Reminders />}
      <UserMenu session={session} onHelp={onHelp} />
    </header>
  );
}

/** Searches the S&T tasks or those who carry them out where one is among them, the directives from anywhere else. */
function SearchBox() {
  const said = useWords(frameWords);
  const navigate = useNavigate();
  const { q } = useSearch({ strict: false });
  const { pathname } = useLocation();
  const to = (['/tasks', '/partners'] as const).find((place) => pathname.startsWith(place)) ?? '/directives';
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <search className="search">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const words = typed ?? q ?? '';
          void navigate({ to, search: words ? { q: words } : {} });
          setTyped(null);
        }}
      >
        <IconSearch size={18} stroke={1.6} aria-hidden />
        <input
          id="search"
          type="search"
          aria-label={said.searchLabel}
          placeholder={said.search}
          value={typed ?? q ?? ''}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => setTyped(null)}
          onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        />
        <kbd aria-hidden>/</kbd>
      </form>
    </search>
  );
}
