import { z } from 'zod';
import { DirectiveFilter, filterToQuery } from './filter.ts';

/** The ways to look at directives under one filter. */
export const ViewKind = z.enum(['table', 'board', 'calendar', 'timeline']);
export type ViewKind = z.infer<typeof ViewKind>;

/** What the columns of a board are. */
export const BoardColumns = z.enum(['unit', 'state']);
export type BoardColumns = z.infer<typeof BoardColumns>;

/** What stands in the address beside the filter: which view, and where it is turned to. */
export const DirectiveView = z.object({
  view: ViewKind.optional(),
  by: BoardColumns.optional(),
  /** The month a calendar or timeline shows, «2026-11». */
  at: z
    .string()
    .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u)
    .optional(),
});
export type DirectiveView = z.infer<typeof DirectiveView>;

/** Days shown, both included, ISO. */
export interface Days {
  from: string;
  to: string;
}

const monthOf = (at: string) => Temporal.PlainYearMonth.from(at);

/** Whole weeks from Monday to Sunday around a month («2026-11»). */
export function weeksAround(at: string): Days {
  const month = monthOf(at);
  const first = month.toPlainDate({ day: 1 });
  const last = month.toPlainDate({ day: month.daysInMonth });
  return {
    from: first.subtract({ days: first.dayOfWeek - 1 }).toString(),
    to: last.add({ days: 7 - last.dayOfWeek }).toString(),
  };
}

/** Four months of a timeline: the one before `at` («2026-11»), so that what runs into it is seen, and two after. */
export function monthsAround(at: string): Days {
  const first = monthOf(at).subtract({ months: 1 });
  const last = monthOf(at).add({ months: 2 });
  return {
    from: first.toPlainDate({ day: 1 }).toString(),
    to: last.toPlainDate({ day: last.daysInMonth }).toString(),
  };
}

/** The month `months` from `at`, «2026-12». */
export const turned = (at: string, months: number): string => monthOf(at).add({ months }).toString();

/** A filter and a view as one address's search parameters, in a fixed order. */
export function viewToQuery(filter: DirectiveFilter, { view, by, at }: DirectiveView): URLSearchParams {
  const query = filterToQuery(filter);
  if (view !== undefined && view !== 'table') query.set('view', view);
  if (by !== undefined && by !== 'unit') query.set('by', by);
  if (at !== undefined) query.set('at', at);
  return query;
}

/** Search parameters as they are kept under a name: only what a filter and a view know. @throws z.ZodError */
export function cleanQuery(query: string): string {
  const given = Object.fromEntries(new URLSearchParams(query));
  return viewToQuery(DirectiveFilter.parse(given), DirectiveView.parse(given)).toString();
}
