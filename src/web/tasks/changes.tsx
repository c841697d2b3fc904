import type { Change } from '../../domain/tasks/change.ts';
import type { Task } from '../../features/tasks/contract.ts';
import { showDay, showMoney } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { taskPageWords } from './task-words.ts';
import { taskVocabulary } from './vocabulary.ts';

const badges = { asked: 'soon', changed: 'fine', refused: '', notified: 'blue', objected: 'late' } as const;

/** Both ends of what a change moves, by the item where it moves several. */
interface Move {
  item: string | null;
  before: string;
  after: string;
}

/** What a change moves, in words; of a long budget only the items that change. */
function movesOf(change: Change): Move[] {
  switch (change.type) {
    case 'extension':
    case 'shortening':
      return [{ item: null, before: showDay(change.before), after: showDay(change.after) }];
    case 'investigator':
    case 'host':
      return [{ item: null, before: change.before.name, after: change.after.name }];
    case 'budget-move': {
      const then = new Map(change.after.map(({ item, amount }) => [item, amount]));
      return change.before.flatMap(({ item, amount }) => {
        const after = then.get(item);
        return after === undefined || after === amount
          ? []
          : [{ item, before: showMoney(amount), after: showMoney(after) }];
      });
    }
    default:
      return [{ item: null, before: change.before, after: change.after }];
  }
}

/** The same in one line. */
export const moveWords = (change: Change, fromTo: (before: string, after: string) => string): string =>
  movesOf(change)
    .map(({ item, before, after }) => (item === null ? '' : `${item}: `) + fromTo(before, after))
    .join('; ');

/** What a change moves, each from what stood before to what stands after. */
export function Moves({ change }: { change: Change }) {
  const { fromTo } = useWords(taskPageWords);
  return movesOf(change).map(({ item, before, after }) => (
    <p key={item} className="wrap">
      {item !== null && <span className="quiet">{item}: </span>}
      {fromTo(before, after)}
    </p>
  ));
}

/** Changes asked for or made, each with before and after; several may wait at once. */
export function Changes({ task }: { task: Task }) {
  const said = useWords(taskPageWords);
  const names = useWords(taskVocabulary);
  if (task.changes.length === 0) return null;
  return (
    <section id="changes" className="stack tight" aria-label={said.changes}>
      <h2>{said.changes}</h2>
      <ul className="plain stack tight">
        {task.changes.map(({ changeId, change, state, on }) => (
          <li key={changeId} className="card padded">
            <p className="row tags">
              <strong>{names.change[change.type]}</strong>
              <span className={`badge ${badges[state]}`}>{names.changeState[state]}</span>
              <span className="small quiet">{showDay(on)}</span>
            </p>
            <Moves change={change} />
          </li>
        ))}
      </ul>
    </section>
  );
}
