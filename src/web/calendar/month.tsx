import type { CalendarYear } from '../../features/calendar/contract.ts';
import { useWords } from '../i18n/language.ts';
import { calendarWords } from './words.ts';

/** One month as a table of weeks; a day that is not as usual says why. */
export function Month({ calendar, month, today }: { calendar: CalendarYear; month: number; today: string }) {
  const said = useWords(calendarWords);
  const weeks = weeksOf(calendar.year, month);
  const off = new Map(calendar.off.map(({ day, words }) => [day, words]));
  const swapped = new Set(calendar.swappedWorkdays);
  const cell = (day: Temporal.PlainDate) => {
    const iso = day.toString();
    const words = off.get(iso) ?? (swapped.has(iso) ? said.legendSwapped : undefined);
    const look = off.has(iso) ? 'off' : swapped.has(iso) ? 'swapped' : day.dayOfWeek >= 6 ? 'rest' : '';
    return (
      <span className={`day ${look} ${iso === today ? 'today' : ''}`} title={words}>
        {day.day}
        {words && <span className="unseen"> {words}</span>}
        {iso === today && <span className="unseen"> {said.today}</span>}
      </span>
    );
  };
  return (
    <table className="month">
      <caption>{said.month(month)}</caption>
      <thead>
        <tr>
          {said.weekdays.map((weekday) => (
            <th key={weekday} scope="col">
              {weekday}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week.find((day) => day !== null)?.toString()}>
            {week.map((day, at) => (
              <td key={said.weekdays[at]}>{day && cell(day)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The days of a month in weeks from Monday, null where a week reaches into another month. */
function weeksOf(year: number, month: number): (Temporal.PlainDate | null)[][] {
  const first = new Temporal.PlainDate(year, month, 1);
  const days: (Temporal.PlainDate | null)[] = [
    ...Array.from({ length: first.dayOfWeek - 1 }, () => null),
    ...Array.from({ length: first.daysInMonth }, (_, at) => first.add({ days: at })),
  ];
  while (days.length % 7 !== 0) days.push(null);
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
}
