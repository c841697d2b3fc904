import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import {
  type Draft,
  exportOpinions,
  type OpinionShown,
  writeOpinions,
} from '../../features/drafts/contract.ts';
import { addressOf } from '../api/call.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { AbleButton } from '../ui/able-button.tsx';
import { Table } from '../ui/table.tsx';
import { AnswerDialog, HandleDialog } from './opinion-dialogs.tsx';
import { OpinionBadge } from './state.tsx';
import { draftWords } from './words.ts';

/** Who was asked, each with its clock, the answer and what became of each remark. */
export function Opinions({ draft, asOf }: { draft: Draft; asOf: string | undefined }) {
  const said = useWords(draftWords);
  const [answering, setAnswering] = useState<OpinionShown | null>(null);
  const [handling, setHandling] = useState<OpinionShown['remarks'][number] | null>(null);
  const address = { params: { id: draft.id }, query: { asOf } };
  return (
    <section className="stack tight" aria-label={said.opinions}>
      <div className="row apart">
        <h2>{said.opinions}</h2>
        {draft.opinions.length > 0 && (
          <div className="row">
            <a className="button small" href={addressOf(writeOpinions, address)} download>
              <IconDownload size={16} aria-hidden /> {said.summaryWord}
            </a>
            <a className="button small" href={addressOf(exportOpinions, address)} download>
              <IconDownload size={16} aria-hidden /> {said.summaryExcel}
            </a>
          </div>
        )}
      </div>
      {draft.opinions.length === 0 ? (
        <p className="quiet">{said.noOpinions}</p>
      ) : (
        <div className="card">
          <Table heads={said.opinionHeads}>
            {draft.opinions.map((opinion) => (
              <tr key={opinion.id} className="opinion-row">
                <td>
                  <strong>{opinion.whom.name}</strong>
                  {opinion.document && <div className="small quiet">{opinion.document.words}</div>}
                </td>
                <td className="nowrap">
                  {showDay(opinion.due)}
                  <div className="small quiet">
                    {said.sentOn} {showDay(opinion.sentOn)}
                  </div>
                </td>
                <td>
                  <AnswerShown opinion={opinion} silenceAgrees={draft.silenceAgrees} />
                  {opinion.abilities.answer === true && opinion.answer === null && (
                    <AbleButton ability={true} className="small" onClick={() => setAnswering(opinion)}>
                      {said.recordAnswer} <span className="unseen">: {opinion.whom.name}</span>
                    </AbleButton>
                  )}
                </td>
                <td>
                  <Remarks
                    opinion={opinion}
                    mayHandle={draft.abilities.handle === true}
                    onHandle={setHandling}
                  />
                </td>
              </tr>
            ))}
          </Table>
        </div>
      )}
      {draft.opinions.length > 0 && <p className="small quiet">{said.silenceRule}</p>}
      {answering && <AnswerDialog draft={draft} opinion={answering} onClose={() => setAnswering(null)} />}
      {handling && <HandleDialog draft={draft} remark={handling} onClose={() => setHandling(null)} />}
    </section>
  );
}

function AnswerShown({ opinion, silenceAgrees }: { opinion: OpinionShown; silenceAgrees: boolean }) {
  const said = useWords(draftWords);
  const { state, answer } = opinion;
  return (
    <span className="draft-state">
      <OpinionBadge state={state} />
      {state === 'silent' && silenceAgrees && <span className="small quiet">{said.silentAgrees}</span>}
      {answer && (
        <span className="small">
          {said.answer[answer.answer]}, {showDay(answer.on)}
          {answer.document && ` · ${answer.document.words}`}
        </span>
      )}
    </span>
  );
}

function Remarks({
  opinion,
  mayHandle,
  onHandle,
}: {
  opinion: OpinionShown;
  mayHandle: boolean;
  onHandle: (remark: OpinionShown['remarks'][number]) => void;
}) {
  const said = useWords(draftWords);
  return (
    <ul className="plain remarks">
      {opinion.remarks.map((remark) => (
        <li key={remark.at}>
          <span>{remark.words}</span>
          {remark.handled ? (
            <span className="small fine-words">
              {said.handling[remark.handled.how]}: {remark.handled.words}
            </span>
          ) : (
            <span className="small soon-words">{said.notHandled}</span>
          )}
          {mayHandle && remark.handled === null && (
            <AbleButton ability={true} className="small" onClick={() => onHandle(remark)}>
              {said.handle} <span className="unseen">: {remark.words}</span>
            </AbleButton>
          )}
        </li>
      ))}
    </ul>
  );
}
