import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  amendInspection,
  type Inspection,
  type InspectionSaid,
  planInspection,
} from '../../features/inspections/contract.ts';
import { listTasks } from '../../features/tasks/contract.ts';
import { call } from '../api/call.ts';
import { newId } from '../api/new-id.ts';
import { matching } from '../directives/acts/use-names.ts';
import { useWords } from '../i18n/language.ts';
import { UnitField } from '../organisation/unit-field.tsx';
import { ReasonField } from '../record/fields.tsx';
import { DayAndDocument } from '../tasks/document-fields.tsx';
import { documentIn, lookAtTasks } from '../tasks/sending.ts';
import { Button } from '../ui/button.tsx';
import { ComboBox } from '../ui/combo-box.tsx';
import { DayField } from '../ui/day-field.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import { textIn } from '../ui/form.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { say } from '../ui/toast.tsx';
import { inspectionWords } from './words.ts';

export interface TaskChosen {
  taskId: string;
  title: string;
  codes: readonly string[];
}

/** A round put into the plan, or one said anew. @param onDone the id of a new one */
export function PlanDialog({
  round,
  tasks,
  onDone,
  onClose,
}: {
  round?: Inspection;
  tasks: readonly TaskChosen[];
  onDone?: (id: string) => void;
  onClose: () => void;
}) {
  const said = useWords(inspectionWords);
  const [key] = useState(newId);
  const [chosen, setChosen] = useState(tasks);
  const submit = async (form: FormData) => {
    const text = textIn(form);
    const plan: InspectionSaid = {
      ...{ name: text('name'), from: text('from'), to: text('to'), unit: text('unit'), team: text('team') },
      taskIds: chosen.map(({ taskId }) => taskId),
    };
    const body = { plan, on: text('on'), restsOn: documentIn(form) };
    if (round) {
      const { id, version } = round;
      await call(amendInspection, { params: { id }, body: { ...body, reason: text('reason') } }, { version });
    } else onDone?.((await call(planInspection, { body }, { key })).id);
    say(round ? said.recorded : said.opened);
    await lookAtTasks();
  };
  return (
    <FormDialog
      title={round ? said.amend : said.open}
      act={round ? said.amendAct : said.openAct}
      onClose={onClose}
      onSubmit={submit}
    >
      {(fault) => (
        <>
          <TextField
            label={said.name}
            name="name"
            required
            hint={said.nameHint}
            defaultValue={round?.name}
            error={fault?.at('plan.name')}
          />
          <div className="row two-fields">
            <DayField
              label={said.from}
              name="from"
              required
              initial={round?.from}
              error={fault?.at('plan.from')}
            />
            <DayField label={said.to} name="to" required initial={round?.to} error={fault?.at('plan.to')} />
          </div>
          <UnitField
            label={said.unit}
            name="unit"
            initial={round?.unit.unitId}
            error={fault?.at('plan.unit')}
          />
          <TextArea
            label={said.team}
            name="team"
            rows={2}
            defaultValue={round?.team}
            error={fault?.at('plan.team')}
          />
          <TasksField chosen={chosen} onChosen={setChosen} error={fault?.at('plan.taskIds')} />
          {round && <ReasonField fault={fault} />}
          <DayAndDocument fault={fault} />
        </>
      )}
    </FormDialog>
  );
}

/** The tasks of a round: found by title or code, each taken out again with a press. */
function TasksField({
  chosen,
  onChosen,
  error,
}: {
  chosen: readonly TaskChosen[];
  onChosen: (tasks: readonly TaskChosen[]) => void;
  error: string | undefined;
}) {
  const said = useWords(inspectionWords);
  const [typed, setTyped] = useState('');
  const q = typed.trim() || undefined;
  const { data } = useQuery({
    queryKey: ['tasks', 'find', 'running', q],
    queryFn: ({ signal }) => call(listTasks, { query: { q, state: ['running'], limit: 8 } }, { signal }),
    placeholderData: (before) => before,
  });
  const found = (data?.items ?? []).filter(({ id }) => !chosen.some(({ taskId }) => taskId === id));
  const options = found.map(({ id, title, codes, host }) => ({
    ...{ id, label: title, note: [...codes, host?.name].filter(Boolean).join(' · ') },
  }));
  return (
    <fieldset className="field">
      <legend>{said.tasks}</legend>
      <ul className="plain stack tight">
        {chosen.map((task) => (
          <li key={task.taskId} className="task-chosen">
            <span>
              {task.title} <span className="small quiet">{task.codes.join(' · ')}</span>
            </span>
            <Button
              kind="bare"
              className="small"
              onClick={() => onChosen(chosen.filter(({ taskId }) => taskId !== task.taskId))}
            >
              {said.take} <span className="unseen">{task.title}</span>
            </Button>
          </li>
        ))}
      </ul>
      <ComboBox
        key={chosen.length}
        label={said.findTask}
        hint={said.findTaskHint}
        none={said.noTask}
        chosen={null}
        find={(now) => matching(options, now)}
        onType={setTyped}
        onChoose={(option) => {
          const task = found.find(({ id }) => id === option?.id);
          if (task) onChosen([...chosen, { taskId: task.id, title: task.title, codes: task.codes }]);
        }}
        error={error}
      />
    </fieldset>
  );
}
