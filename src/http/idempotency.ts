import { createHash } from 'node:crypto';
import { canonicalJson } from '../domain/canonical.ts';
import { type Actor, type Context, type Once, Refused } from '../features/context.ts';

export interface KeptReply {
  status: number;
  body: string;
}

/** What a request asks for: of which record, how, and with what. */
export interface Asked {
  params: unknown;
  query: unknown;
  body: unknown;
}

/** The key of a create request with a hash of what it asks for; null without one. */
export function keyOf(header: unknown, routeId: string, asked: Asked): Once | null {
  if (header === undefined) return null;
  if (typeof header !== 'string' || !/^[\x21-\x7e]{8,200}$/u.test(header)) {
    throw Refused.invalid([
      { path: 'Idempotency-Key', message: 'Khóa gồm 8–200 ký tự không dấu, không khoảng trắng.' },
    ]);
  }
  return {
    key: header,
    requestHash: createHash('sha256')
      .update(
        `${routeId}\n${canonicalJson(asked.body ?? null)}\n${canonicalJson([asked.params ?? null, asked.query ?? null])}`,
      )
      .digest('hex'),
    claimed: false,
  };
}

const actorOf = (actor: Actor) => actor.userId ?? actor.via;

/** The first reply to the same key, if there was one; refused (422) when the key was used for another request. */
export async function findReply(
  ctx: Context,
  actor: Actor,
  { key, requestHash }: Once,
): Promise<KeptReply | null> {
  const row = await ctx.store.read(actor.scope, (tx) =>
    tx
      .selectFrom('idempotency')
      .select(['request_hash', 'status', 'body'])
      .where('agency_id', '=', actor.agencyId)
      .where('actor', '=', actorOf(actor))
      .where('key', '=', key)
      .executeTakeFirst(),
  );
  if (!row) return null;
  if (row.request_hash !== requestHash) {
    throw Refused.unprocessable('Khóa Idempotency-Key này đã dùng cho một yêu cầu khác. Dùng khóa mới.');
  }
  // The effect stands but its reply was lost with the process that made it: `command` will say so.
  return row.status === 0 ? null : { status: row.status, body: row.body };
}

/** Keeps the reply beside the key that the command's transaction took, so that a repeat makes nothing twice. */
export async function keepReply(ctx: Context, actor: Actor, { key }: Once, reply: KeptReply): Promise<void> {
  await ctx.store.transaction(actor.scope, (tx) =>
    tx
      .updateTable('idempotency')
      .set({ status: reply.status, body: reply.body })
      .where('agency_id', '=', actor.agencyId)
      .where('actor', '=', actorOf(actor))
      .where('key', '=', key)
      .execute(),
  );
}
