import type { Calendar } from '../../domain/calendar/calendar.ts';
import { lateness } from '../../domain/calendar/due.ts';
import { type Period, periodContaining, periodWords, windowOf } from '../../domain/calendar/periods.ts';
import { sayDay } from '../../domain/deadlines/words.ts';
import { type Cut, comparedWith, periodBefore, yearBefore } from '../../domain/figures/comparison.ts';
import type { Reading } from '../../domain/figures/figure.ts';
import { Refused } from '../context.ts';
import type { CutShown, FigureList, FigureReading } from './contract.ts';

/** The period asked for, and the two it is compared with, each with its cut-off. */
export interface Cuts {
  period: FigureList['period'];
  before: CutShown | null;
  lastYear: CutShown | null;
}

const refuse = (path: string, message: string) => Refused.invalid([{ path, message }]);

/** The days of what is asked for. @throws Refused 400 in words that say what to do */
export function cutsOf(asked: FigureReading, today: Temporal.PlainDate): Cuts {
  const latest = today.toString();
  if (asked.cutOff !== undefined && asked.cutOff > latest)
    throw refuse('cutOff', 'Ngày chốt chưa đến. Chọn hôm nay hoặc một ngày trước.');
  const { period, from, to } = windowAsked(asked, asked.cutOff ?? latest);
  const cutOff = asked.cutOff ?? (to < latest ? to : latest);
  if (cutOff < from || cutOff > to)
    throw refuse(
      'cutOff',
      `Ngày chốt phải nằm trong kỳ, từ ${sayDay(from)} đến ${sayDay(to)}. Chọn lại ngày chốt hoặc kỳ.`,
    );
  const cut = { from, to, cutOff };
  const { before, lastYear } = comparedWith(cut, period);
  return {
    period: { kind: asked.period, words: saidAs(period, cut), ...cut },
    before: before && { words: saidAs(period && periodBefore(period), before), ...before },
    lastYear: lastYear && { words: saidAs(period && yearBefore(period), lastYear), ...lastYear },
  };
}

const saidAs = (period: Period | null, { from, to }: Cut) =>
  period ? periodWords(period) : `từ ${sayDay(from)} đến ${sayDay(to)}`;

function windowAsked(
  { period: kind, year, n, from, to }: FigureReading,
  on: string,
): { period: Period | null; from: string; to: string } {
  if (kind === 'dates') {
    if (from === undefined || to === undefined || from > to)
      throw refuse('from', 'Chọn ngày đầu và ngày cuối, ngày đầu không sau ngày cuối.');
    return { period: null, from, to };
  }
  try {
    const day = Temporal.PlainDate.from(on);
    // No nine months hold the last quarter; those of its year are then the latest.
    const period =
      year === undefined
        ? (periodContaining(day, kind) ?? { kind, year: day.year, n: 1 })
        : { kind, year, n: n ?? 1 };
    const window = windowOf(period);
    return { period, from: window.from.toString(), to: window.to.toString() };
  } catch (error) {
    if (error instanceof RangeError) throw refuse('period', error.message);
    throw error;
  }
}

/** What a reading needs of the calendar. */
export function readingOf({ from, to, cutOff }: Cut, soonUntil: string, calendar: Calendar): Reading {
  return {
    ...{ from, to, cutOff, soonUntil },
    daysLate: (due, day) => Math.max(0, lateness(due, day, calendar).workingDays),
  };
}
