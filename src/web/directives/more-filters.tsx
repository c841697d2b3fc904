import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { Cause } from '../../domain/directives/facts.ts';
import { type DirectiveFilter, Origin } from '../../domain/directives/filter.ts';
import { listPersons } from '../../features/organisation/contract.ts';
import { call } from '../api/call.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { useFields, useUnits } from '../organisation/use-units.ts';
import { ComboBox } from '../ui/combo-box.tsx';
import { DayField } from '../ui/day-field.tsx';
import { SelectField } from '../ui/field.tsx';
import { matching, useUnitFinder } from './acts/use-names.ts';
import { actWords, causeNames } from './acts/words.ts';
import { useFilter } from './use-filter.ts';
import { directiveWords } from './words.ts';

interface FilterProps {
  filter: DirectiveFilter;
  change: (part: Partial<DirectiveFilter>) => void;
}

/** The filters asked for less often: behind one button, and each that is chosen stands beside it with its way out. */
export function MoreFilters({ filter, change }: FilterProps) {
  const said = useWords(directiveWords);
  const box = useRef<HTMLDetailsElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <details
        ref={box}
        className="more-filters"
        onToggle={(event) => setOpen(event.currentTarget.open)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !box.current?.open) return;
          event.stopPropagation();
          box.current.open = false;
          box.current.querySelector('summary')?.focus();
        }}
      >
        <summary className="button">{said.moreFilters}</summary>
        {open && <Choices filter={filter} change={change} />}
      </details>
      <Chosen filter={filter} />
    </>
  );
}

const levels = ['whole', 'parts'] as const;

function Choices({ filter, change }: FilterProps) {
  const said = useWords(directiveWords);
  const acts = useWords(actWords);
  const causes = useWords(causeNames);
  const findUnit = useUnitFinder();
  const persons = usePersons(true);
  const fields = [...new Set([...useFields(), ...(filter.field ?? [])])];
  const names = useNames(filter);
  return (
    <div className="card padded stack more-filters-box">
      <ComboBox
        label={said.person}
        hint={acts.findPerson}
        none={acts.noneFound}
        chosen={filter.person ? { id: filter.person, label: names.person } : null}
        find={(typed) => matching(persons, typed)}
        onChoose={(person) => change({ person: person?.id })}
      />
      <SelectField
        label={said.cause}
        value={filter.cause?.[0] ?? ''}
        onChange={({ target }) => {
          const cause = Cause.options.find((one) => one === target.value);
          change({ cause: cause && [cause] });
        }}
        options={[
          { value: '', label: said.anyCause },
          ...Cause.options.map((value) => ({ value, label: causes[value] })),
        ]}
      />
      <ComboBox
        label={said.waiting}
        none={acts.noneFound}
        chosen={filter.waiting ? { id: filter.waiting, label: names.waiting } : null}
        find={findUnit}
        onChoose={(unit) => change({ waiting: unit?.id })}
      />
      <SelectField
        label={said.origin}
        value={filter.origin?.[0] ?? ''}
        onChange={({ target }) => {
          const origin = Origin.options.find((one) => one === target.value);
          change({ origin: origin && [origin] });
        }}
        options={[
          { value: '', label: said.anyOrigin },
          ...Origin.options.map((value) => ({ value, label: said.origins[value] })),
        ]}
      />
      <SelectField
        label={said.field}
        value={filter.field?.[0] ?? ''}
        onChange={({ target }) => change({ field: target.value ? [target.value] : undefined })}
        options={[{ value: '', label: said.anyField }, ...fields.map((value) => ({ value, label: value }))]}
      />
      <SelectField
        label={said.level}
        value={filter.level ?? ''}
        onChange={({ target }) => change({ level: levels.find((one) => one === target.value) })}
        options={[
          { value: '', label: said.anyLevel },
          ...levels.map((value) => ({ value, label: said.levels[value] })),
        ]}
      />
      <DayField
        key={`asOf${filter.asOf}`}
        label={said.asOf}
        initial={filter.asOf}
        onDay={(asOf) => change({ asOf })}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={filter.asked === 'yes'}
          onChange={({ target }) => change({ asked: target.checked ? 'yes' : undefined })}
        />
        {said.asked}
      </label>
    </div>
  );
}

/** What is chosen, in words. */
function Chosen({ filter }: Pick<FilterProps, 'filter'>) {
  const { to } = useFilter();
  const said = useWords(directiveWords);
  const causes = useWords(causeNames);
  const names = useNames(filter);
  const chosen = [
    ['person', filter.person && names.person],
    ['cause', filter.cause?.map((one) => causes[one]).join(', ')],
    ['waiting', filter.waiting && `${said.waiting} ${names.waiting}`],
    ['origin', filter.origin?.map((one) => said.origins[one]).join(', ')],
    ['field', filter.field?.join(', ')],
    ['level', filter.level && said.levels[filter.level]],
    ['asked', filter.asked && said.asked],
    ['import', filter.import && said.oneImport],
    ['asOf', filter.asOf && `${said.asOf} ${showDay(filter.asOf)}`],
  ] as const;
  return chosen.map(
    ([key, name]) =>
      name && (
        <Link
          key={key}
          className="badge blue"
          to="/directives"
          search={to({ ...filter, [key]: undefined })}
          aria-label={said.without(name)}
        >
          {name} <IconX size={14} aria-hidden />
        </Link>
      ),
  );
}

const usePersons = (wanted: boolean) =>
  useQuery({
    queryKey: ['persons', {}],
    queryFn: () => call(listPersons, { query: {} }),
    enabled: wanted,
    staleTime: 60_000,
  }).data?.map(({ id, fullName, posts }) => ({ id, label: fullName, note: posts[0]?.unitName })) ?? [];

/** Names of the person and unit in the address; asked for only where one stands there. */
function useNames({ person, waiting }: DirectiveFilter) {
  const persons = usePersons(person !== undefined);
  const { data: units = [] } = useUnits();
  return {
    person: persons.find(({ id }) => id === person)?.label ?? '…',
    waiting: units.find(({ id }) => id === waiting)?.name ?? '…',
  };
}
