import { sql } from 'kysely';
import type { InspectionBody, InspectionOutcome } from '../../domain/inspections/facts.ts';
import {
  type InspectionStanding,
  inspectionOn,
  inspectionStateOn,
  outcomeOf,
} from '../../domain/inspections/standing.ts';
import { inspectionSentence } from '../../domain/inspections/words.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, Refused } from '../context.ts';
import { asOfToday } from '../directives/queries.ts';
import { type Followed, followedUnits } from '../organisation/followed.ts';
import { type DirectiveThen, directivesOn } from '../planning/directives.ts';
import { type KnownRecord, knownRecords } from '../planning/facts.ts';
import { partyOn } from '../planning/lead.ts';
import { historyOn, onlyToday } from '../planning/shown.ts';
import { dueSettingsByDay } from '../settings/settings.ts';
import { taskFacts } from '../tasks/facts.ts';
import type { DueTask, InspectedTask, Inspection, InspectionRow, InspectionYear } from './contract.ts';
import { inspectionPolicy, inspectionsPolicy } from './policy.ts';

type TaskNamed = Pick<DueTask, 'taskId' | 'title' | 'codes' | 'host'>;

/** Everything rounds are shown by: the day, the tasks they name, what was found there, the directives given for it. */
export interface KnownRounds {
  day: string;
  today: string;
  actor: Actor;
  followed: Followed;
  rounds: readonly KnownRound[];
  tasks: ReadonlyMap<string, TaskNamed>;
  /** By the fact that says so. */
  outcomes: ReadonlyMap<string, InspectionOutcome>;
  directives: ReadonlyMap<string, DirectiveThen>;
}

export interface KnownRound {
  record: KnownRecord<InspectionBody>;
  standing: InspectionStanding;
}

const bodiesOf = <Kind extends InspectionBody['kind']>(
  records: readonly KnownRecord<InspectionBody>[],
  kind: Kind,
) =>
  records.flatMap(({ facts }) =>
    facts.flatMap(({ body }) =>
      body.kind === kind ? [body as Extract<InspectionBody, { kind: Kind }>] : [],
    ),
  );

/** All rounds of an agency, or one, as they stand or stood on a day. */
export async function knownRounds(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  { asOf, id }: { asOf?: string | undefined; id?: string },
): Promise<KnownRounds> {
  const { agencyId } = actor;
  const calendar = await ctx.calendar();
  const day = await asOfToday(tx, ctx, agencyId, calendar, asOf);
  const records = await knownRecords(tx, agencyId, 'inspection', id);
  const minuted = bodiesOf(records, 'minuted');
  const given = bodiesOf(records, 'findingGiven').map(({ directiveId }) => directiveId);
  const facts = await taskFacts(tx, agencyId, [...new Set(minuted.map(({ taskId }) => taskId))]);
  const settings = await dueSettingsByDay(tx, agencyId);
  const directives = await directivesOn(tx, agencyId, given, { day, calendar, settings });
  const outcomes = new Map(
    minuted.flatMap(({ taskId, factId }) => {
      const outcome = outcomeOf(facts.get(taskId) ?? [], factId);
      return outcome === null ? [] : [[factId, outcome] as const];
    }),
  );
  const counts = (one: string) =>
    outcomes.has(one) || (directives.get(one)?.state ?? 'stopped') !== 'stopped';
  const rounds = records.flatMap((record) => {
    const standing = inspectionOn(record.facts, day.today, counts);
    return standing ? [{ record, standing }] : [];
  });
  const named = new Set(rounds.flatMap(({ standing }) => standing.plan.taskIds));
  return {
    ...{ day: day.today, today: ctx.today().toString(), actor, rounds, outcomes, directives },
    followed: await followedUnits(tx, agencyId),
    tasks: await tasksNamed(tx, agencyId, [...named.union(new Set(minuted.map(({ taskId }) => taskId)))]),
  };
}

const nameColumns = sql`n.task_id as "taskId", n.title, n.codes, n.host_name as host`;

async function tasksNamed(tx: Tx, agencyId: string, ids: readonly string[]): Promise<Map<string, TaskNamed>> {
  const { rows } = await sql<TaskNamed>`
    select ${nameColumns} from task_now n where n.agency_id = ${agencyId} and n.task_id = any(${ids}::uuid[])`.execute(
    tx,
  );
  return new Map(rows.map((row) => [row.taskId, row]));
}

