import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import type { CallOptions } from '../api/call.ts';

/** Which record, as of which day. */
interface Asked {
  params: { id: string };
  query: { asOf: string | undefined };
}

/**
 * The record that the address names, as of the day it names.
 * @param room the name it is kept under, beside everything else that is read of directives
 */
export function useRecord<Found>(
  room: string,
  read: (asked: Asked, options: CallOptions) => Promise<Found>,
): { found: UseQueryResult<Found>; asOf: string | undefined } {
  const { id = '' } = useParams({ strict: false });
  const { asOf } = useSearch({ strict: false });
  const found = useQuery({
    queryKey: ['directives', room, 'one', id, asOf],
    queryFn: ({ signal }) => read({ params: { id }, query: { asOf } }, { signal }),
  });
  return { found, asOf };
}
