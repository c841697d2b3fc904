import { useState } from 'react';
import type { Sending } from '../../features/sendings/contract.ts';
import { recordStep, type StepShown, type Task } from '../../features/tasks/contract.ts';
import { call } from '../api/call.ts';
import { useWords } from '../i18n/language.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { say } from '../ui/toast.tsx';
import { Clocks } from './clocks.tsx';
import { DayAndDocument, Meanwhile } from './document-fields.tsx';
import { documentIn, eventOf, lookAtTasks } from './sending.ts';
import { StepFields, stepRecordsOf } from './step-fields.tsx';
import { draftOf, type StepDraft } from './step-form.ts';
import { taskPageWords } from './task-words.ts';

/** Records a step: the form its kind asks for, the day, and the document it rests on; begun with what its host sent in. */
export function ActDialog({
  task,
  step,
  sent,
  onClose,
}: {
  task: Task;
  step: StepShown;
  sent?: Sending | undefined;
  onClose: () => void;
}) {
  const said = useWords(taskPageWords);
  const { kind } = step;
  const [draft, setDraft] = useState<StepDraft>(() => ({ ...draftOf(kind, task), ...sent?.event }));
  return (
    <FormDialog
      title={`${step.no} ${step.name}`}
      act={said.record}
      onClose={onClose}
      onSubmit={async (form) => {
        const event = eventOf(kind, draft);
        const body = { on: String(form.get('on')), event, restsOn: documentIn(form) };
        await call(recordStep, { params: { id: task.id }, body });
        say(said.recorded);
        await lookAtTasks();
      }}
    >
      {(fault) => (
        <>
          <Meanwhile task={task} />
          {step.clocks.length > 0 && <Clocks clocks={step.clocks} />}
          <StepFields
            kind={kind}
            records={stepRecordsOf(task)}
            draft={draft}
            onDraft={(part) => setDraft((before) => ({ ...before, ...part }))}
            errorAt={(path) => fault?.at(path)}
          />
          <DayAndDocument fault={fault} day={sent?.on} />
          <p className="small quiet">
            {said.basis}: {step.basis}
            {step.gives.length > 0 && `. ${said.gives}: ${step.gives.join('; ')}`}
          </p>
        </>
      )}
    </FormDialog>
  );
}
