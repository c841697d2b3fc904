import type { RecordedTaskFact } from '../tasks/about.ts';
import type { RestsOn } from '../tasks/facts.ts';
import type { InspectionFact, InspectionFinding, InspectionOutcome, InspectionPlan } from './facts.ts';

/** A finding and what became of it: the directive it was given as, or why none was. */
export interface FindingNow extends InspectionFinding {
  directiveId: string | null;
  spared: string | null;
}

/** One task as a round found it. */
export interface Visit {
  on: string;
  factId: string;
  findings: readonly FindingNow[];
  restsOn: RestsOn | null;
}

/** A round as it stands on a day. */
export interface InspectionStanding {
  plan: InspectionPlan;
  restsOn: RestsOn | null;
  /** How often the plan was said anew. */
  amended: number;
  /** By task; the last of each that counts. */
  visits: ReadonlyMap<string, Visit>;
  dropped: { on: string; reason: string } | null;
}

export const inspectionStates = ['planned', 'running', 'overdue', 'done', 'dropped'] as const;
export type InspectionState = (typeof inspectionStates)[number];

const order = ({ happenedOn, recordedAt, id }: InspectionFact) => `${happenedOn} ${recordedAt} ${id}`;

/**
 * Folds the facts of a round by a day (ISO), whatever their order; null before it is planned.
 * @param counts whether the fact of a task by its id still says that it was inspected, and a directive was not stopped
 *  since: minutes put right do not count, and what was given and stopped waits to be given anew
 */
export function inspectionOn(
  facts: readonly InspectionFact[],
  asOf: string,
  counts: (id: string) => boolean,
): InspectionStanding | null {
  const known = facts
    .filter(({ happenedOn }) => happenedOn <= asOf)
    .toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
  const bodies = known.map(({ body }) => body);
  const plans = bodies.filter((body) => body.kind === 'planned' || body.kind === 'amended');
  const last = plans.at(-1);
  if (!last) return null;
  const given = new Map(
    bodies.flatMap((body) =>
      body.kind === 'findingGiven' && counts(body.directiveId) ? [[body.findingId, body.directiveId]] : [],
    ),
  );
  const spared = new Map(
    bodies.flatMap((body) => (body.kind === 'findingSpared' ? [[body.findingId, body.reason]] : [])),
  );
  const visits = known.flatMap(({ happenedOn: on, body }): [string, Visit][] => {
    if (body.kind !== 'minuted' || !counts(body.factId)) return [];
    const findings = body.findings.map((finding) => ({
      ...finding,
      directiveId: given.get(finding.id) ?? null,
      spared: spared.get(finding.id) ?? null,
    }));
    return [[body.taskId, { on, factId: body.factId, findings, restsOn: body.restsOn }]];
  });
  const dropping = known.findLast(({ body }) => body.kind === 'dropped');
  return {
    plan: last.plan,
    restsOn: last.restsOn,
    amended: plans.length - 1,
    visits: new Map(visits),
    dropped:
      dropping?.body.kind === 'dropped' ? { on: dropping.happenedOn, reason: dropping.body.reason } : null,
  };
}

/** How far a round has come on a day (ISO). */
export function inspectionStateOn(
  { plan: { taskIds, from, to }, visits, dropped }: InspectionStanding,
  day: string,
): InspectionState {
  if (dropped) return 'dropped';
  if (taskIds.every((id) => visits.has(id))) return 'done';
  if (day > to) return 'overdue';
  return day >= from || visits.size > 0 ? 'running' : 'planned';
}

/** With which result a fact of a task says that it was inspected, put right where it was; null where it says so no more. */
export function outcomeOf(facts: readonly RecordedTaskFact[], factId: string): InspectionOutcome | null {
  const [righted] = facts
    .filter(({ body }) => body.kind === 'corrected' && body.supersedes === factId)
    .toSorted((a, b) => b.recordedAt.localeCompare(a.recordedAt));
  const said = righted ?? facts.find(({ id }) => id === factId);
  const event = said?.body.kind === 'corrected' ? said.body.instead : said?.body;
  return event?.kind === 'inspected' ? event.outcome : null;
}
