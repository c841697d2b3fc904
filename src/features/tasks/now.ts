import { type Selectable, sql } from 'kysely';
import type { RecordedTaskFact } from '../../domain/tasks/about.ts';
import { mainStep, runningClocks } from '../../domain/tasks/clocks.ts';
import { countedTaskOf, publicResultOn, sideOfAll, timesExtended } from '../../domain/tasks/counted.ts';
import type { StepKind } from '../../domain/tasks/facts.ts';
import { holdersOf } from '../../domain/tasks/host-part.ts';
import type { Law } from '../../domain/tasks/law.ts';
import { sideOf } from '../../domain/tasks/roles.ts';
import { type KnownTask, taskOn, taskState } from '../../domain/tasks/task.ts';
import { ballOf, waitsOf } from '../../domain/tasks/waiting.ts';
import { fold } from '../../domain/text/fold.ts';
import { insertRows, putRows } from '../../storage/rows.ts';
import type { Schema } from '../../storage/schema.ts';
import { send, type Tx } from '../../storage/store.ts';
import { taskFacts } from './facts.ts';

/** The row of the portfolio that follows from how a task stands. */
export function nowOf(task: KnownTask, law: Law, facts: readonly RecordedTaskFact[]) {
  const { about, standing, title } = task;
  const { profile, codes } = about;
  const { terms, marks, ended } = standing;
  const main = mainStep(standing, law);
  const accepted = standing.history.findLast(
    ({ body }) => body.kind === 'accepted' || body.kind === 'evaluated',
  );
  const said = [
    title,
    ...codes.map(({ code }) => code),
    terms.host?.name,
    terms.investigator?.name,
    profile.field,
  ];
  return {
    title,
    level: profile.level,
    type: profile.type,
    field: profile.field,
    programme_id: profile.programmeId,
    unit_id: profile.unit.unitId,
    unit_name: profile.unit.name,
    regime: task.law.regime,
    codes: codes.map(({ code }) => code),
    host_id: terms.host?.id ?? null,
    host_name: terms.host?.name ?? null,
    investigator_id: terms.investigator?.id ?? null,
    investigator_name: terms.investigator?.name ?? null,
    partner_ids: partnersOf(task),
    begun_on: standing.history[0]?.on ?? about.describedOn,
    starts_on: terms.contract?.from ?? null,
    ends_on: marks.get('terminated') ?? terms.contract?.to ?? null,
    state: taskState({ standing }),
    phase: ended ? null : (main?.phase.id ?? null),
    steps: standing.open.map(({ step }) => step.kind),
    main_step: main?.step.kind ?? null,
    due: runningClocks(standing, law)[0]?.due ?? null,
    side: sideOfAll(standing),
    ended_on: ended?.on ?? null,
    ended_as: ended?.id ?? null,
    accepted_on: accepted?.on ?? null,
    rating: ratingOf(accepted?.body),
    public_result_on: publicResultOn(standing),
    state_money: terms.stateMoney,
    other_money: terms.otherMoney,
    times_extended: timesExtended(standing.changes),
    last_on: facts.reduce((last, { happenedOn }) => (happenedOn > last ? happenedOn : last), ''),
    last_recorded_at: facts.reduce((last, { recordedAt }) => (recordedAt > last ? recordedAt : last), ''),
    fold: fold(said.filter(Boolean).join(' ')),
  };
}

/** The host, the investigator and the members of a task, as partners. */
export function partnersOf({ about, standing }: KnownTask): string[] {
  const { terms } = standing;
  const { host, investigator } = holdersOf(standing);
  const all = [terms.host, terms.investigator, host, investigator, ...about.profile.members];
  return [...new Set(all.flatMap((one) => one?.id ?? []))];
}

const ratingOf = (body: KnownTask['standing']['history'][number]['body'] | undefined): string | null => {
  if (body?.kind === 'accepted') return body.rating;
  return body?.kind === 'evaluated' ? body.outcome : null;
};

type WaitRow = Omit<Selectable<Schema['task_wait']>, 'agency_id' | 'task_id' | 'place'>;

