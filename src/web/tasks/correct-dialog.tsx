import { useState } from 'react';
import type { StepBody, TaskEvent } from '../../domain/tasks/facts.ts';
import { correctFact, type Task } from '../../features/tasks/contract.ts';
import { call } from '../api/call.ts';
import { common } from '../i18n/common.ts';
import { useWords } from '../i18n/language.ts';
import { SelectField, TextArea } from '../ui/field.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { say } from '../ui/toast.tsx';
import { DayAndDocument, Meanwhile } from './document-fields.tsx';
import { documentIn, eventOf, lookAtTasks } from './sending.ts';
import { StepFields, stepRecordsOf } from './step-fields.tsx';
import type { StepDraft } from './step-form.ts';
import { taskPageWords } from './task-words.ts';

const isStep = (event: TaskEvent): event is StepBody =>
  event.kind !== 'takenOver' && !('of' in event && typeof event.of === 'string');

/** Puts right what was recorded, its day and its document, or takes it back; the record stays readable. */
export function CorrectDialog({
  task,
  fact,
  onClose,
}: {
  task: Task;
  fact: Task['history'][number];
  onClose: () => void;
}) {
  const said = useWords(taskPageWords);
  const { reason } = useWords(common);
  const { event } = fact;
  const kind = event && isStep(event) ? event.kind : null;
  // Since when older files were taken over is part of how the task began.
  const fixed = event?.kind === 'takenOver';
  const [how, setHow] = useState<'instead' | 'nothing'>(fixed ? 'nothing' : 'instead');
  const [draft, setDraft] = useState<StepDraft>(() => {
    const { kind: _, ...recorded } = { ...event } as StepDraft;
    return recorded;
  });
  return (
    <FormDialog
      title={said.correct}
      act={said.correct}
      onClose={onClose}
      onSubmit={async (form) => {
        const put =
          how === 'nothing'
            ? { instead: null }
            : {
                instead: kind ? eventOf(kind, draft) : event,
                on: String(form.get('on')),
                restsOn: documentIn(form),
              };
        const body = { factId: fact.id, reason: String(form.get('reason')), ...put };
        await call(correctFact, { params: { id: task.id }, body });
        say(said.corrected);
        await lookAtTasks();
      }}
    >
      {(fault) => (
        <>
          <Meanwhile task={task} />
          <p>
            <strong>{fact.sentence}</strong>
          </p>
          <p className="small quiet">{said.correctHint}</p>
          <SelectField
            label={said.correctHow}
            value={how}
            onChange={({ target }) => setHow(target.value === 'instead' ? 'instead' : 'nothing')}
            options={[
              ...(fixed ? [] : [{ value: 'instead', label: said.correctInstead }]),
              { value: 'nothing', label: said.correctNothing },
            ]}
          />
          {kind && how === 'instead' && (
            <StepFields
              kind={kind}
              records={stepRecordsOf(task)}
              draft={draft}
              onDraft={(part) => setDraft((before) => ({ ...before, ...part }))}
              errorAt={(path) => fault?.at(path) ?? fault?.at(path.replace('event.', 'instead.'))}
            />
          )}
          {how === 'instead' && (
            <DayAndDocument fault={fault} day={fact.happenedOn} document={fact.restsOn} />
          )}
          <TextArea
            label={reason}
            name="reason"
            required
            minLength={3}
            rows={2}
            error={fault?.at('reason')}
          />
        </>
      )}
    </FormDialog>
  );
}
