import { type RawBuilder, sql } from 'kysely';
import type { DirectiveFilter, DirectiveState } from '../../domain/directives/filter.ts';
import type { Share } from '../../domain/directives/rates.ts';
import type { AsOf } from '../../domain/directives/state.ts';
import type { DirectiveFigureId } from '../../domain/figures/directive-ids.ts';
import type { Part } from '../../domain/figures/evaluate.ts';
import type { Split } from '../../domain/figures/family.ts';
import { urgency } from '../directives/queries.ts';
import { directiveWhere, shareInSql, stateInSql } from '../directives/where.ts';
import type { FamilyAsking } from './families/family.ts';

/**
 * Figures about directives that are numbers of records, asked of the database over `directive_now n` as it stands today:
 * `holds` of domain/figures in SQL; a test proves the two equal.
 */
function heldInSql(
  { from, cutOff }: FamilyAsking['cut'],
  asOf: AsOf,
): Partial<Record<DirectiveFigureId, RawBuilder<unknown>>> {
  const ended = sql`case n.phase when 'accepted' then n.accepted_on when 'stopped' then n.stopped_on end`;
  const open = sql`n.phase not in ('accepted', 'stopped')`;
  const inHand = sql`(${open} or ${ended} >= ${from})`;
  const state = (...states: DirectiveState[]) =>
    sql`${open} and ${stateInSql(asOf)} = any(${states}::text[])`;
  const share = (...shares: (Share | 'set-aside')[]) =>
    sql`n.first_due between ${from} and ${cutOff} and ${shareInSql(cutOff)} = any(${shares}::text[])`;
  return {
    'in-hand': inHand,
    'carried-over': sql`${inHand} and n.given_on < ${from}`,
    given: sql`${inHand} and n.given_on >= ${from}`,
    accepted: sql`n.phase = 'accepted' and n.accepted_on >= ${from}`,
    stopped: sql`n.phase = 'stopped' and n.stopped_on >= ${from}`,
    open,
    overdue: sql`n.due < ${cutOff} and ${state('overdue')}`,
    'in-time': state('in-time', 'due-soon', 'returned'),
    'due-soon': state('due-soon'),
    awaiting: state('awaiting-confirmation', 'refused'),
    undated: state('no-deadline', 'awaiting-event', 'standing', 'stop'),
    suspended: state('suspended'),
    hindered: sql`${open} and n.cause is not null`,
    promised: share('done-by-first', 'done-after-first', 'overdue', 'extended'),
    'done-by-first': share('done-by-first'),
    'done-after-first': share('done-after-first'),
    'overdue-promised': share('overdue'),
    'extended-promised': share('extended'),
    'set-aside': share('set-aside'),
    extended: sql`${inHand} and n.times_extended > 0`,
    returned: sql`${inHand} and n.times_returned > 0`,
  };
}

const splitNames = ['unit', 'origin', 'field', 'cause'] as const;
type SplitName = (typeof splitNames)[number];
const columns: Record<SplitName, RawBuilder<unknown>> = {
  unit: sql`h.unit::text`,
  origin: sql`h.origin`,
  field: sql`h.field`,
  cause: sql`h.cause`,
};

/** How many records have the same keys, in the order of `splitNames`. */
type Group = [count: number, ...keys: (string | null)[]];

/** The field each unit had, from a day until the next was said. */
const fieldsByDay = (agencyId: string) => sql`
  select unit_id, field, from_day, lead(from_day) over (partition by unit_id order by from_day, recorded_at, id) as until
  from unit_field where agency_id = ${agencyId}`;

/** A page of a figure's records, how many they are, and the figure told apart. */
export interface CountedNow {
  total: number;
  /** Where each record of the page stands, in order; one more than asked where others follow. */
  places: [order: number, id: string][];
  splits: { by: Split; parts: Map<string, number> }[];
}

/** A figure counted by the database; null where it is no number of directives as they stand. */
export async function countedNow(
  { tx, actor: { agencyId }, cut, unit }: FamilyAsking,
  asOf: AsOf,
  figure: string,
  { part, after, limit }: { part: Part | undefined; after: [number, string] | undefined; limit: number },
): Promise<CountedNow | null> {
  const held = (heldInSql(cut, asOf) as Partial<Record<string, RawBuilder<unknown>>>)[figure];
  const known = part && splitNames.find((by) => by === part.by);
  if (held === undefined || (part && known === undefined)) return null;
  const scope: DirectiveFilter = { level: 'whole', ...(unit !== undefined && { unit: [unit] }) };
  const inPart =
    part && known ? sql`${columns[known]} is not distinct from nullif(${part.key}, '')` : sql`true`;
  const { rows } = await sql<{ places: CountedNow['places'] | null; groups: Group[] | null }>`
    with fields as materialized (${fieldsByDay(agencyId)})
    , h as materialized (
      select n.directive_id as id, ${urgency} as place, n.lead_unit_id as unit, n.origin, n.cause,
        coalesce(n.field, f.field) as field
      from directive_now n left join fields f on f.unit_id = n.lead_unit_id and n.given_on >= f.from_day
        and (f.until is null or n.given_on < f.until)
      where ${directiveWhere(agencyId, scope, asOf)} and n.given_on <= ${cut.cutOff} and ${held})
    select
      (select json_agg(json_build_array(p.place, p.id) order by p.place, p.id) from (
        select h.place, h.id from h where ${inPart}
          and ${after ? sql`(h.place, h.id) > (${after[0]}, ${after[1]}::uuid)` : sql`true`}
        order by h.place, h.id limit ${limit + 1}) p) as places,
      (select json_agg(json_build_array(g.count, g.unit, g.origin, g.field, g.cause)) from (
        select count(*)::int as count, h.unit, h.origin, h.field, h.cause from h where ${inPart}
        group by h.unit, h.origin, h.field, h.cause) g) as groups`.execute(tx);
  const groups = rows[0]?.groups ?? [];
  return {
    total: groups.reduce((sum, [count]) => sum + count, 0),
    places: rows[0]?.places ?? [],
    splits: part ? [] : splitNames.map((by, at) => ({ by, parts: summed(groups, at + 1) })),
  };
}

/** Counts by the key at a place of the groups. */
function summed(groups: readonly Group[], at: number): Map<string, number> {
  const parts = new Map<string, number>();
  for (const group of groups) {
    const key = String(group[at] ?? '');
    parts.set(key, (parts.get(key) ?? 0) + group[0]);
  }
  return parts;
}
