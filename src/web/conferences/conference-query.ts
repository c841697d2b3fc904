import { useQuery } from '@tanstack/react-query';
import { type Conference, getConference } from '../../features/conferences/contract.ts';
import { call } from '../api/call.ts';
import { client } from '../api/client.ts';

const keyOf = (id: string) => ['directives', 'conferences', 'one', id];

/** A conference, looked at again when anybody changes it. */
export const useConference = (id: string) =>
  useQuery({
    queryKey: keyOf(id),
    queryFn: ({ signal }) => call(getConference, { params: { id } }, { signal }),
  });

/** Keeps what a change answered, and asks again for what follows from it. */
export async function keep(conference: Conference): Promise<void> {
  client.setQueryData(keyOf(conference.id), conference);
  await client.invalidateQueries({ queryKey: ['directives', 'conferences', 'notice', conference.id] });
}
