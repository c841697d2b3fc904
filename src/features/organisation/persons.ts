import { sql } from 'kysely';
import type { z } from 'zod';
import type { Role } from '../../domain/permissions/permission.ts';
import { fold } from '../../domain/text/fold.ts';
import { vietnameseSortKey } from '../../domain/text/sort-key.ts';
import { uuidv7 } from '../../storage/ids.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, command, Refused } from '../context.ts';
import { isOpenAccess } from '../session/access.ts';
import type { Person, PersonBody } from './contract.ts';
import { personPolicy, postPolicy } from './policy.ts';
import { getUnit } from './queries.ts';

/** What a person's card says. */
export type Card = z.infer<typeof PersonBody>;

export interface NewPost {
  unitId: string;
  role: Role;
  title?: string;
  from: string;
}

/** A person's record, whoever looks at it. */
export type PersonFound = Omit<Person, 'abilities' | 'posts'> & {
  posts: Omit<Person['posts'][number], 'abilities'>[];
};

/** The record with what the actor may do with it and with each post. */
export const presentPerson = (actor: Actor, person: PersonFound): Person => ({
  ...person,
  posts: person.posts.map((post) => ({
    ...post,
    abilities: postPolicy.abilitiesOf(actor, { to: post.to, person }),
  })),
  abilities: personPolicy.abilitiesOf(actor, person),
});

/** Persons with their posts: those held on `on`, or all when absent; unit names as of `on` or today. */
export async function findPersons(
  tx: Tx,
  agencyId: string,
  filter: { id?: string; q?: string; unitId?: string; on?: string; today: string },
): Promise<PersonFound[]> {
  const day = filter.on ?? filter.today;
  const held = sql`h.from_day <= ${day} and (e.to_day is null or e.to_day > ${day})`;
  const { rows } = await sql<PersonFound>`
    select p.id, p.full_name as "fullName", p.staff_code as "staffCode", p.email, a.username as "userName", p.version,
      (select json_build_object('personId', i.id, 'name', i.full_name) from person_merge g
        join person i on i.agency_id = g.agency_id and i.id = g.into_id
        where g.agency_id = p.agency_id and g.merged_id = p.id) as "mergedInto",
      case when m.user_id is not null then ${isOpenAccess('membership', 'm')} end as "accountOpen",
      coalesce((
        select json_agg(json_build_object('id', h.id, 'unitId', h.unit_id, 'unitName', n.name, 'role', h.role,
          'title', h.title, 'from', h.from_day, 'to', e.to_day) order by h.from_day desc, h.id)
        from post_holding h
        left join post_end e on e.agency_id = h.agency_id and e.post_id = h.id
        cross join lateral (select n.name from unit_name n where n.agency_id = h.agency_id and n.unit_id = h.unit_id
          order by (n.from_day <= ${day}) desc, n.from_day desc, n.recorded_at desc limit 1) n
        where h.agency_id = p.agency_id and h.person_id = p.id ${filter.on ? sql`and ${held}` : sql``}), '[]') as posts
    from person p
    left join membership m on m.agency_id = p.agency_id and m.person_id = p.id
    left join auth."user" a on a.id = m.user_id
    where p.agency_id = ${agencyId}
      ${
        filter.id
          ? sql`and p.id = ${filter.id}`
          : sql`and not exists (select from person_merge g where g.agency_id = p.agency_id and g.merged_id = p.id)`
      }
      ${filter.q ? sql`and p.fold like ${`%${fold(filter.q).replace(/[%_\\]/gu, '\\$&')}%`}` : sql``}
      ${
        filter.unitId
          ? sql`and exists (select from post_holding h left join post_end e on e.agency_id = h.agency_id and e.post_id = h.id
              where h.agency_id = p.agency_id and h.person_id = p.id and h.unit_id = ${filter.unitId} and ${held})`
          : sql``
      }
    order by p.sort_key, p.id`.execute(tx);
  return rows;
}

/** The agency's persons with the posts they hold on a day. */
export async function listPersons(
  ctx: Context,
  actor: Actor,
  query: { q?: string; unitId?: string; on?: string },
): Promise<Person[]> {
  const today = ctx.today().toString();
  const found = await ctx.store.read(actor.scope, (tx) =>
    findPersons(tx, actor.agencyId, { ...query, on: query.on ?? today, today }),
  );
  return found.map((person) => presentPerson(actor, person));
}

/** One person's record with every post. @throws Refused 404 */
export async function personFound(tx: Tx, ctx: Context, actor: Actor, id: string): Promise<PersonFound> {
  const [person] = await findPersons(tx, actor.agencyId, { id, today: ctx.today().toString() });
  if (!person) throw Refused.notFound();
  return person;
}

/** The same as the actor sees it. @throws Refused 404 */
export async function personOf(tx: Tx, ctx: Context, actor: Actor, id: string): Promise<Person> {
  return presentPerson(actor, await personFound(tx, ctx, actor, id));
}

/** One person with every post. @throws Refused 404 */
export async function getPerson(ctx: Context, actor: Actor, id: string): Promise<Person> {
  return ctx.store.read(actor.scope, (tx) => personOf(tx, ctx, actor, id));
}

