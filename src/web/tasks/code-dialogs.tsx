import { useState } from 'react';
import { codeTask, decideRegime, type Task, uncodeTask } from '../../features/tasks/contract.ts';
import { call } from '../api/call.ts';
import { useSession } from '../api/client.ts';
import { common } from '../i18n/common.ts';
import { useWords } from '../i18n/language.ts';
import { DayField } from '../ui/day-field.tsx';
import { SelectField, TextArea, TextField } from '../ui/field.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { say } from '../ui/toast.tsx';
import { Meanwhile } from './document-fields.tsx';
import { lookAtTasks } from './sending.ts';
import { taskPageWords } from './task-words.ts';
import { taskVocabulary } from './vocabulary.ts';

interface Props {
  task: Task;
  onClose: () => void;
}

/** Gives a task a code: one it already has on a paper, or the next of a family. */
export function CodeDialog({ task, onClose }: Props) {
  const said = useWords(taskPageWords);
  const { today } = useSession();
  const [topic, setTopic] = useState('');
  const family = task.codeFamilies.find((one) => one.topic === topic);
  return (
    <FormDialog
      title={said.code}
      act={said.code}
      onClose={onClose}
      onSubmit={async (form) => {
        const text = (name: string) => String(form.get(name) ?? '').trim();
        const parts = Object.fromEntries(
          (family?.parts ?? []).map(({ name }) => [name, text(`part.${name}`)]),
        );
        const body = family
          ? { family: topic, parts, on: text('on') }
          : { code: text('code'), on: text('on') };
        const { codes } = await call(codeTask, { params: { id: task.id }, body });
        say(said.codeGiven(codes.at(-1) ?? ''));
        await lookAtTasks();
      }}
    >
      {(fault) => (
        <>
          <Meanwhile task={task} />
          <SelectField
            label={said.codeHow}
            value={topic}
            onChange={({ target }) => setTopic(target.value)}
            options={[
              { value: '', label: said.codeTyped },
              ...task.codeFamilies.map((one) => ({
                value: one.topic,
                label: said.codeFamily(one.pattern.replaceAll(/\{(\w+)(?::\d)?\}/gu, '‹$1›')),
              })),
            ]}
          />
          {!family && (
            <TextField
              label={said.codeWritten}
              name="code"
              required
              maxLength={100}
              error={fault?.at('code')}
            />
          )}
          {family?.parts.map(({ name, options }) =>
            options.length > 0 ? (
              <SelectField
                key={name}
                label={said.part(name)}
                name={`part.${name}`}
                options={options.map((one) => ({ value: one, label: one }))}
                error={fault?.at('parts')}
              />
            ) : (
              <TextField
                key={name}
                label={said.part(name)}
                name={`part.${name}`}
                required
                maxLength={30}
                error={fault?.at('parts')}
              />
            ),
          )}
          <DayField label={said.on} name="on" required initial={today} error={fault?.at('on')} />
        </>
      )}
    </FormDialog>
  );
}

/** Takes back a code that was given by mistake. */
export function UncodeDialog({ task, code, onClose }: Props & { code: string }) {
  const said = useWords(taskPageWords);
  const { reason } = useWords(common);
  return (
    <FormDialog
      title={said.uncodeOf(code)}
      act={said.uncode}
      onClose={onClose}
      onSubmit={async (form) => {
        const body = { code, reason: String(form.get('reason') ?? '') };
        await call(uncodeTask, { params: { id: task.id }, body });
        say(said.uncoded(code));
        await lookAtTasks();
      }}
    >
      {(fault) => (
        <>
          <Meanwhile task={task} />
          <p className="small quiet">{said.uncodeHint}</p>
          <TextArea
            label={reason}
            name="reason"
            required
            minLength={3}
            maxLength={1000}
            rows={3}
            error={fault?.at('reason')}
          />
        </>
      )}
    </FormDialog>
  );
}

/** Decides which law the task follows, otherwise than the transition rule says. */
export function RegimeDialog({ task, onClose }: Props) {
  const said = useWords(taskPageWords);
  const { regime } = useWords(taskVocabulary);
  const { reason } = useWords(common);
  const { today } = useSession();
  return (
    <FormDialog
      title={said.regimeAct}
      act={said.regimeAct}
      onClose={onClose}
      onSubmit={async (form) => {
        const text = (name: string) => String(form.get(name) ?? '');
        const body = {
          regime: text('regime') === 'A' ? ('A' as const) : ('B' as const),
          ...{ on: text('on'), number: text('number'), reason: text('reason') },
        };
        await call(decideRegime, { params: { id: task.id }, body });
        say(said.regimeDecided);
        await lookAtTasks();
      }}
    >
      {(fault) => (
        <>
          <Meanwhile task={task} />
          <p className="small quiet">{task.law.reason}</p>
          <SelectField
            label={said.regimeChoice}
            name="regime"
            defaultValue={task.regime === 'A' ? 'B' : 'A'}
            options={(['A', 'B'] as const).map((value) => ({ value, label: regime[value] }))}
          />
          <TextField
            label={said.decisionNumber}
            name="number"
            required
            maxLength={200}
            error={fault?.at('number')}
          />
          <DayField label={said.on} name="on" required initial={today} error={fault?.at('on')} />
          <TextArea
            label={reason}
            name="reason"
            required
            minLength={3}
            rows={3}
            error={fault?.at('reason')}
          />
        </>
      )}
    </FormDialog>
  );
}
