import { type DirectiveFilter, DirectiveState, filterToQuery } from '../../domain/directives/filter.ts';
import { endedStates } from '../../domain/directives/state.ts';
import { fold } from '../../domain/text/fold.ts';
import type { Overview, StateCounts } from '../../features/agencies/contract.ts';

export type Agency = Overview['agencies'][number];

/** What the columns count, each the sum of states. */
export const columns = {
  open: DirectiveState.options.filter((state) => !endedStates.includes(state)),
  overdue: ['overdue'],
  soon: ['due-soon'],
  awaiting: ['awaiting-confirmation'],
  inTime: ['done-in-time'],
  late: ['done-late'],
} as const satisfies Record<string, readonly DirectiveState[]>;
export type Column = keyof typeof columns;
export const columnNames = Object.keys(columns) as Column[];

export const countOf = (counts: StateCounts, column: Column): number =>
  columns[column].reduce((sum, state) => sum + (counts[state] ?? 0), 0);

/** The list that holds exactly what a number counts, within its agency, as search parameters. */
export function listOf(column: Column, unitId?: string | null): Record<string, string> {
  const filter: DirectiveFilter = {
    level: 'whole',
    state: [...columns[column]],
    ...(unitId === null ? { lead: 'none' } : unitId !== undefined && { unit: [unitId] }),
  };
  return Object.fromEntries(filterToQuery(filter));
}

/** Sums over all agencies. */
export function totalOf(agencies: readonly Agency[]): StateCounts {
  const total: StateCounts = {};
  for (const { counts } of agencies)
    for (const state of DirectiveState.options) {
      const count = (total[state] ?? 0) + (counts[state] ?? 0);
      if (count > 0) total[state] = count;
    }
  return total;
}

/** Agencies whose name, or whose unit's name, holds the words, in the order asked; the largest number first. */
export function arranged(agencies: readonly Agency[], q: string, sort: Column | 'name'): Agency[] {
  const words = fold(q).trim();
  const holds = (name: string) => fold(name).includes(words);
  const found = agencies.filter(
    ({ name, shortName, units }) =>
      words === '' || holds(name) || holds(shortName) || units.some((unit) => holds(unit.name)),
  );
  if (sort === 'name') return found;
  return found.toSorted((a, b) => countOf(b.counts, sort) - countOf(a.counts, sort));
}

export const isColumn = (name: string | undefined): name is Column =>
  name !== undefined && Object.hasOwn(columns, name);
