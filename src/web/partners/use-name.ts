import { useQuery } from '@tanstack/react-query';
import { getPartner } from '../../features/partners/contract.ts';
import { call } from '../api/call.ts';

/** What an organisation or person is called; undefined until it is known. */
export function usePartnerName(id: string | undefined): string | undefined {
  const { data } = useQuery({
    queryKey: ['partners', 'one', id, undefined],
    queryFn: ({ signal }) => call(getPartner, { params: { id: id ?? '' }, query: {} }, { signal }),
    enabled: id !== undefined,
  });
  return data?.name;
}
