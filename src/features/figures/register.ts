import { type RawBuilder, sql } from 'kysely';
import type { Calendar } from '../../domain/calendar/calendar.ts';
import type { DirectiveFilter } from '../../domain/directives/filter.ts';
import type { Cut } from '../../domain/figures/comparison.ts';
import type { Counted } from '../../domain/figures/counted.ts';
import type { Tx } from '../../storage/store.ts';
import type { Context } from '../context.ts';
import { asItStands, type Shown, shownOn } from '../directives/as-of.ts';
import { asOfToday, type ShownOn } from '../directives/queries.ts';
import { directiveWhere } from '../directives/where.ts';

/** The register of an agency as it stood at a cut-off, as known at a moment. */
export interface RegisterThen {
  asOf: ShownOn;
  shown: Shown;
}

/** Today's register as it stands, an earlier one folded from what counts. */
export async function registerAt(
  tx: Tx,
  ctx: Context,
  agencyId: string,
  { cutOff, knownAt }: { cutOff: string; knownAt: string | undefined },
  calendar: Calendar,
): Promise<RegisterThen> {
  const asOf = await asOfToday(tx, ctx, agencyId, calendar, cutOff);
  if (cutOff === ctx.today().toString() && knownAt === undefined) return { asOf, shown: asItStands };
  return { asOf, shown: await shownOn(tx, agencyId, {}, { ...asOf, knownAt }, calendar) };
}

/** Directives that a figure of a period can count, over `directive_now n`. */
export function withinReach(
  agencyId: string,
  { from, cutOff }: Cut,
  unit: string | undefined,
  asOf: ShownOn,
): RawBuilder<unknown> {
  const scope: DirectiveFilter = { level: 'whole', ...(unit !== undefined && { unit: [unit] }) };
  return sql`${directiveWhere(agencyId, scope, asOf)} and n.given_on <= ${cutOff} and (
    (n.phase <> 'accepted' or n.accepted_on >= ${from}) and (n.phase <> 'stopped' or n.stopped_on >= ${from})
    or n.first_due between ${from} and ${cutOff})`;
}

/** The statement that gives directives as figures look at them; `from` where the filter looks at words too. */
export const countedRows = (
  where: RawBuilder<unknown>,
  from: RawBuilder<unknown> = sql`directive_now n`,
): RawBuilder<Counted> => sql<Counted>`
  select n.directive_id as id, n.kind, n.origin, n.lead_unit_id as "leadUnitId", n.given_on as "givenOn",
    n.deadline_kind as "deadlineKind", n.phase, n.suspended, n.first_due as "firstDue", n.due,
    n.closed_on as "closedOn", n.accepted_on as "acceptedOn", n.stopped_on as "stoppedOn",
    n.times_extended as "timesExtended", n.times_returned as "timesReturned", n.cause
  from ${from} where ${where}`;
