import { type DirectiveFilter, DirectiveState } from '../../domain/directives/filter.ts';
import { Figure } from '../figures/figure.tsx';
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

/** How many stand in each state under the filter; each number opens its list, and once more opens all. */
export function StateCounts({
  filter,
  counts,
}: {
  filter: DirectiveFilter;
  counts: Partial<Record<DirectiveState, number>> | undefined;
}) {
  const { state: names } = useWords(common);
  const { to } = useFilter();
  const chosen = filter.state ?? [];
  return (
    <ul className="plain state-counts">
      {DirectiveState.options.map((state) => {
        const only = chosen.length === 1 && chosen[0] === state;
        const number = counts?.[state] ?? 0;
        if (number === 0 && !only && rarely.has(state)) return null;
        return (
          <li key={state}>
            <Figure
              value={counts ? number : null}
              door={{ to: '/directives', search: to({ ...filter, state: only ? undefined : [state] }) }}
              className={`state-count ${state}`}
              current={chosen.includes(state)}
            >
              {(shown) => (
                <>
                  <strong className={number === 0 ? 'zero' : ''}>{shown}</strong>
                  <span>{names[state]}</span>
                </>
              )}
            </Figure>
          </li>
        );
      })}
    </ul>
  );
}
