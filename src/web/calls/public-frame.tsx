import { IconTargetArrow } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { setLanguage, useLanguage, useWords } from '../i18n/language.ts';
import { callWords } from './words.ts';
import './calls.css';

/** What stands around the pages anybody may read: calls, results, and the way in for who files. */
export function PublicFrame({ children }: { children: ReactNode }) {
  const said = useWords(callWords);
  const language = useLanguage();
  const other = language === 'vi' ? 'en' : 'vi';
  return (
    <div className="outside">
      <header className="outside-head">
        <Link to="/public/calls" className="row">
          <IconTargetArrow size={26} aria-hidden /> <strong>Trọng Tâm</strong>
        </Link>
        <nav>
          <Link to="/public/calls" className="button bare" activeProps={{ 'aria-current': 'page' }}>
            {said.publicCalls}
          </Link>
          <Link
            to="/public/results"
            search={{}}
            className="button bare"
            activeProps={{ 'aria-current': 'page' }}
          >
            {said.publicResults}
          </Link>
          <button type="button" className="button bare" lang={other} onClick={() => setLanguage(other)}>
            {language === 'vi' ? 'English' : 'Tiếng Việt'}
          </button>
          <Link to="/sign-in" search={{ next: '/portal' }} className="button">
            {said.signIn}
          </Link>
        </nav>
      </header>
      <main>{children}</main>
    </div>
  );
}
