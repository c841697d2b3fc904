import { useState } from 'react';
import {
  addProgrammeItem,
  changeProgrammeItem,
  type ProgrammeItem,
} from '../../features/programme/contract.ts';
import { call } from '../api/call.ts';
import { readAgain, useSession } from '../api/client.ts';
import { newId } from '../api/new-id.ts';
import { UnitFields } from '../directives/unit-fields.tsx';
import { common } from '../i18n/common.ts';
import { useWords } from '../i18n/language.ts';
import { DayField } from '../ui/day-field.tsx';
import { SelectField, TextArea, TextField } from '../ui/field.tsx';
import { textIn } from '../ui/form.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { say } from '../ui/toast.tsx';
import { programmeWords } from './words.ts';

/** Which month, and perhaps which day of it. */
export function WhenFields({
  month,
  day,
  error,
}: {
  month: number;
  day: string | null;
  error: ((path: string) => string | undefined) | undefined;
}) {
  const said = useWords(programmeWords);
  const { optional } = useWords(common);
  return (
    <>
      <SelectField
        label={said.month}
        name="month"
        defaultValue={String(month)}
        error={error?.('month')}
        options={Array.from({ length: 12 }, (_, at) => ({
          value: String(at + 1),
          label: said.monthOf(at + 1),
        }))}
      />
      <DayField
        label={`${said.day} (${optional})`}
        name="day"
        initial={day ?? undefined}
        error={error?.('day')}
      />
    </>
  );
}

export const whenOf = (form: FormData) => ({
  month: Number(form.get('month')),
  day: String(form.get('day') ?? '') || null,
});

/** Document, its day and the reason of an amendment. */
export function AmendmentFields({ error }: { error: ((path: string) => string | undefined) | undefined }) {
  const said = useWords(programmeWords);
  const { reason } = useWords(common);
  const { today } = useSession();
  return (
    <>
      <TextField
        label={said.document}
        name="document"
        required
        hint={said.documentHint}
        error={error?.('document')}
      />
      <DayField label={said.on} name="on" required initial={today} error={error?.('on')} />
      <TextField label={reason} name="reason" required minLength={3} error={error?.('reason')} />
    </>
  );
}

export const amendmentOf = (form: FormData) => ({
  document: String(form.get('document')),
  on: String(form.get('on')),
  reason: String(form.get('reason')),
});

/** Adds an item, by a paper where the programme is approved; or puts one of a draft right. */
export function PlanDialog({
  year,
  approved,
  item,
  onClose,
}: {
  year: number;
  approved: boolean;
  /** The one to put right. */
  item?: ProgrammeItem;
  onClose: () => void;
}) {
  const said = useWords(programmeWords);
  const { optional } = useWords(common);
  const { today } = useSession();
  const [key] = useState(newId);
  const [lead, setLead] = useState(item?.lead.unitId ?? '');
  const [coordinating, setCoordinating] = useState(item?.coordinating.map(({ unitId }) => unitId) ?? []);
  const submit = async (form: FormData) => {
    const text = textIn(form);
    const plan = {
      words: text('words'),
      leadUnitId: lead,
      coordinatingUnitIds: coordinating,
      product: text('product') || null,
      submittedTo: text('submittedTo') || null,
      ...whenOf(form),
    };
    if (item)
      await call(changeProgrammeItem, { params: { id: item.id }, body: plan }, { version: item.version });
    else {
      const amendment = approved ? amendmentOf(form) : null;
      await call(addProgrammeItem, { body: { ...plan, year, amendment } }, { key });
    }
    say(item ? said.changed : said.addedDone);
    await readAgain();
  };
  return (
    <FormDialog
      title={item ? said.change : `${said.add}, ${year}`}
      act={item ? said.changeAct : said.addAct}
      onClose={onClose}
      onSubmit={submit}
    >
      {(fault) => (
        <>
          <TextArea
            label={said.words}
            name="words"
            required
            rows={2}
            minLength={5}
            defaultValue={item?.words}
            error={fault?.at('words')}
          />
          <WhenFields
            month={item?.month ?? Number(today.slice(5, 7))}
            day={item?.day ?? null}
            error={(path) => fault?.at(path)}
          />
          <UnitFields
            lead={lead}
            coordinating={coordinating}
            onLead={setLead}
            onCoordinating={setCoordinating}
            error={fault?.at('leadUnitId') ?? fault?.at('unit')}
          />
          <TextField
            label={`${said.product} (${optional})`}
            name="product"
            defaultValue={item?.product ?? ''}
            error={fault?.at('product')}
          />
          <TextField
            label={`${said.submittedTo} (${optional})`}
            name="submittedTo"
            hint={said.submittedToHint}
            defaultValue={item?.submittedTo ?? ''}
            error={fault?.at('submittedTo')}
          />
          {approved && !item && (
            <AmendmentFields error={(path) => fault?.at(`amendment.${path}`) ?? fault?.at(path)} />
          )}
        </>
      )}
    </FormDialog>
  );
}
