import { z } from 'zod';
import lawFile from '../../../rules/calendar/law.json' with { type: 'json' };
import { inForce, Rule } from '../rules/rule.ts';
import { solarDayOf } from './lunar.ts';

/** The dated law of days off: weekly rest (topic `weekly-rest`) and holidays (topics `holiday.…`). */
export const calendarLaw: readonly Rule[] = z.array(Rule).parse(lawFile);

const Holiday = z.object({
  words: z.string(),
  on: z.object({ calendar: z.enum(['solar', 'lunar']), month: z.int(), day: z.int() }),
  days: z.int().min(1),
  /** A day of it on a weekly rest day is made up (Labour Code article 111(3)). */
  compensated: z.boolean(),
  /** Days of the block before the named day, by that day's weekday: an estimate, since the Prime Minister decides. */
  daysBefore: z.record(z.string(), z.int()).optional(),
});
type Holiday = z.infer<typeof Holiday>;

const topics = [...new Set(calendarLaw.map((rule) => rule.topic))].filter((topic) =>
  topic.startsWith('holiday.'),
);

const weeklyRestRules = calendarLaw.filter((rule) => rule.topic === 'weekly-rest');
const restWeekdays = new Map(
  weeklyRestRules.map(({ id, value }) => [
    id,
    z.object({ weekdays: z.array(z.int()) }).parse(value).weekdays,
  ]),
);

/** Whether the law of that day gives weekly rest on its weekday (Saturday and Sunday since 2/10/1999). */
export function isWeeklyRest(day: Temporal.PlainDate): boolean {
  const rule = inForce(weeklyRestRules, { on: day.toString() });
  return (restWeekdays.get(rule?.id ?? '') ?? [7]).includes(day.dayOfWeek);
}

/** A day off as the law of its year gives it. */
export interface LawfulDayOff {
  day: Temporal.PlainDate;
  words: string;
  /** Text and article the day rests on. */
  basis: string;
}

/**
 * All holidays and compensated rests of a year, computed from the law in force on each: a sound list except for
 * what the Prime Minister decides yearly (which five days are Tết, which day accompanies 2/9, swapped workdays).
 * @returns in order of days; holidays on a weekly rest day are in it too
 */
export function lawfulDaysOff(year: number): LawfulDayOff[] {
  const holidays = topics.flatMap((topic) => holidayDays(topic, year)).sort(byDay);
  const taken = new Set(holidays.map(({ day }) => day.toString()));
  const madeUp: LawfulDayOff[] = [];
  for (const { day, words, basis, compensated } of holidays) {
    if (!compensated || !isWeeklyRest(day)) continue;
    let next = day.add({ days: 1 });
    while (isWeeklyRest(next) || taken.has(next.toString())) next = next.add({ days: 1 });
    taken.add(next.toString());
    madeUp.push({ day: next, words: `Nghỉ bù ${words}`, basis });
  }
  return [...holidays.map(({ day, words, basis }) => ({ day, words, basis })), ...madeUp].sort(byDay);
}

function holidayDays(topic: string, year: number): (LawfulDayOff & { compensated: boolean })[] {
  // The date needs the rule and the rule needs the date: try each version on its own day.
  const versions = calendarLaw.filter((rule) => rule.topic === topic);
  for (const rule of versions) {
    const holiday = Holiday.parse(rule.value);
    const named = namedDay(holiday, year);
    if (inForce(versions, { topic, on: named })?.id !== rule.id) continue;
    const first = named.subtract({ days: holiday.daysBefore?.[named.dayOfWeek] ?? 0 });
    const basis = `${rule.basis.text}, ${rule.basis.article}`;
    return Array.from({ length: holiday.days }, (_, index) => ({
      day: first.add({ days: index }),
      words: holiday.words,
      basis,
      compensated: holiday.compensated,
    }));
  }
  return [];
}

function namedDay({ on }: Holiday, year: number): Temporal.PlainDate {
  return on.calendar === 'lunar'
    ? solarDayOf(year, on.month, on.day)
    : new Temporal.PlainDate(year, on.month, on.day);
}

function byDay(a: { day: Temporal.PlainDate }, b: { day: Temporal.PlainDate }): number {
  return Temporal.PlainDate.compare(a.day, b.day);
}
