import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type Double,
  listDoubles,
  mergePersons,
  type Person,
  reviewMerge,
} from '../../features/organisation/contract.ts';
import { call } from '../api/call.ts';
import { client } from '../api/client.ts';
import { useWords } from '../i18n/language.ts';
import { AbleButton } from '../ui/able-button.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Empty, Failed, Skeleton } from '../ui/state.tsx';
import { say } from '../ui/toast.tsx';
import { overTimeWords } from './over-time-words.ts';

/** Records that are likely one person, two by two. */
export function DoublesTab() {
  const said = useWords(overTimeWords);
  const doubles = useQuery({ queryKey: ['persons', 'doubles'], queryFn: () => call(listDoubles, {}) });
  return (
    <>
      <p className="quiet">{said.doublesHint}</p>
      {doubles.isPending && <Skeleton rows={4} />}
      {doubles.isError && <Failed error={doubles.error} retry={() => void doubles.refetch()} />}
      {doubles.data?.length === 0 && (
        <div className="card">
          <Empty title={said.noDoubles} />
        </div>
      )}
      <ul className="plain stack">
        {doubles.data?.map((double) => (
          <Pair key={double.persons.map(({ id }) => id).join()} double={double} />
        ))}
      </ul>
    </>
  );
}

/** A pair can be merged while either record can go into the other; else what the first says of it. */
const mergeOf = (persons: readonly Person[]) =>
  persons.find(({ abilities }) => abilities.merge === true)?.abilities.merge ?? persons[0]?.abilities.merge;

function Pair({ double }: { double: Double }) {
  const said = useWords(overTimeWords);
  const [merging, setMerging] = useState(false);
  return (
    <li className="card padded stack">
      <div className="pair">
        {double.persons.map((person) => (
          <Card key={person.id} person={person} />
        ))}
      </div>
      <div className="row">
        {double.likeness.map((likeness) => (
          <span key={likeness} className="badge soon">
            {said.likeness[likeness]}
          </span>
        ))}
        <AbleButton ability={mergeOf(double.persons)} onClick={() => setMerging(true)}>
          {said.merge}
        </AbleButton>
      </div>
      {merging && <MergeDialog persons={double.persons} onClose={() => setMerging(false)} />}
    </li>
  );
}

function Card({ person }: { person: Person }) {
  const said = useWords(overTimeWords);
  return (
    <div>
      <strong>{person.fullName}</strong>
      <div className="small quiet">{[person.staffCode, person.email].filter(Boolean).join(' · ')}</div>
      {person.posts.map((post) => (
        <div key={post.id} className="small">
          {[post.title, post.unitName].filter(Boolean).join(' · ')}
        </div>
      ))}
      <div className="small quiet">{person.userName ?? said.noAccount}</div>
    </div>
  );
}

/** Which record goes on, what moves to it, and why. */
function MergeDialog({ persons, onClose }: { persons: readonly Person[]; onClose: () => void }) {
  const said = useWords(overTimeWords);
  // Who can stay: the other must be free to go.
  const canStay = persons.filter(({ id }) =>
    persons.some((other) => other.id !== id && other.abilities.merge === true),
  );
  const [keptId, setKeptId] = useState(canStay.find(({ userName }) => userName)?.id ?? canStay[0]?.id ?? '');
  const mergedId = persons.find(({ id }) => id !== keptId)?.id ?? '';
  const review = useQuery({
    queryKey: ['merge', mergedId, keptId],
    queryFn: () => call(reviewMerge, { params: { id: mergedId }, body: { intoId: keptId } }),
    retry: false,
  });
  return (
    <FormDialog
      title={said.merge}
      act={said.merge}
      onClose={onClose}
      onSubmit={async (form) => {
        const reason = String(form.get('reason') ?? '').trim();
        await call(mergePersons, { params: { id: mergedId }, body: { intoId: keptId, reason } });
        await client.invalidateQueries({ queryKey: ['persons'] });
        say(said.merged);
      }}
    >
      {(fault) => (
        <>
          <SelectField
            label={said.keep}
            value={keptId}
            onChange={(event) => setKeptId(event.target.value)}
            options={canStay.map(({ id, fullName, staffCode, userName }) => ({
              value: id,
              label: [fullName, staffCode, userName ?? said.noAccount].filter(Boolean).join(' · '),
            }))}
          />
          {review.isError && <Failed error={review.error} />}
          {review.data && (
            <p role="status">
              {said.mergeReview(review.data.posts, review.data.directives, review.data.delegations)}
            </p>
          )}
          <TextField
            label={said.mergeReason}
            name="reason"
            required
            minLength={3}
            error={fault?.at('reason')}
          />
        </>
      )}
    </FormDialog>
  );
}
