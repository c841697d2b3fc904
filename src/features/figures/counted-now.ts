import { type RawBuilder, sql } from 'kysely';
import type { DirectiveFilter, DirectiveState } from '../../domain/directives/filter.ts';
import type { Share } from '../../domain/directives/rates.ts';
import type { AsOf } from '../../domain/directives/state.ts';
import type { DirectiveFigureId } from '../../domain/figures/directive-ids.ts';
import type { Part } from '../../domain/figures/evaluate.ts';
import type { Split } from '../../domain/figures/family.ts';
import { urgency } from '../directives/queries.ts';
import { directiveWhere, shareInSql, stateInSql } from '../directives/where.ts';
import { fieldInSql, unitFields } from '../organisation/unit-fields.ts';
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
  unit: sql`n.lead_unit_id::text`,
  origin: sql`n.origin`,
  field: fieldInSql,
  cause: sql`n.cause`,
};

/** How many records have the same keys; `era` of how many days on which units changed fields it was given after. */
interface Group extends Record<SplitName, string | null> {
  count: number;
  era: number;
}

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
    part && known ? sql`and ${columns[known]} is not distinct from nullif(${part.key}, '')` : sql``;
  const fields = await unitFields(tx, agencyId);
  const { rows } = await sql<{ places: CountedNow['places'] | null; groups: Group[] | null }>`
    with h as materialized (
      select n.directive_id as id, ${urgency} as place, n.lead_unit_id as unit, n.origin, n.cause, n.field,
        width_bucket(n.given_on, ${fields.days}::date[]) as era
      from directive_now n
      where ${directiveWhere(agencyId, scope, asOf)} and n.given_on <= ${cut.cutOff} and ${held} ${inPart})
    select
      (select json_agg(json_build_array(p.place, p.id) order by p.place, p.id) from (
        select h.place, h.id from h
        where ${after ? sql`(h.place, h.id) > (${after[0]}, ${after[1]}::uuid)` : sql`true`}
        order by h.place, h.id limit ${limit + 1}) p) as places,
      (select json_agg(g) from (
        select count(*)::int as count, h.unit, h.origin, h.field, h.cause, h.era from h
        group by h.unit, h.origin, h.field, h.cause, h.era) g) as groups`.execute(tx);
  const groups = rows[0]?.groups ?? [];
  for (const group of groups) group.field ??= fields.on(group.unit, fields.days[group.era - 1] ?? '');
  return {
    total: groups.reduce((sum, { count }) => sum + count, 0),
    places: rows[0]?.places ?? [],
    splits: part ? [] : splitNames.map((by) => ({ by, parts: summed(groups, by) })),
  };
}

/** Counts by one of the keys of the groups. */
function summed(groups: readonly Group[], by: SplitName): Map<string, number> {
  const parts = new Map<string, number>();
  for (const group of groups) {
    const key = group[by] ?? '';
    parts.set(key, (parts.get(key) ?? 0) + group.count);
  }
  return parts;
}
