import type { ReactNode } from 'react';
import type { TaskRole } from '../../domain/tasks/roles.ts';
import type { Task } from '../../features/tasks/contract.ts';
import { asHeading, showDay, showMoney, showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { ClockBadge } from './clocks.tsx';
import { useLifeCycle } from './life-cycle-query.ts';
import { PhaseLine, type PhaseState } from './phase-line.tsx';
import { taskPageWords } from './task-words.ts';
import { taskVocabulary } from './vocabulary.ts';

/** What a director reads in ten seconds: where it is, whose turn, how late, the money, and what comes next. */
export function Brief({ task }: { task: Task }) {
  const said = useWords(taskPageWords);
  return (
    <section className="card task-brief" aria-label={said.inShort}>
      <Cell name={said.where}>
        <Where task={task} />
      </Cell>
      <Cell name={said.ball}>
        <Ball task={task} />
      </Cell>
      <Cell name={said.time}>
        <Time task={task} />
      </Cell>
      <Cell name={said.money}>
        <Money task={task} />
      </Cell>
      <Cell name={said.next}>
        <Next task={task} />
      </Cell>
      <Phases task={task} />
    </section>
  );
}

function Cell({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="brief-cell">
      <h2>{name}</h2>
      {children}
    </div>
  );
}

const mainOf = ({ steps, mainStep }: Task) => steps.find(({ kind }) => kind === mainStep);

function Where({ task }: { task: Task }) {
  const said = useWords(taskPageWords);
  if (task.endedOn)
    return (
      <>
        <strong>{task.endedAs}</strong>
        <span className="small quiet">{said.endedAs(showDay(task.endedOn))}</span>
      </>
    );
  const others = task.steps.filter(({ state, kind }) => state === 'open' && kind !== task.mainStep);
  return (
    <>
      <strong>{task.mainStepName ?? said.nothingOpen}</strong>
      {others.length > 0 && <span className="small quiet">{others.map(({ name }) => name).join('; ')}</span>}
    </>
  );
}

function Ball({ task }: { task: Task }) {
  const said = useWords(taskPageWords);
  const { role } = useWords(taskVocabulary);
  const main = mainOf(task);
  const named = { host: task.host?.name, investigator: task.investigator?.name };
  const nameOf = (one: TaskRole) => (one in named ? named[one as keyof typeof named] : undefined);
  const who = main?.ball.map((one) => nameOf(one) ?? asHeading(role[one])) ?? [];
  const parts = main?.ball.filter((one) => nameOf(one) !== undefined).map((one) => role[one]) ?? [];
  // What comes again waits since it was done last.
  const since = main && (main.doneOn.at(-1) ?? main.since);
  return (
    <>
      <strong>{who.length > 0 ? who.join('; ') : '—'}</strong>
      {parts.length > 0 && <span className="small quiet">{asHeading(parts.join('; '))}</span>}
      {since && <span className="small quiet">{said.since(showDay(since))}</span>}
      {task.waited.own + task.waited.others > 0 && (
        <span className="small quiet" title={said.waitedHint}>
          {said.waited(showNumber(task.waited.own), showNumber(task.waited.others))}
        </span>
      )}
    </>
  );
}

function Time({ task }: { task: Task }) {
  const said = useWords(taskPageWords);
  const clocks = task.steps
    .flatMap((step) => step.clocks.map((clock) => ({ clock, step })))
    .toSorted((a, b) => ((a.clock.due ?? '9999') < (b.clock.due ?? '9999') ? -1 : 1));
  const [first] = clocks;
  if (!first) return <strong>{said.noClock}</strong>;
  return (
    <>
      <strong>{showDay(first.clock.due)}</strong>
      <ClockBadge clock={first.clock} />
      <span className="small quiet">
        {first.step.name}
        {clocks.length > 1 && `, ${said.moreClocks(showNumber(clocks.length - 1))}`}
      </span>
    </>
  );
}

function Money({ task }: { task: Task }) {
  const said = useWords(taskPageWords);
  const { stateMoney, otherMoney, contract } = task;
  return (
    <>
      <strong>{stateMoney === null ? said.noMoney : said.stateMoney(showMoney(stateMoney))}</strong>
      {otherMoney !== null && otherMoney > 0 && (
        <span className="small quiet">{said.otherMoney(showMoney(otherMoney))}</span>
      )}
      <span className="small quiet">
        {contract
          ? said.contract(contract.number, showDay(contract.from), showDay(contract.to))
          : said.noContract}
        {contract && contract.firstTo !== contract.to && ` (${said.firstTo(showDay(contract.firstTo))})`}
      </span>
    </>
  );
}

function Next({ task }: { task: Task }) {
  const said = useWords(taskPageWords);
  const { data } = useLifeCycle(task.regime);
  const open = new Set(task.steps.filter(({ state }) => state === 'open').map(({ kind }) => kind));
  const optional = new Set(data?.nodes.filter((node) => node.optional).map(({ kind }) => kind));
  const follow = new Set(
    data?.edges.filter(({ from, kind }) => open.has(from) && kind !== 'back').map(({ to }) => to),
  );
  const next = task.steps.filter(
    ({ kind, state }) => follow.has(kind) && !optional.has(kind) && state === 'ahead',
  );
  const [first, ...others] = next.map(({ name }) => name);
  return (
    <>
      <strong>{first ?? (open.size > 0 ? said.nothingNext : '—')}</strong>
      {others.length > 0 && <span className="small quiet">{others.join('; ')}</span>}
    </>
  );
}

/** The main line of phases, and those beside it where something goes on or was done. */
function Phases({ task }: { task: Task }) {
  const stateOf = (id: string): PhaseState => {
    const steps = task.steps.filter((step) => step.phase === id);
    if (steps.some(({ state }) => state === 'open')) return 'open';
    if (steps.some(({ state }) => state === 'done')) return 'done';
    return steps.every(({ state }) => state === 'past') ? 'past' : 'ahead';
  };
  const phases = task.phases.map(({ id, aside }) => ({ id, aside, state: stateOf(id) }));
  return (
    <PhaseLine phases={phases.filter(({ aside, state }) => !aside || ['open', 'done'].includes(state))} />
  );
}
