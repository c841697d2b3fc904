import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import {
  dropInspection,
  getInspection,
  type InspectedTask,
  type Inspection,
} from '../../features/inspections/contract.ts';
import { call } from '../api/call.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { ReasonField } from '../record/fields.tsx';
import { RecordFacts } from '../record/record-facts.tsx';
import { RecordHistory } from '../record/record-history.tsx';
import { RecordPage } from '../record/record-page.tsx';
import { lookAtTasks } from '../tasks/sending.ts';
import { AbleButton } from '../ui/able-button.tsx';
import { textIn } from '../ui/form.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { say } from '../ui/toast.tsx';
import { Findings, GiveDialog } from './findings.tsx';
import { MinutesDialog } from './minutes-dialog.tsx';
import { PlanDialog } from './plan-dialog.tsx';
import { inspectionWords, stateTones } from './words.ts';
import './inspections.css';

type Doing = 'amend' | 'drop' | 'give' | InspectedTask;

/** One round: its plan, what was found at each task, and what became of that. */
export function InspectionPage() {
  const said = useWords(inspectionWords);
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = () => setDoing(null);
  const { id = '' } = useParams({ strict: false });
  const { asOf } = useSearch({ strict: false });
  const found = useQuery({
    queryKey: ['tasks', 'inspections', 'one', id, asOf],
    queryFn: ({ signal }) => call(getInspection, { params: { id }, query: { asOf } }, { signal }),
  });
  return (
    <RecordPage
      {...{ found, asOf }}
      name={found.data?.name ?? said.title}
      list={
        <Link to="/inspections" search={{ year: found.data?.from.slice(0, 4) }}>
          {said.title}
        </Link>
      }
      under={found.data && <State round={found.data} />}
    >
      {(round) => (
        <>
          <Acts round={round} onDo={setDoing} />
          <div className="split">
            <div className="stack">
              <Tasks round={round} onDo={setDoing} />
              <RecordHistory record={round} />
            </div>
            <RecordFacts
              rows={[
                [said.time, said.span(showDay(round.from), showDay(round.to))],
                [said.unit, round.unit.name],
                [said.team, round.team || null],
                [said.decision, round.restsOn && `${round.restsOn.sign}, ${showDay(round.restsOn.date)}`],
              ]}
            />
          </div>
          {doing === 'amend' && <PlanDialog round={round} tasks={round.tasks} onClose={close} />}
          {doing === 'drop' && <DropDialog round={round} onClose={close} />}
          {doing === 'give' && <GiveDialog round={round} onClose={close} />}
          {typeof doing === 'object' && doing !== null && (
            <MinutesDialog round={round} task={doing} onClose={close} />
          )}
        </>
      )}
    </RecordPage>
  );
}

function State({ round: { state, dropped, amended } }: { round: Inspection }) {
  const said = useWords(inspectionWords);
  return (
    <p className="row tags">
      <span className={`badge ${stateTones[state]}`}>{said.state[state]}</span>
      {amended > 0 && <span className="small quiet">{said.amended(amended)}</span>}
      {dropped && <span className="small">{said.droppedAs(showDay(dropped.on), dropped.reason)}</span>}
    </p>
  );
}

function Acts({
  round: { abilities, tasks },
  onDo,
}: {
  round: Inspection;
  onDo: (doing: 'amend' | 'drop' | 'give') => void;
}) {
  const said = useWords(inspectionWords);
  const waiting = tasks.some(({ findings }) =>
    findings.some(({ directive, spared }) => directive === null && spared === null),
  );
  return (
    <div className="row record-acts">
      {waiting && (
        <AbleButton ability={abilities.give} kind="primary" onClick={() => onDo('give')}>
          {said.give}
        </AbleButton>
      )}
      <AbleButton ability={abilities.amend} onClick={() => onDo('amend')}>
        {said.amend}
      </AbleButton>
      <AbleButton ability={abilities.drop} onClick={() => onDo('drop')}>
        {said.drop}
      </AbleButton>
    </div>
  );
}

const outcomeTones = { continue: 'fine', adjust: 'soon', 'propose-termination': 'late' } as const;

function Tasks({ round, onDo }: { round: Inspection; onDo: (task: InspectedTask) => void }) {
  const said = useWords(inspectionWords);
  return (
    <section className="stack tight" aria-label={said.tasks}>
      <h2>{said.tasks}</h2>
      <ul className="plain stack tight">
        {round.tasks.map((task) => {
          const { taskId, title, codes, host, inspectedOn, outcome, minutes, findings } = task;
          return (
            <li key={taskId} className="card padded stack tight">
              <div className="row apart">
                <Link to="/tasks/$id" params={{ id: taskId }} search={{}}>
                  <strong>{title}</strong>
                </Link>
                {inspectedOn === null && (
                  <AbleButton ability={round.abilities.minute} className="small" onClick={() => onDo(task)}>
                    {said.minutes} <span className="unseen">: {title}</span>
                  </AbleButton>
                )}
              </div>
              <span className="small quiet">{[...codes, host].filter(Boolean).join(' · ')}</span>
              <p className="row tags">
                {outcome ? (
                  <span className={`badge ${outcomeTones[outcome]}`}>{said.outcomes[outcome]}</span>
                ) : (
                  <span className="badge">{said.notYet}</span>
                )}
                <span className="small quiet">
                  {[inspectedOn && showDay(inspectedOn), minutes?.sign].filter(Boolean).join(' · ')}
                </span>
              </p>
              <Findings findings={findings} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function DropDialog({ round: { id }, onClose }: { round: Inspection; onClose: () => void }) {
  const said = useWords(inspectionWords);
  return (
    <FormDialog
      title={said.drop}
      act={said.drop}
      onClose={onClose}
      onSubmit={async (form) => {
        await call(dropInspection, { params: { id }, body: { reason: textIn(form)('reason') } });
        say(said.droppedDone);
        await lookAtTasks();
      }}
    >
      {(fault) => <ReasonField fault={fault} />}
    </FormDialog>
  );
}
