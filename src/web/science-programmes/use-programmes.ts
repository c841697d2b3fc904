import { useQuery } from '@tanstack/react-query';
import { listScienceProgrammes } from '../../features/science-programmes/contract.ts';
import { call } from '../api/call.ts';

/** The programmes of the agency as they stand today. */
export const useProgrammes = (enabled = true) =>
  useQuery({
    queryKey: ['tasks', 'programmes', 'list'],
    queryFn: ({ signal }) => call(listScienceProgrammes, { query: {} }, { signal }),
    enabled,
  });

/** What a programme is called; undefined until it is known. */
export function useProgrammeName(id: string | undefined): string | undefined {
  const { data } = useProgrammes(id !== undefined);
  const found = data?.items.find((one) => one.id === id);
  return found && `${found.code} ${found.name}`;
}
