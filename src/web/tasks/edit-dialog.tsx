import { useRef, useState } from 'react';
import { describeTask, type Task } from '../../features/tasks/contract.ts';
import { CallFailed, call } from '../api/call.ts';
import { useSession } from '../api/client.ts';
import { useWords } from '../i18n/language.ts';
import { DayField } from '../ui/day-field.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { say } from '../ui/toast.tsx';
import { Meanwhile } from './document-fields.tsx';
import { fieldWords } from './field-words.ts';
import { ProfileFields, profileDraft, profileOf } from './profile-fields.tsx';
import { lookAtTasks } from './sending.ts';
import { taskPageWords } from './task-words.ts';

/** Says anew what a task is. Where somebody else changed it meanwhile, that is told first and what is typed stays. */
export function EditDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const said = useWords(taskPageWords);
  const { describedOn } = useWords(fieldWords);
  const { today } = useSession();
  const [draft, setDraft] = useState(() => ({ ...profileDraft(task.profile), title: task.title }));
  const version = useRef(task.version);
  const latest = useRef(task.version);
  latest.current = task.version;
  return (
    <FormDialog
      title={said.edit}
      act={said.edit}
      onClose={onClose}
      onSubmit={async (form) => {
        const body = { profile: profileOf(draft), on: String(form.get('on')) };
        try {
          await call(describeTask, { params: { id: task.id }, body }, { version: version.current });
        } catch (error) {
          if (error instanceof CallFailed && error.status === 412) {
            // The change is on the screen now: sending again says it over what was seen.
            await lookAtTasks();
            version.current = latest.current;
          }
          throw error;
        }
        say(said.edited);
        await lookAtTasks();
      }}
    >
      {(fault) => (
        <>
          <Meanwhile task={task} />
          <ProfileFields
            draft={draft}
            onDraft={(part) => setDraft((before) => ({ ...before, ...part }))}
            fault={fault}
          />
          <DayField label={describedOn} name="on" required initial={today} error={fault?.at('on')} />
        </>
      )}
    </FormDialog>
  );
}
