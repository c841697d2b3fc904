import { useState } from 'react';
import { InspectionOutcome } from '../../domain/inspections/facts.ts';
import {
  type InspectedTask,
  type Inspection,
  minuteInspection,
} from '../../features/inspections/contract.ts';
import { call } from '../api/call.ts';
import { newId } from '../api/new-id.ts';
import { useWords } from '../i18n/language.ts';
import { linesOf } from '../planning/lines.ts';
import { DayAndDocument } from '../tasks/document-fields.tsx';
import { documentIn, lookAtTasks } from '../tasks/sending.ts';
import { SelectField, TextArea } from '../ui/field.tsx';
import { textIn } from '../ui/form.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { say } from '../ui/toast.tsx';
import { inspectionWords } from './words.ts';

/** The minutes of one task: its conclusion and what is to be put right, a line each. */
export function MinutesDialog({
  round: { id },
  task: { taskId, title },
  onClose,
}: {
  round: Inspection;
  task: InspectedTask;
  onClose: () => void;
}) {
  const said = useWords(inspectionWords);
  const [key] = useState(newId);
  return (
    <FormDialog
      title={said.minutes}
      act={said.minutesAct}
      onClose={onClose}
      onSubmit={async (form) => {
        const text = textIn(form);
        const body = {
          ...{ taskId, on: text('on'), outcome: InspectionOutcome.parse(text('outcome')) },
          ...{ findings: linesOf(text('findings')), restsOn: documentIn(form) },
        };
        await call(minuteInspection, { params: { id }, body }, { key });
        say(said.recorded);
        await lookAtTasks();
      }}
    >
      {(fault) => (
        <>
          <p>
            <strong>{title}</strong>
          </p>
          {fault?.at('taskId') && <p className="notice soon">{fault.at('taskId')}</p>}
          <SelectField
            label={said.outcome}
            name="outcome"
            error={fault?.at('outcome')}
            options={InspectionOutcome.options.map((value) => ({ value, label: said.outcomes[value] }))}
          />
          <TextArea
            label={said.findings}
            name="findings"
            rows={4}
            hint={said.findingsHint}
            error={fault?.at('findings')}
          />
          <DayAndDocument fault={fault} />
        </>
      )}
    </FormDialog>
  );
}
