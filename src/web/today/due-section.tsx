import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { listDirectives } from '../../features/directives/contract.ts';
import type { Session } from '../../features/session/contract.ts';
import { call } from '../api/call.ts';
import { StateBadge } from '../directives/state-badge.tsx';
import { common } from '../i18n/common.ts';
import { showDay, showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { Failed, Skeleton } from '../ui/state.tsx';
import { todayWords } from './words.ts';

const shown = ['overdue', 'due-soon', 'in-time'] as const;

/** Directives that come due: of the person's own units, or of the whole agency for who answers for it. */
export function DueSection({ session }: { session: Session }) {
  const said = useWords(todayWords);
  const { state: names } = useWords(common);
  const ownUnits = session.posts.filter(({ role }) => role === 'head' || role === 'officer');
  const unit = [...new Set(ownUnits.map(({ unitId }) => unitId))];
  const mine = unit.length > 0 ? { unit } : {};
  const search = unit.length > 0 ? { unit: unit.join(',') } : {};
  const counts = useQuery({
    queryKey: ['directives', { ...mine, limit: 1 }],
    queryFn: () => call(listDirectives, { query: { ...mine, limit: 1 } }),
  });
  const due = useQuery({
    queryKey: ['directives', { ...mine, state: 'overdue,due-soon', limit: 8 }],
    queryFn: () =>
      call(listDirectives, { query: { ...mine, state: ['overdue', 'due-soon'], sort: 'due', limit: 8 } }),
  });
  return (
    <section className="card padded stack">
      <h2>{unit.length > 0 ? said.mine : said.everyone}</h2>
      {counts.isError && <Failed error={counts.error} retry={() => void counts.refetch()} />}
      <ul className="plain big-figures">
        {shown.map((state) => (
          <li key={state}>
            <Link to="/directives" search={{ ...search, state }} className={`big-figure ${state}`}>
              <strong className={counts.data?.counts[state] ? '' : 'zero'}>
                {counts.data ? showNumber(counts.data.counts[state] ?? 0) : '·'}
              </strong>
              <span>{names[state]}</span>
            </Link>
          </li>
        ))}
      </ul>
      <h3>{said.nextUp}</h3>
      {due.isPending && <Skeleton rows={4} />}
      {due.data?.items.length === 0 && <p className="quiet">{said.noneDue}</p>}
      <ul className="plain today-lines">
        {due.data?.items.map((row) => (
          <li key={row.id}>
            <Link to="/directives/$id" params={{ id: row.id }}>
              {row.words}
            </Link>
            <span className="small quiet">
              {[row.lead?.name, showDay(row.dueDay)].filter(Boolean).join(' · ')}
            </span>
            <span className="row tags">
              <StateBadge row={row} />
            </span>
          </li>
        ))}
      </ul>
      <p>
        <Link to="/directives" search={search}>
          {said.allOfThem}
        </Link>
      </p>
    </section>
  );
}
