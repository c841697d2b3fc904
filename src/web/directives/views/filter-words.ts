import type { DirectiveFilter } from '../../../domain/directives/filter.ts';
import { common } from '../../i18n/common.ts';
import { showDay } from '../../i18n/format.ts';
import { useWords } from '../../i18n/language.ts';
import { useUnits } from '../../organisation/use-units.ts';
import { viewWords } from './words.ts';

/** A filter as people would say it: for the head of a printed page and of a picture. */
export function useFilterWords(filter: DirectiveFilter): string {
  const said = useWords(viewWords);
  const { state: states } = useWords(common);
  const { data: units = [] } = useUnits();
  const between = (from: string | undefined, to: string | undefined) =>
    [from && said.from(showDay(from)), to && said.to(showDay(to))].filter(Boolean).join(' ');
  const due = between(filter.dueFrom, filter.dueTo);
  const given = between(filter.givenFrom, filter.givenTo);
  const parts = [
    filter.q && `«${filter.q}»`,
    filter.unit?.map((id) => units.find((unit) => unit.id === id)?.name ?? '').join(', '),
    filter.state?.map((state) => states[state]).join(', '),
    due && `${said.due} ${due}`,
    given && `${said.givenOn} ${given}`,
  ];
  return parts.filter(Boolean).join(' · ') || said.noFilter;
}
