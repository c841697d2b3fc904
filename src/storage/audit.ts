import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { INSTALLATION, uuidv7 } from './ids.ts';
import { json } from './schema/foundation.ts';
import { type Store, send, type Tx } from './store.ts';

/** What was done, for the log that nobody can change. No secrets and no more personal data than needed in `detail`. */
export interface AuditEvent {
  /** `INSTALLATION` for what belongs to no agency. */
  agencyId: string;
  /** The account; absent for the system's own acts. */
  userId?: string;
  /** The person of the agency in whose name the account acted. */
  personId?: string;
  /** «directive.extend», «session.sign-in» */
  action: string;
  recordKind: string;
  recordId: string;
  detail?: unknown;
  traceId?: string;
}

/** Where the hash chain of an agency ends: written down elsewhere, it also proves that no end was cut off. */
export interface AuditHead {
  agencyId: string;
  seal: number;
  hash: string;
}

/** Events in one seal at most. */
const batch = 2000;
const firstHash = '0'.repeat(64);

/** Records the event in the caller's transaction: both happen or neither. */
export async function recordAudit(tx: Tx, event: AuditEvent): Promise<void> {
  const row = {
    agency_id: event.agencyId,
    id: uuidv7(),
    user_id: event.userId ?? null,
    person_id: event.personId ?? null,
    action: event.action,
    record_kind: event.recordKind,
    record_id: event.recordId,
    detail: json(event.detail ?? {}),
    trace_id: event.traceId ?? null,
  };
  await send(tx, tx.insertInto('audit_event').values(row));
}

/** An event with its canonical text, the same on every server and after every restore. */
export interface CanonicalEvent {
  id: string;
  recorded_at: string;
  line: string;
}

/** Columns of a `CanonicalEvent` from `audit_event e`. The text of jsonb and of JSON arrays is fixed by PostgreSQL. */
export const canonicalColumns = sql<string>`e.id, e.recorded_at, json_build_array(e.id, e.agency_id,
  to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.user_id, e.person_id, e.action,
  e.record_kind, e.record_id, e.detail::text, e.trace_id)::text as line`;

/**
 * SHA-256 over the previous hash, the seal's number and moment, and the events in their order, hexadecimal.
 * @param sealedAt ISO text in UTC with microseconds, as the store gives instants
 */
export function sealHash(
  { previousHash, number, sealedAt }: { previousHash: string; number: number; sealedAt: string },
  events: readonly CanonicalEvent[],
): string {
  const hash = createHash('sha256').update(`${previousHash}\n${number}\n${sealedAt}`);
  for (const { line } of events) hash.update('\n').update(line);
  return hash.digest('hex');
}

/**
 * Events in no seal yet, oldest first. An event may commit later than younger ones, so it is looked for by its absence
 * from the seals and not by its time. Only the days around the last seal are searched unless `everything`.
 * (`not in` builds one hash table; an outer join would be planned as a loop, since nobody knows how long the arrays are.)
 */
async function unsealed(tx: Tx, agencyId: string, everything: boolean): Promise<CanonicalEvent[]> {
  const since = everything
    ? sql`'-infinity'::timestamptz`
    : sql`coalesce((select max(sealed_at) - interval '1 day' from audit_seal where agency_id = ${agencyId}), '-infinity')`;
  const { rows } = await sql<CanonicalEvent>`
    with bound as materialized (select ${since} as since)
    select ${canonicalColumns} from audit_event e
    where e.agency_id = ${agencyId} and e.recorded_at >= (select since from bound) and e.id not in (
      select unnest(s.event_ids) from audit_seal s
      where s.agency_id = ${agencyId} and s.sealed_at >= (select since - interval '1 day' from bound))
    order by e.recorded_at, e.id limit ${batch}`.execute(tx);
  return rows;
}

async function lastSeal(tx: Tx, agencyId: string): Promise<AuditHead> {
  const last = await tx
    .selectFrom('audit_seal')
    .select(['number', 'hash'])
    .where('agency_id', '=', agencyId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { agencyId, seal: last?.number ?? 0, hash: last?.hash ?? firstHash };
}

/** One seal, or nothing when all is sealed. */
async function sealBatch(tx: Tx, agencyId: string, everything: boolean): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`audit seal ${agencyId}`}, 0))`.execute(tx);
  const events = await unsealed(tx, agencyId, everything);
  if (events.length === 0) return false;
  const last = await lastSeal(tx, agencyId);
  const number = last.seal + 1;
  const { rows } = await sql<{ now: string }>`select now()`.execute(tx);
  const sealedAt = rows[0]!.now;
  await tx
    .insertInto('audit_seal')
    .values({
      agency_id: agencyId,
      number,
      sealed_at: sealedAt,
      event_ids: events.map(({ id }) => id),
      previous_hash: last.hash,
      hash: sealHash({ previousHash: last.hash, number, sealedAt }, events),
    })
    .execute();
  return true;
}

/**
 * Seals all events of the agency committed so far.
 * @param everything also events far older than the last seal, as after a clock was set back; reads the whole log
 * @returns the end of the chain
 */
export async function sealAudit(store: Store, agencyId: string, everything = false): Promise<AuditHead> {
  const scope = { agencies: [agencyId] };
  while (await store.transaction(scope, (tx) => sealBatch(tx, agencyId, everything)));
  return store.read(scope, (tx) => lastSeal(tx, agencyId));
}

/** All chains: one per agency and the installation's. */
export async function auditedAgencies(store: Store): Promise<string[]> {
  const agencies = await store.installation((tx) =>
    tx.selectFrom('agency').select('id').orderBy('id').execute(),
  );
  return [INSTALLATION, ...agencies.map(({ id }) => id)];
}

/** Seals every chain: run every minute, and with `everything` once the server has started. */
export async function sealAllAudit(store: Store, everything = false): Promise<AuditHead[]> {
  const heads: AuditHead[] = [];
  for (const agencyId of await auditedAgencies(store))
    heads.push(await sealAudit(store, agencyId, everything));
  return heads;
}
