import { type RawBuilder, sql } from 'kysely';
import type { Calendar } from '../../domain/calendar/calendar.ts';
import type { DirectiveFact } from '../../domain/directives/facts.ts';
import type { DirectiveFilter } from '../../domain/directives/filter.ts';
import { standingOf } from '../../domain/directives/standing.ts';
import type { AsOf } from '../../domain/directives/state.ts';
import type { Abilities } from '../../domain/permissions/ability.ts';
import type { Tx } from '../../storage/store.ts';
import { dueSettingsByDay } from '../settings/settings.ts';
import type { DirectiveRecord } from './contract.ts';
import { factsOf, nowOf } from './record.ts';
import { treeRows } from './tree.ts';
import { directiveWhere } from './where.ts';

/** A statement over `directive_now`, asked of the register as it stands or as it stood on a day. */
export type Shown = <Row>(statement: RawBuilder<Row>) => RawBuilder<Row>;

/** Today: the statement as it is. */
export const asItStands: Shown = (statement) => statement;

interface Fixed {
  directive_id: string;
  document_id: string | null;
  kind: string;
  parent_id: string | null;
  origin: string;
  version: number;
}

/** What of a filter no later fact changes, so that only these need to be folded. */
function fixedOf({
  q,
  document,
  origin,
  level,
  givenFrom,
  givenTo,
  givenBy,
}: DirectiveFilter): DirectiveFilter {
  // Parts are looked for by who led their whole, which must then stand beside them.
  return givenBy?.length ? {} : { q, document, origin, level, givenFrom, givenTo };
}

/** A day, and the moment up to which what was recorded counts; all that is recorded unless told. */
export interface Moment extends AsOf {
  knownAt?: string;
}

/** Whether all facts of a row of `directive_now n` count at a moment, so that it stands as it stood then. */
export const sameThen = ({ today, knownAt }: Moment) => sql`(n.last_on <= ${today}
  ${knownAt === undefined ? sql`` : sql`and n.last_recorded_at <= ${knownAt}::timestamptz`})`;

/**
 * The register as it stood at the end of a day, as known at a moment: `directive_now` is put in the place of its table
 * for one statement. Rows whose facts all count are taken as they stand, the others folded from those that do. Whatever
 * arrives later, or with a later day, changes nothing of it. Slower than today's register by the folding, and therefore
 * only where a day or a moment is asked for.
 */
export async function shownOn(
  tx: Tx,
  agencyId: string,
  asked: DirectiveFilter | { ids: readonly string[] },
  day: Moment,
  calendar: Calendar,
): Promise<Shown> {
  const within = sql`${
    'ids' in asked
      ? sql`n.agency_id = ${agencyId} and n.directive_id = any(${[...asked.ids]}::uuid[])`
      : directiveWhere(agencyId, fixedOf(asked), day)
  } and n.given_on <= ${day.today}`;
  const from = sql`directive_now n join directive d on d.agency_id = n.agency_id and d.id = n.directive_id`;
  const { rows: fixed } = await sql<Fixed>`
    select n.directive_id, n.document_id, n.kind, n.parent_id, n.origin, n.version
    from ${from} where ${within} and not ${sameThen(day)}`.execute(tx);
  const ids = fixed.map(({ directive_id }) => directive_id);
  const facts = await factsOf(tx, agencyId, ids, day.knownAt);
  const settings = await dueSettingsByDay(tx, agencyId);
  const then = fixed.flatMap((one) => {
    const told = facts.get(one.directive_id) ?? [];
    const standing = standingOf(told, { asOf: day.today });
    if (standing === null) return [];
    const { deadline, coordinating } = standing;
    const row = nowOf(standing, calendar, settings(standing.givenOn), told);
    return [{ agency_id: agencyId, ...one, ...row, deadline, coordinating }];
  });
  // A sorted subquery alone in its statement keeps its order.
  return <Row>(statement: RawBuilder<Row>) => sql<Row>`
    with directive_now as materialized (
      select n.* from ${from} where ${within} and ${sameThen(day)}
      union all select * from json_populate_recordset(null::directive_now, ${JSON.stringify(then)}::json))
    select * from (${statement}) shown`;
}

/** As `shownOn` where a filter names a day, else the register as it stands. */
export async function shownUnder(
  tx: Tx,
  agencyId: string,
  filter: DirectiveFilter,
  day: AsOf,
  calendar: Calendar,
): Promise<Shown> {
  return filter.asOf === undefined ? asItStands : shownOn(tx, agencyId, filter, day, calendar);
}

/** As `shownOn` for a directive and all that hangs together with it. */
export async function shownTree(
  tx: Tx,
  agencyId: string,
  id: string,
  day: AsOf,
  calendar: Calendar,
): Promise<Shown> {
  const { rows } = await treeRows(agencyId, id, day).execute(tx);
  return shownOn(tx, agencyId, { ids: rows.map((row) => row.id) }, day, calendar);
}

/** Facts that happened by a day; all without one. */
export const factsBy = <Fact extends DirectiveFact>(facts: readonly Fact[], day?: string): Fact[] =>
  facts.filter(({ happenedOn }) => day === undefined || happenedOn <= day);

/** A record of a past day: shown, and nothing of it can be done. */
export function onlyLookedAt(record: DirectiveRecord, day: string): DirectiveRecord {
  const shownDay = day.split('-').reverse().join('/');
  const reason = `Đang xem như ngày ${shownDay}. Trở về hôm nay để làm việc.`;
  const refused = <Act extends string>(abilities: Abilities<Act>) =>
    Object.fromEntries(Object.keys(abilities).map((act) => [act, reason])) as Abilities<Act>;
  return {
    ...record,
    history: record.history.map((fact) => ({ ...fact, abilities: refused(fact.abilities) })),
    abilities: refused(record.abilities),
  };
}
