import { IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Invitee } from '../../domain/conferences/facts.ts';
import type { Conference } from '../../features/conferences/contract.ts';
import { listPersons } from '../../features/organisation/contract.ts';
import { call } from '../api/call.ts';
import { newId } from '../api/new-id.ts';
import { useWords } from '../i18n/language.ts';
import { useUnits } from '../organisation/use-units.ts';
import { Button } from '../ui/button.tsx';
import { ComboBox } from '../ui/combo-box.tsx';
import { PartForm } from './part-form.tsx';
import { matching } from './units.ts';
import { conferenceWords } from './words.ts';

/** Who is invited: units and persons of the agency found by typing, anybody else by name. */
export function Invitees({ conference }: { conference: Conference }) {
  const said = useWords(conferenceWords);
  return (
    <section className="card padded stack" aria-label={said.invitees}>
      <h2>{said.invitees}</h2>
      {conference.abilities.prepare === true ? (
        <PartForm
          conference={conference}
          part="invitees"
          act={said.saveInvitees}
          valueIn={({ invitees }): readonly Invitee[] =>
            invitees.map(({ id, kind, name, recordId }) => ({ id, kind, name, recordId }))
          }
          partOf={(invitees) => ({ part: 'invitees', invitees: [...invitees] })}
        >
          {(invitees, change) => <InviteeFields invitees={invitees} change={change} />}
        </PartForm>
      ) : (
        <InviteeList invitees={conference.invitees} />
      )}
    </section>
  );
}

function InviteeList({
  invitees,
  onRemove,
}: {
  invitees: readonly Invitee[];
  onRemove?: (id: string) => void;
}) {
  const said = useWords(conferenceWords);
  if (invitees.length === 0) return <p className="quiet">{said.noInvitees}</p>;
  return (
    <ul className="plain invitees">
      {invitees.map(({ id, kind, name }) => (
        <li key={id} className="row apart">
          <span>
            {name} <span className="small quiet">{said.kinds[kind]}</span>
          </span>
          {onRemove && (
            <Button
              kind="bare"
              className="small"
              aria-label={said.removeOf(name)}
              onClick={() => onRemove(id)}
            >
              <IconTrash size={18} aria-hidden />
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function InviteeFields({
  invitees,
  change,
}: {
  invitees: readonly Invitee[];
  change: (invitees: readonly Invitee[]) => void;
}) {
  const said = useWords(conferenceWords);
  const { data: units = [] } = useUnits();
  const { data: persons = [] } = useQuery({
    queryKey: ['persons', 'all'],
    queryFn: ({ signal }) => call(listPersons, { query: {} }, { signal }),
    staleTime: 60_000,
  });
  const known = [
    ...units.map(({ id, name }) => ({ id, label: name, kind: 'unit' as const })),
    ...persons.map(({ id, fullName }) => ({ id, label: fullName, kind: 'person' as const })),
  ];
  const invited = new Set(invitees.map(({ recordId }) => recordId));
  const open = known
    .filter(({ id }) => !invited.has(id))
    .map(({ id, label, kind }) => ({ id, label, note: said.kinds[kind] }));
  const guest = 'guest:';
  const find = (typed: string) => [
    ...matching(open, typed).slice(0, 6),
    ...(typed.trim().length > 1
      ? [{ id: `${guest}${typed.trim()}`, label: said.asGuest(typed.trim()) }]
      : []),
  ];
  const invite = (id: string) => {
    const one = known.find((record) => record.id === id);
    change([
      ...invitees,
      one
        ? { id: newId(), kind: one.kind, name: one.label, recordId: id }
        : { id: newId(), kind: 'guest', name: id.slice(guest.length), recordId: null },
    ]);
  };
  const missing = units.filter(({ id }) => !invited.has(id));
  return (
    <>
      <InviteeList invitees={invitees} onRemove={(id) => change(invitees.filter((one) => one.id !== id))} />
      <ComboBox
        key={invitees.length}
        label={said.invite}
        hint={said.inviteHint}
        find={find}
        chosen={null}
        onChoose={(option) => option && invite(option.id)}
        none={said.inviteNone}
      />
      {missing.length > 0 && (
        <div className="row">
          <Button
            className="small"
            onClick={() =>
              change([
                ...invitees,
                ...missing.map(
                  ({ id, name }): Invitee => ({ id: newId(), kind: 'unit', name, recordId: id }),
                ),
              ])
            }
          >
            {said.inviteAll}
          </Button>
        </div>
      )}
    </>
  );
}
