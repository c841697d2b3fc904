import { type DirectiveFilter, DirectiveState } from '../../domain/directives/filter.ts';
import { StateCounts } from '../figures/state-counts.tsx';
import { common } from '../i18n/common.ts';
import { useWords } from '../i18n/language.ts';
import { useFilter } from './use-filter.ts';

/** States shown only where some stand in them, so that the row stays short. */
const rarely = new Set<DirectiveState>([
  'returned',
  'refused',
  'suspended',
  'awaiting-event',
  'stop',
  'stopped',
  'done-late',
]);

/** How many directives stand in each state under the filter. */
export function DirectiveCounts({
  filter,
  counts,
}: {
  filter: DirectiveFilter;
  counts: Partial<Record<DirectiveState, number>> | undefined;
}) {
  const { state: names } = useWords(common);
  const { to } = useFilter();
  const chosen = filter.state ?? [];
  const only = chosen.length === 1 ? chosen[0] : null;
  return (
    <StateCounts
      {...{ names, counts, chosen }}
      states={DirectiveState.options.filter(
        (state) => state === only || !rarely.has(state) || counts?.[state],
      )}
      door={(state) => ({ to: '/directives', search: to({ ...filter, state }) })}
    />
  );
}
