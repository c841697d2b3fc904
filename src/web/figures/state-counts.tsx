import { type Door, Figure } from './figure.tsx';
import './state-counts.css';

/** How many records stand in each state; each number opens its list, and once more opens all. */
export function StateCounts<State extends string>({
  states,
  names,
  tones = {},
  counts,
  chosen = [],
  door,
}: {
  states: readonly State[];
  names: Readonly<Record<State, string>>;
  /** The state of directives whose colour a state takes, where it is not one itself. */
  tones?: Partial<Record<State, string>>;
  /** Undefined until they have come. */
  counts: Partial<Record<State, number>> | undefined;
  /** Those whose records are shown now. */
  chosen?: readonly State[] | undefined;
  /** Where records of a state are, or of all. */
  door: (state: State[] | undefined) => Door;
}) {
  return (
    <ul className="plain state-counts">
      {states.map((state) => {
        const current = chosen.includes(state);
        const number = counts?.[state] ?? 0;
        return (
          <li key={state}>
            <Figure
              value={counts ? number : null}
              door={door(current && chosen.length === 1 ? undefined : [state])}
              className={`state-count ${tones[state] ?? state}`}
              current={current}
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
