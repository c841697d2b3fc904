import type { Selectable } from 'kysely';
import { lateness, lateOf } from '../../domain/calendar/due.ts';
import type { RecordedTaskFact } from '../../domain/tasks/about.ts';
import { actRefusal, supplementRefusal } from '../../domain/tasks/acts.ts';
import type { Instalment } from '../../domain/tasks/arrangement.ts';
import { changeOption } from '../../domain/tasks/change-options.ts';
import { changeTypes } from '../../domain/tasks/changes.ts';
import { type RunningClock, runningClocks, supplementOf } from '../../domain/tasks/clocks.ts';
import { contractVersions, draftTerms, lacking } from '../../domain/tasks/contract.ts';
import { costTable } from '../../domain/tasks/cost-lines.ts';
import { effectSchedule } from '../../domain/tasks/effect.ts';
import type { StepKind } from '../../domain/tasks/facts.ts';
import { paidAgainst, paymentsIn, sumFault } from '../../domain/tasks/instalments.ts';
import { amountWords, basisWords, type Law, type TaskRegime } from '../../domain/tasks/law.ts';
import {
  changeWordsOf,
  deciderWordsOf,
  endWordsOf,
  stepWordsOf,
} from '../../domain/tasks/lifecycle/names.ts';
import { getStep, type Placed, shutBy, stepsOf } from '../../domain/tasks/lifecycle/opening.ts';
import { kindOf } from '../../domain/tasks/lifecycle/step.ts';
import type { TaskRole } from '../../domain/tasks/roles.ts';
import { partsAsked } from '../../domain/tasks/rules/codes.ts';
import { fileOfRule } from '../../domain/tasks/rules/files.ts';
import type { RuleOf, TaskRule } from '../../domain/tasks/rules/rule.ts';
import { topicWords } from '../../domain/tasks/rules/topic-words.ts';
import type { KnownTask } from '../../domain/tasks/task.ts';
import { ballOf, waitsOf } from '../../domain/tasks/waiting.ts';
import type { Language } from '../../domain/text/language.ts';
import type { Schema } from '../../storage/schema.ts';
import type { Task, TaskRow } from './contract.ts';
import type { ChangeOptionShown, ClockShown, RuleCited, StepShown } from './shown.ts';

export type NowRow = Omit<Selectable<Schema['task_now']>, 'search'>;

/** A step's name, phase and place by its regime; any law's where this one has none of the kind. */
export function stepNamed(regime: TaskRegime, kind: StepKind, language?: Language) {
  const placed = getStep(regime, kind) ?? getStep('B-science', kind) ?? getStep('B-innovation', kind);
  return {
    name: stepWordsOf(regime, kind, language),
    phase: placed?.phase.id ?? ('proposal' as const),
    place: placed?.place ?? 0,
  };
}

/** On which day (ISO) and in which language tasks are shown. */
export interface Shown {
  day: string;
  language: Language | undefined;
}

/** A row of the portfolio. */
export function presentRow(row: NowRow, { day, language }: Shown): TaskRow {
  const { host_name, investigator_name, main_step, ended_as } = row;
  return {
    ...{ id: row.task_id, version: row.version, title: row.title, codes: row.codes },
    ...{ level: row.level, type: row.type, field: row.field, programmeId: row.programme_id },
    unit: { unitId: row.unit_id, name: row.unit_name },
    regime: row.regime,
    host: host_name === null ? null : { id: row.host_id, name: host_name },
    investigator: investigator_name === null ? null : { id: row.investigator_id, name: investigator_name },
    ...{ state: row.state, startsOn: row.starts_on, endsOn: row.ends_on, phase: row.phase },
    mainStep: main_step,
    mainStepName: main_step && stepWordsOf(row.regime, main_step, language),
    openSteps: row.steps.length,
    ...{ due: row.due, late: row.due !== null && row.due < day, side: row.side },
    ...{ endedOn: row.ended_on, endedAs: ended_as && endWordsOf(row.regime, ended_as, language) },
    rating: row.rating,
    ...{ stateMoney: row.state_money, otherMoney: row.other_money, timesExtended: row.times_extended },
  };
}

/** A rule as screens cite it. */
export const ruleCited = (rule: TaskRule, language: Language | undefined): RuleCited => ({
  ...{ id: rule.id, about: topicWords(rule, language), basis: basisWords(rule) },
  ...{ file: fileOfRule(rule.id) ?? null, confidence: rule.confidence },
});

/** Rules by their ids; what is no rule any more is left out. */
export const rulesCited = (
  ids: Iterable<string>,
  { rules }: Law,
  language: Language | undefined,
): RuleCited[] =>
  [...ids].flatMap((id) => {
    const rule = rules.byId(id);
    return rule ? [ruleCited(rule, language)] : [];
  });

function presentClock(
  { topic, startedOn, due, paused, rule, missed }: RunningClock,
  { day, law, language }: ShownTask,
): ClockShown {
  const stands = due === null ? null : lateness(due, day, law.calendar);
  return {
    ...{ topic, startedOn, due, paused, missed },
    words: rule === null ? 'chưa có quy tắc về thời hạn' : amountWords(rule),
    late: stands?.late ?? false,
    lateness: stands?.words ?? '',
    standing: stands && lateOf(stands, false),
    rule: rule && ruleCited(rule, language),
  };
}

/** What a step is shown by: the day, the law, the parts in which the viewer may act; null where in none. */
export interface ShownTask extends Shown {
  law: Law;
  roles: readonly TaskRole[] | null;
}

