import { useState } from 'react';
import { endedStates } from '../../../domain/directives/state.ts';
import { actOnDirective, type DirectiveRecord } from '../../../features/directives/contract.ts';
import { call } from '../../api/call.ts';
import { useSession } from '../../api/client.ts';
import { useWords } from '../../i18n/language.ts';
import { DayField } from '../../ui/day-field.tsx';
import { say } from '../../ui/toast.tsx';
import { ActFields } from './act-fields.tsx';
import { ActForm } from './act-form.tsx';
import { type ActInput, actOf, emptyInput, type Missing, type PlainKind } from './form.ts';
import { useSending } from './use-sending.ts';
import { actWords } from './words.ts';

/** An act of a few fields: a reason, a person, a unit, a deadline. */
export function PlainDialog({
  directive,
  kind,
  onClose,
}: {
  directive: DirectiveRecord;
  kind: PlainKind;
  onClose: () => void;
}) {
  const said = useWords(actWords);
  const sending = useSending(directive);
  const asked = kind === 'extended' ? directive.asked : null;
  const [form, setForm] = useState<ActInput>({ ...emptyInput, deadline: asked?.deadline ?? null });
  const [missing, setMissing] = useState<Missing | null>(null);
  const [happenedOn, setHappenedOn] = useState<string | undefined>(undefined);
  const submit = async () => {
    const act = actOf(kind, form);
    if (typeof act === 'string') return setMissing(act);
    const body = { act, ...(happenedOn && { happenedOn }) };
    const record = await sending.send((version) =>
      call(actOnDirective, { params: { id: directive.id }, body }, { version }),
    );
    if (!record) return;
    say(said.done[kind]);
    onClose();
  };
  return (
    <ActForm
      directive={directive}
      doing={kind}
      sending={sending}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <ActFields
        kind={kind}
        form={form}
        change={(part) => {
          setForm((before) => ({ ...before, ...part }));
          setMissing(null);
        }}
        missing={missing}
        fault={(path) => sending.fault?.at(path)}
        unitId={directive.lead?.unitId}
        asked={directive.asked}
        assigned={directive.assignee !== null}
        openParts={openPartsOf(directive)}
      />
      <Earlier onDay={setHappenedOn} error={sending.fault?.at('happenedOn')} />
    </ActForm>
  );
}

/** Parts broken off this directive that are neither accepted nor stopped. */
const openPartsOf = ({ id, tree }: DirectiveRecord) =>
  tree.filter((row) => row.parentId === id && !endedStates.includes(row.state));

/** The day of an act that is recorded afterwards; today unless opened. */
function Earlier({ onDay, error }: { onDay: (day: string | undefined) => void; error?: string | undefined }) {
  const said = useWords(actWords);
  const { today } = useSession();
  return (
    <details className="earlier">
      <summary>{said.earlier}</summary>
      <DayField label={said.happenedOn} initial={today} onDay={onDay} error={error} />
    </details>
  );
}
