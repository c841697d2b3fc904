import type { StepShown, Task } from '../../features/tasks/contract.ts';
import { useWords } from '../i18n/language.ts';
import { TextArea } from '../ui/field.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { say } from '../ui/toast.tsx';
import { DayAndDocument, Meanwhile } from './document-fields.tsx';
import { record } from './sending.ts';
import { TaskAttachments } from './task-attachments.tsx';
import { taskPageWords } from './task-words.ts';
import { useAttached } from './use-attached.ts';

/** Asks for a dossier to be completed, or notes that it was; the step's clocks stand still in between. */
export function SupplementDialog({
  task,
  step,
  onClose,
}: {
  task: Task;
  step: StepShown;
  onClose: () => void;
}) {
  const said = useWords(taskPageWords);
  const attached = useAttached();
  const asks = step.supplement !== 'supplementReceived';
  const title = asks ? said.askSupplement : said.receiveSupplement;
  return (
    <FormDialog
      title={`${title}: ${step.name}`}
      act={title}
      onClose={onClose}
      onSubmit={async (form) => {
        const event = asks
          ? { kind: 'supplementAsked' as const, of: step.kind, reason: String(form.get('reason')) }
          : { kind: 'supplementReceived' as const, of: step.kind };
        await record(task, { form, event, files: attached.settled() });
        say(said.recorded);
      }}
    >
      {(fault) => (
        <>
          <Meanwhile task={task} />
          {asks && <TextArea label={said.supplementReason} name="reason" required minLength={3} rows={3} />}
          <DayAndDocument fault={fault} />
          <TaskAttachments task={task} {...attached.field} />
        </>
      )}
    </FormDialog>
  );
}
