import { useState } from 'react';
import { type Calendar, makeCalendar } from '../../domain/calendar/calendar.ts';
import { dayWords, weekdayWords } from '../../domain/calendar/words.ts';
import type { Deadline } from '../../domain/deadlines/deadline.ts';
import { parseTyped } from '../../domain/deadlines/typed.ts';
import { dueDayOf } from '../../domain/directives/due-day.ts';
import { showDeadline } from '../i18n/deadline.ts';
import { useWords } from '../i18n/language.ts';
import { TextField } from '../ui/field.tsx';
import { directiveWords } from './words.ts';

let calendar: Calendar | undefined;

/** A deadline typed as people say it, with what it means beneath; null while it means nothing yet. */
export function DeadlineField({
  today,
  initial,
  error,
  onChange,
}: {
  today: string;
  initial?: string;
  /** What the form says about it while nothing is typed. */
  error?: string | undefined;
  onChange: (deadline: Deadline | null) => void;
}) {
  const said = useWords(directiveWords);
  const [typed, setTyped] = useState(initial ?? '');
  const [left, setLeft] = useState(false);
  const read = parseTyped(typed, { today });
  return (
    <div className="stack tight">
      <TextField
        label={said.deadline}
        hint={said.deadlineHint}
        value={typed}
        autoComplete="off"
        name="deadline"
        error={left && typed !== '' && !read.ok ? read.message : error}
        onBlur={() => setLeft(true)}
        onChange={(event) => {
          setTyped(event.target.value);
          const next = parseTyped(event.target.value, { today });
          onChange(next.ok ? next.deadline : null);
        }}
      />
      <p className="small meaning" role="status">
        {read.ok && typed !== '' && meaningOf(read.deadline, said.doneOn)}
      </p>
    </div>
  );
}

/** «trước 15/11/2026: xong trong thứ Sáu 13/11/2026». */
export function meaningOf(deadline: Deadline, doneOn: (day: string) => string): string {
  calendar ??= makeCalendar();
  const due = dueDayOf(deadline, calendar);
  if (due === null) return showDeadline(deadline);
  const day = Temporal.PlainDate.from(due);
  return `${showDeadline(deadline)}: ${doneOn(`${weekdayWords(day)} ${dayWords(day)}`)}`;
}
