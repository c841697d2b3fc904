import { IconAlertTriangle, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { type CalendarYear, getCalendarYear } from '../../features/calendar/contract.ts';
import { call } from '../api/call.ts';
import { useSession } from '../api/client.ts';
import { showDate, showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { Failed, Skeleton } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import { ImportForm } from './import-form.tsx';
import { Month } from './month.tsx';
import { calendarWords } from './words.ts';
import './calendar.css';

/** The working days of a year, drawn month by month; the year stands in the address. */
export function CalendarPage() {
  const said = useWords(calendarWords);
  const { today } = useSession();
  const asked = Number(useSearch({ strict: false }).year);
  const year = asked >= 1995 && asked <= 2099 ? asked : Number(today.slice(0, 4));
  useTitle(`${said.title} ${year}`);
  const query = useQuery({
    queryKey: ['calendar', year],
    queryFn: () => call(getCalendarYear, { params: { year } }),
  });
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>{said.title}</h1>
          <p className="quiet">{query.data && said.workingDays(showNumber(query.data.workingDays))}</p>
        </div>
        <div className="row">
          <Link
            className="button"
            to="/calendar"
            search={{ year: String(year - 1) }}
            aria-label={said.earlier}
          >
            <IconChevronLeft size={18} aria-hidden />
          </Link>
          <strong aria-live="polite">{said.year(year)}</strong>
          <Link className="button" to="/calendar" search={{ year: String(year + 1) }} aria-label={said.later}>
            <IconChevronRight size={18} aria-hidden />
          </Link>
        </div>
      </header>
      {query.isPending && <Skeleton rows={12} />}
      {query.isError && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.data && <Year calendar={query.data} today={today} />}
      {query.data?.abilities.import === true && <ImportForm key={year} calendar={query.data} />}
    </div>
  );
}

function Year({ calendar, today }: { calendar: CalendarYear; today: string }) {
  const said = useWords(calendarWords);
  return (
    <>
      {calendar.provisional && (
        <div className="notice soon">
          <IconAlertTriangle size={20} aria-hidden />
          <p>{said.provisional}</p>
        </div>
      )}
      <ul className="plain row legend" aria-hidden>
        <li>
          <span className="day off">1</span> {said.legendOff}
        </li>
        <li>
          <span className="day swapped">1</span> {said.legendSwapped}
        </li>
        <li>
          <span className="day rest">1</span> {said.legendWeekend}
        </li>
      </ul>
      <div className="months">
        {Array.from({ length: 12 }, (_, month) => month + 1).map((month) => (
          <div key={month} className="card">
            <Month calendar={calendar} month={month} today={today} />
          </div>
        ))}
      </div>
      <div className="split">
        <section className="card padded stack tight">
          <h2>{said.listOff}</h2>
          <ul className="plain stack tight">
            {calendar.off.map(({ day, words }) => (
              <li key={day}>
                {showDate(day)} <span className="quiet">{words}</span>
              </li>
            ))}
          </ul>
        </section>
        <section className="card padded stack tight">
          {calendar.swappedWorkdays.length > 0 && <h2>{said.listSwapped}</h2>}
          <ul className="plain stack tight">
            {calendar.swappedWorkdays.map((day) => (
              <li key={day}>{showDate(day)}</li>
            ))}
          </ul>
          <p className="small quiet">
            {said.source}: {calendar.source}
          </p>
        </section>
      </div>
    </>
  );
}
