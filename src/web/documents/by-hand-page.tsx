import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { documentKinds } from '../../domain/documents/kinds.ts';
import { registerDocument } from '../../features/documents/contract.ts';
import { CallFailed, call } from '../api/call.ts';
import { client } from '../api/client.ts';
import { common } from '../i18n/common.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { SelectField, TextArea, TextField } from '../ui/field.tsx';
import { useUnsavedGuard } from '../ui/guard.ts';
import { Failed } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import { say } from '../ui/toast.tsx';
import { useTrying } from '../ui/trying.ts';
import { documentWords } from './words.ts';

/** A paper without a file goes into the book by hand. */
export function ByHandPage() {
  const said = useWords(documentWords);
  const general = useWords(common);
  const navigate = useNavigate();
  const { busy, error, run } = useTrying();
  const [direction, setDirection] = useState<'in' | 'out'>('in');
  const [touched, setTouched] = useState(false);
  useTitle(said.byHand);
  useUnsavedGuard(touched && !busy);
  const fault = error instanceof CallFailed ? error : null;
  const submit = (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? '').trim() || null;
    void run(async () => {
      const made = await call(registerDocument, {
        body: {
          direction,
          kind: text('kind'),
          number: text('number'),
          date: text('date'),
          issuer: text('issuer'),
          subject: text('subject') ?? '',
        },
      });
      setTouched(false);
      say(said.stored(made.bookNumber));
      await client.invalidateQueries({ queryKey: ['documents'] });
      await navigate({ to: '/documents/$id', params: { id: made.id }, ignoreBlocker: true });
    });
  };
  return (
    <div className="page narrow">
      <header>
        <p className="crumbs">
          <Link to="/documents" activeOptions={{ exact: true }}>
            {said.title}
          </Link>
        </p>
        <h1>{said.byHand}</h1>
        <p className="quiet">{said.handHint}</p>
      </header>
      <form
        className="stack"
        onChange={() => setTouched(true)}
        onSubmit={(event) => {
          event.preventDefault();
          submit(new FormData(event.currentTarget));
        }}
      >
        {fault && !fault.problem.errors && <Failed error={fault} />}
        <SelectField
          label={said.directionLabel}
          hint={direction === 'out' ? said.outHint : undefined}
          value={direction}
          onChange={(event) => setDirection(event.target.value === 'out' ? 'out' : 'in')}
          options={[
            { value: 'in', label: said.direction.in },
            { value: 'out', label: said.direction.out },
          ]}
        />
        <SelectField
          label={said.kind}
          name="kind"
          options={[
            { value: '', label: '—' },
            ...[...new Map(documentKinds.map((kind) => [kind.abbreviation, kind.name]))].map(
              ([value, label]) => ({ value, label }),
            ),
          ]}
        />
        <TextField label={said.number} name="number" error={fault?.at('number')} />
        <DayField label={said.date} hint={general.dayHint} name="date" error={fault?.at('date')} />
        <TextField label={said.issuer} name="issuer" error={fault?.at('issuer')} />
        <TextArea label={said.subject} name="subject" rows={3} required error={fault?.at('subject')} />
        <div className="row">
          <Button type="submit" kind="primary" busy={busy}>
            {said.store}
          </Button>
          <Link to="/documents" className="button bare" activeOptions={{ exact: true }}>
            {general.cancel}
          </Link>
        </div>
      </form>
    </div>
  );
}
