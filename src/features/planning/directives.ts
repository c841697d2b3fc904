import { sql } from 'kysely';
import type { Calendar } from '../../domain/calendar/calendar.ts';
import type { DueSettings } from '../../domain/calendar/due.ts';
import { dueDayOf } from '../../domain/directives/due-day.ts';
import type { Cause } from '../../domain/directives/facts.ts';
import type { DirectiveState } from '../../domain/directives/filter.ts';
import { standingOf } from '../../domain/directives/standing.ts';
import { type AsOf, stateOn } from '../../domain/directives/state.ts';
import type { Tx } from '../../storage/store.ts';
import { factsOf } from '../directives/record.ts';

/** How a directive stood on a day. */
export interface DirectiveThen {
  id: string;
  state: DirectiveState;
  percent: number;
  cause: Cause | null;
}

/** The day, and the moment up to which what was recorded counts. */
interface Then {
  day: AsOf;
  calendar: Calendar;
  settings: (on: string) => DueSettings;
  knownAt?: string | undefined;
}

/** How directives that plans became stood on a day, by id; without those given later. */
export async function directivesOn(
  tx: Tx,
  agencyId: string,
  ids: readonly string[],
  { day, calendar, settings, knownAt }: Then,
): Promise<ReadonlyMap<string, DirectiveThen>> {
  const kinds = await sql<{ id: string; kind: 'do' }>`
    select id, kind from directive where agency_id = ${agencyId} and id = any(${ids}::uuid[])`.execute(tx);
  const facts = await factsOf(tx, agencyId, ids, knownAt);
  const found = kinds.rows.flatMap(({ id, kind }) => {
    const standing = standingOf(facts.get(id) ?? [], { asOf: day.today });
    if (standing === null) return [];
    const due = dueDayOf(standing.deadline, calendar, settings(standing.givenOn), standing.clock);
    const dated = {
      ...{ kind, due, deadlineKind: standing.deadline.kind, phase: standing.phase },
      ...{ suspended: standing.suspendedOn !== null, closedOn: standing.closedOn },
    };
    const told = { id, state: stateOn(dated, day), percent: standing.percent };
    return [[id, { ...told, cause: standing.obstacle?.cause ?? null }] as const];
  });
  return new Map(found);
}
