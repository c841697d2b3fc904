import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Deadline } from '../../domain/deadlines/deadline.ts';
import type { Origin } from '../../domain/directives/filter.ts';
import { DirectiveKind } from '../../domain/documents/reading.ts';
import { giveDirective } from '../../features/directives/contract.ts';
import { CallFailed, call } from '../api/call.ts';
import { client, useSession } from '../api/client.ts';
import { newId } from '../api/new-id.ts';
import { common } from '../i18n/common.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { SelectField, TextArea, TextField } from '../ui/field.tsx';
import { useUnsavedGuard } from '../ui/guard.ts';
import { Failed } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import { say } from '../ui/toast.tsx';
import { useTrying } from '../ui/trying.ts';
import { DeadlineField } from './deadline-field.tsx';
import { UnitFields } from './unit-fields.tsx';
import { directiveWords } from './words.ts';
import './directives.css';

/** Sources of what comes without a document of ours. */
const origins = ['word', 'meeting', 'state-audit', 'inspection'] as const satisfies readonly Origin[];

/** Gives a directive by word, without a document. */
export function GivePage() {
  const said = useWords(directiveWords);
  const general = useWords(common);
  const navigate = useNavigate();
  const { today } = useSession();
  const { busy, error, run } = useTrying();
  const [words, setWords] = useState('');
  const [lead, setLead] = useState('');
  const [coordinating, setCoordinating] = useState<string[]>([]);
  const [product, setProduct] = useState('');
  const [kind, setKind] = useState<DirectiveKind>('do');
  const [origin, setOrigin] = useState<(typeof origins)[number]>('word');
  const [deadline, setDeadline] = useState<Deadline | null>(null);
  const [key] = useState(newId);
  useTitle(said.give);
  useUnsavedGuard(words !== '' && !busy);
  const fault = error instanceof CallFailed ? error : null;
  const [asked, setAsked] = useState(false);
  const needsDeadline = kind === 'do' && deadline === null;
  const submit = () =>
    run(async () => {
      const made = await call(
        giveDirective,
        {
          body: {
            words,
            leadUnitId: lead,
            coordinatingUnitIds: coordinating.filter((id) => id !== lead),
            product: product.trim() || null,
            kind,
            origin,
            deadline: deadline ?? { kind: 'none' },
            givenOn: today,
          },
        },
        { key },
      );
      say(said.given);
      await client.invalidateQueries({ queryKey: ['directives'] });
      await navigate({ to: '/directives/$id', params: { id: made.id }, ignoreBlocker: true });
    });
  return (
    <div className="page narrow">
      <header>
        <p className="crumbs">
          <Link to="/directives" activeOptions={{ exact: true }}>
            {said.title}
          </Link>
        </p>
        <h1>{said.give}</h1>
        <p className="quiet">{said.giveHint}</p>
      </header>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (!needsDeadline) void submit();
          else document.querySelector<HTMLElement>('[name=deadline]')?.focus();
        }}
      >
        {fault && !fault.problem.errors && <Failed error={fault} />}
        <TextArea
          label={said.content}
          required
          rows={4}
          value={words}
          error={fault?.at('words')}
          onChange={(event) => setWords(event.target.value)}
        />
        <SelectField
          label={said.origin}
          value={origin}
          onChange={(event) => setOrigin(origins.find((one) => one === event.target.value) ?? 'word')}
          options={origins.map((value) => ({ value, label: said.origins[value] }))}
        />
        <UnitFields
          lead={lead}
          coordinating={coordinating}
          onLead={setLead}
          onCoordinating={setCoordinating}
          error={fault?.at('leadUnitId')}
        />
        <SelectField
          label={said.kind}
          value={kind}
          onChange={(event) => setKind(DirectiveKind.parse(event.target.value))}
          options={DirectiveKind.options.map((value) => ({ value, label: general.kind[value] }))}
        />
        <DeadlineField
          today={today}
          error={asked && needsDeadline ? said.deadlineNeeded : undefined}
          onChange={setDeadline}
        />
        <TextField
          label={`${said.product} (${general.optional})`}
          value={product}
          error={fault?.at('product')}
          onChange={(event) => setProduct(event.target.value)}
        />
        <div className="row">
          <Button type="submit" kind="primary" busy={busy}>
            {said.giveAct}
          </Button>
          <Link to="/directives" className="button bare" activeOptions={{ exact: true }}>
            {general.cancel}
          </Link>
        </div>
      </form>
    </div>
  );
}
