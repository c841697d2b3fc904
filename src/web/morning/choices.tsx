import { IconPrinter } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Dashboard, DashboardPeriod } from '../../features/dashboard/contract.ts';
import { useWords } from '../i18n/language.ts';
import { useUnits } from '../organisation/use-units.ts';
import { Button } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { SelectField } from '../ui/field.tsx';
import { morningWords } from './words.ts';

const periods = ['month', 'quarter', 'half', 'year', 'dates'] as const satisfies readonly DashboardPeriod[];

export interface Choice {
  period?: DashboardPeriod;
  from?: string;
  to?: string;
  unit?: string;
}

const isDay = (value: string | undefined): value is string => /^\d{4}-\d{2}-\d{2}$/u.test(value ?? '');

/** What the address asks for; what is not a choice is left out. */
export function useChoice(): Choice {
  const { period, from, to, unit } = useSearch({ strict: false });
  const known = periods.find((one) => one === period);
  const dated = isDay(from) && isDay(to) && from <= to;
  return {
    ...(known && known !== 'dates' && { period: known }),
    ...(known === 'dates' && dated && { period: known, from, to }),
    ...(unit && /^[\da-f-]{36}$/iu.test(unit) && { unit }),
  };
}

/** Period, unit and printing; what is chosen stands in the address. */
export function Choices({ choice, shown }: { choice: Choice; shown: Dashboard | undefined }) {
  const said = useWords(morningWords);
  const { data: units = [] } = useUnits();
  const navigate = useNavigate();
  const change = (part: Choice) =>
    void navigate({ to: '/morning', search: { ...choice, ...part }, replace: true });
  const days = { from: choice.from ?? shown?.period.from, to: choice.to ?? shown?.period.to };
  /** The other end moves along where the days would stand the wrong way round. */
  const daysWith = (end: 'from' | 'to', day: string): Choice => {
    const other = days[end === 'from' ? 'to' : 'from'] ?? day;
    const wrong = end === 'from' ? day > other : day < other;
    return wrong ? { from: day, to: day } : { [end]: day };
  };
  const choosePeriod = (value: string) => {
    const period = periods.find((one) => one === value) ?? 'year';
    change(period === 'dates' ? { period, ...days } : { period, from: undefined, to: undefined });
  };
  return (
    <div className="row choices no-print">
      <SelectField
        label={said.unit}
        labelHidden
        value={choice.unit ?? ''}
        onChange={(event) => change({ unit: event.target.value || undefined })}
        options={[
          { value: '', label: said.allUnits },
          ...units.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <SelectField
        label={said.period}
        labelHidden
        value={choice.period ?? 'year'}
        onChange={(event) => choosePeriod(event.target.value)}
        options={periods.map((value) => ({ value, label: said.periods[value] }))}
      />
      {choice.period === 'dates' &&
        (['from', 'to'] as const).map((end) => (
          <div key={`${end}${choice[end]}`} className="day-filter">
            <DayField
              label={said[end]}
              initial={choice[end]}
              onDay={(day) => day && change(daysWith(end, day))}
            />
          </div>
        ))}
      <Button onClick={() => window.print()}>
        <IconPrinter size={18} aria-hidden /> {said.print}
      </Button>
    </div>
  );
}
