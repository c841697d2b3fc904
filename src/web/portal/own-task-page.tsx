import { IconArrowBackUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { getPortalTask, type PortalTask, readFile } from '../../features/portal/contract.ts';
import { addressOf, call } from '../api/call.ts';
import { showBytes, showDay, showMoment } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { Moves } from '../tasks/changes.tsx';
import { Clocks } from '../tasks/clocks.tsx';
import { PhaseLine, type PhaseState } from '../tasks/phase-line.tsx';
import { taskVocabulary } from '../tasks/vocabulary.ts';
import { AbleButton } from '../ui/able-button.tsx';
import { Button } from '../ui/button.tsx';
import { Failed, Skeleton } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import { ChangeOptions } from './change-options.tsx';
import { portalKey } from './home-page.tsx';
import { SendDialog, type Sending } from './send-dialog.tsx';
import { portalWords } from './words.ts';
import '../tasks/tasks.css';

/** A task of one's own: what is due, with its clock, and what was sent. */
export function OwnTaskPage() {
  const said = useWords(portalWords);
  const { id = '' } = useParams({ strict: false });
  const [sending, setSending] = useState<Sending | null>(null);
  const shown = useQuery({
    queryKey: [...portalKey, 'task', id],
    queryFn: ({ signal }) => call(getPortalTask, { params: { id } }, { signal }),
  });
  const task = shown.data;
  useTitle(task?.title ?? said.tasks);
  if (shown.isError) return <Failed error={shown.error} retry={() => void shown.refetch()} />;
  if (!task) return <Skeleton rows={8} height={60} />;
  const { contract } = task;
  return (
    <div className="stack">
      <nav className="crumbs">
        <Link to="/portal">{said.home}</Link>
      </nav>
      <header className="stack tight">
        <h1>{task.title}</h1>
        <p className="row">
          <span className="badge">{said.state[task.state]}</span>
          {task.codes.length > 0 && <span>{task.codes.join(', ')}</span>}
          {contract && (
            <span>{said.contract(contract.number, showDay(contract.from), showDay(contract.to))}</span>
          )}
        </p>
        <PhaseLine phases={phasesOf(task)} />
      </header>
      {task.supplements.map(({ of, name, askedOn, clocks }) => (
        <div key={of} className="notice soon">
          <p>{said.supplementAsked(name, showDay(askedOn))}</p>
          <Clocks clocks={clocks} />
          <p>
            <Button
              kind="primary"
              onClick={() => setSending({ kind: 'supplementReceived', of, name: said.sendSupplement })}
            >
              {said.sendSupplement}
            </Button>
          </p>
        </div>
      ))}
      <Steps task={task} onSend={setSending} />
      {task.steps.some(({ kind }) => kind === 'changeAsked') && (
        <ChangeOptions options={task.changeOptions} />
      )}
      <Changes task={task} />
      <Sent task={task} />
      {sending && <SendDialog task={task} sending={sending} onClose={() => setSending(null)} />}
    </div>
  );
}

/** The main phases, and one beside them that the task is in. */
function phasesOf({ phases, phase, state }: PortalTask) {
  const shown = phases.filter(({ id, aside }) => !aside || id === phase);
  const now = shown.findIndex(({ id }) => id === phase);
  const stateAt = (at: number): PhaseState => {
    if (state === 'ended' || at < now) return 'done';
    return at === now ? 'open' : 'ahead';
  };
  return shown.map(({ id }, at) => ({ id, state: stateAt(at) }));
}

/** What waits for the host or investigator; beside it what may be done when it is needed. */
function Steps({ task, onSend }: { task: PortalTask; onSend: (sending: Sending) => void }) {
  const said = useWords(portalWords);
  const inState = (state: 'open' | 'optional') => task.steps.filter((step) => step.state === state);
  const open = inState('open');
  const optional = inState('optional');
  return (
    <section className="stack">
      <h2>{said.yourSteps}</h2>
      {open.length === 0 && <p className="quiet">{said.nothingDue}</p>}
      <ul className="plain stack">
        {open.toSorted(byDue).map((step, at) => (
          <OwnStep key={step.kind} step={step} first={at === 0} task={task} onSend={onSend} />
        ))}
      </ul>
      {optional.length > 0 && (
        <>
          <h2>{said.whenNeeded}</h2>
          <ul className="plain stack">
            {optional.map((step) => (
              <OwnStep key={step.kind} step={step} task={task} onSend={onSend} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

type Step = PortalTask['steps'][number];

/** The earliest day a step is due; after all days where none is told. */
const dueOf = ({ clocks }: Step) =>
  clocks.reduce((first, { due }) => (due !== null && due < first ? due : first), '9999');
const byDue = (a: Step, b: Step) => dueOf(a).localeCompare(dueOf(b));

function OwnStep({
  step: { kind, name, takes, gives, basis, clocks, ability, saying },
  first = false,
  task: { records },
  onSend,
}: {
  step: Step;
  /** What is due before everything else: its button is the main one. */
  first?: boolean;
  task: PortalTask;
  onSend: (sending: Sending) => void;
}) {
  const said = useWords(portalWords);
  const papers = [...takes, ...gives].join('; ');
  // The newest stands first: what was sent again since does not wait to be put right.
  const last = records.find(({ step }) => step === kind);
  const waiting = last?.became === 'waiting' ? last : undefined;
  const returned = last?.became === 'returned' ? last : undefined;
  const act = returned ? said.sendAgain : said.send;
  return (
    <li className={`card padded stack tight own-step ${clocks.some(({ late }) => late) ? 'late' : ''}`}>
      <div className="row apart">
        <h3>{name}</h3>
        <AbleButton
          ability={ability}
          kind={first && !waiting ? 'primary' : 'plain'}
          aria-label={`${act}: ${name}`}
          onClick={() => onSend({ kind, name, saying, returned })}
        >
          {act}
        </AbleButton>
      </div>
      {waiting && (
        <p>
          <span className="badge soon">{said.waitsSince(showMoment(waiting.recordedAt))}</span>
        </p>
      )}
      {returned?.reason && (
        <div className="notice late">
          <IconArrowBackUp size={20} aria-hidden />
          <p>{said.returnedFor(returned.reason)}</p>
        </div>
      )}
      <Clocks clocks={clocks} />
      <p className="small quiet">
        {[papers && said.papers(papers), said.basis(basis)].filter(Boolean).join('. ')}
      </p>
      {saying === 'notice' && !waiting && <p className="small quiet">{said.noticeHint}</p>}
    </li>
  );
}

/** Changes asked for or made, each with what stood before and what shall stand after. */
function Changes({ task: { changes } }: { task: PortalTask }) {
  const said = useWords(portalWords);
  const names = useWords(taskVocabulary);
  if (changes.length === 0) return null;
  return (
    <section className="card padded stack tight">
      <h2>{said.changes}</h2>
      <ul className="plain stack tight">
        {changes.map(({ changeId, change, state, on }) => (
          <li key={changeId}>
            <p className="row tags">
              <strong>{names.change[change.type]}</strong>
              <span className="badge">{names.changeState[state]}</span>
              <span className="small quiet">{showDay(on)}</span>
            </p>
            <Moves change={change} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was sent, the newest first, with its files and what became of it. */
function Sent({ task: { records } }: { task: PortalTask }) {
  const said = useWords(portalWords);
  return (
    <section className="card padded stack tight">
      <h2>{said.sentList}</h2>
      {records.length === 0 && <p className="quiet">{said.nothingSent}</p>}
      <ul className="plain stack tight">
        {records.map(({ id, recordedAt, words, became, reason, files }) => (
          <li key={id}>
            <p className="row tags">
              <span className="quiet">{showMoment(recordedAt)}</span> {words}
              {became && (
                <span
                  className={`badge ${became === 'waiting' ? 'soon' : became === 'noted' ? 'fine' : 'late'}`}
                >
                  {said.became[became]}
                </span>
              )}
            </p>
            {reason !== null && <p>{said.returnedFor(reason)}</p>}
            <ul className="plain file-list">
              {files.map((file) => (
                <li key={file.id}>
                  <a href={addressOf(readFile, { params: { id: file.id } })} download>
                    {file.name}
                  </a>
                  <span className="quiet">{showBytes(file.bytes)}</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
