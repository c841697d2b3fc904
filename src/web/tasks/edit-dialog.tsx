import { useState } from 'react';
import { describeTask, type Task } from '../../features/tasks/contract.ts';
import { call } from '../api/call.ts';
import { useSession } from '../api/client.ts';
import { useWords } from '../i18n/language.ts';
import { DayField } from '../ui/day-field.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { say } from '../ui/toast.tsx';
import { Meanwhile } from './document-fields.tsx';
import { fieldWords } from './field-words.ts';
import { ProfileFields, profileDraft, profileOf } from './profile-fields.tsx';
import { taskPageWords } from './task-words.ts';
import { useSeenVersion } from './use-seen-version.ts';

/** Says anew what a task is. */
export function EditDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const said = useWords(taskPageWords);
  const { describedOn } = useWords(fieldWords);
  const { today } = useSession();
  const [draft, setDraft] = useState(() => ({ ...profileDraft(task.profile), title: task.title }));
  const send = useSeenVersion(task);
  return (
    <FormDialog
      title={said.edit}
      act={said.edit}
      onClose={onClose}
      onSubmit={async (form) => {
        const body = { profile: profileOf(draft), on: String(form.get('on')) };
        await send((version) => call(describeTask, { params: { id: task.id }, body }, { version }));
        say(said.edited);
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
