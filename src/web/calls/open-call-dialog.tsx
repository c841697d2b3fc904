import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { CallMode } from '../../domain/calls/call.ts';
import { openCall } from '../../features/calls/contract.ts';
import { listTasks } from '../../features/tasks/contract.ts';
import { call } from '../api/call.ts';
import { client, useSession } from '../api/client.ts';
import { newId } from '../api/new-id.ts';
import { useWords } from '../i18n/language.ts';
import { DayField } from '../ui/day-field.tsx';
import { SelectField, TextArea, TextField } from '../ui/field.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { say } from '../ui/toast.tsx';
import { callWords } from './words.ts';

const textIn = (form: FormData) => (name: string) => String(form.get(name) ?? '').trim();

/** Opens a call for tasks that wait for one. */
export function OpenCallDialog({ onClose }: { onClose: () => void }) {
  const said = useWords(callWords);
  const { today } = useSession();
  const navigate = useNavigate();
  const [key] = useState(newId);
  const { data: waiting } = useQuery({
    queryKey: ['tasks', 'waiting-for-call'],
    queryFn: ({ signal }) => call(listTasks, { query: { step: ['called'], limit: 200 } }, { signal }),
  });
  const submit = async (form: FormData) => {
    const text = textIn(form);
    const body = {
      ...{ number: text('number'), title: text('title'), mode: CallMode.parse(text('mode')), on: text('on') },
      ...{ closesOn: text('closesOn'), words: text('words'), contact: text('contact') },
      taskIds: form.getAll('task').map(String),
    };
    const { id } = await call(openCall, { body }, { key });
    say(said.opened);
    await client.invalidateQueries({ queryKey: ['tasks'] });
    await navigate({ to: '/calls/$id', params: { id } });
  };
  return (
    <FormDialog title={said.open} act={said.open} onClose={onClose} onSubmit={submit}>
      {(fault) => (
        <>
          <TextField
            label={said.number}
            hint={said.numberHint}
            name="number"
            required
            error={fault?.at('number')}
          />
          <TextArea
            label={said.subject}
            hint={said.subjectHint}
            name="title"
            required
            rows={2}
            error={fault?.at('title')}
          />
          <SelectField
            label={said.modeLabel}
            name="mode"
            options={CallMode.options.map((value) => ({ value, label: said.mode[value] }))}
          />
          <DayField label={said.on} name="on" required initial={today} error={fault?.at('on')} />
          <DayField label={said.closesOn} name="closesOn" required error={fault?.at('closesOn')} />
          <TextArea label={said.words} name="words" rows={3} />
          <TextField label={said.contact} name="contact" required error={fault?.at('contact')} />
          <fieldset className="field">
            <legend>{said.chooseTasks}</legend>
            {waiting?.items.length === 0 && <p className="quiet">{said.noTasks}</p>}
            {waiting?.items.map(({ id, title }) => (
              <label key={id} className="check">
                <input type="checkbox" name="task" value={id} /> {title}
              </label>
            ))}
            {fault?.at('taskIds') && <p className="error">{fault.at('taskIds')}</p>}
          </fieldset>
        </>
      )}
    </FormDialog>
  );
}
