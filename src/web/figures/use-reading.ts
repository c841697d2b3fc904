import { useSearch } from '@tanstack/react-router';
import { PeriodKind } from '../../domain/calendar/periods.ts';
import { figureIds } from '../../domain/figures/catalogue.ts';
import { type Split, splits } from '../../domain/figures/family.ts';
import type { CutShown, FigureList } from '../../features/figures/contract.ts';

type PeriodName = FigureList['period']['kind'];
export const periodNames = [...PeriodKind.options, 'dates'] as const satisfies readonly PeriodName[];

/** What figures are read for, as the address says it. */
export interface Asked {
  period?: PeriodName;
  from?: string;
  to?: string;
  cutOff?: string;
  knownOn?: string;
  unit?: string;
}

const isDay = (value: string | undefined): value is string => /^\d{4}-\d{2}-\d{2}$/u.test(value ?? '');
const isId = (value: string | undefined): value is string => /^[\da-f-]{36}$/iu.test(value ?? '');

/** The reading of the address, and the figure whose records are open; what is neither is left out. */
export function useAsked(): {
  asked: Asked;
  open: string | undefined;
  part: { by: Split; key: string } | undefined;
} {
  const search = useSearch({ strict: false });
  const { from, to, cutOff, knownOn, unit, figure, by, key = '' } = search;
  const period = periodNames.find((one) => one === search.period);
  const split = splits.find((one) => one === by);
  return {
    asked: {
      ...(period && { period }),
      ...(period === 'dates' && isDay(from) && isDay(to) && { from, to }),
      ...(isDay(cutOff) && { cutOff }),
      ...(isDay(knownOn) && { knownOn }),
      ...(isId(unit) && { unit }),
    },
    open: figureIds.some((id) => id === figure) || isId(figure) ? figure : undefined,
    part: split && { by: split, key },
  };
}

/** The reading as the API takes it: what was known by a day is known at its end in the offices. */
export function queryOf({ knownOn, ...rest }: Asked) {
  return { ...rest, ...(knownOn !== undefined && { knownAt: `${knownOn}T23:59:59.999+07:00` }) };
}

/** The reading of a period a figure is compared with, under the same unit and knowledge. */
export const askedFor = (asked: Asked, { from, to, cutOff }: CutShown): Asked => ({
  ...asked,
  period: 'dates',
  from,
  to,
  cutOff,
});
