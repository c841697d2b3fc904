import { sql } from 'kysely';
import { standingOf } from '../../domain/directives/standing.ts';
import { likelyDoubles } from '../../domain/organisation/doubles.ts';
import { uuidv7 } from '../../storage/ids.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, command, Refused } from '../context.ts';
import { factsOf, recordFact, refreshNow } from '../directives/record.ts';
import { tellChanged } from '../directives/tell.ts';
import type { Double, MergeReview, Person } from './contract.ts';
import { findPersons, insertPost, type PersonFound, presentPerson, updateCard } from './persons.ts';
import { personPolicy } from './policy.ts';

/** Pairs of persons of the agency that are likely one. */
export async function listDoubles(ctx: Context, actor: Actor): Promise<Double[]> {
  const today = ctx.today().toString();
  const persons = await ctx.store.read(actor.scope, (tx) =>
    findPersons(tx, actor.agencyId, { on: today, today }),
  );
  const byId = new Map(persons.map((person) => [person.id, presentPerson(actor, person)]));
  return likelyDoubles(persons).flatMap(({ ids, likeness }) => {
    const pair = ids.flatMap((id) => byId.get(id) ?? []);
    return pair.length === 2 ? [{ persons: pair, likeness }] : [];
  });
}

interface Merging {
  merged: PersonFound;
  into: PersonFound;
  openDirectives: string[];
  delegations: Delegated[];
}

interface Delegated {
  id: string;
  from_person_id: string;
  to_person_id: string;
  form: 'KT.' | 'TL.' | 'TUQ.';
  unit_id: string | null;
  from_day: string;
  last_day: string;
  document: string;
}

/** Both records and what goes along; refused where it cannot be. @throws Refused 404, 409 */
async function gather(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  mergedId: string,
  intoId: string,
): Promise<Merging> {
  const { agencyId } = actor;
  const today = ctx.today().toString();
  const [merged] = await findPersons(tx, agencyId, { id: mergedId, today });
  const [into] = await findPersons(tx, agencyId, { id: intoId, today });
  if (!merged) throw Refused.notFound();
  if (!into || merged.id === into.id)
    throw Refused.invalid([{ path: 'intoId', message: 'Chọn bản ghi khác được giữ lại.' }]);
  personPolicy.insist('merge', actor, merged);
  if (into.mergedInto !== null)
    throw Refused.conflict(`«${into.fullName}» đã được gộp vào một bản ghi khác. Mở danh sách để xem lại.`);
  const { rows } = await sql<{ id: string }>`
    select directive_id as id from directive_now where agency_id = ${agencyId} and assignee_id = ${mergedId}
      and phase not in ('accepted', 'stopped') order by directive_id for update`.execute(tx);
  const delegations = await tx
    .selectFrom('delegation as d')
    .leftJoin('delegation_end as e', (join) =>
      join.onRef('e.agency_id', '=', 'd.agency_id').onRef('e.delegation_id', '=', 'd.id'),
    )
    .selectAll('d')
    .where('d.agency_id', '=', agencyId)
    .where((eb) => eb.or([eb('d.from_person_id', '=', mergedId), eb('d.to_person_id', '=', mergedId)]))
    .where('d.last_day', '>=', today)
    .where('e.delegation_id', 'is', null)
    .execute();
  return { merged, into, openDirectives: rows.map(({ id }) => id), delegations };
}

const openPosts = ({ posts }: PersonFound) => posts.filter(({ to }) => to === null);

/** What would go from one record to the other. @throws Refused 404, 409 */
export async function reviewMerge(
  ctx: Context,
  actor: Actor,
  mergedId: string,
  intoId: string,
): Promise<MergeReview> {
  return ctx.store.transaction(actor.scope, async (tx) => {
    const { merged, into, openDirectives, delegations } = await gather(tx, ctx, actor, mergedId, intoId);
    return {
      merged: presentPerson(actor, merged),
      into: presentPerson(actor, into),
      posts: openPosts(merged).length,
      directives: openDirectives.length,
      delegations: delegations.length,
    };
  });
}

/**
 * Merges a record of a person into another of the same person: posts, delegations and directives in hand go along
 * from the day on; the merged record stays as it was and points to the other. Nothing is deleted.
 * @throws Refused 400, 404, 409
 */