function stateOf({ standing }: KnownTask, placed: Placed): StepShown['state'] {
  const { kind, optional } = placed.step;
  if (standing.open.some(({ step }) => step.kind === kind)) return 'open';
  if (optional && standing.optional.some((step) => step.kind === kind)) return 'optional';
  if (standing.marks.has(kind)) return 'done';
  const shut = shutBy(standing, placed);
  // What is held until the task goes on again is still to come.
  const toCome = shut === null || shut.why === 'after' || shut.why === 'held';
  return standing.ended || !toCome ? 'past' : 'ahead';
}

const supplements = ['supplementAsked', 'supplementReceived'] as const;

function presentStep(task: KnownTask, placed: Placed, shown: ShownTask): StepShown {
  const { day, law, roles, language } = shown;
  const { standing } = task;
  const { step, phase } = placed;
  const open = standing.open.find((one) => one.step.kind === step.kind);
  const refusal = roles && actRefusal(step.kind, standing, { on: day, law, roles, language });
  return {
    ...{ kind: step.kind, no: step.no, phase: phase.id, state: stateOf(task, placed) },
    name: stepWordsOf(standing.regime, step.kind, language),
    who: [...step.who],
    takes: [...(step.takes ?? [])],
    gives: [...(step.gives ?? [])],
    basis: step.basis,
    unsure: step.unsure ?? null,
    doneOn: standing.history.filter(({ body }) => body.kind === step.kind).map(({ on }) => on),
    since: open?.since ?? null,
    ball: open ? [...ballOf(step.kind, standing)] : [],
    clocks: runningClocks(standing, law)
      .filter((clock) => clock.step === step.kind)
      .map((clock) => presentClock(clock, shown)),
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
    law: { reason: chosen.reason, rule: rule ? ruleCited(rule, shown.language) : null },
    khoan: terms.khoan,
    effect: presentEffect(task, shown),
    applied: standing.history.flatMap(({ id, on, body }) =>
      body.kind === 'applied' ? [{ factId: id, on, where: body.where }] : [],
    ),
    costs: costTable(standing.history, terms.budget),
    contract: terms.contract,
    dossiers: terms.dossiers,
    callClosesOn: terms.callClosesOn,
    phases: lifeCycle.phases.map(({ id, aside = false }) => ({ id, aside })),
    steps: stepsOf(chosen.regime).placed.map((placed) => presentStep(task, placed, shown)),
    changes: standing.changes.map(({ changeId, change, state, on }) => ({ changeId, change, state, on })),
    gaps: standing.gaps.map(({ kind, on, missing }) => ({
      on,
      step: stepWordsOf(chosen.regime, kind, shown.language),
      missing: missing.map((mark) => stepWordsOf(chosen.regime, kindOf(mark), shown.language)),
    })),
    waited: {
      own: waits.reduce((sum, { own }) => sum + own, 0),
      others: waits.reduce((sum, { others }) => sum + others, 0),
    },
  };
}

/** Who decides each change of the closed list, and what limits it. */
export const presentChangeOptions = (
  { standing }: KnownTask,
  { day, law, language }: Omit<ShownTask, 'roles'>,
): ChangeOptionShown[] =>
  changeTypes.map((type) => {
    const { parts, ways, limits } = changeOption(type, { standing, on: day, law }, language);
    return {
      ...{ type, name: changeWordsOf(type, language), ways: [...ways], limits: [...limits] },
      parts: parts.map(({ what, by, rule }) => ({
        ...{ what, by: deciderWordsOf(by, language), basis: rule && basisWords(rule) },
        unsure: rule === null || rule.confidence === 'setting',
      })),
    };
  });

/** When the effect of the results is reported on, and how each report stands by the day shown. */
function presentEffect({ standing }: KnownTask, { day, law, language }: ShownTask): Task['effect'] {
  const schedule = effectSchedule(standing, law);
  if (schedule === null) return null;
  const { from, every, years, reports } = schedule;
  const told = (rule: RuleOf<'every' | 'limit'>) => ({
    words: amountWords(rule),
    rule: ruleCited(rule, language),
  });
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

/** The contract of a task by its versions, what is still missing for one, and its money as planned and as paid. */
export function presentContract(
  facts: readonly RecordedTaskFact[],
  { standing, about }: KnownTask,
): Pick<Task, 'versions' | 'contractLacks' | 'arrangement' | 'payments'> {
  const versions = contractVersions(facts, standing);
  return {
    versions: versions.map(({ nth, on, change, own, decision, lapsedOn, terms: { signers } }) => ({
      ...{ nth, on, change, own, decision, lapsedOn, signers },
    })),
    contractLacks: lacking(versions.at(-1)?.terms ?? draftTerms(facts, standing, about)),
    arrangement: about.arrangement,
    payments: presentPayments(standing, about.arrangement?.instalments ?? []),
  };
}

function presentPayments(
  { history, terms: { stateMoney } }: KnownTask['standing'],
  instalments: readonly Instalment[],
): Task['payments'] {
  const { planned, beside, paid } = paidAgainst(instalments, paymentsIn(history));
  if (planned.length === 0 && paid === 0) return null;
  const [fault] = stateMoney === null ? [] : sumFault(instalments, stateMoney);
  return { planned, beside: beside.paid === 0 ? null : beside, paid, apart: fault?.message ?? null };
}

/** Facts that a later correction takes the place of. */
export const supersededIds = (facts: readonly RecordedTaskFact[]): ReadonlySet<string> =>
  new Set(facts.flatMap(({ body }) => (body.kind === 'corrected' ? [body.supersedes] : [])));

/** Families of codes that a law has on a day. */
export const codeFamilies = (regime: TaskRegime, on: string, { rules, agency }: Law): Task['codeFamilies'] =>
  rules
    .under('code', 'task.codes.', { on, regime, ...(agency !== undefined && { agency }) })
    .map((rule) => ({ topic: rule.topic, pattern: rule.value.pattern, parts: partsAsked(rule) }));
