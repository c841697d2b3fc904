import { useState } from 'react';
import { Aim, Measure } from '../../domain/targets/facts.ts';
import { amendTarget, assignTarget, type Target } from '../../features/targets/contract.ts';
import { type CallFailed, call } from '../api/call.ts';
import { readAgain, useSession } from '../api/client.ts';
import { newId } from '../api/new-id.ts';
import { common } from '../i18n/common.ts';
import { useWords } from '../i18n/language.ts';
import { UnitField } from '../organisation/unit-field.tsx';
import { ReasonField } from '../record/fields.tsx';
import { DayField } from '../ui/day-field.tsx';
import { SelectField, TextArea, TextField } from '../ui/field.tsx';
import { textIn } from '../ui/form.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { say } from '../ui/toast.tsx';
import { MeasuredBy } from './measured-by.tsx';
import { NumberField, numberOf } from './number-field.tsx';
import { targetWords } from './words.ts';

/** Records a target of a year as a decision assigns it, or, of one that stands, what a later decision makes of it. */
export function AssignDialog({
  year,
  target,
  onClose,
}: {
  year: number;
  /** The one to amend. */
  target?: Target;
  onClose: () => void;
}) {
  const said = useWords(targetWords);
  const [key] = useState(newId);
  const submit = async (form: FormData) => {
    const body = bodyOf(form);
    if (target) {
      const amended = { ...body, reason: textIn(form)('reason') };
      const { id, version } = target;
      await call(amendTarget, { params: { id }, body: amended }, { version });
    } else await call(assignTarget, { body: { ...body, year } }, { key });
    say(target ? said.amendedDone : said.assigned);
    await readAgain();
  };
  return (
    <FormDialog
      title={target ? said.amend : `${said.assign} ${year}`}
      act={target ? said.amendAct : said.assignAct}
      onClose={onClose}
      onSubmit={submit}
    >
      {(fault) => <Fields year={year} target={target} fault={fault} />}
    </FormDialog>
  );
}

function bodyOf(form: FormData) {
  const text = textIn(form);
  const measure = Measure.parse(text('measure'));
  return {
    words: text('words'),
    measure,
    unit: text('unit'),
    aim: Aim.catch('at-least').parse(text('aim')),
    value: measure === 'yes-no' ? 1 : (numberOf(form, 'value') ?? Number.NaN),
    due: text('due'),
    leadUnitId: text('leadUnitId'),
    assignedBy: text('assignedBy'),
    document: text('document'),
    figure: text('figure') || null,
    on: text('on'),
  };
}

function Fields({
  year,
  target,
  fault,
}: {
  year: number;
  target: Target | undefined;
  fault: CallFailed | null;
}) {
  const said = useWords(targetWords);
  const general = useWords(common);
  const { today } = useSession();
  const [measure, setMeasure] = useState<Measure>(target?.measure ?? 'number');
  const counted = measure === 'number' || measure === 'money';
  const at = (path: string) => fault?.at(path);
  return (
    <>
      <TextArea
        label={said.whatWords}
        name="words"
        required
        rows={2}
        minLength={5}
        defaultValue={target?.words}
        error={at('words')}
      />
      <SelectField
        label={said.measureField}
        name="measure"
        value={measure}
        error={at('measure')}
        onChange={(event) => setMeasure(Measure.parse(event.target.value))}
        options={Measure.options.map((one) => ({ value: one, label: said.measure[one] }))}
      />
      {measure !== 'yes-no' && (
        <SelectField
          label={said.aimField}
          name="aim"
          defaultValue={target?.aim}
          options={Aim.options.map((one) => ({ value: one, label: said.aim[one] }))}
        />
      )}
      {measure !== 'yes-no' && (
        <NumberField
          label={said.value}
          name="value"
          hint={said.valueHint}
          required
          initial={target?.value}
          error={at('value')}
        />
      )}
      {counted && (
        <TextField
          label={said.unit}
          name="unit"
          hint={said.unitHint}
          required
          defaultValue={target?.unit}
          error={at('unit')}
        />
      )}
      {(measure === 'number' || measure === 'percent') && (
        <MeasuredBy measure={measure} chosen={target?.figure?.id} error={at('figure')} />
      )}
      <UnitField
        label={said.lead}
        name="leadUnitId"
        none={said.chooseUnit}
        initial={target?.lead.unitId}
        error={at('leadUnitId') ?? at('unit')}
      />
      <DayField
        label={said.due}
        name="due"
        required
        initial={target?.due ?? `${year}-12-31`}
        hint={general.dayHint}
        error={at('due')}
      />
      <TextField
        label={said.assignedBy}
        name="assignedBy"
        required
        hint={said.assignedByHint}
        defaultValue={target?.assignedBy}
        error={at('assignedBy')}
      />
      <TextField
        label={target ? said.amendingDocument : said.document}
        name="document"
        required
        hint={said.documentHint}
        error={at('document')}
      />
      <DayField
        label={target ? said.amendedOn : said.assignedOn}
        name="on"
        required
        initial={today}
        error={at('on')}
      />
      {target && <ReasonField fault={fault} />}
    </>
  );
}
