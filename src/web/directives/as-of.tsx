import { Link, useNavigate } from '@tanstack/react-router';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { DayField } from '../ui/day-field.tsx';
import { directiveWords } from './words.ts';

/** Over a list or view of a past day: whose states these are. */
export function AsOfNote({ day }: { day: string | undefined }) {
  const said = useWords(directiveWords);
  return day === undefined ? null : <p className="small quiet">{said.asOfHint(showDay(day))}</p>;
}

/** The day as of which one directive is shown, and the way back to today. */
export function AsOfRecord({ id, day }: { id: string; day: string | undefined }) {
  const said = useWords(directiveWords);
  const navigate = useNavigate();
  return (
    <details className="as-of no-print" open={day !== undefined}>
      <summary className="small">
        {day === undefined ? said.asOfAnother : said.asOfRecord(showDay(day))}
      </summary>
      <div className="row">
        <DayField
          key={`asOf${day}`}
          label={said.asOf}
          initial={day}
          onDay={(asOf) => void navigate({ to: '/directives/$id', params: { id }, search: { asOf } })}
        />
        {day !== undefined && (
          <Link to="/directives/$id" params={{ id }} search={{}} className="button">
            {said.backToToday}
          </Link>
        )}
      </div>
    </details>
  );
}
