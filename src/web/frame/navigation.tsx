import { IconDots } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import type { Session } from '../../features/session/contract.ts';
import { useWords } from '../i18n/language.ts';
import { isWithin, placesFor } from './places.ts';
import { frameWords } from './words.ts';

const onPhone = 4;

/** Places at the side; on a phone the first at the bottom and the rest behind «Thêm». */
export function Navigation({ session }: { session: Session }) {
  const said = useWords(frameWords);
  const short: Partial<Record<string, string>> = said.short;
  const shown = placesFor(session.permissions);
  const { pathname } = useLocation();
  const item = (place: (typeof shown)[number]) => {
    const { to, name, icon: Icon } = place;
    const here = isWithin(pathname, place);
    return (
      <li key={to}>
        <Link
          to={to}
          activeOptions={{ exact: true }}
          activeProps={{}}
          className={here ? 'place-link active' : 'place-link'}
          aria-current={here ? 'page' : undefined}
        >
          <Icon size={20} stroke={1.6} aria-hidden />
          <span className={name in short ? 'long-name' : undefined}>{said[name]}</span>
          {name in short && <span className="short-name">{short[name]}</span>}
        </Link>
      </li>
    );
  };
  const first = shown.slice(0, onPhone);
  const rest = shown.slice(onPhone);
  return (
    <nav className="navigation no-print" aria-label={said.places}>
      <ul className="plain">
        {first.map(item)}
        {rest.length > 0 && (
          <li className="rest">
            <button type="button" className="place-link more" popoverTarget="more-places">
              <IconDots size={20} stroke={1.6} aria-hidden />
              <span>{said.menu}</span>
            </button>
            <ul id="more-places" popover="auto" className="plain more-places">
              {rest.map(item)}
            </ul>
          </li>
        )}
      </ul>
    </nav>
  );
}