/** What a task waits for, a row for each clock of each open step. */
export function waitRows({ standing }: KnownTask, law: Law): WaitRow[] {
  const clocks = Map.groupBy(runningClocks(standing, law), ({ step }) => step);
  return standing.open.flatMap(({ step, since }): WaitRow[] => {
    const [role = 'authority'] = ballOf(step.kind, standing);
    const waiting = { step: step.kind, since, role, side: sideOf(role) };
    const none = { topic: null, started_on: null, due: null, paused: false, rule_id: null };
    const running = clocks.get(step.kind) ?? [];
    if (running.length === 0) return [{ ...waiting, ...none }];
    return running.map(({ topic, startedOn, due, paused, rule }) => ({
      ...waiting,
      ...{ topic, started_on: startedOn, due, paused, rule_id: rule?.id ?? null },
    }));
  });
}

type TimeRow = Omit<Selectable<Schema['task_step_time']>, 'agency_id' | 'task_id' | 'place'>;

/** How long each step took that was passed, in working days; of those passed since a day, where one is named. */
export const timeRows = ({ standing }: KnownTask, asOf: string, { calendar }: Law, since = ''): TimeRow[] =>
  waitsOf(
    { ...standing, open: [], times: standing.times.filter(({ to }) => to >= since) },
    asOf,
    calendar,
  ).flatMap(({ kind, from, to, own, others }) =>
    to === null
      ? []
      : [{ step: kind, from_day: from, to_day: to, own, others, fact_id: doneBy(standing, kind, to) }],
  );

/** The fact that did a step on a day; null where the step was closed without being done. */
const doneBy = ({ history }: KnownTask['standing'], step: StepKind, day: string): string | null =>
  history.findLast(({ on, body }) => on === day && body.kind === step)?.id ?? null;

/** Writes what follows from the facts of tasks anew, in the caller's transaction: all of the agency's without `taskIds`. */
export async function refreshTasks(
  tx: Tx,
  agencyId: string,
  { law, today }: { law: Law; today: string },
  taskIds?: readonly string[],
): Promise<void> {
  const facts = await taskFacts(tx, agencyId, taskIds);
  for (const ids of inParts([...facts.keys()], 200)) {
    const known = ids.flatMap((id) => {
      const own = facts.get(id) ?? [];
      const task = taskOn(own, law, { asOf: today });
      return task ? [{ id, task, facts: own }] : [];
    });
    await writeNow(tx, agencyId, known, { law, today });
  }
}

function* inParts<T>(all: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size);
}

interface Folded {
  id: string;
  task: KnownTask;
  facts: readonly RecordedTaskFact[];
}

async function writeNow(
  tx: Tx,
  agencyId: string,
  known: readonly Folded[],
  { law, today }: { law: Law; today: string },
) {
  if (known.length === 0) return;
  const rows = known.map(({ id, task, facts }) => ({
    ...{ agency_id: agencyId, task_id: id, version: facts.length },
    ...nowOf(task, law, facts),
  }));
  await putRows(tx, 'task_now', rows, ['agency_id', 'task_id']);
  const ids = known.map(({ id }) => id);
  await rewrite(
    tx,
    agencyId,
    'task_wait',
    ids,
    placed(known, agencyId, ({ task }) => waitRows(task, law)),
  );
  await rewrite(
    tx,
    agencyId,
    'task_step_time',
    ids,
    placed(known, agencyId, ({ task }) => timeRows(task, today, law)),
  );
  const counted = known.map(({ id, task, facts }) => ({
    ...{ agency_id: agencyId, task_id: id, counted: countedTaskOf(task, law, facts) },
  }));
  await rewrite(tx, agencyId, 'task_count', ids, counted);
}

const placed = (known: readonly Folded[], agencyId: string, rowsOf: (one: Folded) => object[]) =>
  known.flatMap((one) =>
    rowsOf(one).map((row, place) => ({ agency_id: agencyId, task_id: one.id, place, ...row })),
  );

async function rewrite(
  tx: Tx,
  agencyId: string,
  table: 'task_wait' | 'task_step_time' | 'task_count',
  ids: readonly string[],
  rows: readonly object[],
) {
  await send(
    tx,
    sql`delete from ${sql.table(table)} where agency_id = ${agencyId} and task_id = any(${[...ids]}::uuid[])`,
  );
  await insertRows(tx, table, rows);
}
