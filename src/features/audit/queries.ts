import { sql } from 'kysely';
import { z } from 'zod';
import { verifyAudit as verifyChains } from '../../storage/verify-audit.ts';
import type { Actor, Context } from '../context.ts';
import { cursorOf, Moment, readCursor } from '../cursor.ts';
import type { AuditRow } from './contract.ts';
import { auditSentence, systemName } from './sentences.ts';

/** Moment and id of the last row of a page. */
const After = z.tuple([Moment, z.uuid()]);

type Selected = Omit<z.infer<typeof AuditRow>, 'sentence'>;

/** A page of the agency's audit, newest first; only of one record if told. */
export async function listAudit(
  ctx: Context,
  actor: Actor,
  query: { recordId?: string; cursor?: string; limit: number },
) {
  const after = readCursor(query.cursor, After);
  const { rows } = await ctx.store.read(actor.scope, (tx) =>
    sql<Selected>`
      with page as (
        select * from audit_event e
        where e.agency_id = ${actor.agencyId}
          ${query.recordId ? sql`and e.record_id = ${query.recordId}` : sql``}
          ${after ? sql`and (e.recorded_at, e.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
        order by e.recorded_at desc, e.id desc limit ${query.limit + 1})
      select e.id, e.recorded_at as "recordedAt", coalesce(p.full_name, u.name, ${systemName[actor.language ?? 'vi']}) as who, e.action,
        e.record_kind as "recordKind", e.record_id as "recordId", e.detail, coalesce(e.trace_id, '') as "traceId",
        exists (select from audit_seal s where s.agency_id = e.agency_id
          and s.sealed_at >= e.recorded_at and e.id = any (s.event_ids)) as sealed
      from page e
      left join person p on p.agency_id = e.agency_id and p.id = e.person_id
      left join auth."user" u on u.id = e.user_id
      order by e.recorded_at desc, e.id desc`.execute(tx),
  );
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => ({ ...row, sentence: auditSentence(row, actor.language) })),
    next: rows.length > query.limit && last ? cursorOf([last.recordedAt, last.id]) : null,
  };
}

/** Recomputes the agency's hash chain and tells every break. */
export async function verifyAudit(ctx: Context, actor: Actor) {
  const { ok, events, seals, broken } = await verifyChains(ctx.store, [actor.agencyId]);
  return { ok, events, seals, broken: broken.map(({ seal, reason }) => ({ seal, reason })) };
}
