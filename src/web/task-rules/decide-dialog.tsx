import { useState } from 'react';
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
import { partsOf, withParts } from './value-parts.ts';
import { ruleParts, ruleScreenWords } from './words.ts';

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
  const names: Partial<Record<string, string>> = useWords(ruleParts);
  const { today } = useSession();
  const [key] = useState(newId);
  const parts = partsOf(rule.value);
  const submit = async (form: FormData) => {
    const text = textIn(form);
    const numbers = new Map(parts.map(({ path }) => [path, numberIn(text(`value.${path}`))]));
    const body = {
      insteadOf: rule.id,
      ...{ number: text('number'), date: text('date'), article: text('article') },
      ...{ from: text('from'), to: text('to') || null },
      value: withParts(rule.value, numbers),
    };
    const made = await call(decideRule, { body }, { key });
    await client.invalidateQueries({ queryKey: ['tasks'] });
    say(said.decided);
    onDone(made.id);
  };
  return (
    <FormDialog title={said.decide} act={said.decideAct} onSubmit={submit} onClose={onClose}>
      {(fault) => (
        <>
          <p>{rule.words}</p>
          <p className="small quiet">{parts.length > 0 ? said.decideHint : said.fixed}</p>
          <fieldset className="stack tight">
            <legend>{said.value}</legend>
            {parts.map(({ path, name, value }) => (
              <TextField
                key={path}
                label={names[name] ?? name}
                name={`value.${path}`}
                inputMode="decimal"
                required
                defaultValue={String(value).replace('.', ',')}
                error={fault?.at(`value.${path}`)}
              />
            ))}
            {fault?.at('value') && <p className="notice late">{fault.at('value')}</p>}
          </fieldset>
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

/** «0,5» and «1.000.000» as they are written here; what is no number is refused by the server with its name. */
const numberIn = (typed: string): number => Number(typed.replace(/\.(?=\d{3}\b)/gu, '').replace(',', '.'));
