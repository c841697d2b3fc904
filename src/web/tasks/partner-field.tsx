import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { PartnerBody, type PartnerKind } from '../../domain/partners/facts.ts';
import type { Named } from '../../domain/tasks/change.ts';
import { addPartner, listPartners } from '../../features/partners/contract.ts';
import { call } from '../api/call.ts';
import { useSession } from '../api/client.ts';
import { matching } from '../directives/acts/use-names.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { ComboBox } from '../ui/combo-box.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { Failed } from '../ui/state.tsx';
import { useTrying } from '../ui/trying.ts';
import { fieldWords } from './field-words.ts';

interface PartnerFieldProps {
  label: string;
  /** Only organisations, or only persons; both unless told. */
  of?: PartnerKind | undefined;
  /** Only people of this organisation. */
  at?: string | undefined;
  value: Named | undefined;
  onValue: (value: Named | undefined) => void;
  error?: string | undefined;
}

/** An organisation or a person from the agency's list, or added to it on the spot. */
export function PartnerField({ label, of, at, value, onValue, error }: PartnerFieldProps) {
  const said = useWords(fieldWords);
  const [typed, setTyped] = useState('');
  const [adding, setAdding] = useState(false);
  const found = useQuery({
    queryKey: ['partners', 'find', of, at, typed],
    queryFn: ({ signal }) =>
      call(
        listPartners,
        { query: { q: typed.trim() || undefined, kind: of, organisation: at, limit: 8 } },
        { signal },
      ),
    placeholderData: (before) => before,
  });
  const options = (found.data?.items ?? []).map(({ id, name, identifier, organisation }) => ({
    id,
    label: name,
    note: [identifier, organisation?.name].filter(Boolean).join(' · '),
  }));
  return (
    <div className="stack tight partner-field">
      <ComboBox
        label={label}
        hint={said.findPartner}
        none={said.noPartner}
        chosen={value ? { id: value.id ?? value.name, label: value.name } : null}
        find={(now) => matching(options, now)}
        onType={setTyped}
        onChoose={(option) => onValue(option ? { id: option.id, name: option.label } : undefined)}
        error={error}
      />
      {found.data?.abilities.add === true && !adding && (
        <div>
          <Button
            kind="bare"
            className="small"
            // The list above stays until the button is up again: closing it would move the button from under the finger.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => setAdding(true)}
          >
            {said.addPartner}
          </Button>
        </div>
      )}
      {adding && (
        <AddPartner
          of={of}
          at={at}
          name={typed}
          onAdded={(partner) => {
            onValue(partner);
            setAdding(false);
          }}
        />
      )}
    </div>
  );
}

/** The little that is needed to name somebody; the rest stands on their own page. */
function AddPartner({
  of,
  at,
  name: typed,
  onAdded,
}: {
  of: PartnerKind | undefined;
  at: string | undefined;
  name: string;
  onAdded: (partner: Named) => void;
}) {
  const said = useWords(fieldWords);
  const { today } = useSession();
  const [kind, setKind] = useState<PartnerKind>(of ?? 'organisation');
  const [name, setName] = useState(typed);
  const [identifier, setIdentifier] = useState('');
  const { busy, error, run } = useTrying();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const add = () =>
    void run(async () => {
      const profile = { name, identifier: identifier.trim() || null, ...(at && { organisationId: at }) };
      const added = await call(addPartner, {
        body: { said: PartnerBody.parse({ kind, profile }), on: today },
      });
      onAdded({ id: added.id, name: added.name });
    });
  return (
    <fieldset className="card padded stack tight">
      <legend className="unseen">{said.addPartner}</legend>
      {error !== null && <Failed error={error} />}
      {of === undefined && (
        <SelectField
          label={said.partnerKind}
          value={kind}
          onChange={({ target }) => setKind(target.value === 'person' ? 'person' : 'organisation')}
          options={(['organisation', 'person'] as const).map((one) => ({
            value: one,
            label: said.kinds[one],
          }))}
        />
      )}
      <TextField
        ref={first}
        label={said.partnerName}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <TextField
        label={said.partnerIdentifier}
        value={identifier}
        onChange={({ target }) => setIdentifier(target.value)}
      />
      <Button busy={busy} disabled={name.trim() === ''} onClick={add}>
        {said.addAndChoose}
      </Button>
    </fieldset>
  );
}
