import type { Selectable } from 'kysely';
import { lateness, lateOf } from '../../domain/calendar/due.ts';
import type { RecordedTaskFact } from '../../domain/tasks/about.ts';
import { actRefusal, supplementRefusal } from '../../domain/tasks/acts.ts';
import { clocksOf, type RunningClock, supplementOf } from '../../domain/tasks/clocks.ts';
import { contractVersions, draftTerms, lacking } from '../../domain/tasks/contract.ts';
import { costTable } from '../../domain/tasks/cost-lines.ts';
import { effectSchedule } from '../../domain/tasks/effect.ts';
import type { StepKind } from '../../domain/tasks/facts.ts';
import { amountWords, basisWords, type Law, type TaskRegime } from '../../domain/tasks/law.ts';
import { getStep, type Placed, shutBy, stepsOf } from '../../domain/tasks/lifecycle/opening.ts';
import type { TaskRole } from '../../domain/tasks/roles.ts';
import { partsAsked } from '../../domain/tasks/rules/codes.ts';
import type { RuleOf, TaskRule } from '../../domain/tasks/rules/rule.ts';
import type { KnownTask } from '../../domain/tasks/task.ts';
import { ballOf, waitsOf } from '../../domain/tasks/waiting.ts';
import type { Schema } from '../../storage/schema.ts';
import type { ClockShown, StepShown, Task, TaskRow } from './contract.ts';

export type NowRow = Omit<Selectable<Schema['task_now']>, 'search'>;

/** A step's name, phase and place by its regime; any law's where this one has none of the kind. */
export function stepNamed(regime: TaskRegime, kind: StepKind) {
  const placed = getStep(regime, kind) ?? getStep('B-science', kind) ?? getStep('B-innovation', kind);
  return {
    name: placed?.step.name ?? kind,
    phase: placed?.phase.id ?? ('proposal' as const),
    place: placed?.place ?? 0,
  };
}

/** A row of the portfolio. @param day the day shown, ISO */
export function presentRow(row: NowRow, day: string): TaskRow {
  const { host_name, investigator_name, main_step } = row;
  return {
    ...{ id: row.task_id, version: row.version, title: row.title, codes: row.codes },
    ...{ level: row.level, type: row.type, field: row.field, programmeId: row.programme_id },
    unit: { unitId: row.unit_id, name: row.unit_name },
    regime: row.regime,
    host: host_name === null ? null : { id: row.host_id, name: host_name },
    investigator: investigator_name === null ? null : { id: row.investigator_id, name: investigator_name },
    ...{ state: row.state, startsOn: row.starts_on, endsOn: row.ends_on, phase: row.phase },
    mainStep: main_step,
    mainStepName: main_step && stepNamed(row.regime, main_step).name,
    openSteps: row.steps.length,
    ...{ due: row.due, late: row.due !== null && row.due < day, side: row.side },
    ...{ endedOn: row.ended_on, endedAs: row.ended_as, rating: row.rating },
    ...{ stateMoney: row.state_money, otherMoney: row.other_money, timesExtended: row.times_extended },
  };
}

export const ruleCited = (rule: TaskRule) => ({
  id: rule.id,
  basis: basisWords(rule),
  confidence: rule.confidence,
});

function presentClock(
  { topic, startedOn, due, paused, rule, missed }: RunningClock,
  day: string,
  law: Law,
): ClockShown {
  const stands = due === null ? null : lateness(due, day, law.calendar);
  return {
    ...{ topic, startedOn, due, paused, missed },
    words: rule === null ? 'chưa có quy tắc về thời hạn' : amountWords(rule),
    late: stands?.late ?? false,
    lateness: stands?.words ?? '',
    standing: stands && lateOf(stands, false),
    rule: rule && ruleCited(rule),
  };
}

/** What a step is shown by: the day, the law, the parts in which the viewer may act; null where in none. */
export interface ShownTask {
  day: string;
  law: Law;
  roles: readonly TaskRole[] | null;
}

function stateOf({ standing }: KnownTask, placed: Placed): StepShown['state'] {
  const { kind, optional } = placed.step;
  if (standing.open.some(({ step }) => step.kind === kind)) return 'open';
  if (optional && standing.optional.some((step) => step.kind === kind)) return 'optional';
  if (standing.marks.has(kind)) return 'done';
  const shut = shutBy(standing, placed);
  return standing.ended || (shut !== null && shut.why !== 'after') ? 'past' : 'ahead';
}

const supplements = ['supplementAsked', 'supplementReceived'] as const;

