import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { type Draft, getDraft, retractDraftFact } from '../../features/drafts/contract.ts';
import { call } from '../api/call.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { RecordFacts } from '../record/record-facts.tsx';
import { RetractDialog } from '../record/record-form.tsx';
import { RecordHistory } from '../record/record-history.tsx';
import { RecordPage } from '../record/record-page.tsx';
import { SourceLink } from '../record/source-link.tsx';
import { useRecord } from '../record/use-record.ts';
import { recordWords } from '../record/words.ts';
import { AbleButton } from '../ui/able-button.tsx';
import { useKeys } from '../ui/keys.ts';
import { EnterDialog, MoveDialog, ReportDialog, SendBackDialog, StopDialog } from './act-dialogs.tsx';
import { Course } from './course.tsx';
import { AskDialog } from './opinion-dialogs.tsx';
import { Opinions } from './opinions.tsx';
import { PlanDialog } from './plan-dialog.tsx';
import { BallWords, DraftStateWords } from './state.tsx';
import { draftWords } from './words.ts';
import './drafts.css';

/** One draft: its road, what can be done, the opinions with their clocks, its history in sentences. */
export function DraftPage() {
  const said = useWords(draftWords);
  const { found, asOf } = useRecord('drafts', (asked, options) => call(getDraft, asked, options));
  const { data } = found;
  return (
    <RecordPage
      {...{ found, asOf }}
      name={data?.title ?? said.title}
      list={
        <Link to="/drafts" search={{ year: data && String(data.year), asOf }}>
          {data ? said.titleOf(data.year) : said.title}
        </Link>
      }
    >
      {(draft) => (
        <>
          <Course draft={draft} />
          <div className="split">
            <div className="stack">
              <Acts draft={draft} />
              <Opinions draft={draft} asOf={asOf} />
              <RecordHistory
                record={draft}
                retract={(fact, onClose) => (
                  <RetractDialog
                    {...{ fact, onClose }}
                    send={(body) => call(retractDraftFact, { params: { id: draft.id }, body })}
                  />
                )}
              />
            </div>
            <Facts draft={draft} />
          </div>
        </>
      )}
    </RecordPage>
  );
}

type Doing = keyof Draft['abilities'];

const dialogs = {
  enter: EnterDialog,
  sendBack: SendBackDialog,
  report: ReportDialog,
  ask: AskDialog,
  move: MoveDialog,
  stop: StopDialog,
} as const;

const order: readonly Exclude<Doing, 'handle'>[] = [
  'enter',
  'ask',
  'report',
  'sendBack',
  'move',
  'change',
  'stop',
];

function Acts({ draft }: { draft: Draft }) {
  const said = useWords(draftWords);
  const [doing, setDoing] = useState<Doing | null>(null);
  const { abilities } = draft;
  useKeys({
    e: abilities.report === true ? () => setDoing('report') : undefined,
    b: abilities.enter === true ? () => setDoing('enter') : undefined,
  });
  const close = () => setDoing(null);
  const Doing = doing !== null && doing in dialogs ? dialogs[doing as keyof typeof dialogs] : null;
  return (
    <div className="row record-acts">
      {order.map((act) => (
        <AbleButton
          key={act}
          ability={abilities[act]}
          {...(act === 'enter' && { kind: 'primary' as const })}
          {...(act === 'stop' && { kind: 'danger' as const })}
          onClick={() => setDoing(act)}
        >
          {said[act]}
          {act === 'enter' && <kbd aria-hidden>b</kbd>}
          {act === 'report' && <kbd aria-hidden>e</kbd>}
        </AbleButton>
      ))}
      {Doing && <Doing draft={draft} onClose={close} />}
      {doing === 'change' && <PlanDialog year={draft.year} draft={draft} onClose={close} />}
    </div>
  );
}

function Facts({ draft }: { draft: Draft }) {
  const said = useWords(draftWords);
  const { status } = useWords(recordWords);
  const { document, bases, timesMoved, timesSentBack } = draft;
  const rows: [string, ReactNode][] = [
    [status, <DraftStateWords key="state" draft={draft} />],
    [said.ball, <BallWords key="ball" draft={draft} />],
    [said.reportWords, draft.said || null],
    [said.kindField, said.kind[draft.kind]],
    [said.lead, draft.lead.name],
    [said.drafter, draft.drafter],
    [said.submittedTo, draft.submittedTo],
    [said.shortened, draft.shortened ? '✓' : null],
    [
      said.bases,
      bases.length > 0 ? (
        <ul key="bases" className="plain">
          {bases.map((base) => (
            <li key={base}>{base}</li>
          ))}
        </ul>
      ) : null,
    ],
    [said.planDocument, document && <SourceLink key="document" source={document} />],
    [said.planOn, showDay(draft.plannedOn)],
    [
      said.move,
      [timesMoved > 0 && said.movedTimes(timesMoved), timesSentBack > 0 && said.sentBackTimes(timesSentBack)]
        .filter(Boolean)
        .join(', ') || null,
    ],
  ];
  return <RecordFacts rows={rows} />;
}
