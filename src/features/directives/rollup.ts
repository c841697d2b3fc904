import { type RawBuilder, type Selectable, sql } from 'kysely';
import { type Bucket, bucketOf, movedByDay } from '../../domain/directives/state.ts';
import { INSTALLATION, uuidv7 } from '../../storage/ids.ts';
import { foldedDay } from '../../storage/rollup.ts';
import type { Schema } from '../../storage/schema.ts';
import { send, type Tx } from '../../storage/store.ts';
import type { Context } from '../context.ts';
import { allAgencies } from '../sweep.ts';

/** What says where a directive is counted. */
export type Place = Pick<
  Selectable<Schema['directive_now']>,
  | 'directive_id'
  | 'origin'
  | 'kind'
  | 'lead_unit_id'
  | 'deadline_kind'
  | 'due'
  | 'phase'
  | 'suspended'
  | 'closed_on'
>;

/**
 * Where directives are counted before they are written anew. Holds their rows to the end of the transaction: two that
 * write one directive at once would both move it away from where it stood.
 */
export const placeRows = (agencyId: string, directiveIds: readonly string[]): RawBuilder<Place> => sql<Place>`
  select directive_id, origin, kind, lead_unit_id, deadline_kind, due, phase, suspended, closed_on from directive_now
  where agency_id = ${agencyId} and directive_id = any(${[...directiveIds]}::uuid[])
  order by directive_id for update`;

/** The day of the row that counts all of a bucket. */
const always = '-infinity';
/** Who leads what no unit of the agency leads. */
export const nobody = INSTALLATION;

interface Key {
  due: string;
  lead_unit_id: string;
  bucket: Bucket;
}

/** The rows of the roll-up a directive is counted in; none for a part, which is not counted beside the whole. */
function keysOf(place: Place): Key[] {
  if (place.origin === 'part') return [];
  const { kind, phase, suspended, due } = place;
  const bucket = bucketOf({
    ...{ kind, phase, suspended, due },
    deadlineKind: place.deadline_kind,
    closedOn: place.closed_on,
  });
  const lead_unit_id = place.lead_unit_id ?? nobody;
  const days = due !== null && movedByDay.has(bucket) ? [always, due] : [always];
  return days.map((day) => ({ due: day, lead_unit_id, bucket }));
}

/** Sends what moves in the roll-up when directives that stood at `before` come to stand at `after`; often nothing. */
export async function recordMoves(
  tx: Tx,
  agencyId: string,
  before: readonly Place[],
  after: readonly Place[],
): Promise<void> {
  const stood = new Map(before.map((place) => [place.directive_id, place]));
  const moves = new Map<string, Key & { count: number }>();
  const move = (key: Key, by: 1 | -1) => {
    const name = `${key.due} ${key.lead_unit_id} ${key.bucket}`;
    const found = moves.get(name);
    if (found) found.count += by;
    else moves.set(name, { ...key, count: by });
  };
  for (const place of after) {
    const old = stood.get(place.directive_id);
    for (const key of old ? keysOf(old) : []) move(key, -1);
    for (const key of keysOf(place)) move(key, 1);
  }
  const rows = [...moves.values()]
    .filter(({ count }) => count !== 0)
    .map((row) => ({ agency_id: agencyId, id: uuidv7(), ...row }));
  for (let at = 0; at < rows.length; at += 500)
    await send(tx, tx.insertInto('directive_rollup').values(rows.slice(at, at + 500)));
}

/**
 * Folds what was added to the roll-up of an agency into one row for each key, and days that are over into one. Rows added
 * meanwhile stay, of two foldings at once each row is folded by one, and no sum changes.
 * @param today ISO
 */
export async function foldRollup(tx: Tx, agencyId: string, today: string): Promise<void> {
  const day = sql.raw(foldedDay(`'${Temporal.PlainDate.from(today).toString()}'::date`));
  await sql`
    with several as (
      select lead_unit_id, bucket, ${day} as day from directive_rollup where agency_id = ${agencyId}
      group by 1, 2, 3 having count(*) > 1
    ), gone as (
      delete from directive_rollup r using several s
      where r.agency_id = ${agencyId} and r.lead_unit_id = s.lead_unit_id and r.bucket = s.bucket and ${day} = s.day
      returning r.lead_unit_id, r.bucket, s.day, r.count
    )
    insert into directive_rollup (agency_id, due, lead_unit_id, bucket, id, count)
    select ${agencyId}, day, lead_unit_id, bucket, gen_random_uuid(), sum(count) from gone
    group by day, lead_unit_id, bucket having sum(count) <> 0`.execute(tx);
}

/** Folds the roll-up of every agency. */
export async function foldAllRollups(ctx: Context): Promise<void> {
  const today = ctx.today().toString();
  for (const agencyId of await allAgencies(ctx))
    await ctx.store.transaction({ agencies: [agencyId] }, (tx) => foldRollup(tx, agencyId, today));
}
