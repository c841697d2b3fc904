import { sql } from 'kysely';
import type { DueSettings } from '../../domain/calendar/due.ts';
import type { DocumentHead, Reading } from '../../domain/documents/reading.ts';
import type { Line, ReviewState } from '../../domain/intake/review.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, Refused } from '../context.ts';
import { dueSettingsByDay } from '../settings/settings.ts';
import { intakePolicy } from './policy.ts';
import { factsOf, findIntake, type IntakeRecord } from './rows.ts';

/** A line of the clerk's working copy, with who changed it last. */
export interface StoredLine extends Line {
  changedBy: string | null;
}

/** The working copy between reading and register, as stored. */
export interface StoredReview extends ReviewState {
  /** How the agency reads deadlines given on the document's day. */
  dueSettings: DueSettings;
  reading: Reading;
  readingId: string;
  lines: StoredLine[];
  savedAt: string;
}

/** The working copy of a review with its reading, or undefined where nothing has been read. */
export async function findReview(
  tx: Tx,
  agencyId: string,
  intakeId: string,
  today: string,
): Promise<StoredReview | undefined> {
  const { rows } = await sql<{
    head: DocumentHead;
    version: number;
    readingId: string;
    reading: Reading;
    savedAt: string;
    lines: StoredLine[];
  }>`
    select h.head, h.version, h.reading_id as "readingId", r.reading,
      greatest(h.changed_at, (select max(l.changed_at) from review_line l where l.agency_id = h.agency_id and l.intake_id = h.intake_id)) as "savedAt",
      coalesce((select json_agg(json_build_object('id', l.id, 'position', l.position, 'fields', l.fields, 'readAs', l.read_as,
          'present', l.present, 'version', l.version, 'changedBy', p.full_name) order by l.position, l.id)
        from review_line l left join person p on p.agency_id = l.agency_id and p.id = l.changed_by
        where l.agency_id = h.agency_id and l.intake_id = h.intake_id), '[]') as lines
    from review_head h join reading r on r.agency_id = h.agency_id and r.id = h.reading_id
    where h.agency_id = ${agencyId} and h.intake_id = ${intakeId}`.execute(tx);
  const row = rows[0];
  if (!row) return undefined;
  const settings = await dueSettingsByDay(tx, agencyId);
  return {
    ...row,
    headVersion: row.version,
    text: row.reading.text,
    dueSettings: settings(row.head.date ?? today),
  };
}

/** The review, held against other clerks until the transaction ends; refused once in the register or set aside. */
export async function lockReview(
  tx: Tx,
  actor: Actor,
  intakeId: string,
  today: string,
): Promise<{ record: IntakeRecord; review: StoredReview }> {
  const { agencyId } = actor;
  await tx
    .selectFrom('review_head')
    .select('version')
    .where('agency_id', '=', agencyId)
    .where('intake_id', '=', intakeId)
    .forUpdate()
    .execute();
  const record = await findIntake(tx, agencyId, intakeId);
  if (!record) throw Refused.notFound();
  const review = await findReview(tx, agencyId, intakeId, today);
  intakePolicy.insist('edit', actor, factsOf(record));
  if (!review) throw Refused.notFound();
  return { record, review };
}
