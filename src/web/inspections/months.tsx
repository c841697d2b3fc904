import { Link } from '@tanstack/react-router';
import type { InspectionRow } from '../../features/inspections/contract.ts';
import { useWords } from '../i18n/language.ts';
import { inspectionWords, stateTones } from './words.ts';

const months = Array.from({ length: 12 }, (_, at) => at + 1);

/** The month of a day within a year, with how much of it is over; 1 to 13. */
const placeOf = (day: string, year: number): number => {
  if (day < `${year}-01-01`) return 1;
  if (day > `${year}-12-31`) return 13;
  const [, month = 1, date = 1] = day.split('-').map(Number);
  return month + (date - 1) / 31;
};

/** The rounds of a year as bars over its months; each opens its round. */
export function Months({ year, rounds }: { year: number; rounds: readonly InspectionRow[] }) {
  const said = useWords(inspectionWords);
  const share = (place: number) => `${((place - 1) / 12) * 100}%`;
  return (
    <div className="round-months">
      <div className="round-heads" aria-hidden>
        {months.map((month) => (
          <span key={month} className="small quiet">
            {month}
          </span>
        ))}
      </div>
      <ul className="plain" aria-label={said.months}>
        {rounds.map(({ id, name, from, to, state }) => {
          const [start, end] = [placeOf(from, year), placeOf(to, year) + 1 / 31];
          return (
            <li key={id}>
              <Link
                to="/inspections/$id"
                params={{ id }}
                search={{}}
                className={`round-bar ${stateTones[state]} ${state === 'dropped' ? 'gone' : ''}`}
                style={{ marginInlineStart: share(start), width: share(1 + end - start) }}
                aria-label={`${name}, ${said.state[state]}`}
                title={`${name}, ${said.state[state]}`}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
