import { useQuery } from '@tanstack/react-query';
import { listUnits } from '../../features/organisation/contract.ts';
import { call } from '../api/call.ts';

/** The agency's units today, in the order of the tree. */
export const useUnits = () =>
  useQuery({ queryKey: ['units'], queryFn: () => call(listUnits, { query: {} }), staleTime: 60_000 });