function presentStep(task: KnownTask, placed: Placed, { day, law, roles }: ShownTask): StepShown {
  const { standing } = task;
  const { step, phase } = placed;
  const open = standing.open.find((one) => one.step.kind === step.kind);
  const refusal = roles && actRefusal(step.kind, standing, { on: day, law, roles });
  return {
    ...{ kind: step.kind, no: step.no, name: step.name, phase: phase.id, state: stateOf(task, placed) },
    who: [...step.who],
    takes: [...(step.takes ?? [])],
    gives: [...(step.gives ?? [])],
    basis: step.basis,
    unsure: step.unsure ?? null,
    doneOn: standing.history.filter(({ body }) => body.kind === step.kind).map(({ on }) => on),
    since: open?.since ?? null,
    ball: open ? [...ballOf(step.kind, standing)] : [],
    clocks: open ? clocksOf(step, standing, law).map((clock) => presentClock(clock, day, law)) : [],
    supplementSince: supplementOf(step.kind, standing)?.askedOn ?? null,
    supplement:
      (roles && supplements.find((one) => supplementRefusal(one, step.kind, standing, { roles }) === null)) ??
      null,
    ...(roles && { ability: refusal?.reason ?? (true as const) }),
  };
}

/** Everything of a task that its life cycle tells. */
export function presentLife(
  task: KnownTask,
  shown: ShownTask,
): Pick<
  Task,
  | 'law'
  | 'khoan'
  | 'effect'
  | 'applied'
  | 'costs'
  | 'contract'
  | 'dossiers'
  | 'callClosesOn'
  | 'phases'
  | 'steps'
  | 'changes'
  | 'gaps'
  | 'waited'
> {
  const { standing, law: chosen } = task;
  const { terms, lifeCycle } = standing;
  const rule = chosen.ruleId === null ? undefined : shown.law.rules.byId(chosen.ruleId);
  const waits = waitsOf(standing, shown.day, shown.law.calendar);
  return {
    law: { name: lifeCycle.name, reason: chosen.reason, rule: rule ? ruleCited(rule) : null },
    khoan: terms.khoan,
    effect: presentEffect(task, shown),
    applied: standing.history.flatMap(({ id, on, body }) =>
      body.kind === 'applied' ? [{ factId: id, on, where: body.where }] : [],
    ),
    costs: costTable(standing.history, terms.budget),
    contract: terms.contract,
    dossiers: terms.dossiers,
    callClosesOn: terms.callClosesOn,
    phases: lifeCycle.phases.map(({ id, name, aside = false }) => ({ id, name, aside })),
    steps: stepsOf(chosen.regime).placed.map((placed) => presentStep(task, placed, shown)),
    changes: standing.changes.map(({ changeId, change, state, on }) => ({ changeId, change, state, on })),
    gaps: standing.gaps.map(({ kind, on, missing }) => ({
      on,
      words: `${stepNamed(chosen.regime, kind).name}: chưa có ${missing.map((mark) => stepNamed(chosen.regime, mark.split('.')[0] as StepKind).name.toLowerCase()).join(', ')}`,
    })),
    waited: {
      own: waits.reduce((sum, { own }) => sum + own, 0),
      others: waits.reduce((sum, { others }) => sum + others, 0),
    },
  };
}

/** When the effect of the results is reported on, and how each report stands by the day shown. */
function presentEffect({ standing }: KnownTask, { day, law }: ShownTask): Task['effect'] {
  const schedule = effectSchedule(standing, law);
  if (schedule === null) return null;
  const { from, every, years, reports } = schedule;
  const told = (rule: RuleOf<'every' | 'limit'>) => ({ words: amountWords(rule), rule: ruleCited(rule) });
  return {
    ...{ from, every: told(every), years: years && told(years) },
    reports: reports.map(({ nth, due, done }) => {
      const stands = done ? null : lateness(due, day, law.calendar);
      return {
        ...{ nth, due, doneOn: done?.on ?? null, factId: done?.id ?? null },
        ...{ lateness: stands?.words ?? '', standing: stands && lateOf(stands, false) },
        late: (done?.on ?? day) > due,
      };
    }),
  };
}

/** The contract of a task by its versions, and what is still missing for one. */
export function presentContract(
  facts: readonly RecordedTaskFact[],
  { standing, about }: KnownTask,
): Pick<Task, 'versions' | 'contractLacks'> {
  const versions = contractVersions(facts, standing);
  return {
    versions: versions.map(({ nth, on, change, own, decision, lapsedOn }) => ({
      ...{ nth, on, change, own, decision, lapsedOn },
    })),
    contractLacks: lacking(versions.at(-1)?.terms ?? draftTerms(facts, standing, about.profile)),
  };
}

/** Facts that a later correction takes the place of. */
export const supersededIds = (facts: readonly RecordedTaskFact[]): ReadonlySet<string> =>
  new Set(facts.flatMap(({ body }) => (body.kind === 'corrected' ? [body.supersedes] : [])));

/** Families of codes that a law has on a day. */
export const codeFamilies = (regime: TaskRegime, on: string, { rules, agency }: Law): Task['codeFamilies'] =>
  rules
    .under('code', 'task.codes.', { on, regime, ...(agency !== undefined && { agency }) })
    .map((rule) => ({ topic: rule.topic, pattern: rule.value.pattern, parts: partsAsked(rule) }));
