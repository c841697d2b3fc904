import { sql } from 'kysely';
import { cleanQuery } from '../../domain/directives/view.ts';
import { uuidv7 } from '../../storage/ids.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, command, Refused } from '../context.ts';
import { type Followed, followedUnits } from '../organisation/followed.ts';
import type { SavedView } from './contract.ts';
import { followUnits, namesUnits } from './follow.ts';
import { savingPolicy, viewPolicy } from './policy.ts';

/** A name for a filter and a view, own or shared with the agency. */
export interface ViewToSave {
  name: string;
  query: string;
  shared: boolean;
}

type Row = ViewToSave & {
  id: string;
  openedBy: string | null;
  /** The day its latest version was kept, ISO. */
  keptOn: string;
};

/** Saved views the actor sees, by name; what stands is the latest version of each. */
async function seenBy(tx: Tx, actor: Actor, id?: string): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select v.id, v.opened_by as "openedBy", l.name, l.query, l.shared,
      (l.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date as "keptOn" from saved_view v
    cross join lateral (select name, query, shared, recorded_at from saved_view_version l where l.agency_id = v.agency_id
      and l.view_id = v.id order by l.recorded_at desc, l.id desc limit 1) l
    where v.agency_id = ${actor.agencyId} and l.query is not null and (l.shared or v.opened_by = ${actor.personId})
      ${id === undefined ? sql`` : sql`and v.id = ${id}`}
    order by l.shared desc, lower(l.name), v.id`.execute(tx);
  return rows;
}

const present = (actor: Actor, row: Row, followed: Followed | null, today: string): SavedView => ({
  id: row.id,
  name: row.name,
  shared: row.shared,
  abilities: viewPolicy.abilitiesOf(actor, row),
  ...(followed
    ? followUnits(row.query, followed, { keptOn: row.keptOn, today })
    : { query: row.query, units: [] }),
});

/** What the units of some views have become; null where none names a unit. */
const followedBy = async (tx: Tx, actor: Actor, views: readonly ViewToSave[]): Promise<Followed | null> =>
  views.some(({ query }) => namesUnits(query)) ? followedUnits(tx, actor.agencyId) : null;

/** Saved views of the actor and those shared with the agency. */
export async function listViews(ctx: Context, actor: Actor): Promise<SavedView[]> {
  const today = ctx.today().toString();
  return ctx.store.read(actor.scope, async (tx) => {
    const rows = await seenBy(tx, actor);
    const followed = await followedBy(tx, actor, rows);
    return rows.map((row) => present(actor, row, followed, today));
  });
}

function checked(actor: Actor, { name, query, shared }: ViewToSave): ViewToSave {
  savingPolicy.insist('save', actor, { shared });
  try {
    return { name: name.normalize('NFC'), query: cleanQuery(query), shared };
  } catch {
    throw Refused.invalid([{ path: 'query', message: 'Bộ lọc này không lưu được. Lọc lại rồi lưu.' }]);
  }
}

async function addVersion(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  viewId: string,
  version: Omit<ViewToSave, 'query'> & { query: string | null },
): Promise<void> {
  await tx
    .insertInto('saved_view_version')
    .values({
      agency_id: actor.agencyId,
      id: uuidv7(),
      view_id: viewId,
      ...version,
      recorded_at: ctx.clock().toString(),
      recorded_by: actor.personId,
    })
    .execute();
}

async function getSeen(tx: Tx, actor: Actor, act: 'change' | 'end', id: string): Promise<Row> {
  const [row] = await seenBy(tx, actor, id);
  if (!row) throw Refused.notFound();
  viewPolicy.insist(act, actor, row);
  return row;
}

/** Keeps a filter and a view under a name. @throws Refused 400, 403 where sharing is not the actor's */
export async function saveView(ctx: Context, actor: Actor, input: ViewToSave): Promise<SavedView> {
  const view = checked(actor, input);
  const id = uuidv7();
  const act = { action: 'view.saved', recordKind: 'view', recordId: id, detail: view };
  return command(ctx, actor, act, async (tx) => {
    await tx
      .insertInto('saved_view')
      .values({
        agency_id: actor.agencyId,
        id,
        opened_by: actor.personId,
        recorded_at: ctx.clock().toString(),
      })
      .execute();
    await addVersion(tx, ctx, actor, id, view);
    const keptOn = ctx.today().toString();
    const row = { ...view, id, keptOn, openedBy: actor.personId };
    return present(actor, row, await followedBy(tx, actor, [view]), keptOn);
  });
}

/** Another name, filter or sharing from now on; earlier versions stay. @throws Refused 400, 403, 404 */
export async function changeView(
  ctx: Context,
  actor: Actor,
  id: string,
  input: ViewToSave,
): Promise<SavedView> {
  const act = { action: 'view.changed', recordKind: 'view', recordId: id, detail: input };
  return command(ctx, actor, act, async (tx) => {
    const row = await getSeen(tx, actor, 'change', id);
    const view = checked(actor, input);
    await addVersion(tx, ctx, actor, id, view);
    const keptOn = ctx.today().toString();
    return present(actor, { ...row, ...view, keptOn }, await followedBy(tx, actor, [view]), keptOn);
  });
}

/** It is no longer offered to anybody. @throws Refused 403, 404 */
export async function endView(ctx: Context, actor: Actor, id: string): Promise<void> {
  const act = { action: 'view.ended', recordKind: 'view', recordId: id };
  await command(ctx, actor, act, async (tx) => {
    const { name, shared } = await getSeen(tx, actor, 'end', id);
    await addVersion(tx, ctx, actor, id, { name, shared, query: null });
  });
}
