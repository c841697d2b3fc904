import { sql } from 'kysely';
import type { Tx } from '../../storage/store.ts';
import { type Authority, type Signature, signingLines } from '../../writing/official/document.ts';
import type { Actor } from '../context.ts';
import { type Lent, lentTo } from '../delegations/lent.ts';

interface Signer {
  personId: string;
  name: string;
  leads: boolean;
  title: string | null;
  /** Who heads the unit of the post. */
  headId: string | null;
  headTitle: string | null;
}

/** Leaders of the agency on a day, and the person with what posts they hold. */
async function signersOn(tx: Tx, agencyId: string, personId: string | null, on: string): Promise<Signer[]> {
  const held = sql`h.from_day <= ${on} and (e.to_day is null or e.to_day > ${on})`;
  const { rows } = await sql<Signer>`
    select h.person_id as "personId", p.full_name as name, h.role = 'director' as leads, h.title,
      u.person_id as "headId", u.title as "headTitle"
    from post_holding h
    join person p on p.agency_id = h.agency_id and p.id = h.person_id
    left join post_end e on e.agency_id = h.agency_id and e.post_id = h.id
    left join lateral (
      select k.person_id, k.title from post_holding k
      left join post_end x on x.agency_id = k.agency_id and x.post_id = k.id
      where k.agency_id = h.agency_id and k.unit_id = h.unit_id and k.role = 'head'
        and k.from_day <= ${on} and (x.to_day is null or x.to_day > ${on})
      order by k.from_day, k.id limit 1) u on true
    where h.agency_id = ${agencyId} and (h.role = 'director' or h.person_id = ${personId}) and ${held}
    order by h.from_day, h.id`.execute(tx);
  return rows;
}

const isDeputy = ({ title }: Pick<Signer, 'title'>) => /^phó\s/iu.test(title ?? '');
const usualTitle = 'Thủ trưởng cơ quan';
const lendsLeading = ({ posts }: Lent) => posts.some(({ role }) => role === 'director');

type Chain = { form: Authority; of: string }[];

/** Who signs a paper on a day. */
export interface Signing {
  signature: Signature;
  /** It is the person asked about. */
  own: boolean;
  /** It would be, but no line can be put together: their post bears no title. */
  untitled: boolean;
}

/** What to do about a missing title. */
export const noTitle =
  'Chức vụ của anh/chị chưa ghi chức danh nên không lập được dòng ký. Nhờ quản trị ghi chức danh («Phó Giám đốc») ở Tổ chức, rồi ký lại.';

/**
 * Who signs a paper of the agency that a person brings (NĐ 30/2020/NĐ-CP Đ13), by posts and delegations of the day:
 * the leader; a deputy of the leader for the leader (KT.); whoever acts in the leader's stead in the form it was given,
 * and where the leader lets the head of a unit sign (TL.), also that head's deputy, in two lines; else the leader, before
 * whom it is laid.
 */
export async function signingOf(
  tx: Tx,
  { agencyId, personId }: Pick<Actor, 'agencyId' | 'personId'>,
  on: string,
): Promise<Signing> {
  const signers = await signersOn(tx, agencyId, personId, on);
  const heads = signers.filter((one) => one.leads && !isDeputy(one));
  // Beside a leader with a title somebody without one may be a deputy: nobody signs as the leader by an omission.
  const leader = heads.find(({ title }) => title !== null) ?? heads[0];
  const of = leader?.title ?? usualTitle;
  const own = signers.filter((one) => one.personId === personId);
  const signed = (chain: Chain, { title, name }: Pick<Signer, 'title' | 'name'>): Signing => ({
    signature: { lines: signingLines(chain, title ?? of), name },
    own: true,
    untitled: false,
  });
  const self = own.find((one) => heads.includes(one) && (one.title !== null || one === leader));
  if (self) return signed([], self);
  const deputy = own.find((one) => one.leads && isDeputy(one));
  if (deputy) return signed([{ form: 'KT.', of }], deputy);
  let untitled = own.some(({ leads }) => leads);
  for (const post of own) {
    const chain = await lentChain(tx, agencyId, post, of, on);
    if (chain && post.title !== null) return signed(chain, post);
    untitled ||= chain !== null;
  }
  return { signature: { lines: signingLines([], of), name: leader?.name ?? null }, own: false, untitled };
}

/** The lines over a post to which the leader's signature was lent, or to whose head it was. */
async function lentChain(
  tx: Tx,
  agencyId: string,
  post: Signer,
  leader: string,
  on: string,
): Promise<Chain | null> {
  const lent = async (personId: string) => (await lentTo(tx, agencyId, personId, on)).find(lendsLeading);
  const byHead =
    isDeputy(post) && post.headTitle !== null ? [{ form: 'KT.', of: post.headTitle } as const] : [];
  const own = await lent(post.personId);
  if (own) {
    const { form, title } = own.inNameOf;
    return [{ form, of: title ?? leader }, ...(form === 'TL.' ? byHead : [])];
  }
  const heads = byHead.length > 0 && post.headId !== null ? await lent(post.headId) : undefined;
  if (heads?.inNameOf.form !== 'TL.') return null;
  return [{ form: 'TL.', of: heads.inNameOf.title ?? leader }, ...byHead];
}
