import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listSendings, type Sending, sendBack } from '../../features/sendings/contract.ts';
import type { Task } from '../../features/tasks/contract.ts';
import { call } from '../api/call.ts';
import { showMoment } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { TextArea } from '../ui/field.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Failed } from '../ui/state.tsx';
import { say } from '../ui/toast.tsx';
import { lookAtTasks } from './sending.ts';
import { sendingWords } from './sending-words.ts';
import { FileLink } from './task-attachments.tsx';
import type { Doing } from './task-page.tsx';

const badges = { counted: 'fine', waiting: 'soon', noted: 'fine', returned: '' } as const;

/** What the host and the investigator sent through the portal, with its files: what waits to be noted, or all else. */
export function Sendings({
  task,
  waiting,
  onDo,
}: {
  task: Task;
  waiting: boolean;
  onDo: (doing: Doing) => void;
}) {
  const said = useWords(sendingWords);
  const [returning, setReturning] = useState<Sending | null>(null);
  const sent = useQuery({
    queryKey: ['tasks', 'sendings', task.id, task.version],
    queryFn: ({ signal }) => call(listSendings, { params: { id: task.id } }, { signal }),
    placeholderData: (before) => before,
  });
  if (sent.isError) return <Failed error={sent.error} retry={() => void sent.refetch()} />;
  const shown = sent.data?.filter(({ became }) => (became === 'waiting') === waiting) ?? [];
  if (shown.length === 0) return null;
  const title = waiting ? said.waiting : said.title;
  return (
    <section className="stack tight" aria-label={title}>
      <h2>{title}</h2>
      <ul className="plain stack tight">
        {shown.map((one) => (
          <li key={one.id} className="card padded stack tight">
            <p className="row tags">
              <strong>{one.words}</strong>
              <span className={`badge ${badges[one.became]}`}>{said.became[one.became]}</span>
            </p>
            <p className="small quiet">{said.byAt(one.by, showMoment(one.recordedAt))}</p>
            {one.reason !== null && <p className="small">{said.returnedFor(one.reason)}</p>}
            {one.files.map((file) => (
              <FileLink key={file.id} task={task} file={file} />
            ))}
            <Answer task={task} sent={one} onDo={onDo} onReturn={() => setReturning(one)} />
          </li>
        ))}
      </ul>
      {returning && <ReturnDialog task={task} sent={returning} onClose={() => setReturning(null)} />}
    </section>
  );
}

/** Taking note is recording the step, with what was sent filled in; or it goes back with a reason. */
function Answer({
  task,
  sent,
  onDo,
  onReturn,
}: {
  task: Task;
  sent: Sending;
  onDo: (doing: Doing) => void;
  onReturn: () => void;
}) {
  const said = useWords(sendingWords);
  const { event } = sent;
  if (event === null) return null;
  const able = task.steps.find(({ kind }) => kind === event.kind)?.ability === true;
  return (
    <div className="row">
      {able && (
        <Button
          kind="primary"
          className="small"
          onClick={() => onDo({ what: 'record', step: event.kind, sent })}
        >
          {said.note}
        </Button>
      )}
      {sent.abilities.sendBack === true && (
        <Button className="small" onClick={onReturn}>
          {said.sendBack}
        </Button>
      )}
    </div>
  );
}

function ReturnDialog({ task, sent, onClose }: { task: Task; sent: Sending; onClose: () => void }) {
  const said = useWords(sendingWords);
  return (
    <FormDialog
      title={said.sendBack}
      act={said.sendBack}
      onClose={onClose}
      onSubmit={async (form) => {
        const body = { reason: String(form.get('reason')).trim() };
        await call(sendBack, { params: { id: task.id, factId: sent.id }, body });
        say(said.sentBack);
        await lookAtTasks();
      }}
    >
      {(fault) => (
        <>
          <p>{sent.words}</p>
          <TextArea
            label={said.reason}
            hint={said.reasonHint}
            name="reason"
            required
            minLength={3}
            rows={3}
            error={fault?.at('reason')}
          />
        </>
      )}
    </FormDialog>
  );
}
