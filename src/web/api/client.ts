import { QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import type { Permission } from '../../domain/permissions/permission.ts';
import { getSession, type Session } from '../../features/session/contract.ts';
import { getSetup } from '../../features/setup/contract.ts';
import { CallFailed, call } from './call.ts';

/** Answers kept while screens change; a refusal is not asked again, a broken line is. */
export const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, error) => error instanceof CallFailed && isPassing(error.status) && count < 2,
    },
    mutations: { retry: false },
  },
});

/** Directives, plans and what is counted of them are asked for again. */
export const readAgain = (): Promise<void> => client.invalidateQueries({ queryKey: ['directives'] });

const isPassing = (status: number) => status === 0 || status === 502 || status === 503;

export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: () => call(getSetup, {}),
  staleTime: 60_000,
});

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: () => call(getSession, {}),
  staleTime: 60_000,
});

/** Who is signed in; only within the frame, which is drawn for nobody else. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery);
  if (!data) throw new Error('No session within the frame');
  return data;
}

/** Whether the person may; screens ask this, never the role. */
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useSession();
  return (permission) => permissions.includes(permission);
}
