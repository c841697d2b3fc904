import { useState } from 'react';
import type { Deadline } from '../../domain/deadlines/deadline.ts';
import { sayDeadline } from '../../domain/deadlines/words.ts';
import { correctDirective, type DirectiveRecord } from '../../features/directives/contract.ts';
import { CallFailed, call } from '../api/call.ts';
import { client, useSession } from '../api/client.ts';
import { common } from '../i18n/common.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import { Failed } from '../ui/state.tsx';
import { say } from '../ui/toast.tsx';
import { useTrying } from '../ui/trying.ts';
import { DeadlineField } from './deadline-field.tsx';
import { FieldInput } from './field-input.tsx';
import { UnitFields } from './unit-fields.tsx';
import { directiveWords } from './words.ts';

/** Puts a mistake of the register right: only what differs is sent, with its reason. */
export function CorrectDialog({ directive, onClose }: { directive: DirectiveRecord; onClose: () => void }) {
  const said = useWords(directiveWords);
  const general = useWords(common);
  const { today } = useSession();
  const { busy, error, run } = useTrying();
  const known = {
    lead: directive.lead?.unitId ?? '',
    coordinating: directive.coordinating.flatMap(({ unitId }) => unitId ?? []),
  };
  const [lead, setLead] = useState(known.lead);
  const [coordinating, setCoordinating] = useState(known.coordinating);
  const [product, setProduct] = useState(directive.product ?? '');
  const [deadline, setDeadline] = useState<Deadline | null | undefined>(undefined);
  const knownField = directive.field?.own ? directive.field.name : '';
  const [field, setField] = useState(knownField);
  const [reason, setReason] = useState('');
  const fault = error instanceof CallFailed ? error : null;
  const change = {
    ...(lead !== known.lead && lead !== '' ? { leadUnitId: lead } : {}),
    ...(coordinating.toSorted().join() === known.coordinating.toSorted().join()
      ? {}
      : { coordinatingUnitIds: coordinating }),
    ...(product.trim() === (directive.product ?? '') ? {} : { product: product.trim() || null }),
    ...(deadline ? { deadline } : {}),
    ...(field.trim() === knownField ? {} : { field: field.trim() || null }),
  };
  const nothing = Object.keys(change).length === 0;
  const submit = () =>
    run(async () => {
      const { id, version } = directive;
      try {
        const record = await call(
          correctDirective,
          { params: { id }, body: { reason, ...change } },
          { version },
        );
        client.setQueryData(['directive', id], record);
      } catch (cause) {
        if (cause instanceof CallFailed && cause.status === 412) {
          await client.invalidateQueries({ queryKey: ['directive', id] });
        }
        throw cause;
      }
      await client.invalidateQueries({ queryKey: ['directives'] });
      say(said.corrected);
      onClose();
    });
  return (
    <Dialog title={said.correct} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p className="quiet">{said.correctHint}</p>
        {fault && <Failed error={fault} />}
        <UnitFields
          lead={lead}
          coordinating={coordinating}
          onLead={setLead}
          onCoordinating={setCoordinating}
          error={fault?.at('leadUnitId')}
          outside={known.lead === '' ? (directive.lead?.name ?? said.noLead) : undefined}
        />
        <DeadlineField today={today} initial={initialOf(directive)} onChange={setDeadline} />
        <TextField
          label={said.product}
          value={product}
          onChange={(event) => setProduct(event.target.value)}
        />
        <FieldInput value={field} onChange={setField} error={fault?.at('field')} />
        <TextArea
          label={said.correctReason}
          rows={2}
          required
          minLength={3}
          value={reason}
          error={fault?.at('reason')}
          onChange={(event) => setReason(event.target.value)}
        />
        {nothing && <p className="small quiet">{said.noCorrection}</p>}
        <div className="row">
          <Button type="submit" kind="primary" busy={busy} disabled={nothing || deadline === null}>
            {said.correct}
          </Button>
          <Button kind="bare" onClick={onClose}>
            {general.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

const initialOf = ({ deadline }: DirectiveRecord) => (deadline.kind === 'none' ? '' : sayDeadline(deadline));
