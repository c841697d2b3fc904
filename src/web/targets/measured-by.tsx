import { useQuery } from '@tanstack/react-query';
import { measuringFigures } from '../../domain/figures/catalogue.ts';
import type { Measure } from '../../domain/targets/facts.ts';
import { listFigures } from '../../features/figures/contract.ts';
import { call } from '../api/call.ts';
import { useSaid } from '../figures/use-said.ts';
import { figuresWords } from '../figures/words.ts';
import { useWords } from '../i18n/language.ts';
import { LateSelectField } from '../ui/field.tsx';
import { targetWords } from './words.ts';

/** The figure a target's result is read off: a rate for a percentage, a count for a number; none where units report it. */
export function MeasuredBy({
  measure,
  chosen = '',
  error,
}: {
  measure: Measure;
  chosen: string | undefined;
  error: string | undefined;
}) {
  const said = useWords(targetWords);
  const { family } = useWords(figuresWords);
  const say = useSaid();
  const { data } = useQuery({
    queryKey: ['directives', 'figures', {}],
    queryFn: ({ signal }) => call(listFigures, { query: {} }, { signal }),
  });
  const fits = measuringFigures.filter(
    ({ unit }) => (unit === 'tenths-of-percent') === (measure === 'percent'),
  );
  const own = measure === 'number' ? (data?.own ?? []).filter(({ family }) => family === 'directives') : [];
  return (
    <LateSelectField
      key={measure}
      label={said.measuredBy}
      name="figure"
      initial={chosen}
      hint={said.measuredByHint}
      error={error}
      options={[
        { value: '', label: said.reportedByUnit },
        ...own.map(({ id, name }) => ({ value: id, label: name })),
        ...fits.map((figure) => ({
          value: figure.id,
          label: `${family[figure.family]}: ${say(figure).name}`,
        })),
      ]}
    />
  );
}
