import { sql } from 'kysely';
import type { DocumentHead } from '../../domain/documents/reading.ts';
import { doubtsOf, isOpenQuestion, type LineFields, type ReadAs } from '../../domain/intake/line.ts';
import type { Tx } from '../../storage/store.ts';
import type { Actor } from '../context.ts';
import type { IntakeRow, IntakeState } from './contract.ts';
import { type IntakeFacts, intakePolicy } from './policy.ts';

/** An intake with everything its state follows from, as one query gives it. */
export interface IntakeRecord {
  id: string;
  name: string;
  source: 'file' | 'paste' | 'photo' | 'issued';
  fileHash: string;
  receivedAt: string;
  receivedBy: string | null;
  wishId: string;
  attempts: number;
  readingId: string | null;
  refusal: string | null;
  dropped: boolean;
  documentId: string | null;
  head: DocumentHead | null;
}

/** A file that took the server down this often is not tried again by itself. */
export const attemptsAllowed = 3;

const columns = sql<IntakeRecord>`
  i.id, i.name, i.source, i.file_hash as "fileHash", i.received_at as "receivedAt", p.full_name as "receivedBy",
  w.id as "wishId", (select count(*)::int from reading_attempt a where a.agency_id = i.agency_id and a.wish_id = w.id) as attempts,
  r.id as "readingId", r.refusal, d.id is not null as dropped, doc.id as "documentId", h.head`;

const sources = sql`
  intake i
  join lateral (select * from reading_wish w where w.agency_id = i.agency_id and w.intake_id = i.id order by w.recorded_at desc, w.id desc limit 1) w on true
  left join reading r on r.agency_id = i.agency_id and r.wish_id = w.id
  left join intake_drop d on d.agency_id = i.agency_id and d.intake_id = i.id
  left join document doc on doc.agency_id = i.agency_id and doc.intake_id = i.id
  left join review_head h on h.agency_id = i.agency_id and h.intake_id = i.id
  left join person p on p.agency_id = i.agency_id and p.id = i.received_by`;

/** The state as SQL, for filtering; `stateOf` says the same of a record, and a test holds them together. */
export const stateInSql = sql`
  case when d.id is not null then 'dropped'
       when doc.id is not null then 'confirmed'
       when r.refusal is not null then 'unreadable'
       when r.id is not null then 'reviewing'
       when exists (select 1 from reading_attempt a where a.agency_id = i.agency_id and a.wish_id = w.id) then 'reading'
       else 'waiting' end`;

/** Where an intake stands, from the facts about it. */
export function stateOf(record: IntakeRecord): IntakeState {
  if (record.dropped) return 'dropped';
  if (record.documentId !== null) return 'confirmed';
  if (record.refusal !== null) return 'unreadable';
  if (record.readingId !== null) return 'reviewing';
  return record.attempts > 0 ? 'reading' : 'waiting';
}

/** What is decided about an intake by. @param questions lines that still ask who leads or by when */
export function factsOf(record: IntakeRecord, questions = 0): IntakeFacts {
  const receivedOn = Temporal.Instant.from(record.receivedAt)
    .toZonedDateTimeISO('Asia/Ho_Chi_Minh')
    .toPlainDate()
    .toString();
  const date = record.head?.date ?? null;
  const ahead = date !== null && date > receivedOn ? { date, receivedOn } : null;
  return { state: stateOf(record), questions, ahead };
}

/** Intakes of an agency, newest first, without what it issued itself; `before` is the receipt time and id of the last row seen. */
export async function findIntakes(
  tx: Tx,
  agencyId: string,
  filter: { state?: IntakeState; before?: { receivedAt: string; id: string }; limit: number },
): Promise<IntakeRecord[]> {
  const { rows } = await sql<IntakeRecord>`
    select ${columns} from ${sources}
    where i.agency_id = ${agencyId} and i.source <> 'issued'
      ${filter.state ? sql`and ${stateInSql} = ${filter.state}` : sql``}
      ${filter.before ? sql`and (i.received_at, i.id) < (${filter.before.receivedAt}::timestamptz, ${filter.before.id}::uuid)` : sql``}
    order by i.received_at desc, i.id desc
    limit ${filter.limit}`.execute(tx);
  return rows;
}

/** How many intakes stand in each state that waits for somebody: neither in the register nor dropped. */
export async function countWaiting(tx: Tx, agencyId: string): Promise<Partial<Record<IntakeState, number>>> {
  const { rows } = await sql<{ state: IntakeState; count: number }>`
    select ${stateInSql} as state, count(*)::int as count from ${sources}
    where i.agency_id = ${agencyId} and doc.id is null and d.id is null group by 1`.execute(tx);
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

/** One intake, or undefined where the agency has none of that id. */
export async function findIntake(tx: Tx, agencyId: string, id: string): Promise<IntakeRecord | undefined> {
  const { rows } = await sql<IntakeRecord>`
    select ${columns} from ${sources} where i.agency_id = ${agencyId} and i.id = ${id}`.execute(tx);
  return rows[0];
}

/** Lines of a review that are kept: clear, doubtful, and of these such as cannot go into the register so. */
export interface LineCounts {
  clear: number;
  doubtful: number;
  questions: number;
}

const noLines: LineCounts = { clear: 0, doubtful: 0, questions: 0 };

/** Counts the lines of a review. */
export const countLines = (lines: readonly { fields: LineFields; readAs: ReadAs }[]): LineCounts =>
  lines
    .filter(({ fields }) => fields.mark !== 'dropped')
    .reduce(({ clear, doubtful, questions }, { fields, readAs }) => {
      const isClear = doubtsOf(fields, readAs).length === 0;
      return {
        clear: clear + (isClear ? 1 : 0),
        doubtful: doubtful + (isClear ? 0 : 1),
        questions: questions + (isOpenQuestion(fields) ? 1 : 0),
      };
    }, noLines);

/** The lines of each review counted; one query for a page of intakes. */
export async function countDoubts(
  tx: Tx,
  agencyId: string,
  intakeIds: readonly string[],
): Promise<Map<string, LineCounts>> {
  if (intakeIds.length === 0) return new Map();
  const { rows } = await sql<{ intakeId: string; fields: LineFields; readAs: ReadAs }>`
    select intake_id as "intakeId", fields, read_as as "readAs" from review_line
    where agency_id = ${agencyId} and intake_id = any(${[...intakeIds]}::uuid[]) and present`.execute(tx);
  const byIntake = Map.groupBy(rows, ({ intakeId }) => intakeId);
  return new Map([...byIntake].map(([intakeId, lines]) => [intakeId, countLines(lines)]));
}

/** The record as the API tells it to the actor. @param counts of its review, while that is open */
export function presentIntake(
  actor: Actor,
  record: IntakeRecord,
  { clear, doubtful, questions }: LineCounts = noLines,
  progress: IntakeRow['progress'] = null,
): IntakeRow {
  return {
    id: record.id,
    name: record.name,
    source: record.source,
    state: stateOf(record),
    receivedAt: record.receivedAt,
    receivedBy: record.receivedBy ?? 'Hệ thống',
    progress,
    refusal: record.refusal,
    head: record.head,
    clear,
    doubtful,
    documentId: record.documentId,
    abilities: intakePolicy.abilitiesOf(actor, factsOf(record, questions)),
  };
}
