import { sql } from 'kysely';
import { permissionsOf } from '../../domain/permissions/policy.ts';
import { uuidv7 } from '../../storage/ids.ts';
import type { Tx } from '../../storage/store.ts';
import { type DayEvent, writeCalendar } from '../../writing/icalendar.ts';
import { type Actor, type Context, command, Refused } from '../context.ts';
import { partiesOf } from '../directives/parties.ts';
import { type Followed, followedUnits } from '../organisation/followed.ts';
import { isOpenAccess } from '../session/access.ts';
import { type Post, postsOn } from '../urging/recipients.ts';
import type { Feed } from './contract.ts';
import { feedingPolicy, feedPolicy, leads } from './policy.ts';
import { hashOf, isSecret, readSecret, secretOf } from './secret.ts';

/** More due days than anybody's calendar holds. */
const most = 2000;

/** The feeds a person made and has not revoked. */
async function findFeeds(tx: Tx, actor: Actor, today: string, id?: string): Promise<Feed[]> {
  const { rows } = await sql<{ id: string; unitId: string | null; createdAt: string }>`
    select f.id, f.unit_id as "unitId", f.recorded_at as "createdAt" from calendar_feed f
    where f.agency_id = ${actor.agencyId} and f.person_id = ${actor.personId}
      and not exists (select from calendar_feed_end e where e.agency_id = f.agency_id and e.feed_id = f.id)
    order by f.recorded_at desc, f.id`.execute(tx);
  const followed = rows.some(({ unitId }) => unitId !== null) && (await followedUnits(tx, actor.agencyId));
  const named = (unitId: string) =>
    followed ? sayFollowed(followed, unitId, followed.successors(unitId, today).standing, today) : '';
  return rows
    .filter((row) => id === undefined || row.id === id)
    .map(({ unitId, ...row }) => ({
      ...row,
      unit: unitId === null ? null : { id: unitId, name: named(unitId) },
      abilities: feedPolicy.abilitiesOf(actor, null),
    }));
}

/** The actor's own feeds in the open agency. */
export async function listFeeds(ctx: Context, actor: Actor): Promise<Feed[]> {
  return ctx.store.read(actor.scope, (tx) => findFeeds(tx, actor, ctx.today().toString()));
}

/** Makes a feed of the actor's due days, or of a unit the actor leads; its address is in this reply only. @throws Refused */
export async function createFeed(ctx: Context, actor: Actor, unitId: string | null) {
  const { personId, agencyId } = actor;
  const id = uuidv7();
  const secret = secretOf(agencyId, id);
  const today = ctx.today().toString();
  const act = { action: 'feed.created', recordKind: 'feed', recordId: id, detail: { unitId } };
  return command(ctx, actor, act, async (tx) => {
    if (unitId !== null) await partiesOf(tx, ctx, agencyId, [unitId], today);
    const posts = unitId === null ? [] : await postsOn(tx, agencyId, today);
    const mine = posts.filter((post) => post.personId === personId);
    feedingPolicy.insist('create', actor, { unitId, posts: mine });
    await tx
      .insertInto('calendar_feed')
      .values({
        agency_id: agencyId,
        id,
        person_id: personId ?? '',
        unit_id: unitId,
        hash: hashOf(secret),
        recorded_at: ctx.clock().toString(),
      })
      .execute();
    const [feed] = await findFeeds(tx, actor, today, id);
    if (!feed) throw Refused.notFound();
    return { ...feed, address: `${ctx.config.url}/calendar/${secret}` };
  });
}

/** Revokes one of the actor's own feeds at once. @throws Refused 404 */
export async function revokeFeed(ctx: Context, actor: Actor, id: string): Promise<void> {
  const act = { action: 'feed.revoked', recordKind: 'feed', recordId: id };
  await command(ctx, actor, act, async (tx) => {
    const [feed] = await findFeeds(tx, actor, ctx.today().toString(), id);
    if (!feed) throw Refused.notFound();
    const stamp = { recorded_at: ctx.clock().toString(), recorded_by: actor.personId };
    await tx
      .insertInto('calendar_feed_end')
      .values({ agency_id: actor.agencyId, feed_id: id, ...stamp })
      .execute();
  });
}

interface Row {
  id: string;
  words: string;
  due: string;
  lead: string | null;
  product: string | null;
  version: number;
  changedAt: string;
}

