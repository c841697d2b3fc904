import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { getPortalTask, type PortalTask, readFile } from '../../features/portal/contract.ts';
import { addressOf, call } from '../api/call.ts';
import { showBytes, showDay, showMoment } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { AbleButton } from '../ui/able-button.tsx';
import { Button } from '../ui/button.tsx';
import { Failed, Skeleton } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import { portalKey } from './home-page.tsx';
import { SendDialog, type Sending } from './send-dialog.tsx';
import { portalWords } from './words.ts';

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
      <header>
        <h1>{task.title}</h1>
        <p className="row">
          <span className="badge">{said.state[task.state]}</span>
          {task.codes.join(', ')}
          {contract && said.contract(contract.number, showDay(contract.from), showDay(contract.to))}
        </p>
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
      <Sent task={task} />
      {sending && <SendDialog task={task} sending={sending} onClose={() => setSending(null)} />}
    </div>
  );
}

function Clocks({ clocks }: { clocks: PortalTask['steps'][number]['clocks'] }) {
  return (
    <ul className="plain">
      {clocks.map(({ topic, words, due, late, lateness }) => (
        <li key={topic}>
          {words}
          {due !== null && (
            <>
              {' · '}
              <strong>{showDay(due)}</strong>{' '}
              <span className={`badge ${late ? 'late' : ''}`}>{lateness}</span>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Steps({ task, onSend }: { task: PortalTask; onSend: (sending: Sending) => void }) {
  const said = useWords(portalWords);
  const steps = task.steps.filter(({ state }) => state === 'open' || state === 'optional');
  return (
    <section className="stack">
      <h2>{said.yourSteps}</h2>
      {steps.length === 0 && <p className="quiet">{said.nothingDue}</p>}
      <ul className="plain stack">
        {steps.map(({ kind, name, takes, clocks, ability }) => (
          <li key={kind} className="card padded">
            <div className="row apart">
              <h3>{name}</h3>
              <AbleButton ability={ability} onClick={() => onSend({ kind, name })}>
                {said.send}
              </AbleButton>
            </div>
            {takes.length > 0 && <p className="small quiet">{takes.join('; ')}</p>}
            <Clocks clocks={clocks} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was asked to change and what was sent, the newest first. */
function Sent({ task: { changes, records } }: { task: PortalTask }) {
  const said = useWords(portalWords);
  return (
    <>
      {changes.length > 0 && (
        <section className="card padded">
          <h2>{said.changes}</h2>
          <ul className="plain">
            {changes.map(({ changeId, words, state, on }) => (
              <li key={changeId}>
                {showDay(on)} · {words}{' '}
                <span className="badge">{said.changeState[state as keyof typeof said.changeState]}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="card padded">
        <h2>{said.sentList}</h2>
        {records.length === 0 && <p className="quiet">{said.nothingSent}</p>}
        <ul className="plain stack">
          {records.map(({ id, recordedAt, words, files }) => (
            <li key={id}>
              {showMoment(recordedAt)} · {words}
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
    </>
  );
}
