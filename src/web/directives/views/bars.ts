import type { DirectiveRow } from '../../../features/directives/contract.ts';

/** Where a bar lies on a track of whole days, in per cent of the track. */
export interface Bar {
  left: number;
  width: number;
  /** The first deadline, where another came after it and it lies on the track. */
  first: number | null;
}

const dayNumber = (iso: string) => Math.round(Date.parse(`${iso}T00:00:00Z`) / 86_400_000);

/**
 * The bar from the day given through the last deadline, cut to the days shown; null where it touches none of them.
 * Without a deadline it is the day it was given.
 */
export function barOf(
  row: Pick<DirectiveRow, 'givenOn' | 'dueDay' | 'firstDueDay' | 'closedOn'>,
  days: { from: string; to: string },
): Bar | null {
  const [first, last] = [dayNumber(days.from), dayNumber(days.to) + 1];
  const ends = [row.givenOn, row.dueDay, row.firstDueDay].flatMap((day) => (day ? [dayNumber(day)] : []));
  const [begin, end] = [dayNumber(row.givenOn), Math.max(...ends) + 1];
  const [from, to] = [Math.max(first, begin), Math.min(last, end)];
  if (from >= to) return null;
  const share = (day: number) => ((day - first) / (last - first)) * 100;
  const mark = row.firstDueDay && row.firstDueDay !== row.dueDay ? dayNumber(row.firstDueDay) + 1 : null;
  return {
    left: share(from),
    width: share(to) - share(from),
    first: mark !== null && mark > first && mark <= last ? share(mark) : null,
  };
}
