import { useState } from 'react';
import { placeOf, Stage } from '../../domain/drafts/facts.ts';
import {
  type Draft,
  enterStage,
  moveDraft,
  reportDraft,
  sendBackDraft,
  stopDraft,
} from '../../features/drafts/contract.ts';
import { type CallFailed, call } from '../api/call.ts';
import { useSession } from '../api/client.ts';
import { common } from '../i18n/common.ts';
import { useWords } from '../i18n/language.ts';
import { CauseField, causeIn, ReasonField } from '../record/fields.tsx';
import { RecordForm } from '../record/record-form.tsx';
import { DayField } from '../ui/day-field.tsx';
import { SelectField, TextArea, TextField } from '../ui/field.tsx';
import { daysOf, StageDays } from './plan-dialog.tsx';
import { draftWords } from './words.ts';

interface Props {
  draft: Draft;
  onClose: () => void;
}

/** The day something happened, today unless changed. */
export function OnField({ fault, label }: { fault: CallFailed | null; label?: string }) {
  const said = useWords(draftWords);
  const { today } = useSession();
  return <DayField label={label ?? said.on} name="on" required initial={today} error={fault?.at('on')} />;
}

/** The paper behind an act. */
export function DocumentField({ fault, hint }: { fault: CallFailed | null; hint?: string }) {
  const said = useWords(draftWords);
  const { optional } = useWords(common);
  return (
    <TextField
      label={`${said.document} (${optional})`}
      name="document"
      hint={hint ?? said.documentHint}
      error={fault?.at('document')}
    />
  );
}

/** Records that the draft reached a stage. */
export function EnterDialog({ draft, onClose }: Props) {
  const said = useWords(draftWords);
  const { optional } = useWords(common);
  const [stage, setStage] = useState<Stage>(draft.next ?? 'issued');
  const ahead = draft.stages.filter((one) => placeOf(one.stage) > placeOf(draft.stage));
  return (
    <RecordForm
      about={draft.title}
      {...{ onClose, title: said.enter, act: said.enterAct, done: said.entered }}
      send={(text) => {
        const body = {
          stage,
          on: text('on'),
          document: text('document') || null,
          holder: text('holder') || null,
          cause: causeIn(text),
        };
        return call(enterStage, { params: { id: draft.id }, body });
      }}
    >
      {(fault) => (
        <>
          <SelectField
            label={said.stageField}
            value={stage}
            error={fault?.at('stage')}
            onChange={(event) => setStage(Stage.parse(event.target.value))}
            options={ahead.map((one) => ({
              value: one.stage,
              label: one.optional ? `${said.stage[one.stage]} (${said.mayPass})` : said.stage[one.stage],
            }))}
          />
          <OnField fault={fault} />
          <DocumentField fault={fault} {...(stage === 'issued' && { hint: said.numberHint })} />
          {stage !== 'issued' && (
            <TextField
              label={`${said.holder} (${optional})`}
              name="holder"
              hint={said.holderHint}
              error={fault?.at('holder')}
            />
          )}
          <CauseField fault={fault} label={said.cause} none={said.noCauseField} />
        </>
      )}
    </RecordForm>
  );
}

/** Records that the draft was sent back to an earlier stage. */
export function SendBackDialog({ draft, onClose }: Props) {
  const said = useWords(draftWords);
  const behind = Stage.options.filter((one) => placeOf(one) < placeOf(draft.stage));
  return (
    <RecordForm
      about={draft.title}
      {...{ onClose, title: said.sendBack, act: said.sendBackAct, done: said.sentBack }}
      send={(text) => {
        const body = {
          stage: Stage.parse(text('stage')),
          on: text('on'),
          document: text('document') || null,
          reason: text('reason'),
        };
        return call(sendBackDraft, { params: { id: draft.id }, body });
      }}
    >
      {(fault) => (
        <>
          <SelectField
            label={said.stageField}
            name="stage"
            defaultValue={behind.at(-1)}
            error={fault?.at('stage')}
            options={behind.map((one) => ({ value: one, label: said.stage[one] }))}
          />
          <OnField fault={fault} />
          <ReasonField fault={fault} />
          <DocumentField fault={fault} />
        </>
      )}
    </RecordForm>
  );
}

/** How it goes, and what is in the way. */
export function ReportDialog({ draft, onClose }: Props) {
  const said = useWords(draftWords);
  return (
    <RecordForm
      about={draft.title}
      {...{ onClose, title: said.report, act: said.reportAct, done: said.reported }}
      send={(text) => {
        const body = { words: text('words'), cause: causeIn(text), on: text('on') };
        return call(reportDraft, { params: { id: draft.id }, body });
      }}
    >
      {(fault) => (
        <>
          <TextArea label={said.reportWords} name="words" rows={3} error={fault?.at('words')} />
          <CauseField fault={fault} label={said.causeNow} none={said.noObstacle} />
          <OnField fault={fault} />
        </>
      )}
    </RecordForm>
  );
}

/** Moves the planned days, with a reason; the first ones stay readable. */
export function MoveDialog({ draft, onClose }: Props) {
  const said = useWords(draftWords);
  return (
    <RecordForm
      about={draft.title}
      {...{ onClose, title: said.move, act: said.moveAct, done: said.moved }}
      send={(text, form) => {
        const document = text('document') || null;
        const body = { days: daysOf(form), reason: text('reason'), document, on: text('on') };
        return call(moveDraft, { params: { id: draft.id }, body });
      }}
    >
      {(fault) => (
        <>
          <StageDays days={draft.days} fault={fault} />
          <ReasonField fault={fault} />
          <OnField fault={fault} />
          <DocumentField fault={fault} />
        </>
      )}
    </RecordForm>
  );
}

/** Ends a draft that will not be issued. */
export function StopDialog({ draft, onClose }: Props) {
  const said = useWords(draftWords);
  return (
    <RecordForm
      about={draft.title}
      {...{ onClose, title: said.stop, act: said.stopAct, done: said.stopped }}
      send={(text) => {
        const body = { reason: text('reason'), document: text('document') || null, on: text('on') };
        return call(stopDraft, { params: { id: draft.id }, body });
      }}
    >
      {(fault) => (
        <>
          <ReasonField fault={fault} />
          <OnField fault={fault} />
          <DocumentField fault={fault} />
        </>
      )}
    </RecordForm>
  );
}
