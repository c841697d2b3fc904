import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { DirectiveFilter } from '../../domain/directives/filter.ts';
import type { AsOf } from '../../domain/directives/state.ts';
import { weeksAround } from '../../domain/directives/view.ts';
import { together } from '../../storage/store.ts';
import type { Actor, Context } from '../context.ts';
import { shownUnder } from '../directives/as-of.ts';
import {
  asOfToday,
  type Found,
  fromDirectives,
  fromMatched,
  orderOf,
  presentDirective,
  rankOf,
  selectedColumns,
} from '../directives/queries.ts';
import { directiveWhere, stateInSql } from '../directives/where.ts';
import type { DirectiveGroup, groupDirectives, spanDirectives } from './contract.ts';

interface Totals {
  total: number;
  undated: number;
}

/** How many there are under a filter, whatever days are shown. */
const totalsOf = (agencyId: string, filter: DirectiveFilter, asOf: AsOf) => sql<Totals>`
  select count(*)::int as total, (count(*) filter (where n.due is null))::int as undated
  from ${fromMatched(filter)} where ${directiveWhere(agencyId, filter, asOf)}`;

type Grouped = Found & { grp: string; count: number };

const groupKey = (by: 'unit' | 'state' | 'day', asOf: AsOf): RawBuilder<string> => {
  if (by === 'state') return sql<string>`${stateInSql(asOf)}`;
  return by === 'day'
    ? sql<string>`coalesce(n.due::text, '')`
    : sql<string>`coalesce(n.lead_unit_id::text, '')`;
};

/** The first of each group in the list's order, what is over after what is open, with how many there are of it. */
function groupedBy(
  agencyId: string,
  query: z.output<NonNullable<(typeof groupDirectives)['query']>>,
  asOf: AsOf,
): RawBuilder<Grouped> {
  const { key, descending } = orderOf(query);
  const direction = descending ? sql`desc` : sql`asc`;
  const { from, to } = query;
  return sql<Grouped>`
    with matching as materialized (
      select n.agency_id, n.directive_id, ${groupKey(query.by, asOf)} as grp, ${rankOf(query)} as rank, ${key} as key,
        n.phase in ('accepted', 'stopped') as over
      from ${fromMatched(query)} where ${directiveWhere(agencyId, query, asOf)}
        ${from ? sql`and n.due >= ${from}` : sql``} ${to ? sql`and n.due <= ${to}` : sql``})
    , numbered as (
      select *, row_number() over (partition by grp order by over, rank, key ${direction}, directive_id ${direction}) as place,
        (count(*) over (partition by grp))::int as count from matching)
    select ${selectedColumns(asOf)}, p.rank, p.key, 0 as total, p.grp, p.count
    from numbered p join (${fromDirectives}) on n.agency_id = p.agency_id and n.directive_id = p.directive_id
    where p.place <= ${query.each} order by p.grp, p.place`;
}

/** Directives as columns of a board or days of a calendar; of a calendar without days, those around this month. */
export async function groups(
  ctx: Context,
  actor: Actor,
  asked: z.output<NonNullable<(typeof groupDirectives)['query']>>,
) {
  const calendar = await ctx.calendar();
  const month = (asked.asOf ?? ctx.today().toString()).slice(0, 7);
  const query = asked.by === 'day' && !asked.from ? { ...asked, ...weeksAround(month) } : asked;
  return ctx.store.read(actor.scope, async (tx) => {
    const asOf = await asOfToday(tx, ctx, actor.agencyId, calendar, query.asOf);
    const shown = await shownUnder(tx, actor.agencyId, query, asOf, calendar);
    const [rows, totals] = await together(tx, [
      shown(groupedBy(actor.agencyId, query, asOf)),
      shown(totalsOf(actor.agencyId, query, asOf)),
    ]);
    const groups = new Map<string, DirectiveGroup>();
    for (const row of rows) {
      const group = groups.get(row.grp) ?? { key: row.grp, count: row.count, items: [] };
      groups.set(row.grp, group);
      group.items.push(presentDirective(row, asOf, calendar));
    }
    return { asOf: asOf.today, total: 0, undated: 0, ...totals[0], groups: [...groups.values()] };
  });
}

/** A screen draws no more; the filter narrows what is more. */
const mostBars = 1000;

/** Directives from the day given to the last deadline, by unit: those that touch the days asked for. */
export async function span(
  ctx: Context,
  actor: Actor,
  query: z.output<NonNullable<(typeof spanDirectives)['query']>>,
) {
  const calendar = await ctx.calendar();
  const { agencyId } = actor;
  return ctx.store.read(actor.scope, async (tx) => {
    const asOf = await asOfToday(tx, ctx, agencyId, calendar, query.asOf);
    const shown = await shownUnder(tx, agencyId, query, asOf, calendar);
    const { from, to } = query;
    const bars = sql<Found>`
      with matching as materialized (
        select n.agency_id, n.directive_id, coalesce(n.lead_name, '~') as key, n.due
        from ${fromMatched(query)} where ${directiveWhere(agencyId, query, asOf)}
          ${to ? sql`and n.given_on <= ${to}` : sql``}
          ${from ? sql`and greatest(n.given_on, n.first_due, n.due) >= ${from}` : sql``})
      , page as (
        select *, (select count(*)::int from matching) as total from matching
        order by key, due, directive_id limit ${mostBars})
      select ${selectedColumns(asOf)}, 0 as rank, p.key, p.total
      from page p join (${fromDirectives}) on n.agency_id = p.agency_id and n.directive_id = p.directive_id
      order by p.key, p.due, p.directive_id`;
    const [rows, totals] = await together(tx, [shown(bars), shown(totalsOf(agencyId, query, asOf))]);
    return {
      asOf: asOf.today,
      total: totals[0]?.total ?? 0,
      within: rows[0]?.total ?? 0,
      items: rows.map((row) => presentDirective(row, asOf, calendar)),
    };
  });
}
