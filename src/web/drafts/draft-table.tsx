import { Link } from '@tanstack/react-router';
import type { DraftRow } from '../../features/drafts/contract.ts';
import { useWords } from '../i18n/language.ts';
import { Table } from '../ui/table.tsx';
import { CourseMarks } from './course.tsx';
import { BallWords, DraftStateWords } from './state.tsx';
import { draftWords } from './words.ts';

/** A draft a row: what it is, its stages, with whom it is, how it stands. */
export function DraftTable({
  drafts,
  year,
  asOf,
}: {
  drafts: readonly DraftRow[];
  year: number;
  asOf: string | undefined;
}) {
  const said = useWords(draftWords);
  return (
    <Table heads={said.heads}>
      {drafts.map((draft) => (
        <tr key={draft.id} className={`draft-row ${draft.state}`}>
          <td>
            <Link to="/drafts/$id" params={{ id: draft.id }} search={{ asOf }} className="draft-title">
              {draft.title}
            </Link>
            <div className="small quiet">
              {[
                said.kind[draft.kind],
                draft.lead.name,
                draft.year !== year && said.carried(draft.year),
                draft.timesMoved > 0 && said.movedTimes(draft.timesMoved),
              ]
                .filter(Boolean)
                .join(' · ')}
            </div>
          </td>
          <td>
            <CourseMarks draft={draft} />
            <div className="small quiet">
              {draft.stage === null ? said.notBegun : said.stage[draft.stage]}
            </div>
          </td>
          <td>
            <BallWords draft={draft} />
            <Silent draft={draft} />
          </td>
          <td>
            <DraftStateWords draft={draft} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Silent({ draft: { asked } }: { draft: DraftRow }) {
  const said = useWords(draftWords);
  const silent = asked.filter(({ state }) => state === 'silent').map(({ name }) => name);
  if (silent.length === 0) return null;
  return <div className="small soon-words">{said.silent(silent.join('; '))}</div>;
}
