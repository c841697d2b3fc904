import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { type Draft, getDraft } from '../../features/drafts/contract.ts';
import { call } from '../api/call.ts';
import { useMay } from '../api/client.ts';
import { showDay, showMoment } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { AbleButton } from '../ui/able-button.tsx';
import { useKeys } from '../ui/keys.ts';
import { Failed, Skeleton } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import {
  EnterDialog,
  MoveDialog,
  ReportDialog,
  RetractDialog,
  SendBackDialog,
  StopDialog,
} from './act-dialogs.tsx';
import { Course } from './course.tsx';
import { AskDialog } from './opinion-dialogs.tsx';
import { Opinions } from './opinions.tsx';
import { PlanDialog } from './plan-dialog.tsx';
import { BallWords, DraftStateWords } from './state.tsx';
import { draftWords } from './words.ts';
import '../directives/record.css';
import './drafts.css';

/** One draft: its road, what can be done, the opinions with their clocks, its history in sentences. */
export function DraftPage() {
  const said = useWords(draftWords);
  const { id } = useParams({ strict: false });
  const { asOf } = useSearch({ strict: false });
  const found = useQuery({
    queryKey: ['directives', 'drafts', 'one', id, asOf],
    queryFn: ({ signal }) => call(getDraft, { params: { id: id ?? '' }, query: { asOf } }, { signal }),
  });
  const draft = found.data;
  useTitle(draft?.title ?? said.title);
  return (
    <div className="page">
      <header>
        <p className="crumbs">
          <Link to="/drafts" search={{ year: draft && String(draft.year), asOf }}>
            {draft ? said.titleOf(draft.year) : said.title}
          </Link>
        </p>
        <h1>{draft?.title ?? said.title}</h1>
        {asOf && (
          <p className="row">
            <span className="badge blue">{said.asOfHint(showDay(asOf))}</span>
            <Link to="/drafts/$id" params={{ id: id ?? '' }} search={{}}>
              {said.today}
            </Link>
          </p>
        )}
      </header>
      {found.isPending && <Skeleton rows={7} />}
      {found.isError && <Failed error={found.error} retry={() => void found.refetch()} />}
      {draft && (
        <>
          <Course draft={draft} />
          <div className="split">
            <div className="stack">
              <Acts draft={draft} />
              <Opinions draft={draft} asOf={asOf} />
              <History draft={draft} />
            </div>
            <Facts draft={draft} />
          </div>
        </>
      )}
    </div>
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
    <div className="row draft-acts">
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
  const { document, bases, timesMoved, timesSentBack } = draft;
  const rows: [string, ReactNode][] = [
    [said.status, <DraftStateWords key="state" draft={draft} />],
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
    [
      said.planDocument,
      document &&
        (document.documentId === null ? (
          document.words
        ) : (
          <Link key="document" to="/documents/$id" params={{ id: document.documentId }}>
            {document.words}
          </Link>
        )),
    ],
    [said.planOn, showDay(draft.plannedOn)],
    [
      said.move,
      [timesMoved > 0 && said.movedTimes(timesMoved), timesSentBack > 0 && said.sentBackTimes(timesSentBack)]
        .filter(Boolean)
        .join(', ') || null,
    ],
  ];
  return (
    <aside className="card padded" aria-label={said.status}>
      <dl className="facts">
        {rows
          .filter(([, shown]) => shown !== null)
          .map(([name, shown]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd>{shown}</dd>
            </div>
          ))}
      </dl>
    </aside>
  );
}

function History({ draft }: { draft: Draft }) {
  const said = useWords(draftWords);
  const may = useMay();
  const [retracting, setRetracting] = useState<Draft['history'][number] | null>(null);
  return (
    <section className="stack tight">
      <div className="row apart">
        <h2>{said.history}</h2>
        {may('audit.view') && (
          <Link to="/audit" search={{ record: draft.id }} className="small">
            {said.trail}
          </Link>
        )}
      </div>
      <ol className="plain history">
        {draft.history.map((fact) => (
          <li key={fact.id}>
            {fact.retracted ? <s className="quiet">{fact.sentence}</s> : <span>{fact.sentence}</span>}
            <span className="small quiet">
              {showDay(fact.happenedOn)} · {fact.by}
              {fact.recordedAt.slice(0, 10) !== fact.happenedOn && ` · ${showMoment(fact.recordedAt)}`}
              {fact.retracted && ` · ${said.takenBack}`}
            </span>
            {fact.abilities.retract === true && (
              <AbleButton ability={true} className="small retract" onClick={() => setRetracting(fact)}>
                {said.retract}
              </AbleButton>
            )}
          </li>
        ))}
      </ol>
      {retracting && <RetractDialog draft={draft} fact={retracting} onClose={() => setRetracting(null)} />}
    </section>
  );
}
