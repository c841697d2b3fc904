import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DirectiveFilter } from '../../../domain/directives/filter.ts';
import { turned, weeksAround } from '../../../domain/directives/view.ts';
import { getCalendarYear } from '../../../features/calendar/contract.ts';
import { type DirectiveGroup, groupDirectives } from '../../../features/views/contract.ts';
import { call } from '../../api/call.ts';
import { useSession } from '../../api/client.ts';
import { Figure } from '../../figures/figure.tsx';
import { showDay, showNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/language.ts';
import { showLateness } from '../../i18n/lateness.ts';
import { Failed } from '../../ui/state.tsx';
import { searchOf, useView } from '../use-filter.ts';
import { type Entry, useArrows } from './arrows.ts';
import { EntryLink } from './entry-link.tsx';
import { calendarPicture } from './picture.ts';
import { Turning } from './turning.tsx';
import type { Draws } from './view-page.tsx';
import { viewWords } from './words.ts';

const narrow = window.matchMedia('(max-width: 760px)');
/** Entries drawn in a day of the month; a week has room for more. */
const perDay = 4;

/** Last days in time on the days of a month, coloured by the working calendar; one week at a time on a phone. */
export function CalendarView({
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
  const days = weeksAround(at);
  const month = useQuery({
    queryKey: ['directives', 'days', days, filter],
    queryFn: ({ signal }) =>
      call(groupDirectives, { query: { ...filter, ...days, by: 'day', each: 20 } }, { signal }),
    placeholderData: (before) => before,
  });
  const look = useDayLooks(days);
  const groups = new Map(month.data?.groups.map((group) => [group.key, group]));
  const weeks = weeksOf(days);
  const thisWeek = weeks.findIndex((week) => week.includes(today));
  const [week, setWeek] = useState(Math.max(0, thisWeek));
  draws(() => calendarPicture(weeks, groups, (day) => look(day).kind));
  const inView = [...groups.values()].reduce((sum, { count }) => sum + count, 0);
  const shown = narrow.matches ? weeks.slice(week, week + 1) : weeks;
  const entry = useArrows(shown.flat().flatMap((day) => groups.get(day)?.items.slice(0, 1) ?? [])[0]?.id);
  const turnWeek = (step: 1 | -1) => {
    const next = week + step;
    if (weeks[next]) return setWeek(next);
    setWeek(step === 1 ? 0 : weeksOf(weeksAround(turned(at, -1))).length - 1);
    change({ at: turned(at, step) });
  };
  const [year = 0, number = 0] = at.split('-').map(Number);
  return (
    <>
      <Turning
        label={
          narrow.matches
            ? said.week(showDay(shown[0]?.[0]).slice(0, 5), showDay(shown[0]?.at(-1)).slice(0, 5))
            : said.month(number, year)
        }
        names={
          narrow.matches
            ? { earlier: said.weekBefore, later: said.weekAfter }
            : { earlier: said.earlier, later: said.later }
        }
        onTurn={(step) => (narrow.matches ? turnWeek(step) : change({ at: turned(at, step) }))}
        onHome={() => {
          setWeek(
            Math.max(
              0,
              weeksOf(weeksAround(today.slice(0, 7))).findIndex((one) => one.includes(today)),
            ),
          );
          change({ at: today.slice(0, 7) });
        }}
      >
        {month.data && <Beside total={month.data.total} shown={inView} undated={month.data.undated} />}
      </Turning>
      {month.isError && <Failed error={month.error} retry={() => void month.refetch()} />}
      <div className="month-grid" data-entries aria-busy={month.isFetching}>
        {!narrow.matches &&
          said.weekdays.map((weekday) => (
            <span key={weekday} className="month-weekday" aria-hidden>
              {weekday}
            </span>
          ))}
        {shown.flat().map((day) => (
          <Day
            key={day}
            day={day}
            inMonth={day.startsWith(at)}
            look={look(day)}
            group={groups.get(day)}
            most={narrow.matches ? 20 : perDay}
            filter={filter}
            open={open}
            entry={entry}
          />
        ))}
      </div>
    </>
  );
}

/** What is not in the days shown, so that nothing is missed. */
export function Beside({ total, shown, undated }: { total: number; shown: number; undated?: number }) {
  const said = useWords(viewWords);
  const outside = total - shown - (undated ?? 0);
  return (
    <p className="small quiet">
      {[
        said.shown(showNumber(shown)),
        outside > 0 && said.outside(showNumber(outside)),
        undated !== undefined && undated > 0 && said.undated(showNumber(undated)),
      ]
        .filter(Boolean)
        .join(' · ')}
    </p>
  );
}

interface DayLook {
  kind: '' | 'rest' | 'off' | 'swapped';
  words: string;
}

/** How the working calendar sees a day, with the name of a holiday. */
function useDayLooks({ from, to }: { from: string; to: string }): (day: string) => DayLook {
  const said = useWords(viewWords);
  const years = [...new Set([from.slice(0, 4), to.slice(0, 4)])].map(Number);
  const tables = useQueries({
    queries: years.map((year) => ({
      queryKey: ['calendar', year],
      queryFn: () => call(getCalendarYear, { params: { year } }),
      staleTime: 600_000,
    })),
  });
  return (day) => {
    const table = tables[years.indexOf(Number(day.slice(0, 4)))]?.data;
    const off = table?.off.find((one) => one.day === day);
    if (off) return { kind: 'off', words: off.words };
    if (table?.swappedWorkdays.includes(day)) return { kind: 'swapped', words: said.swapped };
    const weekend = Temporal.PlainDate.from(day).dayOfWeek >= 6;
    return weekend ? { kind: 'rest', words: said.rest } : { kind: '', words: '' };
  };
}

function weeksOf({ from, to }: { from: string; to: string }): string[][] {
  const first = Temporal.PlainDate.from(from);
  const count = (first.until(to, { largestUnit: 'day' }).days + 1) / 7;
  return Array.from({ length: count }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => first.add({ days: week * 7 + day }).toString()),
  );
}

function Day({
  day,
  inMonth,
  look,
  group,
  most,
  filter,
  open,
  entry,
}: {
  day: string;
  inMonth: boolean;
  look: DayLook;
  group: DirectiveGroup | undefined;
  most: number;
  filter: DirectiveFilter;
  open: string | undefined;
  entry: (id: string) => Entry;
}) {
  const said = useWords(viewWords);
  const { today } = useSession();
  const items = group?.items.slice(0, most) ?? [];
  const left = (group?.count ?? 0) - items.length;
  const weekday = said.weekdays[Temporal.PlainDate.from(day).dayOfWeek - 1];
  return (
    <section
      className={`month-day ${look.kind} ${inMonth ? '' : 'beyond'} ${day === today ? 'today' : ''}`}
      data-group
      data-day={day}
      aria-label={[weekday, showDay(day), look.words, day === today && said.today].filter(Boolean).join(', ')}
    >
      <p className="month-number" aria-hidden>
        <span className="phone-only">{weekday} </span>
        <strong>{narrow.matches ? showDay(day).slice(0, 5) : Number(day.slice(8))}</strong>
        <span className="truncate">{look.kind === 'rest' ? '' : look.words}</span>
      </p>
      {items.length > 0 && (
        <ul className="plain">
          {items.map((row) => (
            <li key={row.id}>
              <EntryLink
                row={row}
                entry={entry(row.id)}
                open={open}
                className="month-entry"
                title={[row.words, row.lead?.name, showLateness(row)].filter(Boolean).join(' · ')}
              >
                {row.words}
              </EntryLink>
            </li>
          ))}
        </ul>
      )}
      {left > 0 && (
        <Figure
          value={left}
          records={group?.count ?? 0}
          door={{ to: '/directives', search: searchOf({ ...filter, dueFrom: day, dueTo: day }) }}
          className="small no-print"
        >
          {said.more}
        </Figure>
      )}
      {items.length === 0 && <p className="small quiet phone-only">{said.nothingDue}</p>}
    </section>
  );
}