export async function mergePersons(
  ctx: Context,
  actor: Actor,
  mergedId: string,
  { intoId, reason }: { intoId: string; reason: string },
): Promise<Person> {
  const calendar = await ctx.calendar();
  const detail = { intoId, reason };
  const act = { action: 'person.merged', recordKind: 'person', recordId: mergedId, detail };
  const person = await command(ctx, actor, act, async (tx) => {
    const merging = await gather(tx, ctx, actor, mergedId, intoId);
    const stamp = stampOf(ctx, actor);
    const today = ctx.today().toString();
    await tx
      .insertInto('person_merge')
      .values({ ...stamp, merged_id: mergedId, into_id: intoId, merged_on: today, reason })
      .execute();
    await movePosts(tx, ctx, actor, merging);
    await moveDelegations(tx, ctx, actor, merging);
    await moveDirectives(tx, ctx, actor, merging);
    await refreshNow(tx, actor.agencyId, merging.openDirectives, calendar);
    await fillCard(tx, actor, merging);
    const [after] = await findPersons(tx, actor.agencyId, { id: intoId, today });
    if (!after) throw Refused.notFound();
    return presentPerson(actor, after);
  });
  tellChanged(ctx, actor.agencyId);
  return person;
}

const stampOf = (ctx: Context, actor: Actor) => ({
  agency_id: actor.agencyId,
  recorded_at: ctx.clock().toString(),
  recorded_by: actor.personId,
});
const later = (a: string, b: string) => (a > b ? a : b);

async function movePosts(tx: Tx, ctx: Context, actor: Actor, { merged, into }: Merging): Promise<void> {
  const today = ctx.today().toString();
  for (const post of openPosts(merged)) {
    const from = later(post.from, today);
    await tx
      .insertInto('post_end')
      .values({ ...stampOf(ctx, actor), post_id: post.id, to_day: from })
      .execute();
    const { unitId, role, title } = post;
    const held = openPosts(into).some((own) => own.unitId === unitId && own.role === role);
    if (!held) await insertPost(tx, ctx, actor, into.id, { unitId, role, title: title ?? undefined, from });
  }
}

/** Delegations that still hold go on under the one name, unless both sides would be the same person. */
async function moveDelegations(tx: Tx, ctx: Context, actor: Actor, merging: Merging): Promise<void> {
  const { merged, into, delegations } = merging;
  const one = (personId: string) => (personId === merged.id ? into.id : personId);
  for (const delegation of delegations) {
    const from_day = later(delegation.from_day, ctx.today().toString());
    const stamp = stampOf(ctx, actor);
    await tx
      .insertInto('delegation_end')
      .values({ ...stamp, delegation_id: delegation.id, ended_on: from_day })
      .execute();
    const [from_person_id, to_person_id] = [one(delegation.from_person_id), one(delegation.to_person_id)];
    if (from_person_id === to_person_id) continue;
    await tx
      .insertInto('delegation')
      .values({ ...delegation, ...stamp, id: uuidv7(), from_person_id, to_person_id, from_day })
      .execute();
  }
}

async function moveDirectives(tx: Tx, ctx: Context, actor: Actor, merging: Merging): Promise<void> {
  const { into, openDirectives } = merging;
  const facts = await factsOf(tx, actor.agencyId, openDirectives);
  for (const directiveId of openDirectives) {
    const standing = standingOf(facts.get(directiveId) ?? []);
    if (!standing) continue;
    await recordFact(tx, {
      agencyId: actor.agencyId,
      directiveId,
      happenedOn: later(ctx.today().toString(), standing.lastOn),
      recordedAt: ctx.clock().toString(),
      recordedBy: actor.personId,
      body: { kind: 'assigned', assignee: { personId: into.id, name: into.fullName } },
    });
  }
}

/** What the card that goes on lacks comes from the other; a staff code belongs to one card only, so it moves. */
async function fillCard(tx: Tx, actor: Actor, { merged, into }: Merging): Promise<void> {
  const { agencyId } = actor;
  const staffCode = into.staffCode ?? merged.staffCode;
  const email = into.email ?? merged.email;
  if (staffCode === into.staffCode && email === into.email) return;
  if (staffCode !== into.staffCode)
    await updateCard(tx, agencyId, merged.id, merged.version, { ...merged, staffCode: null });
  await updateCard(tx, agencyId, into.id, into.version, { ...into, staffCode, email });
}
