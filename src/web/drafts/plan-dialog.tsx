import { useState } from 'react';
import { ActKind, type PlannedDays, Stage } from '../../domain/drafts/facts.ts';
import { changeDraft, type Draft, planDraft } from '../../features/drafts/contract.ts';
import { type CallFailed, call } from '../api/call.ts';
import { readAgain, useSession } from '../api/client.ts';
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
import { draftWords } from './words.ts';

/** The planned days of a form; what is empty is not planned. */
export const daysOf = (form: FormData): PlannedDays => {
  const text = textIn(form);
  const days = Stage.options.map((stage) => [stage, text(`day-${stage}`) || undefined]);
  return { issued: '', ...Object.fromEntries(days) };
};

/** Puts a draft into the plan of a year, or puts what the plan says of one right. */
export function PlanDialog({ year, draft, onClose }: { year: number; draft?: Draft; onClose: () => void }) {
  const said = useWords(draftWords);
  const { today } = useSession();
  const [key] = useState(newId);
  const submit = async (form: FormData) => {
    const text = textIn(form);
    const plan = {
      title: text('title'),
      kind: ActKind.parse(text('kind')),
      leadUnitId: text('leadUnitId'),
      drafter: text('drafter') || null,
      submittedTo: text('submittedTo'),
      shortened: form.get('shortened') !== null,
      bases: linesOf(text('bases')),
      document: text('document') || null,
    };
    if (draft) await call(changeDraft, { params: { id: draft.id }, body: plan }, { version: draft.version });
    else await call(planDraft, { body: { ...plan, year, on: text('on'), days: daysOf(form) } }, { key });
    say(draft ? said.changed : said.planned);
    await readAgain();
  };
  return (
    <FormDialog
      title={draft ? said.change : `${said.plan}, ${year}`}
      act={draft ? said.changeAct : said.planAct}
      onClose={onClose}
      onSubmit={submit}
    >
      {(fault) => (
        <>
          <PlanFields draft={draft} fault={fault} />
          {!draft && (
            <>
              <DayField
                label={said.planOn}
                hint={said.planOnHint}
                name="on"
                required
                initial={today}
                error={fault?.at('on')}
              />
              <StageDays fault={fault} />
            </>
          )}
        </>
      )}
    </FormDialog>
  );
}

function PlanFields({ draft, fault }: { draft: Draft | undefined; fault: CallFailed | null }) {
  const said = useWords(draftWords);
  const { optional } = useWords(common);
  const at = (path: string) => fault?.at(path);
  return (
    <>
      <TextArea
        label={said.name}
        name="title"
        required
        rows={2}
        minLength={5}
        defaultValue={draft?.title}
        error={at('title')}
      />
      <SelectField
        label={said.kindField}
        name="kind"
        defaultValue={draft?.kind}
        options={ActKind.options.map((kind) => ({ value: kind, label: said.kind[kind] }))}
      />
      <UnitField
        label={said.lead}
        name="leadUnitId"
        none={said.chooseUnit}
        initial={draft?.lead.unitId}
        error={at('leadUnitId') ?? at('unit')}
      />
      <TextField
        label={`${said.drafter} (${optional})`}
        name="drafter"
        hint={said.drafterHint}
        defaultValue={draft?.drafter ?? ''}
        error={at('drafter')}
      />
      <TextField
        label={said.submittedTo}
        name="submittedTo"
        required
        hint={said.submittedToHint}
        defaultValue={draft?.submittedTo}
        error={at('submittedTo')}
      />
      <TextArea
        label={`${said.bases} (${optional})`}
        name="bases"
        rows={3}
        hint={said.basesHint}
        defaultValue={draft?.bases.join('\n')}
        error={at('bases.0')}
      />
      <TextField
        label={`${said.planDocument} (${optional})`}
        name="document"
        hint={said.documentHint}
        defaultValue={draft?.document?.words ?? ''}
        error={at('document')}
      />
      <label className="check">
        <input type="checkbox" name="shortened" defaultChecked={draft?.shortened} /> {said.shortened}
      </label>
    </>
  );
}

/** A day for each stage; only that of issuing is needed. */
export function StageDays({ days, fault }: { days?: PlannedDays; fault: CallFailed | null }) {
  const said = useWords(draftWords);
  return (
    <fieldset className="field stage-fields">
      <legend>{said.days}</legend>
      <p className="hint">{said.daysHint}</p>
      {Stage.options.map((stage) => (
        <DayField
          key={stage}
          label={said.stage[stage]}
          name={`day-${stage}`}
          required={stage === 'issued'}
          initial={days?.[stage]}
          error={fault?.at(`days.${stage}`)}
        />
      ))}
    </fieldset>
  );
}
