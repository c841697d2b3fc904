import { recordStep, type StepShown, type Task } from '../../features/tasks/contract.ts';
import { call } from '../api/call.ts';
import { useWords } from '../i18n/language.ts';
import { TextArea } from '../ui/field.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { say } from '../ui/toast.tsx';
import { DayAndDocument, Meanwhile } from './document-fields.tsx';
import { documentIn, lookAtTasks } from './sending.ts';
import { taskPageWords } from './task-words.ts';

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
        const body = { on: String(form.get('on')), event, restsOn: documentIn(form) };
        await call(recordStep, { params: { id: task.id }, body });
        say(said.recorded);
        await lookAtTasks();
      }}
    >
      {(fault) => (
        <>
          <Meanwhile task={task} />
          {asks && <TextArea label={said.supplementReason} name="reason" required minLength={3} rows={3} />}
          <DayAndDocument fault={fault} />
        </>
      )}
    </FormDialog>
  );
}
