import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Calendar } from '../../domain/calendar/calendar.ts';
import type { DueSettings } from '../../domain/calendar/due.ts';
import { holderOf } from '../../domain/directives/acts.ts';
import { dueDayOf } from '../../domain/directives/due-day.ts';
import {
  type DirectiveFact,
  type FactBody,
  type InNameOf,
  lastRecordedAt,
} from '../../domain/directives/facts.ts';
import { type Standing, standingOf } from '../../domain/directives/standing.ts';
import { uuidv7 } from '../../storage/ids.ts';
import { json } from '../../storage/schema/foundation.ts';
import type { Schema } from '../../storage/schema.ts';
import { send, type Tx, together } from '../../storage/store.ts';
import { decisionRows, dueSettingsFrom } from '../settings/settings.ts';
import { type Place, placeRows, recordMoves } from './rollup.ts';

/**
 * The facts of directives, by directive; the fold does not depend on their order.
 * @param knownAt leaves out what was recorded later
 */
export async function factsOf(
  tx: Tx,
  agencyId: string,
  directiveIds: readonly string[],
  knownAt?: string,
): Promise<Map<string, DirectiveFact[]>> {
  return byDirective((await factRows(agencyId, directiveIds, knownAt).execute(tx)).rows);
}

type FactRow = DirectiveFact & { directiveId: string };

/** The statement behind `factsOf`. */
export const factRows = (
  agencyId: string,
  directiveIds: readonly string[],
  knownAt?: string,
): RawBuilder<FactRow> => sql<FactRow>`
    select f.directive_id as "directiveId", f.id, f.happened_on as "happenedOn", f.recorded_at as "recordedAt",
      coalesce(p.full_name, 'Hệ thống') as by, f.recorded_by as "byId", i.full_name as "nowKnownAs", f.in_name_of as "inNameOf", f.body
    from directive_fact f left join person p on p.agency_id = f.agency_id and p.id = f.recorded_by
    left join person_merge g on g.agency_id = f.agency_id and g.merged_id = f.recorded_by
    left join person i on i.agency_id = g.agency_id and i.id = g.into_id
    where f.agency_id = ${agencyId} and f.directive_id = any(${[...directiveIds]}::uuid[])
      ${knownAt === undefined ? sql`` : sql`and f.recorded_at <= ${knownAt}::timestamptz`}`;

/** Facts by the directive they belong to. */
export function byDirective(rows: readonly FactRow[]): Map<string, DirectiveFact[]> {
  const facts = new Map<string, DirectiveFact[]>();
  for (const { directiveId, ...fact } of rows) {
    const list = facts.get(directiveId);
    if (list) list.push(fact);
    else facts.set(directiveId, [fact]);
  }
  return facts;
}

/** Records a fact of a directive and gives it; `refreshNow` or `writeNow` must follow in the same transaction. */
export async function recordFact(
  tx: Tx,
  fact: {
    agencyId: string;
    directiveId: string;
    happenedOn: string;
    recordedAt: string;
    recordedBy: string | null;
    inNameOf?: InNameOf | null;
    body: FactBody;
  },
): Promise<DirectiveFact> {
  const id = uuidv7();
  const { happenedOn, recordedAt, recordedBy: byId, inNameOf, body } = fact;
  const row = {
    agency_id: fact.agencyId,
    id,
    directive_id: fact.directiveId,
    happened_on: fact.happenedOn,
    recorded_at: fact.recordedAt,
    recorded_by: fact.recordedBy,
    in_name_of: fact.inNameOf ? json(fact.inNameOf) : null,
    body: json(fact.body),
  };
  await send(tx, tx.insertInto('directive_fact').values(row));
  return { id, happenedOn, recordedAt, by: '', byId, inNameOf, body };
}

/**
 * The columns of `directive_now` that follow from how a directive stands; everything lists and counts filter by.
 * @param settings how the agency read deadlines on the day it was given
 * @param facts those it was folded from
 */