/** How a card is found and ordered. Vietnamese lists go by the given name, the last word, then the rest. */
function cardColumns(card: Card) {
  const fullName = card.fullName.normalize('NFC');
  const words = fullName.split(/\s+/u);
  return {
    full_name: fullName,
    staff_code: card.staffCode ?? null,
    email: card.email ?? null,
    fold: fold(`${fullName} ${card.staffCode ?? ''}`),
    sort_key: vietnameseSortKey([words.at(-1), ...words.slice(0, -1)].join(' ')),
  };
}

/** Records a person in the caller's transaction; gives the id. */
export async function insertPerson(tx: Tx, ctx: Context, actor: Actor, card: Card): Promise<string> {
  const id = uuidv7();
  const made = await tx
    .insertInto('person')
    .values({
      agency_id: actor.agencyId,
      id,
      ...cardColumns(card),
      version: 1,
      recorded_at: ctx.clock().toString(),
      recorded_by: actor.personId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) throw takenStaffCode();
  return id;
}

const takenStaffCode = () =>
  Refused.invalid([{ path: 'staffCode', message: 'Mã này đã dùng cho người khác. Kiểm tra lại.' }]);

/** Records that a person holds a post from a day on, in the caller's transaction. */
export async function insertPost(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  personId: string,
  post: NewPost,
): Promise<void> {
  await tx
    .insertInto('post_holding')
    .values({
      agency_id: actor.agencyId,
      id: uuidv7(),
      person_id: personId,
      unit_id: post.unitId,
      role: post.role,
      title: post.title ?? null,
      from_day: post.from,
      recorded_at: ctx.clock().toString(),
      recorded_by: actor.personId,
    })
    .execute();
}

/** Adds a person, with a first post if given. */
export async function createPerson(
  ctx: Context,
  actor: Actor,
  { post, ...card }: Card & { post?: NewPost },
): Promise<Person> {
  return command(ctx, actor, { action: 'person.created', recordKind: 'person' }, async (tx) => {
    const id = await insertPerson(tx, ctx, actor, card);
    if (post) {
      await refuseForeignUnit(tx, ctx, actor, post.unitId);
      await insertPost(tx, ctx, actor, id, post);
    }
    return personOf(tx, ctx, actor, id);
  });
}

async function refuseForeignUnit(tx: Tx, ctx: Context, actor: Actor, unitId: string): Promise<void> {
  await getUnit(tx, ctx, actor, unitId, ctx.today().toString()).catch((error: unknown) => {
    if (!(error instanceof Refused)) throw error;
    throw Refused.invalid([{ path: 'unitId', message: 'Đơn vị không có trong cơ quan, hoặc đã giải thể.' }]);
  });
}

/** Puts another card in place of a version, in the caller's transaction; false when that version has passed. */
export async function updateCard(
  tx: Tx,
  agencyId: string,
  id: string,
  version: number,
  card: Card,
): Promise<boolean> {
  const done = await tx
    .updateTable('person')
    .set({ ...cardColumns(card), version: version + 1 })
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
    .catch((error: unknown) => {
      throw error instanceof Error && 'code' in error && error.code === '23505' ? takenStaffCode() : error;
    });
  return done !== undefined;
}

/** Changes the card of a person; refused with what stands now when the version has passed. */
export async function changePerson(
  ctx: Context,
  actor: Actor,
  id: string,
  version: number,
  change: Partial<Card>,
): Promise<Person> {
  const detail = { before: {}, after: change };
  const act = { action: 'person.changed', recordKind: 'person', recordId: id, detail };
  return command(ctx, actor, act, async (tx) => {
    const before = await personOf(tx, ctx, actor, id);
    personPolicy.insist('change', actor, before);
    detail.before = Object.fromEntries(
      Object.keys(change).map((name) => [name, before[name as keyof typeof change]]),
    );
    const card = { ...before, ...change };
    const done = await updateCard(tx, actor.agencyId, id, version, card);
    if (!done) throw Refused.stale(before);
    return personOf(tx, ctx, actor, id);
  });
}

/** Gives a person a post from a day on. */
export async function holdPost(ctx: Context, actor: Actor, id: string, post: NewPost): Promise<Person> {
  const act = { action: 'post.held', recordKind: 'person', recordId: id, detail: post };
  return command(ctx, actor, act, async (tx) => {
    personPolicy.insist('holdPost', actor, await personFound(tx, ctx, actor, id));
    await refuseForeignUnit(tx, ctx, actor, post.unitId);
    await insertPost(tx, ctx, actor, id, post);
    return personOf(tx, ctx, actor, id);
  });
}

/** Ends a post: `to` is the first day it is no longer held. */
export async function endPost(
  ctx: Context,
  actor: Actor,
  id: string,
  postId: string,
  to: string,
): Promise<Person> {
  const act = { action: 'post.ended', recordKind: 'person', recordId: id, detail: { postId, to } };
  return command(ctx, actor, act, async (tx) => {
    const person = await personOf(tx, ctx, actor, id);
    const post = person.posts.find((one) => one.id === postId);
    if (!post) throw Refused.notFound();
    postPolicy.insist('end', actor, { to: post.to, person }, person);
    if (to < post.from) throw Refused.invalid([{ path: 'to', message: 'Ngày thôi trước ngày nhận.' }]);
    await tx
      .insertInto('post_end')
      .values({
        agency_id: actor.agencyId,
        post_id: postId,
        to_day: to,
        recorded_at: ctx.clock().toString(),
        recorded_by: actor.personId,
      })
      .execute();
    return personOf(tx, ctx, actor, id);
  });
}
