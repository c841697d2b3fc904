import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type FindingShown, giveFindings, type Inspection } from '../../features/inspections/contract.ts';
import { type CallFailed, call } from '../api/call.ts';
import { readAgain } from '../api/client.ts';
import { newId } from '../api/new-id.ts';
import { common } from '../i18n/common.ts';
import { useWords } from '../i18n/language.ts';
import { UnitField } from '../organisation/unit-field.tsx';
import { lookAtTasks } from '../tasks/sending.ts';
import { DayField } from '../ui/day-field.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { textIn } from '../ui/form.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { say } from '../ui/toast.tsx';
import { inspectionWords } from './words.ts';

/** What the team asked for, each with the directive it became or why it became none. */
export function Findings({ findings }: { findings: readonly FindingShown[] }) {
  const said = useWords(inspectionWords);
  const { state } = useWords(common);
  if (findings.length === 0) return null;
  return (
    <ul className="findings" aria-label={said.findings}>
      {findings.map(({ id, words, directive, spared }) => (
        <li key={id}>
          {words}{' '}
          {directive ? (
            <Link to="/directives/$id" params={{ id: directive.id }} search={{}} className="badge blue">
              {state[directive.state]}
            </Link>
          ) : (
            <span className={spared === null ? 'badge soon' : 'small quiet'}>
              {spared === null ? said.waits : said.spared(spared)}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

type How = 'give' | 'spare' | 'wait';

/** All findings that wait, each given as a directive, spared with a reason, or left for now. */
export function GiveDialog({ round, onClose }: { round: Inspection; onClose: () => void }) {
  const said = useWords(inspectionWords);
  const [key] = useState(newId);
  const open = round.tasks.flatMap(({ title, findings }) =>
    findings
      .filter(({ directive, spared }) => directive === null && spared === null)
      .map((finding) => ({ ...finding, title })),
  );
  const [hows, setHows] = useState<Record<string, How>>({});
  const chosen = (how: How) => open.filter(({ id }) => (hows[id] ?? 'give') === how);
  const submit = async (form: FormData) => {
    const text = textIn(form);
    const body = {
      given: chosen('give').map(({ id: findingId }) => ({
        ...{ findingId, leadUnitId: text(`lead-${findingId}`) },
        ...{ product: text(`product-${findingId}`), due: text(`due-${findingId}`) },
      })),
      spared: chosen('spare').map(({ id: findingId }) => ({
        ...{ findingId, reason: text(`reason-${findingId}`) },
      })),
    };
    await call(giveFindings, { params: { id: round.id }, body }, { key });
    say(said.gave);
    await Promise.all([lookAtTasks(), readAgain()]);
  };
  return (
    <FormDialog title={said.give} act={said.giveAct} onClose={onClose} onSubmit={submit}>
      {(fault) => (
        <>
          <p className="small quiet">{said.giveHint}</p>
          {fault?.at('given') && <p className="notice soon">{fault.at('given')}</p>}
          {open.map((finding) => {
            const how = hows[finding.id] ?? 'give';
            const at = chosen(how).findIndex(({ id }) => id === finding.id);
            return (
              <fieldset key={finding.id} className="field stack tight">
                <legend>{finding.words}</legend>
                <p className="small quiet">{finding.title}</p>
                <HowField how={how} onHow={(one) => setHows({ ...hows, [finding.id]: one })} />
                <HowFields {...{ round, how, at, fault }} id={finding.id} />
              </fieldset>
            );
          })}
        </>
      )}
    </FormDialog>
  );
}

function HowField({ how, onHow }: { how: How; onHow: (how: How) => void }) {
  const said = useWords(inspectionWords);
  const options = (['give', 'spare', 'wait'] as const).map((value) => ({ value, label: said.hows[value] }));
  return (
    <SelectField
      label={said.how}
      value={how}
      options={options}
      onChange={({ target }) => onHow(options[target.selectedIndex]?.value ?? 'give')}
    />
  );
}

function HowFields({
  round,
  how,
  id,
  at,
  fault,
}: {
  round: Inspection;
  how: How;
  id: string;
  at: number;
  fault: CallFailed | null;
}) {
  const said = useWords(inspectionWords);
  if (how === 'wait') return null;
  if (how === 'spare')
    return (
      <TextField
        label={said.reason}
        name={`reason-${id}`}
        required
        minLength={3}
        error={fault?.at(`spared.${at}.reason`)}
      />
    );
  return (
    <>
      <UnitField
        label={said.lead}
        name={`lead-${id}`}
        initial={round.unit.unitId}
        error={fault?.at(`given.${at}.leadUnitId`)}
      />
      <TextField
        label={said.product}
        name={`product-${id}`}
        required
        defaultValue={said.productOf}
        error={fault?.at(`given.${at}.product`)}
      />
      <DayField label={said.dueDay} name={`due-${id}`} required error={fault?.at(`given.${at}.due`)} />
    </>
  );
}
