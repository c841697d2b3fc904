import { sql } from 'kysely';
import { issuingOf } from '../../domain/documents/issuing.ts';
import type { Tx } from '../../storage/store.ts';
import { type Signature, signingLines } from '../../writing/official/document.ts';
import type { Frame } from '../../writing/official/kinds/frame.ts';
import type { Actor } from '../context.ts';
import { lentTo } from '../delegations/lent.ts';

interface Signer {
  personId: string;
  name: string;
  leads: boolean;
  title: string | null;
}

/** Leaders of the agency on a day, and the actor with what post they hold. */
async function signersOn(tx: Tx, { agencyId, personId }: Actor, on: string): Promise<Signer[]> {
  const { rows } = await sql<Signer>`
    select h.person_id as "personId", p.full_name as name, h.role = 'director' as leads, h.title
    from post_holding h
    join person p on p.agency_id = h.agency_id and p.id = h.person_id
    left join post_end e on e.agency_id = h.agency_id and e.post_id = h.id
    where h.agency_id = ${agencyId} and (h.role = 'director' or h.person_id = ${personId})
      and h.from_day <= ${on} and (e.to_day is null or e.to_day > ${on})
    order by h.from_day, h.id`.execute(tx);
  return rows;
}

const isDeputy = ({ title }: Signer) => /^phó\s/iu.test(title ?? '');
const usualTitle = 'Thủ trưởng cơ quan';

/**
 * Who signs a paper that the actor has written: a deputy of the leader for the leader (KT.), whoever acts in the leader's
 * stead in the form it was given, else the leader, before whom the office lays it (NĐ 30/2020/NĐ-CP Đ13).
 */
export async function signatureOf(tx: Tx, actor: Actor, on: string): Promise<Signature> {
  const signers = await signersOn(tx, actor, on);
  const leader = signers.find((one) => one.leads && !isDeputy(one));
  const of = leader?.title ?? usualTitle;
  const own = signers.filter(({ personId }) => personId === actor.personId);
  const deputy = own.find((one) => one.leads && isDeputy(one));
  if (deputy) return { lines: signingLines([{ form: 'KT.', of }], deputy.title ?? ''), name: deputy.name };
  const [self] = own;
  const lent = actor.personId === null ? [] : await lentTo(tx, actor.agencyId, actor.personId, on);
  const stead = lent.find(({ posts }) => posts.some(({ role }) => role === 'director'));
  if (stead && self?.title) {
    const { form, title } = stead.inNameOf;
    return { lines: signingLines([{ form, of: title ?? of }], self.title), name: self.name };
  }
  return { lines: signingLines([], of), name: leader?.name ?? null };
}

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
  const signature = await signatureOf(tx, actor, on);
  return { ...issuingOf(name), on, date, recipients, agencySign: sign, number: null, signature };
}
