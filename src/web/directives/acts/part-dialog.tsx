import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Deadline } from '../../../domain/deadlines/deadline.ts';
import { type DirectiveRecord, givePart } from '../../../features/directives/contract.ts';
import { call } from '../../api/call.ts';
import { useSession } from '../../api/client.ts';
import { common } from '../../i18n/common.ts';
import { showDate } from '../../i18n/format.ts';
import { useWords } from '../../i18n/language.ts';
import type { Option } from '../../ui/combo-box.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { say } from '../../ui/toast.tsx';
import { DeadlineField } from '../deadline-field.tsx';
import { PersonField, UnitField } from './act-fields.tsx';
import { ActForm } from './act-form.tsx';
import { useSending } from './use-sending.ts';
import { actWords } from './words.ts';

/** Breaks a part off for a unit or a person, due no later than the whole. */
export function PartDialog({ directive, onClose }: { directive: DirectiveRecord; onClose: () => void }) {
  const said = useWords(actWords);
  const general = useWords(common);
  const navigate = useNavigate();
  const { today } = useSession();
  const sending = useSending(directive);
  const { lead, id } = directive;
  const [words, setWords] = useState('');
  const [unit, setUnit] = useState<Option | null>(
    lead?.unitId ? { id: lead.unitId, label: lead.name } : null,
  );
  const [person, setPerson] = useState<Option | null>(null);
  const [product, setProduct] = useState('');
  const [deadline, setDeadline] = useState<Deadline | null>(null);
  const [weight, setWeight] = useState('1');
  const [asked, setAsked] = useState(false);
  const submit = async () => {
    setAsked(true);
    if (unit === null || deadline === null) return;
    const body = {
      words,
      leadUnitId: unit.id,
      assigneeId: person?.id ?? null,
      product: product.trim() || null,
      deadline,
      weight: Number(weight),
    };
    const record = await sending.send((version) => call(givePart, { params: { id }, body }, { version }));
    if (!record) return;
    say(said.done.part, {
      label: general.open,
      run: () => void navigate({ to: '/directives/$id', params: { id: record.id } }),
    });
    onClose();
  };
  const fault = (path: string) => sending.fault?.at(path);
  return (
    <ActForm
      directive={directive}
      doing="part"
      sending={sending}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextArea
        label={said.partWords}
        rows={2}
        required
        minLength={5}
        value={words}
        error={fault('words')}
        onChange={(event) => setWords(event.target.value)}
      />
      <UnitField
        label={said.partUnit}
        chosen={unit}
        onChoose={(next) => {
          setUnit(next);
          setPerson(null);
        }}
        error={asked && unit === null ? said.needsUnit : fault('leadUnitId')}
      />
      <PersonField
        key={unit?.id}
        unitId={unit?.id}
        chosen={person}
        onChoose={setPerson}
        error={fault('assignee')}
      />
      <div className="stack tight">
        <DeadlineField
          today={today}
          error={asked && deadline === null ? said.needsDeadline : fault('deadline')}
          onChange={setDeadline}
        />
        {directive.dueDay && <p className="small quiet">{said.notAfter(showDate(directive.dueDay))}</p>}
      </div>
      <TextField
        label={`${said.product} (${general.optional})`}
        value={product}
        onChange={(event) => setProduct(event.target.value)}
      />
      <TextField
        label={said.weight}
        hint={said.weightHint}
        type="number"
        min={0.1}
        max={1000}
        step="any"
        required
        value={weight}
        error={fault('weight')}
        onChange={(event) => setWeight(event.target.value)}
      />
    </ActForm>
  );
}
