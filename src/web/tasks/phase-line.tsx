import { IconCircle, IconCircleCheck, IconCircleDot, IconCircleMinus } from '@tabler/icons-react';
import type { PhaseId } from '../../domain/tasks/facts.ts';
import { useWords } from '../i18n/language.ts';
import { taskPageWords } from './task-words.ts';
import { taskVocabulary } from './vocabulary.ts';

const icons = { open: IconCircleDot, done: IconCircleCheck, past: IconCircleMinus, ahead: IconCircle };

/** How a phase stands to where the task is. */
export type PhaseState = keyof typeof icons;

/** A line of phases: behind, now, ahead, each by icon and word. */
export function PhaseLine({ phases }: { phases: readonly { id: PhaseId; state: PhaseState }[] }) {
  const said = useWords(taskPageWords);
  const { phase } = useWords(taskVocabulary);
  return (
    <ol className="plain phase-line">
      {phases.map(({ id, state }) => {
        const Icon = icons[state];
        return (
          <li key={id} className={state} aria-current={state === 'open' ? 'step' : undefined}>
            <Icon size={16} aria-hidden /> {phase[id]}
            <span className="unseen">: {said.state[state]}</span>
          </li>
        );
      })}
    </ol>
  );
}
