import { IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import type { Task } from '../../features/tasks/contract.ts';
import type { CallFailed } from '../api/call.ts';
import { useSession } from '../api/client.ts';
import { useWords } from '../i18n/language.ts';
import { DayField } from '../ui/day-field.tsx';
import { TextField } from '../ui/field.tsx';
import { taskPageWords } from './task-words.ts';

interface DocumentFieldsProps {
  fault: CallFailed | null;
  /** As it is on record already. */
  document?: { sign: string; date: string } | null | undefined;
}

/** The document something rests on, by its number and day. */
export function DocumentFields({ fault, document }: DocumentFieldsProps) {
  const said = useWords(taskPageWords);
  return (
    <fieldset className="field">
      <legend>{said.document}</legend>
      <span className="hint">{said.documentHint}</span>
      <div className="row two-fields">
        <TextField
          label={said.sign}
          name="sign"
          maxLength={1000}
          defaultValue={document?.sign}
          error={fault?.at('restsOn.sign')}
        />
        <DayField
          label={said.signedOn}
          name="date"
          initial={document?.date}
          error={fault?.at('restsOn.date')}
        />
      </div>
    </fieldset>
  );
}

/** The day something was done, today unless told, and the document it rests on. */
export function DayAndDocument({ day, ...document }: DocumentFieldsProps & { day?: string | undefined }) {
  const said = useWords(taskPageWords);
  const { today } = useSession();
  return (
    <>
      <DayField label={said.on} name="on" required initial={day ?? today} error={document.fault?.at('on')} />
      <DocumentFields {...document} />
    </>
  );
}

/** Told over a form when somebody else has recorded something since it was opened; what is typed stays. */
export function Meanwhile({ task }: { task: Task }) {
  const said = useWords(taskPageWords);
  const [seen] = useState(task.version);
  const [last] = task.history;
  if (task.version === seen || !last) return null;
  return (
    <div className="notice soon meanwhile" role="status">
      <IconInfoCircle size={20} aria-hidden />
      <p>{said.changedMeanwhile(last.sentence, last.by)}</p>
    </div>
  );
}
