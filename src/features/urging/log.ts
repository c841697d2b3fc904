import { sql } from 'kysely';
import { z } from 'zod';
import { type DeliveryFact, deliveryOf } from '../../domain/urging/delivery.ts';
import { uuidv7 } from '../../storage/ids.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, command, Refused } from '../context.ts';
import { cursorOf, Moment, readCursor } from '../cursor.ts';
import type { LetterRow } from './contract.ts';
import { letterPolicy } from './policy.ts';

type Event = DeliveryFact & { words: string };
type Row = Pick<LetterRow, 'id' | 'day' | 'person' | 'address' | 'writtenAt'> & { facts: Event[] };

/** Moment and id of the last row of a page. */
const After = z.tuple([Moment, z.uuid()]);

async function findLetters(
  tx: Tx,
  agencyId: string,
  filter: { id?: string; troubled?: boolean; after?: z.infer<typeof After>; limit: number },
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select l.id, l.day, p.full_name as person, p.email as address, l.recorded_at as "writtenAt", coalesce((
      select json_agg(json_build_object('try', f.try, 'kind', f.kind, 'permanent', f.permanent, 'words', f.words,
        'recordedAt', f.recorded_at) order by f.recorded_at, f.id)
      from letter_delivery f where f.agency_id = l.agency_id and f.letter_id = l.id), '[]') as facts
    from letter l join person p on p.agency_id = l.agency_id and p.id = l.person_id
    where l.agency_id = ${agencyId}
      ${filter.id ? sql`and l.id = ${filter.id}` : sql``}
      ${
        filter.troubled
          ? sql`and not exists (select from letter_delivery f
              where f.agency_id = l.agency_id and f.letter_id = l.id and f.kind = 'sent')`
          : sql``
      }
      ${filter.after ? sql`and (l.recorded_at, l.id) < (${filter.after[0]}::timestamptz, ${filter.after[1]}::uuid)` : sql``}
    order by l.recorded_at desc, l.id desc limit ${filter.limit}`.execute(tx);
  return rows;
}

function present(actor: Actor, { facts, ...row }: Row, now: Temporal.Instant): LetterRow {
  const delivery = deliveryOf(row.writtenAt, facts, now);
  return {
    ...row,
    state: delivery.state,
    tries: delivery.tries,
    nextTryAt: delivery.state === 'waiting' ? delivery.nextTryAt : null,
    events: facts.map(({ kind, recordedAt, words }) => ({ kind, recordedAt, words })),
    abilities: letterPolicy.abilitiesOf(actor, delivery),
  };
}

/** Persons who hold a post today and whom no digest can reach. */
async function countWithoutAddress(tx: Tx, agencyId: string, day: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from person p where p.agency_id = ${agencyId} and p.email is null
      and exists (select from post_holding h left join post_end e on e.agency_id = h.agency_id and e.post_id = h.id
        where h.agency_id = p.agency_id and h.person_id = p.id and h.from_day <= ${day}
          and (e.to_day is null or e.to_day > ${day}))`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** A page of the delivery log, newest first; only what no server has taken yet if told. */
export async function listLetters(
  ctx: Context,
  actor: Actor,
  query: { cursor?: string; limit: number; troubled: boolean },
) {
  const after = readCursor(query.cursor, After);
  const { limit, troubled } = query;
  const { rows, withoutAddress } = await ctx.store.read(actor.scope, async (tx) => ({
    rows: await findLetters(tx, actor.agencyId, { troubled, after, limit: limit + 1 }),
    withoutAddress: await countWithoutAddress(tx, actor.agencyId, ctx.today().toString()),
  }));
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => present(actor, row, ctx.clock())),
    next: rows.length > limit && last ? cursorOf([last.writtenAt, last.id]) : null,
    configured: ctx.config.mail !== null,
    withoutAddress,
  };
}

/** Lets a letter be sent again that failed for good or may have arrived. @throws Refused 404, 409 */
export async function sendLetterAgain(ctx: Context, actor: Actor, id: string): Promise<LetterRow> {
  const act = { action: 'letter.again', recordKind: 'letter', recordId: id };
  return command(ctx, actor, act, async (tx) => {
    const [row] = await findLetters(tx, actor.agencyId, { id, limit: 1 });
    if (!row) throw Refused.notFound();
    letterPolicy.insist('again', actor, deliveryOf(row.writtenAt, row.facts, ctx.clock()));
    const fact: Event = {
      try: Math.max(0, ...row.facts.map((one) => one.try)),
      kind: 'again',
      permanent: false,
      recordedAt: ctx.clock().toString(),
      words: actor.name,
    };
    await tx
      .insertInto('letter_delivery')
      .values({
        agency_id: actor.agencyId,
        id: uuidv7(),
        letter_id: id,
        try: fact.try,
        kind: fact.kind,
        permanent: false,
        words: fact.words,
        recorded_at: fact.recordedAt,
        recorded_by: actor.personId,
      })
      .execute();
    return present(actor, { ...row, facts: [...row.facts, fact] }, ctx.clock());
  });
}
