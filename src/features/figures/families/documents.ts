import { sql } from 'kysely';
import { type CountedDocument, documents } from '../../../domain/figures/documents.ts';
import { tell } from '../../../domain/figures/evaluate.ts';
import { documentLabel } from '../../documents/label.ts';
import type { FigureRecord } from '../contract.ts';
import type { FamilyAsking, FamilyRead } from './family.ts';

/** A paper that a period can count; of those in a book the document. */
interface Paper extends CountedDocument {
  documentId: string | null;
}

/** Papers entered in a book within the period, or come in as a file and not dealt with before; of no unit. */
export async function papersThen(asking: FamilyAsking): Promise<Paper[]> {
  return asking.unit === undefined ? (await papersOf(asking).execute(asking.tx)).rows : [];
}

/** Papers as a list shows them. Who may not look at what has come in sees how many wait, and none of their names. */
export function linesOfPapers(asking: FamilyAsking, papers: readonly Paper[]): FamilyRead['linesOf'] {
  const known = new Map(papers.map((paper) => [paper.id, paper]));
  return async (ids) => {
    const found = await named(asking, ids);
    return ids.flatMap((id) => {
      const [paper, name] = [known.get(id), found.get(id)];
      return paper && name ? [lineOf(paper, name, asking.actor.permissions.has('intake.view'))] : [];
    });
  };
}

/** Documents of the two books, and the files on their way into them. */
export async function readDocuments(asking: FamilyAsking): Promise<FamilyRead> {
  const papers = await papersThen(asking);
  return { told: tell(documents, papers, asking.reading), linesOf: linesOfPapers(asking, papers) };
}

/** A file and the document it became are one; what was recorded or happened later does not count. */
function papersOf({ actor: { agencyId }, cut: { from, cutOff }, knownAt }: FamilyAsking) {
  const known = (column: string) =>
    knownAt === undefined ? sql`true` : sql`${sql.ref(column)} <= ${knownAt}::timestamptz`;
  const day = (column: string) => sql`(${sql.ref(column)} at time zone 'Asia/Ho_Chi_Minh')::date`;
  return sql<Paper>`
    select coalesce(i.id, d.id) as id, d.id as "documentId", d.direction, d.kind, d.registered_on as "registeredOn",
      ${day('i.received_at')} as "receivedOn", ${day('x.recorded_at')} as "droppedOn",
      exists (select from reading r where r.agency_id = i.agency_id and r.intake_id = i.id and r.reading is not null
        and ${day('r.recorded_at')} <= ${cutOff} and ${known('r.recorded_at')}) as read,
      (select count(*)::int from directive_now n where n.agency_id = d.agency_id and n.document_id = d.id
        and n.given_on <= ${cutOff} and n.origin <> 'part') as directives
    from (select * from document d where d.agency_id = ${agencyId} and d.registered_on <= ${cutOff} and ${known('d.recorded_at')}) d
    full join (select * from intake i where i.agency_id = ${agencyId} and ${day('i.received_at')} <= ${cutOff}
        and ${known('i.received_at')}) i
      on i.agency_id = d.agency_id and i.id = d.intake_id
    left join intake_drop x on x.agency_id = i.agency_id and x.intake_id = i.id
      and ${day('x.recorded_at')} <= ${cutOff} and ${known('x.recorded_at')}
    where coalesce(d.registered_on, ${day('x.recorded_at')}, date 'infinity') >= ${from}`;
}

interface Named {
  id: string;
  documentId: string | null;
  name: string | null;
  number: string | null;
  date: string | null;
  subject: string;
}

/** Papers by the id they are counted under. */
async function named(
  { tx, actor: { agencyId } }: FamilyAsking,
  ids: readonly string[],
): Promise<Map<string, Named>> {
  const { rows } = await sql<Named>`
    select asked.id, d.id as "documentId", i.name, d.number, d.issued_on as date, coalesce(d.subject, '') as subject
    from unnest(${[...ids]}::uuid[]) as asked (id)
    left join intake i on i.agency_id = ${agencyId} and i.id = asked.id
    left join document d on d.agency_id = ${agencyId} and (d.id = asked.id or d.intake_id = asked.id)`.execute(
    tx,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

function lineOf(
  { id, kind, registeredOn, receivedOn, droppedOn }: CountedDocument,
  { documentId, name, number, date, subject }: Named,
  seesIntake: boolean,
): FigureRecord {
  const label = documentLabel({ kind, number, date, subject });
  const common = { id, unit: null, lateness: '', late: null, source: null };
  if (registeredOn !== null && documentId !== null)
    return {
      ...common,
      // What was read without a subject is called by its number.
      words: subject || label,
      page: { place: 'documents', id: documentId },
      day: registeredOn,
      state: 'registered',
      source: { documentId, words: label },
    };
  return {
    ...common,
    words: seesIntake ? (name ?? '') : 'Văn bản chờ xác nhận',
    page: seesIntake ? { place: 'intake', id } : null,
    day: receivedOn,
    state: droppedOn === null ? 'unconfirmed' : 'set-aside',
  };
}
