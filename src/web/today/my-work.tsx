import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { getToday, type Today } from '../../features/dashboard/contract.ts';
import type { DirectiveRow } from '../../features/directives/contract.ts';
import type { Session } from '../../features/session/contract.ts';
import { call } from '../api/call.ts';
import { useMay } from '../api/client.ts';
import { StateBadge } from '../directives/state-badge.tsx';
import { doorOf, Figure } from '../figures/figure.tsx';
import { common } from '../i18n/common.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { DecideStrip } from '../morning/decide-strip.tsx';
import { RequestList } from '../requests/request-list.tsx';
import { Failed, Skeleton } from '../ui/state.tsx';
import { todayWords } from './words.ts';
import '../morning/morning.css';

/** What this person has in hand, decides, answers; and how the own units stand. From one answer of the server. */
export function MyWork({ session }: { session: Session }) {
  const query = useQuery({ queryKey: ['today', 'mine'], queryFn: () => call(getToday, {}) });
  if (query.isPending) return <Skeleton rows={10} />;
  if (query.isError) return <Failed error={query.error} retry={() => void query.refetch()} />;
  const today = query.data;
  return (
    <>
      {today.decide && <DecideStrip decide={today.decide} />}
      {today.mine && <Mine mine={today.mine} />}
      {today.units && <UnitFigures units={today.units} session={session} />}
      {(today.units || today.questions.all.count > 0) && <Questions today={today} />}
    </>
  );
}

const states = ['overdue', 'due-soon', 'in-time'] as const;

function UnitFigures({ units, session }: { units: NonNullable<Today['units']>; session: Session }) {
  const said = useWords(todayWords);
  const { state: names } = useWords(common);
  const own = session.posts.find(({ role }) => role === 'head') ?? session.posts[0];
  return (
    <section className="card padded stack tight" aria-label={said.unit}>
      <div className="row apart">
        <h2>{said.unit}</h2>
        {own && (
          <Link to="/morning" search={{ unit: own.unitId }} className="small">
            {said.overview}
          </Link>
        )}
      </div>
      <ul className="plain big-figures">
        {states.map((state) => (
          <li key={state}>
            <Figure value={units[state].count} door={doorOf(units[state])} className={`big-figure ${state}`}>
              {(shown) => (
                <>
                  <strong className={units[state].count === 0 ? 'zero' : ''}>{shown}</strong>
                  <span>{names[state]}</span>
                </>
              )}
            </Figure>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Mine({ mine }: { mine: NonNullable<Today['mine']> }) {
  const said = useWords(todayWords);
  const may = useMay();
  return (
    <section className="card padded stack tight" aria-label={said.mine}>
      <div className="row apart">
        <h2>{said.mine}</h2>
        {may('directive.act') && (
          <Link to="/directives/mine" className="small">
            {said.report}
          </Link>
        )}
        {mine.all.count > mine.items.length && (
          <Figure value={mine.all.count} door={doorOf(mine.all)} className="small">
            {said.allOfThem}
          </Figure>
        )}
      </div>
      {mine.items.length === 0 && (
        <p className="quiet">
          {said.nothingMine}{' '}
          <Link to="/directives" search={{}} activeOptions={{ exact: true }}>
            {said.seeAll}
          </Link>
        </p>
      )}
      <ul className="plain today-lines">
        {mine.items.map((row) => (
          <Line key={row.id} row={row} />
        ))}
      </ul>
    </section>
  );
}

function Line({ row }: { row: DirectiveRow }) {
  const about = [row.lead?.name, row.assignee?.name, row.dueDay && showDay(row.dueDay), `${row.percent}%`];
  return (
    <li>
      <Link to="/directives/$id" params={{ id: row.id }}>
        {row.words}
      </Link>
      <span className="small quiet">{about.filter(Boolean).join(' · ')}</span>
      <span className="row tags">
        <StateBadge row={row} />
      </span>
    </li>
  );
}

function Questions({ today }: { today: Today }) {
  const said = useWords(todayWords);
  const { all, items } = today.questions;
  return (
    <section className="card padded stack tight" aria-label={said.questions}>
      <div className="row apart">
        <h2>{said.questions}</h2>
        {all.count > items.length && (
          <Figure value={all.count} door={doorOf(all)} className="small">
            {said.allOfThem}
          </Figure>
        )}
      </div>
      {items.length === 0 && (
        <p className="quiet">
          {said.noQuestions}{' '}
          <Link to="/requests" search={{}} activeOptions={{ exact: true }}>
            {said.ask}
          </Link>
        </p>
      )}
      <RequestList requests={items} />
      {today.unanswered.count > 0 && (
        <p>
          <Figure value={today.unanswered.count} door={doorOf(today.unanswered)}>
            {said.unanswered}
          </Figure>
        </p>
      )}
    </section>
  );
}
