import { IconChevronDown, IconKeyboard, IconLogout, IconUser } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Session } from '../../features/session/contract.ts';
import { changeAgency } from '../api/open-agency.ts';
import { setLanguage, useLanguage, useWords } from '../i18n/language.ts';
import { signOut } from '../sign-in/identity.ts';
import { frameWords } from './words.ts';

/** The person's own things: account, language, other agencies, the way out. A native popover: Esc closes it. */
export function UserMenu({ session, onHelp }: { session: Session; onHelp: () => void }) {
  const said = useWords(frameWords);
  const language = useLanguage();
  const others = session.agencies.filter((agency) => agency.id !== session.agency?.id);
  return (
    <div className="user">
      <button type="button" className="button bare" popoverTarget="user-menu">
        <IconUser size={18} stroke={1.6} aria-hidden />
        <span className="user-name">{session.person?.fullName ?? session.user.name}</span>
        <IconChevronDown size={15} aria-hidden />
      </button>
      <div id="user-menu" popover="auto" className="menu">
        <p className="menu-head">
          <strong>{session.person?.fullName ?? session.user.name}</strong>
          {session.posts.map((post) => (
            <span key={`${post.unitId}${post.role}${post.inNameOf?.personId}`} className="small quiet">
              {post.inNameOf
                ? `${post.inNameOf.form} ${post.title ?? post.unitName} ${post.inNameOf.name}`
                : (post.title ?? post.unitName)}
            </span>
          ))}
        </p>
        <Link to="/account" className="menu-item">
          <IconUser size={18} stroke={1.6} aria-hidden /> {said.account}
        </Link>
        <button type="button" className="menu-item" onClick={onHelp} popoverTarget="user-menu">
          <IconKeyboard size={18} stroke={1.6} aria-hidden /> {said.keys}
        </button>
        <button
          type="button"
          className="menu-item"
          lang={language === 'vi' ? 'en' : 'vi'}
          onClick={() => setLanguage(language === 'vi' ? 'en' : 'vi')}
        >
          {language === 'vi' ? 'English' : 'Tiếng Việt'}
        </button>
        {others.length > 0 && <p className="menu-label">{said.otherAgencies}</p>}
        {others.map((agency) => (
          <button
            key={agency.id}
            type="button"
            className="menu-item"
            onClick={() => void changeAgency(agency.id)}
          >
            {agency.name}
          </button>
        ))}
        <button type="button" className="menu-item" onClick={() => void signOut()}>
          <IconLogout size={18} stroke={1.6} aria-hidden /> {said.signOut}
        </button>
      </div>
    </div>
  );
}
