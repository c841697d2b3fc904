import { sql } from 'kysely';
import { type AuditHead, auditedAgencies, type CanonicalEvent, canonicalColumns, sealHash } from './audit.ts';
import type { Store, Tx } from './store.ts';

/** Something in the audit that is not as it was sealed. */
export interface AuditFault {
  agencyId: string;
  /** Number of the seal; «–» for events outside the seals. */
  seal: string;
  /** Vietnamese. */
  reason: string;
}

export interface AuditReport {
  ok: boolean;
  events: number;
  seals: number;
  broken: AuditFault[];
  heads: AuditHead[];
}

interface Seal {
  number: number;
  sealed_at: string;
  event_ids: string[];
  previous_hash: string;
  hash: string;
}

/** The longest a transaction lasts from its first moment to a seal that can see it. */
const slackMinutes = 10;

/** An event that claims to be older than what the seal before it could have missed was put in afterwards. */
function isBackdated(event: CanonicalEvent, previous: Seal | undefined): boolean {
  if (!previous) return false;
  const earliest = Temporal.Instant.from(previous.sealed_at).subtract({ minutes: slackMinutes });
  return Temporal.Instant.compare(Temporal.Instant.from(event.recorded_at), earliest) < 0;
}

async function eventsOf(tx: Tx, agencyId: string, ids: string[]): Promise<CanonicalEvent[]> {
  const { rows } = await sql<CanonicalEvent>`select ${canonicalColumns} from audit_event e
    where e.agency_id = ${agencyId} and e.id = any (${ids}::uuid[])`.execute(tx);
  const byId = new Map(rows.map((event) => [event.id, event]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Reasons why the seal does not hold, given the one before it. */
function faultsOf(seal: Seal, previous: Seal | undefined, events: CanonicalEvent[]): string[] {
  const expected = (previous?.number ?? 0) + 1;
  const reasons: string[] = [];
  if (seal.number !== expected) reasons.push(`thiếu niêm phong ${expected} đến ${seal.number - 1}`);
  if (seal.previous_hash !== (previous?.hash ?? '0'.repeat(64)))
    reasons.push('không nối tiếp niêm phong trước');
  const sealed = { previousHash: seal.previous_hash, number: seal.number, sealedAt: seal.sealed_at };
  const lost = seal.event_ids.length - events.length;
  if (lost > 0) reasons.push(`mất ${lost} sự kiện`);
  else if (sealHash(sealed, events) !== seal.hash) reasons.push('có sự kiện hoặc niêm phong đã bị sửa');
  const late = events.filter((event) => isBackdated(event, previous)).length;
  if (late > 0) reasons.push(`${late} sự kiện được chèn thêm với thời điểm lùi về trước`);
  return reasons;
}

/** Unsealed events older than the last seal: nothing the program writes stays behind like that. */
async function backdatedOutside(tx: Tx, agencyId: string, last: Seal | undefined): Promise<number> {
  if (!last) return 0;
  const { rows } = await sql<{ count: number }>`select count(*) as count from audit_event e
    where e.agency_id = ${agencyId}
      and e.recorded_at < ${last.sealed_at}::timestamptz - make_interval(mins => ${slackMinutes})
      and e.id not in (select unnest(event_ids) from audit_seal where agency_id = ${agencyId})`.execute(tx);
  return rows[0]!.count;
}

async function verifyChain(tx: Tx, agencyId: string, report: AuditReport): Promise<void> {
  let previous: Seal | undefined;
  for (;;) {
    const seal: Seal | undefined = await tx
      .selectFrom('audit_seal')
      .select(['number', 'sealed_at', 'event_ids', 'previous_hash', 'hash'])
      .where('agency_id', '=', agencyId)
      .where('number', '>', previous?.number ?? 0)
      .orderBy('number')
      .limit(1)
      .executeTakeFirst();
    if (!seal) break;
    const events = await eventsOf(tx, agencyId, seal.event_ids);
    const reasons = faultsOf(seal, previous, events);
    report.broken.push(...reasons.map((reason) => ({ agencyId, seal: String(seal.number), reason })));
    report.events += events.length;
    report.seals += 1;
    previous = seal;
  }
  const outside = await backdatedOutside(tx, agencyId, previous);
  if (outside > 0) {
    report.broken.push({
      agencyId,
      seal: '–',
      reason: `${outside} sự kiện được chèn thêm ngoài các niêm phong`,
    });
  }
  if (previous) report.heads.push({ agencyId, seal: previous.number, hash: previous.hash });
}

/**
 * Recomputes every chain: finds any event or seal that was changed, removed or put in since it was sealed. That the
 * newest seals were all removed together with their events shows only against heads written down elsewhere (the
 * server's log and each backup hold them).
 * @param agencies the chains to look at; all when absent
 */
export async function verifyAudit(store: Store, agencies?: readonly string[]): Promise<AuditReport> {
  const report: AuditReport = { ok: true, events: 0, seals: 0, broken: [], heads: [] };
  for (const agencyId of agencies ?? (await auditedAgencies(store))) {
    await store.read({ agencies: [agencyId] }, (tx) => verifyChain(tx, agencyId, report));
  }
  report.ok = report.broken.length === 0;
  return report;
}
