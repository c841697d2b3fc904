import type { Task } from '../../features/tasks/contract.ts';
import { useWords } from '../i18n/language.ts';
import { effectWords } from './effect-words.ts';
import { taskPageWords } from './task-words.ts';

/** The parts of a long page, each one step away; only those this task has. */
export function Jumps({ task }: { task: Task }) {
  const said = useWords(taskPageWords);
  const { title: effect } = useWords(effectWords);
  const parts = [
    ['open', said.open, task.endedOn === null],
    ['money', said.money, task.costs.length > 0 || task.stateMoney !== null],
    ['changes', said.changes, task.changes.length > 0],
    ['effect', effect, task.effect !== null || task.applied.length > 0],
    ['history', said.history, true],
    ['life-cycle', said.picture, true],
  ] as const;
  return (
    <nav aria-label={said.jumps} className="no-print">
      <ul className="plain task-jumps small">
        {parts
          .filter(([, , isThere]) => isThere)
          .map(([id, name]) => (
            <li key={id}>
              <a href={`#${id}`}>{name}</a>
            </li>
          ))}
      </ul>
    </nav>
  );
}
