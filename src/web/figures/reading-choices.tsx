import { Link, useNavigate } from '@tanstack/react-router';
import type { CutShown } from '../../features/figures/contract.ts';
import { useWords } from '../i18n/language.ts';
import { useUnits } from '../organisation/use-units.ts';
import { DayField } from '../ui/day-field.tsx';
import { SelectField } from '../ui/field.tsx';
import { Filters } from '../ui/filters.tsx';
import { type Asked, periodNames } from './use-reading.ts';
import { figuresWords } from './words.ts';

/** Unit, period, cut-off and what was known by then; what is chosen stands in the address. */
export function ReadingChoices({ asked, shown }: { asked: Asked; shown: CutShown | undefined }) {
  const said = useWords(figuresWords);
  const { data: units = [] } = useUnits();
  const navigate = useNavigate();
  const change = (part: Partial<Asked>) =>
    void navigate({ to: '/figures', search: { ...asked, ...part }, replace: true });
  const period = asked.period ?? 'year';
  const choosePeriod = (value: string) => {
    const next = periodNames.find((one) => one === value) ?? 'year';
    const days = next === 'dates' ? { from: shown?.from, to: shown?.to } : { from: undefined, to: undefined };
    change({ period: next, ...days, cutOff: undefined });
  };
  const dayField = (name: 'from' | 'to' | 'cutOff' | 'knownOn', initial: string | undefined) => (
    <div key={`${name}${initial}`} className="day-filter">
      <DayField label={said[name]} initial={initial} onDay={(day) => change({ [name]: day })} />
    </div>
  );
  const before = shown && Temporal.PlainDate.from(shown.from).subtract({ days: 1 }).toString();
  return (
    <Filters>
      <SelectField
        label={said.unit}
        labelHidden
        value={asked.unit ?? ''}
        onChange={(event) => change({ unit: event.target.value || undefined })}
        options={[
          { value: '', label: said.allUnits },
          ...units.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <SelectField
        label={said.period}
        labelHidden
        value={period}
        onChange={(event) => choosePeriod(event.target.value)}
        options={periodNames.map((value) => ({ value, label: said.periods[value] }))}
      />
      {period === 'dates' && [dayField('from', asked.from), dayField('to', asked.to)]}
      {dayField('cutOff', asked.cutOff)}
      {dayField('knownOn', asked.knownOn)}
      {period !== 'dates' && before && (
        <Link to="/figures" search={{ ...asked, cutOff: before }} className="button">
          {said.earlier}
        </Link>
      )}
      {(asked.cutOff ?? asked.knownOn) !== undefined && (
        <Link
          to="/figures"
          search={{ ...asked, cutOff: undefined, knownOn: undefined }}
          className="button bare"
        >
          {said.thisOne}
        </Link>
      )}
    </Filters>
  );
}
