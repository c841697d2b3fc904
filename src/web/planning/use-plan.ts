import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { z } from 'zod';
import type { CallOptions } from '../api/call.ts';
import { useSession } from '../api/client.ts';
import { filterOf } from './address.ts';

/** Where the plan of a year is. */
export type PlanPlace = '/targets' | '/programme' | '/drafts';

/** What every plan of a year is narrowed by. */
export interface PlanFilter {
  year?: number | undefined;
  unit?: string | undefined;
  asOf?: string | undefined;
}

/** The plan of a year under the filter of the address, as it was read last. */
export interface Plan<Filter, Found> {
  to: PlanPlace;
  filter: Filter;
  /** The running year unless the filter names one. */
  year: number;
  found: UseQueryResult<Found>;
}

/** Reads the plan that the address names. */
export function usePlan<Shape extends z.ZodRawShape, Found>(
  to: PlanPlace,
  schema: z.ZodObject<Shape>,
  read: (filter: Partial<z.infer<z.ZodObject<Shape>>>, options: CallOptions) => Promise<Found>,
): Plan<Partial<z.infer<z.ZodObject<Shape>>>, Found> {
  const { today } = useSession();
  const filter = filterOf(schema, useSearch({ strict: false }));
  const { year = Number(today.slice(0, 4)) } = filter as PlanFilter;
  const found = useQuery({
    queryKey: ['directives', to.slice(1), 'list', filter],
    queryFn: ({ signal }) => read(filter, { signal }),
    placeholderData: (before) => before,
  });
  return { to, filter, year, found };
}
