import { useState } from 'react';
import { amendingProduct } from '../../domain/acts/words.ts';
import {
  giveAmendments,
  type SuperiorActRecord,
  spareAct,
  type Touched,
} from '../../features/acts/contract.ts';
import { call } from '../api/call.ts';
import { readAgain, useSession } from '../api/client.ts';
import { newId } from '../api/new-id.ts';
import { useWords } from '../i18n/language.ts';
import { UnitField } from '../organisation/unit-field.tsx';
import { ReasonField } from '../record/fields.tsx';
import { RecordForm } from '../record/record-form.tsx';
import { DayField } from '../ui/day-field.tsx';
import { TextField } from '../ui/field.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { say } from '../ui/toast.tsx';
import { actWords } from './words.ts';

interface Props {
  superior: SuperiorActRecord;
  onClose: () => void;
}

/** All amendments at once: each chosen act becomes a directive with lead, product and deadline. */
export function GiveDialog({ superior, onClose }: Props) {
  const said = useWords(actWords);
  const [key] = useState(newId);
  const open = superior.touched.filter(({ state }) => state === 'undecided');
  const [chosen, setChosen] = useState(open.map(({ act }) => act.id));
  const choose = (id: string, on: boolean) =>
    setChosen(on ? [...chosen, id] : chosen.filter((one) => one !== id));
  const submit = async (form: FormData) => {
    const amendments = chosen.map((actId) => ({
      actId,
      leadUnitId: String(form.get(`lead-${actId}`)),
      product: String(form.get(`product-${actId}`)).trim(),
      due: String(form.get(`due-${actId}`)),
    }));
    await call(giveAmendments, { params: { id: superior.id }, body: { amendments } }, { key });
    say(said.gave);
    await readAgain();
  };
  return (
    <FormDialog title={said.giveTitle} act={said.giveAct(chosen.length)} onClose={onClose} onSubmit={submit}>
      {(fault) => (
        <>
          <p className="small quiet">{said.giveHint}</p>
          {fault?.at('amendments') && <p className="notice soon">{fault.at('amendments')}</p>}
          {open.map((one) => (
            <AmendmentFields
              key={one.act.id}
              touched={one}
              superior={superior}
              chosen={chosen.includes(one.act.id)}
              onChoose={(on) => choose(one.act.id, on)}
              error={(name) => fault?.at(`amendments.${chosen.indexOf(one.act.id)}.${name}`)}
            />
          ))}
        </>
      )}
    </FormDialog>
  );
}

function AmendmentFields({
  touched: { act },
  superior,
  chosen,
  onChoose,
  error,
}: {
  touched: Touched;
  superior: SuperiorActRecord;
  chosen: boolean;
  onChoose: (on: boolean) => void;
  error: (name: string) => string | undefined;
}) {
  const said = useWords(actWords);
  const { today } = useSession();
  const { effectiveOn } = superior;
  return (
    <fieldset className="field amendment">
      <legend>
        <label className="check">
          <input
            type="checkbox"
            checked={chosen}
            aria-label={said.choose(act.number)}
            onChange={(event) => onChoose(event.target.checked)}
          />
          <strong>{act.number}</strong>
        </label>
      </legend>
      <p className="small">{act.title}</p>
      {chosen && (
        <>
          <UnitField
            label={said.lead}
            name={`lead-${act.id}`}
            initial={act.lead.unitId}
            error={error('leadUnitId')}
          />
          <TextField
            label={said.product}
            name={`product-${act.id}`}
            required
            defaultValue={amendingProduct(act)}
            error={error('product')}
          />
          <DayField
            label={said.due}
            name={`due-${act.id}`}
            required
            hint={said.effective(effectiveOn.split('-').reverse().join('/'))}
            initial={effectiveOn > today ? effectiveOn : undefined}
            error={error('due')}
          />
        </>
      )}
    </fieldset>
  );
}

/** Records that an act needs no amendment, with the reason. */
export function SpareDialog({ superior, touched: { act }, onClose }: Props & { touched: Touched }) {
  const said = useWords(actWords);
  return (
    <RecordForm
      title={`${said.spare}: ${act.number}`}
      {...{ onClose, act: said.spareAct, done: said.sparedDone }}
      send={(text) => {
        const body = { actId: act.id, reason: text('reason') };
        return call(spareAct, { params: { id: superior.id }, body });
      }}
    >
      {(fault) => <ReasonField fault={fault} />}
    </RecordForm>
  );
}
