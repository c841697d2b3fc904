import { useState } from 'react';
import { attachToTarget, reportTarget, type TargetRow } from '../../features/targets/contract.ts';
import { call, upload } from '../api/call.ts';
import { readAgain, useSession } from '../api/client.ts';
import { FilePicker } from '../directives/acts/file-picker.tsx';
import { common } from '../i18n/common.ts';
import { useWords } from '../i18n/language.ts';
import { CauseField, causeIn } from '../record/fields.tsx';
import { DayField } from '../ui/day-field.tsx';
import { SelectField, TextArea, TextField } from '../ui/field.tsx';
import { textIn } from '../ui/form.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { say } from '../ui/toast.tsx';
import { NumberField, numberOf } from './number-field.tsx';
import { useValues } from './value.ts';
import { targetWords } from './words.ts';

/** The result of a day, what is in the way, and what shows it. */
export function ReportDialog({ target, onClose }: { target: TargetRow; onClose: () => void }) {
  const said = useWords(targetWords);
  const { optional } = useWords(common);
  const { today } = useSession();
  const { aim, value } = useValues();
  const [files, setFiles] = useState<File[]>([]);
  /** The report itself has arrived; files may still be missing. */
  const [arrived, setArrived] = useState(false);
  const submit = async (form: FormData) => {
    if (!arrived) {
      await call(reportTarget, { params: { id: target.id }, body: bodyOf(form) });
      setArrived(true);
      await readAgain();
    }
    if (files.length > 0) {
      const sent = new FormData();
      for (const file of files) sent.append('file', file, file.name);
      await upload(attachToTarget, sent, { params: { id: target.id } });
      await readAgain();
    }
    say(said.reported);
  };
  return (
    <FormDialog title={said.report} act={said.reportAct} onClose={onClose} onSubmit={submit}>
      {(fault) => (
        <>
          <p>
            <strong>{target.words}</strong>
            <br />
            <span className="small quiet">
              {aim(target)}
              {target.planToDate !== null && ` · ${said.planToDate}: ${value(target.planToDate, target)}`}
            </span>
          </p>
          {arrived && fault && <p className="notice soon">{said.filesFailed}</p>}
          {target.measure === 'yes-no' ? (
            <SelectField
              label={said.result}
              name="value"
              options={[
                { value: '0', label: said.notDone },
                { value: '1', label: said.done },
              ]}
            />
          ) : (
            <NumberField
              label={`${said.reportValue}${target.unit && ` (${target.unit})`}`}
              name="value"
              required
              error={fault?.at('value')}
            />
          )}
          <DayField label={said.reportOn} name="on" required initial={today} error={fault?.at('on')} />
          <CauseField
            fault={fault}
            label={said.causeField}
            hint={said.causeHint}
            none={said.noObstacle}
            defaultValue={target.cause}
          />
          <TextArea
            label={`${said.reportWords} (${optional})`}
            name="words"
            rows={2}
            maxLength={4000}
            error={fault?.at('words')}
          />
          <TextField
            label={`${said.linkField} (${optional})`}
            name="link"
            type="url"
            error={fault?.at('link')}
          />
          <FilePicker files={files} onFiles={setFiles} />
        </>
      )}
    </FormDialog>
  );
}

function bodyOf(form: FormData) {
  const text = textIn(form);
  return {
    value: numberOf(form, 'value') ?? Number.NaN,
    on: text('on'),
    words: text('words'),
    cause: causeIn(text),
    link: text('link') || null,
  };
}
