import { issuingOf } from '../../domain/documents/issuing.ts';
import type { Tx } from '../../storage/store.ts';
import type { Frame } from '../../writing/official/kinds/frame.ts';
import type { Actor } from '../context.ts';
import { signingOf } from './signature.ts';

/** What a paper of the agency says of who issues it; number and day are the clerk's unless told. */
export async function frameOf(
  tx: Tx,
  actor: Actor,
  { on, date, recipients }: Pick<Frame, 'on' | 'date' | 'recipients'>,
): Promise<Frame> {
  const { name, sign } = await tx
    .selectFrom('agency')
    .select(['name', 'sign'])
    .where('id', '=', actor.agencyId)
    .executeTakeFirstOrThrow();
  const { signature } = await signingOf(tx, actor, on);
  return { ...issuingOf(name), on, date, recipients, agencySign: sign, number: null, signature };
}
