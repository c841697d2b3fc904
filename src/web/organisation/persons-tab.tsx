import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { listPersons, type Person } from '../../features/organisation/contract.ts';
import { call } from '../api/call.ts';
import { useMay } from '../api/client.ts';
import { common } from '../i18n/common.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { Empty, Failed, Skeleton } from '../ui/state.tsx';
import { PersonActs } from './person-acts.tsx';
import { AddPersonDialog } from './person-dialogs.tsx';
import { useUnits } from './use-units.ts';
import { organisationWords } from './words.ts';

/** Persons with their posts; the search stands in the address. */
export function PersonsTab() {
  const said = useWords(organisationWords);
  const may = useMay();
  const navigate = useNavigate();
  const { q, unit } = useSearch({ strict: false });
  const { data: units = [] } = useUnits();
  const [adding, setAdding] = useState(false);
  const persons = useQuery({
    queryKey: ['persons', { q, unit }],
    queryFn: () => call(listPersons, { query: { q, unitId: unit } }),
    placeholderData: (before) => before,
  });
  const change = (part: Record<string, string>) =>
    void navigate({ to: '/organisation', search: { tab: 'persons', q, unit, ...part }, replace: true });
  return (
    <>
      <search className="filters">
        <div className="grow">
          <TextField
            label={said.findPerson}
            labelHidden
            type="search"
            placeholder={said.findPerson}
            value={q ?? ''}
            onChange={(event) => change({ q: event.target.value })}
          />
        </div>
        <SelectField
          label={said.units}
          labelHidden
          value={unit ?? ''}
          onChange={(event) => change({ unit: event.target.value })}
          options={[
            { value: '', label: said.allUnits },
            ...units.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        {may('organisation.manage') && (
          <Button onClick={() => setAdding(true)}>
            <IconPlus size={18} aria-hidden /> {said.addPerson}
          </Button>
        )}
      </search>
      <div className="card">
        {persons.isPending && <Skeleton rows={8} />}
        {persons.isError && <Failed error={persons.error} retry={() => void persons.refetch()} />}
        {persons.data?.length === 0 && <Empty title={q || unit ? said.noPersonsFound : said.noPersons} />}
        {persons.data && persons.data.length > 0 && <Persons persons={persons.data} />}
      </div>
      {adding && <AddPersonDialog unitId={unit} onClose={() => setAdding(false)} />}
    </>
  );
}

function Persons({ persons }: { persons: readonly Person[] }) {
  const said = useWords(organisationWords);
  const { role } = useWords(common);
  return (
    <div className="scroll-x">
      <table className="table to-cards">
        <thead>
          <tr>
            <th scope="col">{said.fullName}</th>
            <th scope="col">{said.posts}</th>
            <th scope="col">{said.account}</th>
            <th scope="col">
              <span className="unseen">{said.changePerson}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {persons.map((person) => (
            <tr key={person.id}>
              <td>
                <strong className="nowrap">{person.fullName}</strong>
                <div className="small quiet">
                  {[person.staffCode, person.email].filter(Boolean).join(' · ')}
                </div>
              </td>
              <td>
                {person.posts.map((post) => (
                  <div key={post.id}>
                    {post.title ?? role[post.role]} · {post.unitName}{' '}
                    <span className="small quiet">{said.since(showDay(post.from))}</span>
                  </div>
                ))}
              </td>
              <td>{person.userName ?? <span className="quiet">{said.noAccount}</span>}</td>
              <td>
                <PersonActs person={person} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
