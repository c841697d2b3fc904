import {
  IconAlertTriangle,
  IconCircle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleDot,
  IconCircleMinus,
} from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { StepKind } from '../../domain/tasks/facts.ts';
import type { LifeCyclePicture } from '../../features/portfolio/contract.ts';
import type { StepShown, Task } from '../../features/tasks/contract.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Failed, Skeleton } from '../ui/state.tsx';
import { cell, linesOf, shownBands } from './drawing.ts';
import { useLifeCycle } from './life-cycle-query.ts';
import { taskPageWords } from './task-words.ts';
import { taskVocabulary } from './vocabulary.ts';
import './life-cycle.css';

/** How a step stands for the eye: what is late is said before that it is open. */
export const stateOfStep = ({ state, clocks }: Pick<StepShown, 'state' | 'clocks'>) =>
  clocks.some(({ late }) => late) ? ('late' as const) : state;

const icons = {
  late: IconAlertTriangle,
  open: IconCircleDot,
  optional: IconCircleDashed,
  done: IconCircleCheck,
  past: IconCircleMinus,
  ahead: IconCircle,
};

/** The life cycle drawn: phases one below the other, in each its steps by state, and what leads to what. */
export function LifeCycle({ task, onLook }: { task: Task; onLook: (kind: StepKind) => void }) {
  const said = useWords(taskPageWords);
  const [whole, setWhole] = useState(false);
  const drawing = useLifeCycle(task.regime);
  return (
    <section id="life-cycle" className="stack tight" aria-label={said.picture}>
      <div className="row apart">
        <div>
          <h2>{said.picture}</h2>
          <p className="small quiet">{said.pictureHint}</p>
        </div>
        <Button className="small no-print" aria-pressed={whole} onClick={() => setWhole(!whole)}>
          {said.whole}
        </Button>
      </div>
      <Legend />
      {drawing.error && <Failed error={drawing.error} retry={() => void drawing.refetch()} />}
      {drawing.data ? (
        <Drawn picture={drawing.data} task={task} whole={whole} onLook={onLook} />
      ) : (
        <Skeleton rows={8} />
      )}
    </section>
  );
}

function Legend() {
  const said = useWords(taskPageWords);
  return (
    <ul className="plain life-legend small">
      {(['late', 'open', 'optional', 'done', 'past', 'ahead'] as const).map((state) => {
        const Icon = icons[state];
        return (
          <li key={state} className={`step-state ${state}`}>
            <Icon size={16} aria-hidden /> {said.state[state]}
          </li>
        );
      })}
    </ul>
  );
}

function Drawn({
  picture,
  task,
  whole,
  onLook,
}: {
  picture: LifeCyclePicture;
  task: Task;
  whole: boolean;
  onLook: (kind: StepKind) => void;
}) {
  const names = useWords(taskVocabulary);
  const box = useRef<HTMLDivElement>(null);
  const steps = new Map(task.steps.map((step) => [step.kind, step]));
  const bands = shownBands(picture, steps, whole);
  const { lines, width } = linesOf(picture, steps);
  // What waits is in view at once, also where the drawing is wider than the screen.
  useEffect(() => {
    const now = box.current?.querySelector<HTMLElement>(`[data-step="${task.mainStep}"]`);
    if (now && box.current) box.current.scrollLeft = now.offsetLeft - 40;
  }, [task.mainStep]);
  return (
    <div ref={box} className={`life-cycle card ${whole ? 'whole' : ''}`}>
      {bands.map(({ phase, row, rows }) => (
        <section key={phase} aria-label={names.phase[phase]} style={{ width }}>
          <h3>{names.phase[phase]}</h3>
          <div className="life-band" style={{ height: rows * cell.height }}>
            <svg aria-hidden="true" width={width} height={rows * cell.height}>
              {lines
                .filter((line) => line.phase === phase)
                .map(({ key, path, kind, passed }) => (
                  <path key={key} d={path(row)} className={`${kind} ${passed ? 'passed' : ''}`} />
                ))}
            </svg>
            <ol className="plain">
              {picture.nodes
                .filter((node) => node.phase === phase)
                .map((node) => {
                  const step = steps.get(node.kind);
                  return (
                    step && (
                      <li
                        key={node.kind}
                        style={{ left: node.column * cell.width, top: (node.row - row) * cell.height }}
                      >
                        <Node step={step} onLook={onLook} />
                      </li>
                    )
                  );
                })}
            </ol>
          </div>
        </section>
      ))}
    </div>
  );
}

function Node({ step, onLook }: { step: StepShown; onLook: (kind: StepKind) => void }) {
  const said = useWords(taskPageWords);
  const state = stateOfStep(step);
  const Icon = icons[state];
  const [due] = step.clocks.flatMap((clock) => clock.due ?? []).toSorted();
  const day = due ?? step.doneOn.at(-1);
  return (
    <button
      type="button"
      className={`life-step step-state ${state}`}
      data-step={step.kind}
      title={step.name}
      onClick={() => onLook(step.kind)}
    >
      <span className="row tight-row">
        <Icon size={16} aria-hidden />
        <span className="unseen">{said.stepNo}</span> <span className="small">{step.no}</span>
        {day && <span className="small push">{due ? said.due(showDay(day)) : showDay(day)}</span>}
      </span>
      <span className="two-lines">{step.name}</span>
      <span className="unseen">, {said.state[state]}</span>
    </button>
  );
}