export function nowOf(
  standing: Standing,
  calendar: Calendar,
  settings: DueSettings,
  facts: readonly DirectiveFact[],
) {
  const units = [standing.lead?.unitId, ...standing.coordinating.map((party) => party.unitId)];
  return {
    lead_unit_id: standing.lead?.unitId ?? null,
    lead_name: standing.lead?.name ?? null,
    coordinating: JSON.stringify(standing.coordinating),
    unit_ids: [...new Set(units.filter((id) => id !== undefined))],
    product: standing.product,
    deadline: JSON.stringify(standing.deadline),
    deadline_kind: standing.deadline.kind,
    first_due: dueDayOf(standing.firstDeadline, calendar, settings, standing.clock),
    due: dueDayOf(standing.deadline, calendar, settings, standing.clock),
    given_on: standing.givenOn,
    phase: standing.phase,
    suspended: standing.suspendedOn !== null,
    closed_on: standing.closedOn,
    accepted_on: standing.acceptedOn,
    last_on: standing.lastOn,
    last_recorded_at: lastRecordedAt(facts),
    stopped_on: standing.stoppedOn,
    submitted_on: standing.submittedOn,
    assignee_id: standing.assignee?.personId ?? null,
    percent: standing.percent,
    weight: standing.weight ?? 1,
    field: standing.field ?? null,
    times_extended: standing.timesExtended,
    times_returned: standing.timesReturned,
    extension_asked: standing.extensionAsked !== null,
    cause: standing.obstacle?.cause ?? null,
    waiting_unit_id: standing.obstacle?.waitingFor?.unitId ?? null,
    holder: holderOf(standing),
  };
}

const derivedColumns = [
  'lead_unit_id',
  'lead_name',
  'coordinating',
  'unit_ids',
  'product',
  'deadline',
  'deadline_kind',
  'first_due',
  'due',
  'given_on',
  'phase',
  'suspended',
  'closed_on',
  'accepted_on',
  'last_on',
  'last_recorded_at',
  'stopped_on',
  'submitted_on',
  'assignee_id',
  'percent',
  'weight',
  'field',
  'times_extended',
  'times_returned',
  'extension_asked',
  'cause',
  'waiting_unit_id',
  'holder',
] as const satisfies readonly (keyof Schema['directive_now'] & keyof ReturnType<typeof nowOf>)[];

/** A directive with all its facts, as its row in the register follows from. */
export interface Told {
  fixed: Fixed;
  facts: readonly DirectiveFact[];
}

/** Ids of directives, in their order. */
export const idsOf = (told: readonly Told[]): string[] => told.map(({ fixed }) => fixed.directive_id);

/** Writes `directive_now` of directives anew from their facts, and what that moves in the roll-up, in the caller's transaction. */
export async function refreshNow(
  tx: Tx,
  agencyId: string,
  directiveIds: readonly string[],
  calendar: Calendar,
): Promise<void> {
  const fixedRows = sql<Fixed>`
    select id as directive_id, document_id, kind, parent_id, origin from directive
    where agency_id = ${agencyId} and id = any(${[...directiveIds]}::uuid[])`;
  // The rows are held first: what is read behind them is what the one before us wrote.
  const [before, found, directives, decided] = await together(tx, [
    placeRows(agencyId, directiveIds),
    factRows(agencyId, directiveIds),
    fixedRows,
    decisionRows(agencyId),
  ]);
  const facts = byDirective(found);
  const told = directives.map((fixed) => ({ fixed, facts: facts.get(fixed.directive_id) ?? [] }));
  await writeNow(tx, agencyId, told, { before, calendar, dueSettings: dueSettingsFrom(decided) });
}

/**
 * As `refreshNow` where all facts are known and the rows are held or new; sent without waiting.
 * @param before where those stood that are not new
 */
export async function writeNow(
  tx: Tx,
  agencyId: string,
  told: readonly Told[],
  {
    before,
    calendar,
    dueSettings,
  }: { before: readonly Place[]; calendar: Calendar; dueSettings: (on: string) => DueSettings },
): Promise<void> {
  const rows = told.flatMap(({ fixed, facts }) => {
    const standing = standingOf(facts);
    if (standing === null) return [];
    const now = nowOf(standing, calendar, dueSettings(standing.givenOn), facts);
    return [{ agency_id: agencyId, ...fixed, version: 1, ...now }];
  });
  for (let at = 0; at < rows.length; at += 500) {
    const written = tx
      .insertInto('directive_now')
      .values(rows.slice(at, at + 500))
      .onConflict((conflict) =>
        conflict.columns(['agency_id', 'directive_id']).doUpdateSet((eb) => ({
          ...Object.fromEntries(derivedColumns.map((column) => [column, eb.ref(`excluded.${column}`)])),
          version: eb('directive_now.version', '+', 1),
        })),
      );
    await send(tx, written);
  }
  await recordMoves(tx, agencyId, before, rows);
}

/** What no fact changes of a directive. */
export type Fixed = Pick<
  Selectable<Schema['directive_now']>,
  'directive_id' | 'document_id' | 'kind' | 'parent_id' | 'origin'
>;