/** Open work with a day: of a unit what it leads; of a person what they have in hand, and what their unit has in nobody's. */
async function dueDays(
  tx: Tx,
  agencyId: string,
  today: string,
  of: { unitIds: readonly string[] | null; personId: string; headed: readonly string[] },
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select d.id, d.words, n.due, coalesce((select u.name from unit_name u where u.agency_id = n.agency_id
        and u.unit_id = n.lead_unit_id and u.from_day <= ${today}
        order by u.from_day desc, u.recorded_at desc limit 1), n.lead_name) as lead, n.product, n.version,
      (select max(f.recorded_at) from directive_fact f
        where f.agency_id = n.agency_id and f.directive_id = n.directive_id) as "changedAt"
    from directive_now n join directive d on d.agency_id = n.agency_id and d.id = n.directive_id
    where n.agency_id = ${agencyId} and n.due is not null and n.kind <> 'stop' and not n.suspended
      and n.phase not in ('accepted', 'stopped')
      and ${
        of.unitIds === null
          ? sql`(n.assignee_id = ${of.personId}
              or (n.assignee_id is null and n.lead_unit_id = any(${[...of.headed]}::uuid[])))`
          : sql`n.lead_unit_id = any(${[...of.unitIds]}::uuid[])`
      }
    order by n.due, d.id limit ${most}`.execute(tx);
  return rows;
}

const shortened = (words: string) => (words.length <= 150 ? words : `${words.slice(0, 149).trimEnd()}…`);

function eventOf(row: Row, agencyId: string, url: string): DayEvent {
  const lines = [row.words, row.lead && `Chủ trì: ${row.lead}`, row.product && `Sản phẩm: ${row.product}`];
  return {
    uid: `${row.id}@${agencyId}.trongtam`,
    sequence: row.version,
    changedAt: row.changedAt,
    day: row.due,
    summary: `Hạn: ${shortened(row.words)}`,
    description: lines.filter(Boolean).join('\n'),
    url: `${url}/directives/${row.id}`,
  };
}

/**
 * Of a unit and what it has become: those whose work its maker may follow today, and how they are named. Who leads one of
 * several that a unit was split into follows that one; what the unit itself still holds goes with it.
 */
function ledNow(
  followed: Followed,
  unitId: string,
  posts: readonly Post[],
  today: string,
): { ids: string[]; name: string } {
  const { standing, between } = followed.successors(unitId, today);
  const led = (standing.length > 0 ? standing : [unitId]).filter((id) => leads(posts, id));
  return {
    ids: led.length === 0 ? [] : [...new Set([...led, ...between, unitId])],
    name: sayFollowed(followed, unitId, led, today),
  };
}

/** «Phòng Công nghệ số (trước là Phòng Công nghệ)»: what a unit is called today. */
function sayFollowed(followed: Followed, unitId: string, now: readonly string[], today: string): string {
  const name = (id: string) => followed.nameOn(id, today) ?? '';
  if (now.length === 0 || now.includes(unitId)) return name(unitId);
  return `${now.map(name).join(', ')} (trước là ${name(unitId)})`;
}

/**
 * The calendar at a secret address: as its maker may see it today. Whatever is wrong with the address, whether it was
 * revoked, or its maker left, lost the account or no longer leads the unit, the answer is the same.
 * @throws Refused 404
 */
export async function readFeed(ctx: Context, secret: string): Promise<string> {
  const none = Refused.notFound('Không có lịch ở địa chỉ này, hoặc địa chỉ đã thu hồi. Tạo địa chỉ mới.');
  const named = readSecret(secret);
  if (!named) throw none;
  const { agencyId, id } = named;
  const today = ctx.today().toString();
  return ctx.store.read({ agencies: [agencyId] }, async (tx) => {
    const feed = await tx
      .selectFrom('calendar_feed as f')
      .leftJoin('calendar_feed_end as e', (join) =>
        join.onRef('e.agency_id', '=', 'f.agency_id').onRef('e.feed_id', '=', 'f.id'),
      )
      .innerJoin('agency as a', 'a.id', 'f.agency_id')
      .select(['f.person_id as personId', 'f.unit_id as unitId', 'f.hash', 'a.short_name as agency'])
      .where('f.agency_id', '=', agencyId)
      .where('f.id', '=', id)
      .where('e.feed_id', 'is', null)
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('membership as m')
            .select('m.user_id')
            .whereRef('m.agency_id', '=', 'f.agency_id')
            .whereRef('m.person_id', '=', 'f.person_id')
            .where(isOpenAccess('membership', 'm')),
        ),
      )
      .executeTakeFirst();
    if (!feed || !isSecret(secret, feed.hash)) throw none;
    const { personId, unitId } = feed;
    const posts = (await postsOn(tx, agencyId, today)).filter((post) => post.personId === personId);
    const roles = posts.map(({ role }) => role);
    const may = permissionsOf({ roles, installationRoles: [], superiorView: false });
    const unit = unitId === null ? null : ledNow(await followedUnits(tx, agencyId), unitId, posts, today);
    if (!may.has('directive.view') || (unit !== null && unit.ids.length === 0)) throw none;
    const headed = posts.filter(({ role }) => role === 'head').map((post) => post.unitId);
    const rows = await dueDays(tx, agencyId, today, { unitIds: unit?.ids ?? null, personId, headed });
    const name = `Hạn nhiệm vụ: ${unit?.name ?? 'của tôi'} (${feed.agency})`;
    return writeCalendar(
      name,
      rows.map((row) => eventOf(row, agencyId, ctx.config.url)),
    );
  });
}
