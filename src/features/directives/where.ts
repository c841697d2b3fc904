import { type RawBuilder, sql } from 'kysely';
import type { DirectiveFilter, DirectiveState } from '../../domain/directives/filter.ts';
import type { Share } from '../../domain/directives/rates.ts';
import type { AsOf } from '../../domain/directives/state.ts';
import { searchQuery } from '../../domain/text/search.ts';
import { fieldInSql } from '../organisation/unit-fields.ts';

/** `stateOn` of domain/directives asked of the database, over `directive_now n`; a test proves the two equal. */
export function stateInSql(asOf: AsOf): RawBuilder<DirectiveState> {
  return sql<DirectiveState>`case
    when n.phase = 'stopped' then 'stopped'
    when n.phase = 'accepted' and n.closed_on > n.due then 'done-late'
    when n.phase = 'accepted' then 'done-in-time'
    when n.kind = 'stop' then 'stop'
    when n.suspended then 'suspended'
    when n.phase = 'refused' then 'refused'
    when n.phase = 'submitted' then 'awaiting-confirmation'
    when n.due < ${asOf.today}::date then 'overdue'
    when n.phase = 'returned' then 'returned'
    when n.due <= ${asOf.soonUntil}::date then 'due-soon'
    when n.due is not null then 'in-time'
    when n.kind = 'standing' or n.deadline_kind = 'recurring' then 'standing'
    when n.deadline_kind = 'relative' then 'awaiting-event'
    else 'no-deadline' end`;
}

/** The word that each directive of an agency carries in the search index. */
const ofAgency = (agencyId: string) => `agency${agencyId.replaceAll('-', '')}`;
/** `placeOf` of domain/directives/rates as of today, without the period, asked of the database. */
export function shareInSql(today: string): RawBuilder<Share | 'set-aside' | null> {
  return sql`case
    when n.first_due is null or n.first_due > ${today}::date then null
    when n.stopped_on is not null then 'set-aside'
    when n.closed_on <= n.first_due then 'done-by-first'
    when n.closed_on is not null then 'done-after-first'
    when n.suspended then 'set-aside'
    when n.due >= ${today}::date and n.due > n.first_due then 'extended'
    when n.due >= ${today}::date then null
    else 'overdue' end`;
}

const isOver = sql`n.phase in ('accepted', 'stopped')`;
const overStates: ReadonlySet<DirectiveState> = new Set(['done-in-time', 'done-late', 'stopped']);

/** What of a filter concerns periods and figures. */
const ofFigures = (filter: DirectiveFilter, today: string): RawBuilder<unknown> => sql`
    ${filter.share?.length ? sql`and ${shareInSql(today)} = any(${filter.share}::text[])` : sql``}
    ${filter.periodFrom ? sql`and n.first_due >= ${filter.periodFrom}` : sql``}
    ${filter.periodTo ? sql`and n.first_due <= ${filter.periodTo}` : sql``}
    ${filter.closedFrom ? sql`and n.closed_on >= ${filter.closedFrom}` : sql``}
    ${filter.closedTo ? sql`and n.closed_on <= ${filter.closedTo}` : sql``}
    ${
      filter.givenBy?.length
        ? sql`and n.origin = 'part' and exists (select from directive_now whole where whole.agency_id = n.agency_id
            and whole.directive_id = n.parent_id and whole.lead_unit_id = any(${filter.givenBy}::uuid[]))`
        : sql``
    }
    ${filter.lead ? sql`and n.lead_unit_id is null` : sql``}`;

/** What states imply and an index knows: open work, and what is past its last day, lie apart from years that are over. */
function within(states: readonly DirectiveState[], asOf: AsOf): RawBuilder<unknown> {
  if (states.some((state) => overStates.has(state))) return sql``;
  const open = sql`and n.phase not in ('accepted', 'stopped')`;
  return states.every((state) => state === 'overdue') ? sql`${open} and n.due < ${asOf.today}::date` : open;
}

/**
 * A filter as SQL over `directive_now n join directive d`. The agency comes first and always. `except` leaves the
 * state out, for counting all states under the rest of the filter.
 */
export function directiveWhere(
  agencyId: string,
  filter: DirectiveFilter & { id?: string; ids?: readonly string[] },
  asOf: AsOf,
  except?: 'state',
): RawBuilder<unknown> {
  const query = filter.q === undefined ? null : searchQuery(filter.q);
  const units = filter.unit?.length ? filter.unit : null;
  const states = except !== 'state' && filter.state?.length ? filter.state : null;
  return sql`n.agency_id = ${agencyId}
    ${filter.id ? sql`and n.directive_id = ${filter.id}` : sql``}
    ${filter.ids ? sql`and n.directive_id = any(${[...filter.ids]}::uuid[])` : sql``}
    ${units && filter.part === 'any' ? sql`and n.unit_ids && ${units}::uuid[]` : sql``}
    ${units && filter.part !== 'any' ? sql`and n.lead_unit_id = any(${units}::uuid[])` : sql``}
    ${filter.person ? sql`and n.assignee_id = ${filter.person}` : sql``}
    ${filter.origin?.length ? sql`and n.origin = any(${filter.origin}::text[])` : sql``}
    ${filter.field?.length ? sql`and ${fieldInSql} = any(${filter.field}::text[])` : sql``}
    ${filter.cause?.length ? sql`and n.cause = any(${filter.cause}::text[])` : sql``}
    ${filter.waiting ? sql`and n.waiting_unit_id = ${filter.waiting} and not ${isOver}` : sql``}
    ${filter.asked ? sql`and n.extension_asked and not ${isOver}` : sql``}
    ${filter.level === 'whole' ? sql`and n.origin <> 'part'` : sql``}
    ${filter.level === 'parts' ? sql`and n.origin = 'part'` : sql``}
    ${filter.document ? sql`and n.document_id = ${filter.document}` : sql``}
    ${
      filter.import
        ? sql`and n.directive_id in (select id from directive where agency_id = ${agencyId} and import_id = ${filter.import})`
        : sql``
    }
    ${filter.dueFrom ? sql`and n.due >= ${filter.dueFrom}` : sql``}
    ${filter.dueTo ? sql`and n.due <= ${filter.dueTo}` : sql``}
    ${filter.givenFrom ? sql`and n.given_on >= ${filter.givenFrom}` : sql``}
    ${filter.givenTo ? sql`and n.given_on <= ${filter.givenTo}` : sql``}
    ${ofFigures(filter, asOf.today)}
    ${states ? sql`${within(states, asOf)} and ${stateInSql(asOf)} = any(${states}::text[])` : sql``}
    ${query ? sql`and d.search @@ (${query}::tsquery && ${ofAgency(agencyId)}::tsquery)` : sql``}`;
}
