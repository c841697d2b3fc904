import { openAgency } from '../../features/session/contract.ts';
import { call } from './call.ts';
import { client } from './client.ts';

/** Another agency is another register: nothing kept from the first may be shown. @param to what to open in it */
export async function changeAgency(agencyId: string, to = '/'): Promise<void> {
  await call(openAgency, { body: { agencyId } });
  client.clear();
  location.assign(to);
}
