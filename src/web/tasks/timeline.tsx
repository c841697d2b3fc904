import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { TaskFilter } from '../../domain/tasks/filter.ts';
import { listTasks, type TaskRow } from '../../features/tasks/contract.ts';
import { call } from '../api/call.ts';
import { useSession } from '../api/client.ts';
import { useLongList } from '../api/use-long-list.ts';
import { type Entry, useArrows } from '../directives/views/arrows.ts';
import { common } from '../i18n/common.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Empty, Failed, Skeleton } from '../ui/state.tsx';
import { taskQuery } from './address.ts';
import { taskVocabulary } from './vocabulary.ts';
import { taskWords } from './words.ts';

type Contracted = TaskRow & { startsOn: string; endsOn: string };
const isContracted = (row: TaskRow): row is Contracted => row.startsOn !== null && row.endsOn !== null;
const dayNumber = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;

/** What years the drawing spans, and where a day lies in it, in percent. */
function scaleOf(rows: readonly Contracted[], day: string) {
  const years = [day, ...rows.flatMap(({ startsOn, endsOn }) => [startsOn, endsOn])].map((one) =>
    Number(one.slice(0, 4)),
  );
  const [first, last] = [Math.min(...years), Math.max(...years) + 1];
  const [from, to] = [dayNumber(`${first}-01-01`), dayNumber(`${last}-01-01`)];
  return {
    years: Array.from({ length: last - first }, (_, at) => first + at),
    at: (iso: string) => ((dayNumber(iso) - from) / (to - from)) * 100,
  };
}

/** Contracts as bars over the years, with a line at the day looked at: what is carried out now, then what is over. */
export function Timeline({ filter }: { filter: TaskFilter }) {
  const said = useWords(taskWords);
  const [withOver, setWithOver] = useState(false);
  const whole = filter.state !== undefined;
  return (
    <section className="card padded stack" aria-label={said.view.timeline}>
      <p className="small quiet">{said.timelineHint}</p>
      <Contracts filter={whole ? filter : { ...filter, state: ['proposed', 'running'] }} />
      {!whole && (
        <details onToggle={({ currentTarget }) => setWithOver(currentTarget.open)}>
          <summary>{said.overContracts}</summary>
          {withOver && <Contracts filter={{ sort: 'newest', ...filter, state: ['ending', 'ended'] }} />}
        </details>
      )}
    </section>
  );
}

/** Contracts of tasks under a filter on one scale of years, those that end first on top unless told. */
function Contracts({ filter }: { filter: TaskFilter }) {
  const said = useWords(taskWords);
  const { more } = useWords(common);
  const session = useSession();
  const day = filter.asOf ?? session.today;
  const sorted = { ...filter, sort: filter.sort ?? ('ends' as const) };
  const { list, rows, onEnd } = useLongList(['tasks', 'timeline', sorted], (cursor, signal) =>
    call(listTasks, { query: { ...taskQuery(sorted), cursor, limit: 100 } }, { signal }),
  );
  const contracted = rows.filter(isContracted);
  const { years, at } = scaleOf(contracted, day);
  const entry = useArrows(contracted[0]?.id);
  return (
    <div className="stack">
      {list.isPending && <Skeleton rows={10} />}
      {list.isError && <Failed error={list.error} retry={() => void list.refetch()} />}
      {list.isSuccess && contracted.length === 0 && <Empty title={said.noContract} />}
      {contracted.length > 0 && (
        <div className="task-timeline" data-entries>
          <div className="task-line years" aria-hidden>
            <span />
            <svg className="task-track" role="presentation">
              {years.map((year) => (
                <text key={year} x={`${at(`${year}-01-01`)}%`} dx={4} y={15}>
                  {year}
                </text>
              ))}
            </svg>
          </div>
          <div data-group>
            {contracted.map((row) => (
              <Bar key={row.id} row={row} {...{ day, years, at, asOf: filter.asOf }} entry={entry(row.id)} />
            ))}
          </div>
        </div>
      )}
      {list.hasNextPage && (
        <Button busy={list.isFetchingNextPage} onClick={onEnd}>
          {more}
        </Button>
      )}
    </div>
  );
}

function Bar({
  row,
  day,
  years,
  at,
  asOf,
  entry,
}: {
  row: Contracted;
  day: string;
  years: readonly number[];
  at: (iso: string) => number;
  asOf: string | undefined;
  entry: Entry;
}) {
  const said = useWords(taskWords);
  const { state } = useWords(taskVocabulary);
  const [left, right] = [at(row.startsOn), at(row.endsOn)];
  const told = said.bar(showDay(row.startsOn), showDay(row.endsOn));
  return (
    <Link
      to="/tasks/$id"
      params={{ id: row.id }}
      search={{ asOf }}
      className="task-line"
      title={`${row.title}\n${told}`}
      {...entry}
    >
      <span className="truncate">{[row.codes[0], row.title].filter(Boolean).join(' · ')}</span>
      <span className="unseen">
        {told}, {state[row.state]}
        {row.late && `, ${said.late}`}
      </span>
      <svg className="task-track" aria-hidden="true">
        {years.map((year) => (
          <line
            key={year}
            className="year"
            x1={`${at(`${year}-01-01`)}%`}
            x2={`${at(`${year}-01-01`)}%`}
            y2="100%"
          />
        ))}
        <rect
          className={`bar ${row.state} ${row.late ? 'late' : ''}`}
          x={`${left}%`}
          width={`${Math.max(0.6, right - left)}%`}
          y="22%"
          height="56%"
          rx={4}
        />
        <line className="now" x1={`${at(day)}%`} x2={`${at(day)}%`} y2="100%" />
      </svg>
    </Link>
  );
}
