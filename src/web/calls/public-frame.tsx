import { IconTargetArrow } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/language.ts';
import { LanguageButton } from '../i18n/language-button.tsx';
import { callWords } from './words.ts';
import './calls.css';

/** What stands around the pages anybody may read: calls, results, and the way in for who files. */
export function PublicFrame({ children }: { children: ReactNode }) {
  const said = useWords(callWords);
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
          <LanguageButton />
          <Link to="/sign-in" search={{ next: '/portal' }} className="button">
            {said.signIn}
          </Link>
        </nav>
      </header>
      <main>{children}</main>
    </div>
  );
}
