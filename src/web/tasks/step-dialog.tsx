import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { StepShown, Task } from '../../features/tasks/contract.ts';
import { useMay } from '../api/client.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { showReason } from '../i18n/reasons.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Clocks } from './clocks.tsx';
import { stateOfStep } from './life-cycle.tsx';
import { useLifeCycle } from './life-cycle-query.ts';
import type { Doing } from './task-page.tsx';
import { taskPageWords } from './task-words.ts';
import { taskVocabulary } from './vocabulary.ts';

/** One step of the life cycle: who, papers, article, clocks; and why it cannot be recorded, where it cannot. */
export function StepDialog({
  task,
  step,
  onDo,
  onClose,
}: {
  task: Task;
  step: StepShown;
  onDo: (doing: Doing) => void;
  onClose: () => void;
}) {
  const said = useWords(taskPageWords);
  const { role } = useWords(taskVocabulary);
  const { data } = useLifeCycle(task.regime);
  const name = (kind: StepShown['kind']) => task.steps.find((one) => one.kind === kind)?.name ?? kind;
  const may = useMay();
  // How the task stood on an earlier day is judged when that day is given.
  const mayBefore =
    typeof step.ability === 'string' &&
    task.abilities.record === true &&
    (may('task.decide') || step.who.some((one) => one !== 'authority'));
  const edges = data?.edges ?? [];
  const into = edges.filter(({ to, kind }) => to === step.kind && kind !== 'back');
  const out = edges.filter(({ from }) => from === step.kind);
  const rows: (readonly [string, ReactNode])[] = [
    [said.who, step.who.map((one) => role[one]).join('; ')],
    [said.takes, step.takes.join('; ')],
    [said.gives, step.gives.join('; ')],
    [said.basis, step.basis],
    [said.doneOn, step.doneOn.map(showDay).join(', ')],
    [
      said.before,
      into
        .map(
          ({ from, kind, result }) =>
            `${name(from)}${result ? ` «${result}»` : ''}${kind === 'one-of' ? ` (${said.oneOf})` : ''}`,
        )
        .join('; '),
    ],
    [
      said.leadsTo,
      out
        .map(
          ({ to, kind, result }) =>
            `${name(to)}${kind === 'back' ? ` (${said.backTo})` : ''}${result ? ` «${result}»` : ''}`,
        )
        .join('; '),
    ],
    [said.unsure, step.unsure],
  ];
  return (
    <Dialog title={`${step.no} ${step.name}`} onClose={onClose}>
      <div className="stack">
        <p>
          <span className={`badge step-state ${stateOfStep(step)}`}>{said.state[stateOfStep(step)]}</span>
        </p>
        {step.state === 'open' &&
          (step.clocks.length > 0 ? <Clocks clocks={step.clocks} /> : <p>{said.noClocks}</p>)}
        {typeof step.ability === 'string' && (
          <div className="notice">
            <IconInfoCircle size={20} aria-hidden />
            <strong>{said.mayNot}</strong>
            <p>{showReason(step.ability)}</p>
            {mayBefore && <p>{said.earlierHint}</p>}
          </div>
        )}
        <dl className="facts">
          {rows
            .filter(([, shown]) => shown)
            .map(([term, shown]) => (
              <div key={term} style={{ display: 'contents' }}>
                <dt>{term}</dt>
                <dd>{shown}</dd>
              </div>
            ))}
        </dl>
        {mayBefore && (
          <Button onClick={() => onDo({ what: 'record', step: step.kind })}>{said.earlier}</Button>
        )}
        {step.ability === true && (
          <Button kind="primary" onClick={() => onDo({ what: 'record', step: step.kind })}>
            {said.record}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
