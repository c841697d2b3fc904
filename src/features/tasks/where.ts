import { type RawBuilder, sql } from 'kysely';
import type { TaskFilter } from '../../domain/tasks/filter.ts';
import { searchQuery } from '../../domain/text/search.ts';

const among = (column: RawBuilder<unknown>, values: readonly string[] | undefined) =>
  values?.length ? sql`and ${column} = any(${[...values]}::text[])` : sql``;

/**
 * What a filter asks of `task_now n`; the agency comes first and always.
 * @param today the day shown, ISO: what is late depends on it
 * @param except leaves the state out, for counting all states under the rest of the filter
 */
export function taskWhere(
  agencyId: string,
  filter: TaskFilter,
  today: string,
  except?: 'state',
): RawBuilder<unknown> {
  const words = filter.q === undefined ? null : searchQuery(filter.q);
  const { step, field, programme, unit, partner, late, year } = filter;
  return sql`n.agency_id = ${agencyId} ${stateless(filter)} ${except === 'state' ? sql`` : among(sql`n.state`, filter.state)}
    ${words ? sql`and n.search @@ ${words}::tsquery` : sql``}
    ${step?.length ? sql`and n.steps && ${[...step]}::text[]` : sql``}
    ${field ? sql`and n.field = ${field}` : sql``}
    ${programme ? sql`and n.programme_id = ${programme}` : sql``}
    ${unit ? sql`and n.unit_id = ${unit}` : sql``}
    ${partner ? sql`and n.partner_ids @> array[${partner}::uuid]` : sql``}
    ${late === undefined ? sql`` : sql`and ${lateBy(today, step)} = ${late}`}
    ${year ? sql`and n.starts_on <= make_date(${year}, 12, 31) and coalesce(n.ended_on, n.accepted_on, n.ends_on, ${today}::date) >= make_date(${year}, 1, 1)` : sql``}`;
}

/** Whether a day has passed: the earliest of the task, or one of the steps a filter names. */
const lateBy = (today: string, steps: readonly string[] | undefined) =>
  steps?.length
    ? sql`exists (select 1 from task_wait w where w.agency_id = n.agency_id and w.task_id = n.task_id
        and w.step = any(${[...steps]}::text[]) and w.due < ${today}::date)`
    : sql`coalesce(n.due < ${today}::date, false)`;

const stateless = ({ phase, regime, level, type }: TaskFilter) => sql`
  ${among(sql`n.phase`, phase)} ${among(sql`n.regime`, regime)} ${among(sql`n.level`, level)} ${among(sql`n.type`, type)}`;
