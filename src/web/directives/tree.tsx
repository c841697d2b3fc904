import { Link } from '@tanstack/react-router';
import type { DirectiveRecord } from '../../features/directives/contract.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { actWords } from './acts/words.ts';
import { StateBadge } from './state-badge.tsx';
import './tree.css';

/** From whom to whom: the whole and its parts, each with how far it is; a directive of one row needs none. */
export function DirectiveTree({
  directive,
  asOf,
}: {
  directive: DirectiveRecord;
  /** The day it is shown as of. */
  asOf?: string | undefined;
}) {
  const said = useWords(actWords);
  if (directive.tree.length < 2) return null;
  return (
    <section className="stack tight">
      <h2>{said.partsTitle}</h2>
      <ul className="plain tree">
        {directive.tree.map((row) => (
          <li
            key={row.id}
            className={row.id === directive.id ? 'here' : undefined}
            style={{ marginInlineStart: `${Math.min(row.depth, 4) * 18}px` }}
          >
            <Link
              to="/directives/$id"
              params={{ id: row.id }}
              search={{ asOf }}
              aria-current={row.id === directive.id ? 'page' : undefined}
            >
              {row.words}
            </Link>
            <span className="small quiet">
              {[row.leadName, row.assigneeName, row.dueDay && showDay(row.dueDay)]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <span className="row">
              <Percent percent={row.percent} />
              <StateBadge row={{ state: row.state, lateness: '', late: null }} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How far it is, as a bar with its number. */
export function Percent({ percent }: { percent: number }) {
  return (
    <span className="percent-bar">
      <span className="progress" aria-hidden>
        <span style={{ width: `${percent}%` }} />
      </span>
      {percent}%
    </span>
  );
}
