import type { Quarters } from '../../domain/targets/facts.ts';
import { planTarget, type Target, withdrawTarget } from '../../features/targets/contract.ts';
import { call } from '../api/call.ts';
import { useSession } from '../api/client.ts';
import { useWords } from '../i18n/language.ts';
import { ReasonField } from '../record/fields.tsx';
import { RecordForm } from '../record/record-form.tsx';
import { DayField } from '../ui/day-field.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { NumberField, numberOf } from './number-field.tsx';
import { targetWords } from './words.ts';

interface Props {
  target: Target;
  onClose: () => void;
}

/** What is to be reached by the end of each quarter. */
export function PlanDialog({ target, onClose }: Props) {
  const said = useWords(targetWords);
  return (
    <RecordForm
      {...{ onClose, title: said.planAct, act: said.planSave, done: said.planned }}
      send={(_, form) => {
        const quarters = [0, 1, 2, 3].map((at) => numberOf(form, `q${at}`)) as Quarters;
        return call(planTarget, { params: { id: target.id }, body: { quarters } });
      }}
    >
      {(fault) => (
        <>
          <p className="small quiet">{said.planHint}</p>
          {target.quarters.map((value, at) =>
            target.measure === 'yes-no' ? (
              <SelectField
                key={said.quarters[at]}
                label={said.quarters[at]}
                name={`q${at}`}
                defaultValue={value ?? ''}
                error={fault?.at(`quarters.${at}`)}
                options={[
                  { value: '', label: '—' },
                  { value: '0', label: said.notDone },
                  { value: '1', label: said.done },
                ]}
              />
            ) : (
              <NumberField
                key={said.quarters[at]}
                label={`${said.quarters[at]}${target.unit && ` (${target.unit})`}`}
                name={`q${at}`}
                initial={value}
                error={fault?.at(`quarters.${at}`)}
              />
            ),
          )}
        </>
      )}
    </RecordForm>
  );
}

/** Ends a target by a document. */
export function WithdrawDialog({ target, onClose }: Props) {
  const said = useWords(targetWords);
  const { today } = useSession();
  return (
    <RecordForm
      about={target.words}
      {...{ onClose, title: said.withdraw, act: said.withdrawAct, done: said.withdrawn }}
      send={(text) => {
        const body = { reason: text('reason'), document: text('document'), on: text('on') };
        return call(withdrawTarget, { params: { id: target.id }, body });
      }}
    >
      {(fault) => (
        <>
          <TextField
            label={said.withdrawingDocument}
            name="document"
            required
            error={fault?.at('document')}
          />
          <DayField label={said.withdrawnOn} name="on" required initial={today} error={fault?.at('on')} />
          <ReasonField fault={fault} />
        </>
      )}
    </RecordForm>
  );
}
