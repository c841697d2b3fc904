import { useId, useState } from 'react';
import { dayWords, weekdayWords } from '../../domain/calendar/words.ts';
import type { Deadline } from '../../domain/deadlines/deadline.ts';
import { parseTyped } from '../../domain/deadlines/typed.ts';
import { sayDay, sayDeadline } from '../../domain/deadlines/words.ts';
import { dueDayOf } from '../../domain/directives/due-day.ts';
import { useWords } from '../i18n/language.ts';
import { usualCalendar } from './edits.ts';
import { reviewWords } from './words.ts';

interface DeadlineFieldProps {
  lineId: string;
  deadline: Deadline;
  none: boolean;
  /** Gives a year to days typed without one, ISO. */
  today: string;
  change: (deadline: Deadline) => void;
  sayNone: () => void;
  readOnly: boolean;
}

/** What was typed and not yet understood, by line: going to another line and back loses nothing. */
const unfinished = new Map<string, string>();

/** A deadline as people say it, with at once beside it what that means on the calendar. */
export function DeadlineField({
  lineId,
  deadline,
  none,
  today,
  change,
  sayNone,
  readOnly,
}: DeadlineFieldProps) {
  const said = useWords(reviewWords);
  const id = useId();
  const [typed, setTyped] = useState<string | null>(unfinished.get(lineId) ?? null);
  const meant = typed === null || typed.trim() === '' ? null : parseTyped(typed, { today });
  const standing = meant?.ok ? meant.deadline : deadline;
  const error = meant?.ok === false ? meant.message : null;
  const type = (text: string) => {
    setTyped(text);
    unfinished.set(lineId, text);
  };
  const settle = () => {
    if (typed === null || (meant !== null && !meant.ok)) return;
    unfinished.delete(lineId);
    setTyped(null);
    if (meant === null) return;
    if (meant.deadline.kind === 'none') sayNone();
    else change(meant.deadline);
  };
  return (
    <div className="field deadline-field">
      <label htmlFor={id}>{said.field.deadline}</label>
      <input
        id={id}
        data-field="deadline"
        className="input"
        autoComplete="off"
        readOnly={readOnly}
        placeholder={none ? said.chip.noneSaid : said.deadlineHint}
        value={typed ?? (deadline.kind === 'none' ? '' : sayDeadline(deadline))}
        aria-invalid={error !== null || undefined}
        aria-describedby={`${id}-hint`}
        onFocus={(event) => event.target.select()}
        onChange={(event) => type(event.target.value)}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || typed === null) return;
          event.preventDefault();
          event.stopPropagation();
          settle();
        }}
      />
      <p id={`${id}-hint`} className={error ? 'error' : 'meaning'} aria-live="polite">
        {error ?? <Meaning deadline={standing} />}
      </p>
      {!readOnly && deadline.kind === 'none' && !none && (
        <button type="button" className="button small" onClick={sayNone}>
          {said.sayNoDeadline}
        </button>
      )}
    </div>
  );
}

/** «trước Chủ nhật 15/11: xong trong thứ Sáu 13/11/2026», for a deadline that comes to a day. */
function Meaning({ deadline }: { deadline: Deadline }) {
  const said = useWords(reviewWords);
  const last = dueDayOf(deadline, usualCalendar());
  if (deadline.kind === 'none') return null;
  if (last === null) return sayDeadline(deadline);
  const end = Temporal.PlainDate.from(last);
  const day = `${weekdayWords(end)} ${dayWords(end)}`;
  if (!('due' in deadline) || deadline.due === last) return said.dueSame(day);
  if (deadline.kind !== 'date') return said.dueLast(sayDeadline(deadline), day);
  const named = `${weekdayWords(Temporal.PlainDate.from(deadline.due))} ${sayDay(deadline.due)}`;
  const bound = sayDeadline(deadline).replace(/ ?(?:ngày )?[\d/]+$/u, '');
  return said.dueLast(`${bound} ${named}`.trim(), day);
}
