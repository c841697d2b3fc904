import { useState } from 'react';
import { Effect } from '../../domain/acts/facts.ts';
import {
  correctAct,
  correctSuperior,
  type LocalActShown,
  registerAct,
  registerSuperior,
  type SuperiorActShown,
} from '../../features/acts/contract.ts';
import { type CallFailed, call } from '../api/call.ts';
import { readAgain } from '../api/client.ts';
import { newId } from '../api/new-id.ts';
import { common } from '../i18n/common.ts';
import { useWords } from '../i18n/language.ts';
import { UnitField } from '../organisation/unit-field.tsx';
import { linesOf } from '../planning/lines.ts';
import { DayField } from '../ui/day-field.tsx';
import { SelectField, TextArea, TextField } from '../ui/field.tsx';
import { textIn } from '../ui/form.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { say } from '../ui/toast.tsx';
import { actWords } from './words.ts';

/** What names an act: its number, its title, its day. */
function ActFields({
  act,
  fault,
  numberHint,
}: {
  act: Pick<LocalActShown, 'number' | 'title' | 'issuedOn'> | undefined;
  fault: CallFailed | null;
  numberHint?: string;
}) {
  const said = useWords(actWords);
  return (
    <>
      <TextField
        label={said.number}
        name="number"
        required
        hint={numberHint}
        defaultValue={act?.number}
        error={fault?.at('number')}
      />
      <TextArea
        label={said.name}
        name="title"
        required
        rows={2}
        defaultValue={act?.title}
        error={fault?.at('title')}
      />
      <DayField
        label={said.issuedOn}
        name="issuedOn"
        required
        initial={act?.issuedOn}
        error={fault?.at('issuedOn')}
      />
    </>
  );
}

const actIn = (text: ReturnType<typeof textIn>) => ({
  number: text('number'),
  title: text('title'),
  issuedOn: text('issuedOn'),
});

/** Records an act in force here with its bases, or puts one right. */
export function LocalActDialog({ act, onClose }: { act?: LocalActShown; onClose: () => void }) {
  const said = useWords(actWords);
  const { optional } = useWords(common);
  const [key] = useState(newId);
  const submit = async (form: FormData) => {
    const text = textIn(form);
    const body = {
      ...actIn(text),
      leadUnitId: text('leadUnitId'),
      bases: linesOf(text('bases')),
      endedOn: text('endedOn') || null,
    };
    if (act) await call(correctAct, { params: { id: act.id }, body }, { version: act.version });
    else await call(registerAct, { body }, { key });
    say(act ? said.saved : said.registeredAct);
    await readAgain();
  };
  return (
    <FormDialog
      title={act ? `${said.correctAct}: ${act.number}` : said.registerAct}
      act={act ? said.save : said.registerActAct}
      onClose={onClose}
      onSubmit={submit}
    >
      {(fault) => (
        <>
          <ActFields act={act} fault={fault} />
          <UnitField
            label={said.keeper}
            name="leadUnitId"
            none={said.chooseUnit}
            initial={act?.lead.unitId}
            error={fault?.at('leadUnitId') ?? fault?.at('unit')}
          />
          <TextArea
            label={said.bases}
            name="bases"
            rows={3}
            hint={said.basesHint}
            defaultValue={act?.bases.join('\n')}
            error={fault?.at('bases.0')}
          />
          <DayField
            label={`${said.endedOn} (${optional})`}
            name="endedOn"
            initial={act?.endedOn ?? undefined}
            error={fault?.at('endedOn')}
          />
        </>
      )}
    </FormDialog>
  );
}

/** Records a superior act that changes others, or puts one right. @param onDone its id */
export function SuperiorDialog({
  act,
  onDone,
  onClose,
}: {
  act?: SuperiorActShown;
  onDone?: (id: string) => void;
  onClose: () => void;
}) {
  const said = useWords(actWords);
  const [key] = useState(newId);
  const submit = async (form: FormData) => {
    const text = textIn(form);
    const body = {
      ...actIn(text),
      issuer: text('issuer'),
      effectiveOn: text('effectiveOn'),
      effect: Effect.parse(text('effect')),
      changes: linesOf(text('changes')),
    };
    const made = act
      ? await call(correctSuperior, { params: { id: act.id }, body }, { version: act.version })
      : await call(registerSuperior, { body }, { key });
    say(act ? said.saved : said.registeredSuperior);
    await readAgain();
    onDone?.(made.id);
  };
  return (
    <FormDialog
      title={act ? `${said.correctSuperior}: ${act.number}` : said.registerSuperior}
      act={act ? said.save : said.registerSuperiorAct}
      onClose={onClose}
      onSubmit={submit}
    >
      {(fault) => (
        <>
          <ActFields act={act} fault={fault} numberHint={said.numberHint} />
          <TextField
            label={said.issuer}
            name="issuer"
            required
            defaultValue={act?.issuer}
            error={fault?.at('issuer')}
          />
          <DayField
            label={said.effectiveOn}
            name="effectiveOn"
            required
            initial={act?.effectiveOn}
            error={fault?.at('effectiveOn')}
          />
          <SelectField
            label={said.effectField}
            name="effect"
            defaultValue={act?.effect ?? 'replaces'}
            options={Effect.options.map((one) => ({ value: one, label: said.effect[one] }))}
          />
          <TextArea
            label={said.changes}
            name="changes"
            required
            rows={3}
            hint={said.changesHint}
            defaultValue={act?.changes.join('\n')}
            error={fault?.at('changes') ?? fault?.at('changes.0')}
          />
        </>
      )}
    </FormDialog>
  );
}
