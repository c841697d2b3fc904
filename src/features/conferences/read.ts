import { sql } from 'kysely';
import { NoticeContent } from '../../domain/conferences/content.ts';
import type { ConferenceFact, ConferenceFactBody } from '../../domain/conferences/facts.ts';
import { type Conference, conferenceOf } from '../../domain/conferences/standing.ts';
import type { Tx } from '../../storage/store.ts';
import { Refused } from '../context.ts';
import { toldColumns } from '../planning/fact-columns.ts';

/** A conference with how it stands. */
export interface KnownConference {
  id: string;
  conference: Conference;
}

type FactKind = ConferenceFactBody['kind'];

/** What a list shows follows from these; lines and attendance are many. */
const listed: readonly FactKind[] = ['prepared', 'proposed', 'owed', 'answered', 'issued', 'calledOff'];

async function fold(tx: Tx, agencyId: string, only: { id: string } | { kinds: readonly FactKind[] }) {
  const narrowed =
    'id' in only
      ? sql`f.conference_id = ${only.id}`
      : sql`f.body ->> 'kind' = any(${[...only.kinds]}::text[])`;
  const { rows } = await sql<ConferenceFact & { conferenceId: string }>`
    select f.conference_id as "conferenceId", ${toldColumns}
    from conference_fact f left join person p on p.agency_id = f.agency_id and p.id = f.recorded_by
    where f.agency_id = ${agencyId} and ${narrowed}
    order by f.recorded_at, f.id`.execute(tx);
  return [...Map.groupBy(rows, ({ conferenceId }) => conferenceId)].flatMap(([id, facts]) => {
    const conference = conferenceOf(facts);
    return conference ? [{ id, conference }] : [];
  });
}

/** Conferences of an agency without lines and attendance, the latest day first. */
export async function listedConferences(tx: Tx, agencyId: string): Promise<KnownConference[]> {
  const known = await fold(tx, agencyId, { kinds: listed });
  return known.toSorted((a, b) => b.conference.plan.day.localeCompare(a.conference.plan.day));
}

/** @throws Refused 404 */
export async function knownConference(tx: Tx, agencyId: string, id: string): Promise<KnownConference> {
  const [known] = await fold(tx, agencyId, { id });
  if (!known) throw Refused.notFound();
  return known;
}

interface Snapshot {
  content: NoticeContent;
  docxHash: string;
  pdfHash: string;
}

/** The notice as it was issued; undefined before. */
export async function findIssued(tx: Tx, agencyId: string, id: string): Promise<Snapshot | undefined> {
  const row = await tx
    .selectFrom('conference_notice')
    .select(['content', 'docx_hash as docxHash', 'pdf_hash as pdfHash'])
    .where('agency_id', '=', agencyId)
    .where('conference_id', '=', id)
    .executeTakeFirst();
  return row && { ...row, content: NoticeContent.parse(JSON.parse(row.content)) };
}
