import type { Calendar } from '../calendar/calendar.ts';
import type { Dated } from '../directives/state.ts';

/** Days of each rung of the ladder: working days from the last day in time, negative before it. */
export interface Ladder {
  /** Who has the work in hand. */
  person: readonly number[];
  /** Who heads the unit that leads. */
  head: readonly number[];
  /** Who leads the agency. */
  director: readonly number[];
}

/** A directive with what urging depends on; days are ISO. */
export interface Urgeable extends Pick<Dated, 'kind' | 'phase' | 'suspended' | 'due'> {
  id: string;
  givenOn: string;
}

/** Who stands on each rung for one directive, by person. */
export type Recipients = Record<keyof Ladder, readonly string[]>;

/** A reminder due: `step` is the day of the ladder it stands for. */
export interface Reminder {
  personId: string;
  step: number;
}

/** Whether the ball is with whoever leads and a day runs: only then does urging make sense. */
export function isUrged({ kind, phase, suspended, due }: Omit<Urgeable, 'id' | 'givenOn'>): boolean {
  const withTheLead = phase === 'given' || phase === 'received' || phase === 'returned';
  return due !== null && kind !== 'stop' && !suspended && withTheLead;
}

/** The last day of the rung that has come, with its date; null where none came since the work was given. */
function lastStep(steps: readonly number[], directive: Urgeable, today: string, calendar: Calendar) {
  const due = Temporal.PlainDate.from(directive.due ?? today);
  return steps
    .map((step) => ({ step, on: calendar.addWorkingDays(due, step).toString() }))
    .filter(({ on }) => on <= today && on >= directive.givenOn)
    .reduce<{ step: number; on: string } | null>(
      (last, one) => (last && last.step > one.step ? last : one),
      null,
    );
}

/**
 * Who is to be reminded of a directive on a day: of the days of the ladder that have come the last one counts, and
 * only if it came after the person was last told. So nothing is told twice, and what was missed is told once, late.
 * @param toldOn the day each person was last told of this directive, ISO, by person
 */
export function remindersOn(
  directive: Urgeable,
  recipients: Recipients,
  toldOn: ReadonlyMap<string, string>,
  ladder: Ladder,
  { today, calendar }: { today: string; calendar: Calendar },
): Reminder[] {
  if (!isUrged(directive)) return [];
  const due = new Map<string, number>();
  for (const rung of ['person', 'head', 'director'] as const) {
    const last = lastStep(ladder[rung], directive, today, calendar);
    if (last === null) continue;
    for (const personId of recipients[rung]) {
      const told = toldOn.get(personId);
      if (told !== undefined && told >= last.on) continue;
      due.set(personId, Math.max(last.step, due.get(personId) ?? last.step));
    }
  }
  return [...due].map(([personId, step]) => ({ personId, step }));
}
