import { Link } from '@tanstack/react-router';
import type { Dashboard } from '../../features/dashboard/contract.ts';
import type { DirectiveRow } from '../../features/directives/contract.ts';
import { StateBadge } from '../directives/state-badge.tsx';
import { doorOf, Figure } from '../figures/figure.tsx';
import { useWords } from '../i18n/language.ts';
import { morningWords } from './words.ts';

/** What is late the longest: whose, why, how often extended and who holds the ball. */
export function Overdue({ overdue }: { overdue: Dashboard['overdue'] }) {
  const said = useWords(morningWords);
  return (
    <section className="stack tight" aria-label={said.overdue}>
      <div className="row apart">
        <h2>{said.overdue}</h2>
        {overdue.all.count > 0 && (
          <Figure value={overdue.all.count} door={doorOf(overdue.all)} className="small">
            {said.allOverdue}
          </Figure>
        )}
      </div>
      {overdue.all.count === 0 && <p className="quiet">{said.noneOverdue}</p>}
      <ul className="plain late-lines">
        {overdue.items.map((row) => (
          <li key={row.id}>
            <Link to="/directives/$id" params={{ id: row.id }}>
              {row.words}
            </Link>
            <About row={row} />
            <StateBadge row={row} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** «Phòng A · Nguyễn B · chờ hồ sơ bên ngoài · đã gia hạn 2 lần · đơn vị đang giữ». */
function About({ row }: { row: DirectiveRow }) {
  const said = useWords(morningWords);
  const about = [
    row.lead?.name ?? said.noLead,
    row.assignee?.name,
    row.waitingFor ? said.waitsFor(row.waitingFor) : row.cause && said.cause[row.cause],
    row.timesExtended > 0 && said.timesExtended(row.timesExtended),
    row.holder === 'giver' ? said.withGiver : said.withLead,
  ];
  return <span className="small quiet">{about.filter(Boolean).join(' · ')}</span>;
}
