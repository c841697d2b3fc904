import { IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { DirectiveFilter } from '../../domain/directives/filter.ts';
import { useWords } from '../i18n/language.ts';
import { useUnits } from '../organisation/use-units.ts';
import { DayField } from '../ui/day-field.tsx';
import { SelectField } from '../ui/field.tsx';
import { Filters } from '../ui/filters.tsx';
import { MoreFilters } from './more-filters.tsx';
import { searchOf, useFilter } from './use-filter.ts';
import { directiveWords } from './words.ts';

const sorts = ['due', 'given', 'unit', 'relevance'] as const;

/** Narrows the list; what is chosen stands in the address and goes with exports. */
export function FilterBar() {
  const said = useWords(directiveWords);
  const { filter, change, to } = useFilter();
  const { data: units = [] } = useUnits(filter.asOf);
  return (
    <Filters>
      <SelectField
        label={said.lead}
        labelHidden
        value={filter.unit?.[0] ?? ''}
        onChange={(event) => change({ unit: event.target.value ? [event.target.value] : undefined })}
        options={[
          { value: '', label: said.allUnits },
          ...units.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {filter.unit && (
        <SelectField
          label={said.part}
          labelHidden
          value={filter.part ?? 'lead'}
          onChange={(event) => change({ part: event.target.value === 'any' ? 'any' : undefined })}
          options={[
            { value: 'lead', label: said.partLead },
            { value: 'any', label: said.partAny },
          ]}
        />
      )}
      <DueField
        key={`from${filter.dueFrom}`}
        label={said.dueFrom}
        day={filter.dueFrom}
        onDay={(dueFrom) => change({ dueFrom })}
      />
      <DueField
        key={`to${filter.dueTo}`}
        label={said.dueTo}
        day={filter.dueTo}
        onDay={(dueTo) => change({ dueTo })}
      />
      <SelectField
        label={said.sort}
        labelHidden
        value={filter.sort ?? (filter.q ? 'relevance' : 'due')}
        onChange={(event) => change({ sort: sorts.find((sort) => sort === event.target.value) })}
        options={sorts.map((sort) => ({
          value: sort,
          label: `${said.sort}: ${said.sorts[sort].toLowerCase()}`,
        }))}
      />
      <MoreFilters filter={filter} change={change} />
      {filter.document && (
        <Link className="badge blue" to="/directives" search={to({ ...filter, document: undefined })}>
          {said.oneDocument} <IconX size={14} aria-hidden />
        </Link>
      )}
      {isNarrow(filter) && (
        <Link to="/directives" search={to({})} activeOptions={{ exact: true }} className="button bare">
          {said.clear}
        </Link>
      )}
    </Filters>
  );
}

const isNarrow = (filter: DirectiveFilter) => Object.keys(searchOf(filter)).length > 0;

function DueField({
  label,
  day,
  onDay,
}: {
  label: string;
  day: string | undefined;
  onDay: (day: string | undefined) => void;
}) {
  return (
    <div className="day-filter">
      <DayField label={label} initial={day} onDay={onDay} />
    </div>
  );
}
