import { useState } from 'react';
import type { Sending } from '../../features/sendings/contract.ts';
import type { StepShown, Task } from '../../features/tasks/contract.ts';
import { useWords } from '../i18n/language.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { say } from '../ui/toast.tsx';
import { Clocks } from './clocks.tsx';
import { DayAndDocument, Meanwhile } from './document-fields.tsx';
import { eventOf, record } from './sending.ts';
import { StepFields, stepRecordsOf } from './step-fields.tsx';
import { draftOf, type StepDraft } from './step-form.ts';
import { FileLink, TaskAttachments } from './task-attachments.tsx';
import { taskPageWords } from './task-words.ts';
import { useAttached } from './use-attached.ts';

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
  const attached = useAttached();
  const [draft, setDraft] = useState<StepDraft>(() => ({ ...draftOf(kind, task), ...sent?.event }));
  return (
    <FormDialog
      title={`${step.no} ${step.name}`}
      act={said.record}
      onClose={onClose}
      onSubmit={async (form) => {
        const event = eventOf(kind, draft);
        await record(task, { form, event, files: attached.settled() });
        say(said.recorded);
      }}
    >
      {(fault) => (
        <>
          <Meanwhile task={task} />
          {sent?.files.map((file) => (
            <FileLink key={file.id} task={task} file={file} />
          ))}
          {step.clocks.length > 0 && <Clocks clocks={step.clocks} />}
          <StepFields
            kind={kind}
            records={stepRecordsOf(task)}
            draft={draft}
            onDraft={(part) => setDraft((before) => ({ ...before, ...part }))}
            errorAt={(path) => fault?.at(path)}
          />
          <DayAndDocument fault={fault} day={sent?.on} />
          <TaskAttachments task={task} {...attached.field} />
          <p className="small quiet">
            {said.basis}: {step.basis}
            {step.gives.length > 0 && `. ${said.gives}: ${step.gives.join('; ')}`}
          </p>
        </>
      )}
    </FormDialog>
  );
}
