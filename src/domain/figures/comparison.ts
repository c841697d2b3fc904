import { type Period, type PeriodKind, windowOf } from '../calendar/periods.ts';

/** A period's days and the cut-off within it, ISO. */
export interface Cut {
  from: string;
  to: string;
  cutOff: string;
}

const perYear: Record<PeriodKind, number> = { month: 12, quarter: 4, half: 2, 'nine-months': 1, year: 1 };

/** The period of its kind before: month 1 comes after month 12 of the year before. */
export function periodBefore({ kind, year, n }: Period): Period {
  return n > 1 ? { kind, year, n: n - 1 } : { kind, year: year - 1, n: perYear[kind] };
}

/** The same period a year before. */
export const yearBefore = ({ kind, year, n }: Period): Period => ({ kind, year: year - 1, n });

const day = (iso: string) => Temporal.PlainDate.from(iso);
const earlier = (a: string, b: string) => (a < b ? a : b);

/**
 * The two periods a period is compared with, cut off where it is: a period under way after as many days, or on the same
 * day of the year, a closed one at its end. Chosen days are compared with as many days before, and a year before.
 * @param period null for chosen days
 * @returns null for a time before the reporting rules
 */
export function comparedWith(
  { from, to, cutOff }: Cut,
  period: Period | null,
): { before: Cut | null; lastYear: Cut | null } {
  const closed = cutOff === to;
  const passed = day(from).until(day(cutOff)).days;
  const length = day(from).until(day(to)).days + 1;
  const back = (iso: string) => day(iso).subtract({ years: 1 }).toString();
  const windowIn = (one: Period) => {
    try {
      const window = windowOf(one);
      return { from: window.from.toString(), to: window.to.toString() };
    } catch (error) {
      if (error instanceof RangeError) return null;
      throw error;
    }
  };
  const before = period
    ? windowIn(periodBefore(period))
    : {
        from: day(from).subtract({ days: length }).toString(),
        to: day(from).subtract({ days: 1 }).toString(),
      };
  const lastYear = period ? windowIn(yearBefore(period)) : { from: back(from), to: back(to) };
  return {
    before: before && {
      ...before,
      cutOff: closed ? before.to : earlier(before.to, day(before.from).add({ days: passed }).toString()),
    },
    lastYear: lastYear && { ...lastYear, cutOff: closed ? lastYear.to : earlier(lastYear.to, back(cutOff)) },
  };
}
