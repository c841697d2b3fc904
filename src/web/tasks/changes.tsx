import type { Change } from '../../domain/tasks/change.ts';
import type { Task } from '../../features/tasks/contract.ts';
import { showDay, showMoney } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { taskPageWords } from './task-words.ts';
import { taskVocabulary } from './vocabulary.ts';

const badges = { asked: 'soon', changed: 'fine', refused: '', notified: 'blue', objected: 'late' } as const;

/** Both ends of a change in words. */
export function endsOf(change: Change): [before: string, after: string] {
  switch (change.type) {
    case 'extension':
    case 'shortening':
      return [showDay(change.before), showDay(change.after)];
    case 'investigator':
    case 'host':
      return [change.before.name, change.after.name];
    case 'budget-move': {
      // Of a long budget only what is moved.
      const other = new Map(change.after.map(({ item, amount }) => [item, amount]));
      const moved = new Set(
        change.before.filter((line) => other.get(line.item) !== line.amount).map(({ item }) => item),
      );
      const told = (lines: typeof change.before) =>
        lines
          .flatMap(({ item, amount }) => (moved.has(item) ? [`${item}: ${showMoney(amount)}`] : []))
          .join('; ');
      return [told(change.before), told(change.after)];
    }
    default:
      return [change.before, change.after];
  }
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
            <p className="wrap">{said.fromTo(...endsOf(change))}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
