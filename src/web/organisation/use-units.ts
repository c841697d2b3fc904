import { useQuery } from '@tanstack/react-query';
import { listUnits } from '../../features/organisation/contract.ts';
import { call } from '../api/call.ts';

/** The agency's units on a day, today unless told, in the order of the tree. */
export const useUnits = (on?: string) =>
  useQuery({
    queryKey: ['units', { on }],
    queryFn: () => call(listUnits, { query: { on } }),
    staleTime: 60_000,
  });

/** The fields the agency's units work in, in order. */
export function useFields(): string[] {
  const { data: units = [] } = useUnits();
  return [...new Set(units.flatMap(({ field }) => field ?? []))].toSorted((a, b) => a.localeCompare(b, 'vi'));
}
