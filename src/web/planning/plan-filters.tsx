import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../api/client.ts';
import { useWords, words } from '../i18n/language.ts';
import { useUnits } from '../organisation/use-units.ts';
import { DayField } from '../ui/day-field.tsx';
import { SelectField } from '../ui/field.tsx';
import { Filters } from '../ui/filters.tsx';
import { searchOf } from './address.ts';
import type { PlanFilter, PlanPlace } from './use-plan.ts';

const filterWords = words(
  { year: 'Năm', unit: 'Đơn vị', anyUnit: 'Mọi đơn vị', asOf: 'Tại ngày', clear: 'Bỏ bộ lọc' },
  { year: 'Year', unit: 'Unit', anyUnit: 'Every unit', asOf: 'As of', clear: 'Clear the filter' },
);

/** What every plan of a year is narrowed by: the year, the unit, the day as of which it is shown. */
export function PlanFilters({
  to,
  filter,
  year,
  years,
  children,
}: {
  to: PlanPlace;
  filter: PlanFilter;
  year: number;
  /** Those that have a plan. */
  years: readonly number[];
  /** What only this plan is narrowed by. */
  children?: ReactNode;
}) {
  const said = useWords(filterWords);
  const { today } = useSession();
  const { data: units = [] } = useUnits();
  const navigate = useNavigate();
  const change = (part: PlanFilter) =>
    void navigate({ to, search: searchOf({ ...filter, ...part }), replace: true });
  const running = Number(today.slice(0, 4));
  const all = [...new Set([running + 1, running, year, ...years])].toSorted((a, b) => b - a);
  const filtered = Object.keys(filter).some((name) => name !== 'year');
  return (
    <Filters>
      <SelectField
        label={said.year}
        labelHidden
        value={year}
        onChange={(event) => change({ year: Number(event.target.value) })}
        options={all.map((one) => ({ value: String(one), label: `${said.year} ${one}` }))}
      />
      <SelectField
        label={said.unit}
        labelHidden
        value={filter.unit ?? ''}
        onChange={(event) => change({ unit: event.target.value || undefined })}
        options={[
          { value: '', label: said.anyUnit },
          ...units.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {children}
      <div className="day-filter">
        <DayField
          key={filter.asOf}
          label={said.asOf}
          initial={filter.asOf}
          onDay={(asOf) => change({ asOf })}
        />
      </div>
      {filtered && (
        <Link to={to} search={searchOf({ year: filter.year })} className="button bare">
          {said.clear}
        </Link>
      )}
    </Filters>
  );
}