/** Tasks whose inspection falls due by the end of a year, or at no known day, without those that are named already. */
async function dueTasks(
  tx: Tx,
  agencyId: string,
  { year, named }: { year: number; named: readonly string[] },
): Promise<DueTask[]> {
  const { rows } = await sql<DueTask>`
    select ${nameColumns}, w.due
    from task_now n left join lateral (
      select min(w.due) as due from task_wait w
      where w.agency_id = n.agency_id and w.task_id = n.task_id and w.step = 'inspected') w on true
    where n.agency_id = ${agencyId} and n.state = 'running' and 'inspected' = any(n.steps)
      and (w.due is null or w.due <= ${`${year}-12-31`}::date) and n.task_id <> all(${named}::uuid[])
    order by w.due nulls last, n.task_id limit 200`.execute(tx);
  return rows;
}

function presentTask(taskId: string, { standing }: KnownRound, known: KnownRounds): InspectedTask {
  const visit = standing.visits.get(taskId);
  const named = known.tasks.get(taskId) ?? { taskId, title: '', codes: [], host: null };
  return {
    ...named,
    inspectedOn: visit?.on ?? null,
    outcome: (visit && known.outcomes.get(visit.factId)) ?? null,
    minutes: visit?.restsOn ?? null,
    findings: (visit?.findings ?? []).map(({ id, words, directiveId, spared }) => {
      const found = directiveId === null ? undefined : known.directives.get(directiveId);
      return { id, words, spared, directive: found ? { id: found.id, state: found.state } : null };
    }),
  };
}

function presentRound(round: KnownRound, known: KnownRounds): InspectionRow {
  const { record, standing } = round;
  const { name, from, to, unit, team, taskIds } = standing.plan;
  return {
    ...{ id: record.id, version: record.facts.length, name, from, to, team },
    ...{ restsOn: standing.restsOn, amended: standing.amended },
    unit: partyOn(known.followed, unit, known.day),
    state: inspectionStateOn(standing, known.day),
    // What was inspected stays, though the plan said anew names it no more.
    tasks: [...new Set([...taskIds, ...standing.visits.keys()])].map((id) => presentTask(id, round, known)),
    abilities: onlyToday(inspectionPolicy.abilitiesOf(known.actor, standing), known),
  };
}

/** The plan of a year, or the rounds of one task, with the tasks that fall due in the year and are in no round. */
export function listInspections(
  ctx: Context,
  actor: Actor,
  asked: { year?: number | undefined; taskId?: string | undefined; asOf?: string | undefined },
): Promise<InspectionYear> {
  return ctx.store.read(actor.scope, async (tx) => {
    const known = await knownRounds(tx, ctx, actor, { asOf: asked.asOf });
    const year = asked.year ?? Number(known.day.slice(0, 4));
    const { taskId } = asked;
    const rounds = known.rounds.filter(({ standing: { plan, visits } }) =>
      taskId === undefined
        ? Number(plan.from.slice(0, 4)) === year
        : plan.taskIds.includes(taskId) || visits.has(taskId),
    );
    const named = rounds.flatMap(({ standing }) =>
      standing.dropped ? [] : standing.plan.taskIds.filter((id) => !standing.visits.has(id)),
    );
    const due = taskId === undefined && known.day === known.today;
    return {
      ...{ asOf: known.day, year },
      items: rounds
        .map((round) => presentRound(round, known))
        .toSorted((a, b) => a.from.localeCompare(b.from) || a.id.localeCompare(b.id)),
      due: due ? await dueTasks(tx, actor.agencyId, { year, named }) : [],
      abilities: onlyToday(inspectionsPolicy.abilitiesOf(actor, null), known),
    };
  });
}

/** One round as it stands, or stood on a day. @throws Refused 404 */
export const getInspection = (ctx: Context, actor: Actor, id: string, asOf?: string): Promise<Inspection> =>
  ctx.store.read(actor.scope, (tx) => readInspection(tx, ctx, actor, id, asOf));

/** As `getInspection`, in a transaction of the caller. */
export async function readInspection(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  id: string,
  asOf?: string,
): Promise<Inspection> {
  const known = await knownRounds(tx, ctx, actor, { asOf, id });
  const [round] = known.rounds;
  if (!round) throw Refused.notFound();
  const titled = (taskId: string) => known.tasks.get(taskId)?.title ?? '';
  return {
    ...presentRound(round, known),
    ...{ asOf: known.day, dropped: round.standing.dropped },
    history: historyOn(round.record.facts, known.day).map(({ fact, told }) => ({
      ...told,
      sentence: inspectionSentence(fact.body, titled),
    })),
  };
}
