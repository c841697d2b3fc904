import { sql } from 'kysely';
import type { MailConfig } from '../../config.ts';
import { type DeliveryFact, type DeliveryKind, deliveryOf } from '../../domain/urging/delivery.ts';
import { mayPost } from '../../domain/urging/quiet.ts';
import { uuidv7 } from '../../storage/ids.ts';
import { type Context, command, systemActor } from '../context.ts';
import { settingsOf } from '../settings/settings.ts';
import { officeTime } from './letters.ts';
import { deliver, type Mail, type Outcome } from './smtp.ts';

/** Letters older than this are no longer looked at; days. Longer than any is tried for. */
const lookBackDays = 30;

interface Row {
  id: string;
  messageId: string;
  subject: string;
  plain: string;
  html: string;
  recordedAt: string;
  name: string;
  address: string | null;
  facts: DeliveryFact[];
}

/** Letters the server has not taken, oldest first, each with what happened to it. */
async function unsent(ctx: Context, agencyId: string): Promise<Row[]> {
  const since = ctx
    .clock()
    .subtract({ hours: lookBackDays * 24 })
    .toString();
  const { rows } = await ctx.store.read({ agencies: [agencyId] }, (tx) =>
    sql<Row>`
      select l.id, l.message_id as "messageId", l.subject, l.plain, l.html, l.recorded_at as "recordedAt",
        p.full_name as name, p.email as address, coalesce((
          select json_agg(json_build_object('try', f.try, 'kind', f.kind, 'permanent', f.permanent,
            'recordedAt', f.recorded_at))
          from letter_delivery f where f.agency_id = l.agency_id and f.letter_id = l.id), '[]') as facts
      from letter l join person p on p.agency_id = l.agency_id and p.id = l.person_id
      where l.agency_id = ${agencyId} and l.recorded_at > ${since}
        and not exists (select from letter_delivery f
          where f.agency_id = l.agency_id and f.letter_id = l.id and f.kind = 'sent')
      order by l.recorded_at, l.id`.execute(tx),
  );
  return rows;
}

/**
 * Records what happened to a letter; false where another process has recorded the same of the same try, or has begun a
 * later one by the time the body is to be given.
 */
export async function recordDelivery(
  ctx: Context,
  agencyId: string,
  letterId: string,
  fact: { try: number; kind: DeliveryKind; words?: string; permanent?: boolean },
): Promise<boolean> {
  const act = { action: `letter.${fact.kind}`, recordKind: 'letter', recordId: letterId };
  return command(ctx, systemActor([agencyId], agencyId), act, async (tx) => {
    if (fact.kind === 'handed') {
      const later = await tx
        .selectFrom('letter_delivery')
        .select('id')
        .where('agency_id', '=', agencyId)
        .where('letter_id', '=', letterId)
        .where('try', '>', fact.try)
        .executeTakeFirst();
      if (later) return false;
    }
    const made = await tx
      .insertInto('letter_delivery')
      .values({
        agency_id: agencyId,
        id: uuidv7(),
        letter_id: letterId,
        try: fact.try,
        kind: fact.kind,
        permanent: fact.permanent ?? false,
        words: fact.words ?? '',
        recorded_at: ctx.clock().toString(),
        recorded_by: null,
      })
      .onConflict((conflict) => conflict.columns(['agency_id', 'letter_id', 'try', 'kind']).doNothing())
      .returning('id')
      .executeTakeFirst();
    return made !== undefined;
  });
}

/** Thrown where the letter may no longer be given to the server. */
class TakenElsewhere extends Error {}

/** One try of one letter, recorded step by step; null where another process is at it. */
async function tryOnce(
  ctx: Context,
  config: MailConfig,
  agencyId: string,
  letter: Row,
): Promise<Outcome | null> {
  const number = Math.max(0, ...letter.facts.map((fact) => fact.try)) + 1;
  if (!(await recordDelivery(ctx, agencyId, letter.id, { try: number, kind: 'begun' }))) return null;
  const mail: Mail | null =
    letter.address === null
      ? null
      : {
          to: { name: letter.name, address: letter.address },
          subject: letter.subject,
          plain: letter.plain,
          html: letter.html,
          messageId: letter.messageId,
          date: letter.recordedAt,
        };
  const outcome: Outcome = mail
    ? await deliver(config, mail, async () => {
        if (!(await recordDelivery(ctx, agencyId, letter.id, { try: number, kind: 'handed' })))
          throw new TakenElsewhere('Một tiến trình khác đang gửi thư này.');
      })
    : {
        kind: 'failed',
        words: 'Người nhận không còn địa chỉ thư điện tử.',
        permanent: true,
        unreachable: false,
      };
  const { kind, words, permanent } = outcome;
  await recordDelivery(ctx, agencyId, letter.id, { try: number, kind, words, permanent });
  return outcome;
}

/**
 * Sends what waits, outside quiet hours and days off, each letter when its pause is over. Once a letter's body was given
 * to the server it is not given again, whatever comes of it, unless an administrator asks. Where the server cannot be
 * reached the rest waits for the next sweep.
 */
export async function postLetters(ctx: Context, agencyId: string): Promise<void> {
  const { mail, demo } = ctx.config;
  if (mail === null || demo) return;
  const calendar = await ctx.calendar();
  const settings = await ctx.store.read({ agencies: [agencyId] }, (tx) =>
    settingsOf(tx, agencyId, ctx.today().toString()),
  );
  const quiet = { from: settings['quiet.from'], until: settings['quiet.until'] };
  if (!mayPost(officeTime(ctx), quiet, calendar)) return;
  for (const letter of await unsent(ctx, agencyId)) {
    const delivery = deliveryOf(letter.recordedAt, letter.facts, ctx.clock());
    if (delivery.state !== 'waiting') continue;
    if (Temporal.Instant.compare(delivery.nextTryAt, ctx.clock()) > 0) continue;
    const outcome = await tryOnce(ctx, mail, agencyId, letter);
    if (outcome?.kind === 'failed')
      ctx.log.info({ letter: letter.id, permanent: outcome.permanent }, 'letter not delivered');
    if (outcome?.unreachable) return;
  }
}
