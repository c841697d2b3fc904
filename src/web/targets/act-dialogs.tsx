import type { Quarters } from '../../domain/targets/facts.ts';
import {
  planTarget,
  retractTargetFact,
  type Target,
  withdrawTarget,
} from '../../features/targets/contract.ts';
import { call } from '../api/call.ts';
import { client, useSession } from '../api/client.ts';
import { common } from '../i18n/common.ts';
import { useWords } from '../i18n/language.ts';
import { DayField } from '../ui/day-field.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { say } from '../ui/toast.tsx';
import { NumberField, numberOf } from './number-field.tsx';
import { targetWords } from './words.ts';

interface Props {
  target: Target;
  onClose: () => void;
}

const lookAgain = () => client.invalidateQueries({ queryKey: ['directives', 'targets'] });

/** What is to be reached by the end of each quarter. */
export function PlanDialog({ target, onClose }: Props) {
  const said = useWords(targetWords);
  return (
    <FormDialog
      title={said.planAct}
      act={said.planSave}
      onClose={onClose}
      onSubmit={async (form) => {
        const quarters = [0, 1, 2, 3].map((at) => numberOf(form, `q${at}`)) as Quarters;
        await call(planTarget, { params: { id: target.id }, body: { quarters } });
        say(said.planned);
        await lookAgain();
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
    </FormDialog>
  );
}

/** Ends a target by a document. */
export function WithdrawDialog({ target, onClose }: Props) {
  const said = useWords(targetWords);
  const { reason } = useWords(common);
  const { today } = useSession();
  return (
    <FormDialog
      title={said.withdraw}
      act={said.withdrawAct}
      onClose={onClose}
      onSubmit={async (form) => {
        const text = (name: string) => String(form.get(name));
        const body = { reason: text('reason'), document: text('document'), on: text('on') };
        await call(withdrawTarget, { params: { id: target.id }, body });
        say(said.withdrawn);
        await lookAgain();
      }}
    >
      {(fault) => (
        <>
          <p>
            <strong>{target.words}</strong>
          </p>
          <TextField
            label={said.withdrawingDocument}
            name="document"
            required
            error={fault?.at('document')}
          />
          <DayField label={said.withdrawnOn} name="on" required initial={today} error={fault?.at('on')} />
          <TextField label={reason} name="reason" required minLength={3} error={fault?.at('reason')} />
        </>
      )}
    </FormDialog>
  );
}

/** Takes back what one recorded oneself. */
export function RetractDialog({ target, fact, onClose }: Props & { fact: Target['history'][number] }) {
  const said = useWords(targetWords);
  const { reason } = useWords(common);
  return (
    <FormDialog
      title={said.retract}
      act={said.retractAct}
      onClose={onClose}
      onSubmit={async (form) => {
        const body = { factId: fact.id, reason: String(form.get('reason')) };
        await call(retractTargetFact, { params: { id: target.id }, body });
        say(said.retracted);
        await lookAgain();
      }}
    >
      {(fault) => (
        <>
          <p>{fact.sentence}</p>
          <TextField label={reason} name="reason" required minLength={3} error={fault?.at('reason')} />
        </>
      )}
    </FormDialog>
  );
}
