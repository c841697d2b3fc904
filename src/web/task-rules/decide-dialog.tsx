import { useState } from 'react';
import type { TaskRuleValue } from '../../domain/tasks/rules/values.ts';
import { decideRule, type RuleRecord } from '../../features/task-rules/contract.ts';
import { call } from '../api/call.ts';
import { client, useSession } from '../api/client.ts';
import { newId } from '../api/new-id.ts';
import { useWords } from '../i18n/language.ts';
import { DayField } from '../ui/day-field.tsx';
import { TextField } from '../ui/field.tsx';
import { textIn } from '../ui/form.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { say } from '../ui/toast.tsx';
import { ValueFields } from './value-fields.tsx';
import { shapeOfValue } from './value-shape.ts';
import { ruleScreenWords } from './words.ts';

/** Records that the agency decided otherwise than a rule. @param onDone the id of the rule it makes */
export function DecideDialog({
  rule,
  onDone,
  onClose,
}: {
  rule: RuleRecord;
  onDone: (id: string) => void;
  onClose: () => void;
}) {
  const said = useWords(ruleScreenWords);
  const { today } = useSession();
  const [key] = useState(newId);
  const [value, setValue] = useState<TaskRuleValue>(rule.value);
  const shape = shapeOfValue(rule.value);
  const submit = async (form: FormData) => {
    const text = textIn(form);
    const body = {
      insteadOf: rule.id,
      ...{ number: text('number'), date: text('date'), article: text('article') },
      ...{ from: text('from'), to: text('to') || null, value },
    };
    const made = await call(decideRule, { body }, { key });
    await client.invalidateQueries({ queryKey: ['tasks'] });
    say(said.decided);
    onDone(made.id);
  };
  return (
    <FormDialog
      title={`${said.decide}: ${rule.about}`}
      act={said.decideAct}
      onSubmit={submit}
      onClose={onClose}
    >
      {(fault) => (
        <>
          <p>{rule.words}</p>
          <p className="small quiet">{shape ? said.decideHint : said.fixed}</p>
          {shape && (
            <fieldset className="stack tight">
              <legend>{said.value}</legend>
              <ValueFields
                {...{ shape, value, name: '', path: '' }}
                onValue={(next) => setValue(next as TaskRuleValue)}
                errorAt={(path) => fault?.at(`value.${path}`)}
              />
              {fault?.at('value') && <p className="notice late">{fault.at('value')}</p>}
            </fieldset>
          )}
          <TextField
            label={said.number}
            name="number"
            required
            hint={said.numberHint}
            error={fault?.at('number')}
          />
          <DayField label={said.date} name="date" required initial={today} error={fault?.at('date')} />
          <TextField label={said.article} name="article" required error={fault?.at('article')} />
          <DayField label={said.from} name="from" required initial={today} error={fault?.at('from')} />
          <DayField label={said.to} name="to" hint={said.toHint} error={fault?.at('to')} />
        </>
      )}
    </FormDialog>
  );
}
