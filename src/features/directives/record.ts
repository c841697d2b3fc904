import { sql } from 'kysely';
import type { Calendar } from '../../domain/calendar/calendar.ts';
import type { DueSettings } from '../../domain/calendar/due.ts';
import { dueDayOf } from '../../domain/directives/due-day.ts';
import {
  type DirectiveFact,
  type FactBody,
  type Standing,
  standingOf,
} from '../../domain/directives/facts.ts';
import type { DirectiveKind } from '../../domain/documents/reading.ts';
import { uuidv7 } from '../../storage/ids.ts';
import type { Tx } from '../../storage/store.ts';
import { dueSettingsByDay } from '../settings/settings.ts';

/** The facts of directives, by directive; the fold does not depend on their order. */
export async function factsOf(
  tx: Tx,
  agencyId: string,
  directiveIds: readonly string[],
): Promise<Map<string, DirectiveFact[]>> {
  const { rows } = await sql<DirectiveFact & { directiveId: string }>`
    select f.directive_id as "directiveId", f.id, f.happened_on as "happenedOn", f.recorded_at as "recordedAt",
      coalesce(p.full_name, 'Hệ thống') as by, f.body
    from directive_fact f left join person p on p.agency_id = f.agency_id and p.id = f.recorded_by
    where f.agency_id = ${agencyId} and f.directive_id = any(${[...directiveIds]}::uuid[])`.execute(tx);
  const facts = new Map<string, DirectiveFact[]>();
  for (const { directiveId, ...fact } of rows) {
    const list = facts.get(directiveId);
    if (list) list.push(fact);
    else facts.set(directiveId, [fact]);
  }
  return facts;
}

/** Records a fact of a directive and returns its id; `refreshNow` must follow in the same transaction. */
export async function recordFact(
  tx: Tx,
  fact: {
    agencyId: string;
    directiveId: string;
    happenedOn: string;
    recordedAt: string;
    recordedBy: string | null;
    body: FactBody;
  },
): Promise<string> {
  const id = uuidv7();
  await tx
    .insertInto('directive_fact')
    .values({
      agency_id: fact.agencyId,
      id,
      directive_id: fact.directiveId,
      happened_on: fact.happenedOn,
      recorded_at: fact.recordedAt,
      recorded_by: fact.recordedBy,
      body: JSON.stringify(fact.body),
    })
    .execute();
  return id;
}

/**
 * The columns of `directive_now` that follow from how a directive stands; everything lists and counts filter by.
 * @param settings how the agency read deadlines on the day it was given
 */
export function nowOf(standing: Standing, calendar: Calendar, settings: DueSettings) {
  const units = [standing.lead?.unitId, ...standing.coordinating.map((party) => party.unitId)];
  return {
    lead_unit_id: standing.lead?.unitId ?? null,
    lead_name: standing.lead?.name ?? null,
    coordinating: JSON.stringify(standing.coordinating),
    unit_ids: [...new Set(units.filter((id) => id !== undefined))],
    product: standing.product,
    deadline: JSON.stringify(standing.deadline),
    deadline_kind: standing.deadline.kind,
    first_due: dueDayOf(standing.firstDeadline, calendar, settings),
    due: dueDayOf(standing.deadline, calendar, settings),
    given_on: standing.givenOn,
  };
}

/** Writes `directive_now` of directives anew from their facts, in the caller's transaction. */
export async function refreshNow(
  tx: Tx,
  agencyId: string,
  directives: readonly { id: string; documentId: string | null; kind: DirectiveKind }[],
  calendar: Calendar,
): Promise<void> {
  const facts = await factsOf(
    tx,
    agencyId,
    directives.map((directive) => directive.id),
  );
  const dueSettings = await dueSettingsByDay(tx, agencyId);
  const rows = [];
  for (const { id, documentId, kind } of directives) {
    const standing = standingOf(facts.get(id) ?? []);
    if (standing === null) continue;
    const now = nowOf(standing, calendar, dueSettings(standing.givenOn));
    rows.push({ agency_id: agencyId, directive_id: id, document_id: documentId, kind, version: 1, ...now });
  }
  for (let at = 0; at < rows.length; at += 500) {
    await tx
      .insertInto('directive_now')
      .values(rows.slice(at, at + 500))
      .onConflict((conflict) =>
        conflict.columns(['agency_id', 'directive_id']).doUpdateSet((eb) => ({
          lead_unit_id: eb.ref('excluded.lead_unit_id'),
          lead_name: eb.ref('excluded.lead_name'),
          coordinating: eb.ref('excluded.coordinating'),
          unit_ids: eb.ref('excluded.unit_ids'),
          product: eb.ref('excluded.product'),
          deadline: eb.ref('excluded.deadline'),
          deadline_kind: eb.ref('excluded.deadline_kind'),
          first_due: eb.ref('excluded.first_due'),
          due: eb.ref('excluded.due'),
          given_on: eb.ref('excluded.given_on'),
          version: eb('directive_now.version', '+', 1),
        })),
      )
      .execute();
  }
}
