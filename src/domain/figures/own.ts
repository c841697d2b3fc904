import { z } from 'zod';
import { DirectiveFilter, filterToQuery } from '../directives/filter.ts';
import type { Cut } from './comparison.ts';
import { type OwnFamily, ownFilterOf } from './own-families.ts';

/** Which day of a directive must lie in the period for an agency's own figure; standing: as it stands at the cut-off. */
export const DatedBy = z.enum(['standing', 'given', 'first-due', 'closed']);
export type DatedBy = z.infer<typeof DatedBy>;

/** What of a filter belongs to a reading of a figure and not to its definition. */
const ofReading = ['asOf', 'sort', 'person', 'document', 'import', 'periodFrom', 'periodTo'] as const;

/** The filter of an own figure as it is kept. @throws z.ZodError for what is no filter of that family's list */
export function cleanDefinition(family: OwnFamily, query: string): string {
  if (family === 'directives') {
    const filter: DirectiveFilter = ownFilterOf(family, query);
    for (const name of ofReading) delete filter[name];
    return filterToQuery(filter).toString();
  }
  // Year and day shown are those of the period.
  const { year: _, asOf: __, ...filter }: Record<string, unknown> = ownFilterOf(family, query);
  const set = Object.entries(filter).filter(([, value]) => value !== undefined);
  return new URLSearchParams(set.map(([name, value]) => [name, String(value)])).toString();
}

const later = (a: string | undefined, b: string) => (a !== undefined && a > b ? a : b);
const earlier = (a: string | undefined, b: string) => (a !== undefined && a < b ? a : b);

/** What an own figure counts in a period: its filter, narrowed to the days of the period up to the cut-off. */
export function ownFilter(query: string, datedBy: DatedBy, { from, cutOff }: Cut): DirectiveFilter {
  const filter: DirectiveFilter = DirectiveFilter.parse(Object.fromEntries(new URLSearchParams(query)));
  switch (datedBy) {
    case 'standing':
      return filter;
    case 'given':
      return {
        ...filter,
        givenFrom: later(filter.givenFrom, from),
        givenTo: earlier(filter.givenTo, cutOff),
      };
    case 'first-due':
      return { ...filter, periodFrom: from, periodTo: cutOff };
    case 'closed':
      return {
        ...filter,
        closedFrom: later(filter.closedFrom, from),
        closedTo: earlier(filter.closedTo, cutOff),
      };
  }
}
