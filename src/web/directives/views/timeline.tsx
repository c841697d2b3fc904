import { useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { DirectiveFilter } from '../../../domain/directives/filter.ts';
import { type Days, monthsAround, turned } from '../../../domain/directives/view.ts';
import type { DirectiveRow } from '../../../features/directives/contract.ts';
import { spanDirectives } from '../../../features/views/contract.ts';
import { call } from '../../api/call.ts';
import { useSession } from '../../api/client.ts';
import { common } from '../../i18n/common.ts';
import { showDay, showNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/language.ts';
import { Failed, Skeleton } from '../../ui/state.tsx';
import { Nothing } from '../list-page.tsx';
import { searchOf, useView } from '../use-filter.ts';
import { type Entry, useArrows } from './arrows.ts';
import { barOf } from './bars.ts';
import { Beside } from './calendar-view.tsx';
import { EntryLink } from './entry-link.tsx';
import { type TimeLine, timelinePicture } from './picture.ts';
import { usePrinting } from './print.tsx';
import { Turning } from './turning.tsx';
import type { Draws } from './view-page.tsx';
import { viewWords } from './words.ts';

const narrow = window.matchMedia('(max-width: 760px)');

/** Bars from the day given over the first deadline to the present one, by unit, with a line at today. */
export function Timeline({
  filter,
  open,
  draws,
}: {
  filter: DirectiveFilter;
  open: string | undefined;
  draws: Draws;
}) {
  const said = useWords(viewWords);
  const session = useSession();
  const today = filter.asOf ?? session.today;
  const { view, change } = useView();
  const at = view.at ?? (filter.dueFrom ?? today).slice(0, 7);
  const days = monthsAround(at);
  const bars = useQuery({
    queryKey: ['directives', 'span', days, filter],
    queryFn: ({ signal }) => call(spanDirectives, { query: { ...filter, ...days } }, { signal }),
    placeholderData: (before) => before,
  });
  const rows = bars.data?.items ?? [];
  const lines = linesOf(rows, said.noUnit);
  draws(() => timelinePicture(lines, days, monthsIn(days), today));
  const [year = 0, month = 0] = at.split('-').map(Number);
  return (
    <>
      <Turning
        label={said.month(month, year)}
        names={said}
        onTurn={(step) => change({ at: turned(at, step) })}
        onHome={() => change({ at: today.slice(0, 7) })}
      >
        {bars.data && <Beside total={bars.data.total} shown={bars.data.within} />}
        {bars.data && bars.data.within > rows.length && (
          <p className="small late-words">{said.firstOnly(showNumber(rows.length))}</p>
        )}
      </Turning>
      {bars.isPending && <Skeleton rows={10} />}
      {bars.isError && <Failed error={bars.error} retry={() => void bars.refetch()} />}
      {bars.data?.total === 0 && <Nothing filtered={Object.keys(searchOf(filter)).length > 0} />}
      {rows.length > 0 && <Tracks lines={lines} days={days} today={today} open={open} />}
    </>
  );
}

function linesOf(rows: readonly DirectiveRow[], noUnit: string): TimeLine[] {
  const byUnit = Map.groupBy(rows, (row) => row.lead?.name ?? noUnit);
  return [...byUnit].flatMap(([unit, own]) => [{ unit, count: own.length }, ...own.map((row) => ({ row }))]);
}

function Tracks({
  lines,
  days,
  today,
  open,
}: {
  lines: readonly TimeLine[];
  days: Days;
  today: string;
  open: string | undefined;
}) {
  const said = useWords(viewWords);
  const box = useRef<HTMLDivElement>(null);
  const printing = usePrinting();
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => ('unit' in (lines[index] ?? {}) ? 34 : narrow.matches ? 58 : 34),
    overscan: 20,
  });
  const shown = virtual.getVirtualItems();
  const before = printing ? 0 : (shown[0]?.start ?? 0);
  const after = printing ? 0 : virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);
  const drawn = printing ? lines : shown.flatMap(({ index }) => lines[index] ?? []);
  const entry = useArrows(lines.flatMap((line) => ('row' in line ? [line.row.id] : []))[0]);
  const now = barOf({ givenOn: today, dueDay: today, firstDueDay: null, closedOn: null }, days);
  return (
    <div ref={box} className="timeline card" data-entries>
      <div className="timeline-months" aria-hidden>
        <span />
        <span className="track">
          {monthsIn(days).map(({ name, left }) => (
            <span key={name} className="timeline-month" style={{ left: `${left}%` }}>
              {name}
            </span>
          ))}
        </span>
      </div>
      <div className="timeline-lines" data-group>
        {now && (
          <span className="timeline-today" aria-hidden>
            <span style={{ left: `${now.left}%` }} title={said.today} />
          </span>
        )}
        {before > 0 && <div style={{ height: before }} />}
        {drawn.map((line) =>
          'unit' in line ? (
            <h3 key={line.unit} className="timeline-unit">
              {line.unit} <span className="quiet">{showNumber(line.count)}</span>
            </h3>
          ) : (
            <TimelineRow
              key={line.row.id}
              row={line.row}
              days={days}
              open={open}
              entry={entry(line.row.id)}
            />
          ),
        )}
        {after > 0 && <div style={{ height: after }} />}
      </div>
    </div>
  );
}

function monthsIn({ from, to }: Days): { name: string; left: number }[] {
  const first = Temporal.PlainDate.from(from);
  const all = first.until(to, { largestUnit: 'day' }).days + 1;
  return [0, 1, 2, 3].map((months) => {
    const day = first.add({ months });
    return {
      name: `${day.month}/${day.year}`,
      left: (first.until(day, { largestUnit: 'day' }).days / all) * 100,
    };
  });
}

function TimelineRow({
  row,
  days,
  open,
  entry,
}: {
  row: DirectiveRow;
  days: Days;
  open: string | undefined;
  entry: Entry;
}) {
  const said = useWords(viewWords);
  const { state } = useWords(common);
  const bar = barOf(row, days);
  const told = said.bar(showDay(row.givenOn), showDay(row.firstDueDay), showDay(row.dueDay));
  return (
    <EntryLink row={row} entry={entry} open={open} className="timeline-row" title={`${row.words}\n${told}`}>
      <span className="timeline-words truncate">{row.words}</span>
      <span className="unseen">
        {told}, {state[row.state]}
      </span>
      <span className="track" aria-hidden>
        {bar && (
          <span className="timeline-bar" style={{ left: `${bar.left}%`, width: `max(6px, ${bar.width}%)` }} />
        )}
        {bar?.first != null && <span className="timeline-first" style={{ left: `${bar.first}%` }} />}
      </span>
    </EntryLink>
  );
}
