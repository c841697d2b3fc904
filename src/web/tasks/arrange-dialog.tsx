import { useState } from 'react';
import type { Signer } from '../../domain/tasks/arrangement.ts';
import { arrangeContract, type Task } from '../../features/tasks/contract.ts';
import { type CallFailed, call } from '../api/call.ts';
import { useSession } from '../api/client.ts';
import { useWords } from '../i18n/language.ts';
import { DayField } from '../ui/day-field.tsx';
import { TextField } from '../ui/field.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { say } from '../ui/toast.tsx';
import { arrangeWords } from './arrange-words.ts';
import { Meanwhile } from './document-fields.tsx';
import { InstalmentFields } from './instalment-fields.tsx';
import { instalmentsOf, typedInstalments } from './instalment-rows.ts';
import { useSeenVersion } from './use-seen-version.ts';

const sides = ['agency', 'host'] as const;
type Side = (typeof sides)[number];

/** Who signs for a side, as typed; nobody where all is left empty. */
function signerIn(form: FormData, side: Side): Signer | null {
  const text = (name: string) => String(form.get(`${side}.${name}`) ?? '').trim();
  const signer = { name: text('name'), position: text('position'), authority: text('authority') };
  return Object.values(signer).every((one) => one === '') ? null : signer;
}

/** States who signs the contract for each side and how its money is paid. */
export function ArrangeDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const said = useWords(arrangeWords);
  const { today } = useSession();
  const { arrangement, versions, stateMoney } = task;
  const [rows, setRows] = useState(() => typedInstalments(arrangement?.instalments ?? []));
  const send = useSeenVersion(task);
  return (
    <FormDialog
      title={said.title}
      act={said.act}
      onClose={onClose}
      onSubmit={async (form) => {
        const body = {
          signers: { agency: signerIn(form, 'agency'), host: signerIn(form, 'host') },
          ...{ instalments: instalmentsOf(rows), on: String(form.get('on')) },
        };
        await send((version) => call(arrangeContract, { params: { id: task.id }, body }, { version }));
        say(said.done);
      }}
    >
      {(fault) => (
        <>
          <Meanwhile task={task} />
          {/* Told where it is seen: the grid may lie below the fold. */}
          {fault?.at('instalments') && (
            <p className="field">
              <span className="error">{fault.at('instalments')}</span>
            </p>
          )}
          <p className="small quiet">{said.hint}</p>
          {sides.map((side) => (
            <SignerFields key={side} side={side} signer={arrangement?.signers[side] ?? null} fault={fault} />
          ))}
          <InstalmentFields
            rows={rows}
            onRows={setRows}
            stateMoney={stateMoney}
            errorAt={(path) => fault?.at(path)}
          />
          <DayField
            label={said.on}
            name="on"
            required
            // What the contract says holds from its signing, where it was not stated before.
            initial={arrangement === null ? (versions[0]?.on ?? today) : today}
            error={fault?.at('on')}
          />
        </>
      )}
    </FormDialog>
  );
}

function SignerFields({
  side,
  signer,
  fault,
}: {
  side: Side;
  signer: Signer | null;
  fault: CallFailed | null;
}) {
  const said = useWords(arrangeWords);
  const field = (name: keyof Signer, maxLength: number, placeholder?: string) => (
    <TextField
      label={said[name]}
      name={`${side}.${name}`}
      maxLength={maxLength}
      defaultValue={signer?.[name] ?? ''}
      placeholder={placeholder}
      error={fault?.at(`signers.${side}.${name}`)}
    />
  );
  return (
    <fieldset className="field signer">
      <legend>{said.side[side]}</legend>
      <div className="row two-fields">
        {field('name', 300)}
        {field('position', 300)}
        {field('authority', 500, said.authorityForm)}
      </div>
    </fieldset>
  );
}
