import { type RawBuilder, sql } from 'kysely';
import { type RecordedTaskFact, stepFacts } from '../../domain/tasks/about.ts';
import { happenedBy } from '../../domain/tasks/facts.ts';
import type { Tx } from '../../storage/store.ts';
import { readPublic } from '../calls/public.ts';
import { type Context, Refused } from '../context.ts';
import { type PackedFact, packedFacts, unpacked } from '../tasks/facts.ts';
import { taskWhere } from '../tasks/where.ts';
import type { PublicResult, PublicResults } from './contract.ts';

const onPage = 20;

/** What of an agency's results is asked for. */
interface Wanted {
  q?: string | undefined;
  field?: string | undefined;
  year?: number | undefined;
  page: number;
}

/** Agencies that have something to show, by name. */
async function agenciesShown(tx: Tx, agencies: readonly string[]): Promise<PublicResults['agencies']> {
  const { rows } = await sql<{ id: string; name: string }>`
    select a.id, a.name from agency a where a.id = any(${[...agencies]}::uuid[]) and exists (
      select from task_now n where n.agency_id = a.id and n.public_result_on is not null)
    order by a.name, a.id`.execute(tx);
  return rows;
}

interface ResultsFound extends Pick<PublicResults, 'fields' | 'years' | 'total' | 'page' | 'pages'> {
  items: (Omit<PublicResult, 'applied' | 'reports'> & { facts: PackedFact[] | null })[] | null;
}

/**
 * A page of an agency's results, the latest first, and what all of them can be narrowed by: one statement. Nothing of money,
 * members or anything under way. A page beyond the last is the last.
 */
const resultsFound = (
  agencyId: string,
  { q, field, year, page }: Wanted,
  today: string,
): RawBuilder<ResultsFound> => sql<ResultsFound>`
  with shown as materialized (
    select n.task_id, n.title, n.field, n.public_result_on as on, extract(year from n.public_result_on)::int as year,
      ${taskWhere(agencyId, { ...(q && { q }), ...(field && { field }) }, today)} as wanted
    from task_now n where n.agency_id = ${agencyId} and n.public_result_on is not null),
  found as (select s.* from shown s where s.wanted ${year === undefined ? sql`` : sql`and s.year = ${year}`}),
  counted as (
    select f.total, p.pages, least(${page}::int, p.pages) as page from (select count(*)::int as total from found) f
    cross join lateral (select greatest(1, ceil(f.total / ${onPage}::numeric))::int as pages) p),
  listed as (
    select * from found order by "on" desc, title, task_id
    limit ${onPage} offset (select (page - 1) * ${onPage} from counted))
  select counted.*,
    array(select field from shown where field is not null group by field) as fields,
    array(select year from shown group by year order by year desc) as years,
    (select json_agg(json_build_object('id', n.task_id, 'title', n.title, 'code', n.codes[1], 'field', n.field,
        'host', n.host_name, 'investigator', n.investigator_name, 'year', l.year, 'facts', ${packedFacts('bare')})
      order by l.on desc, l.title, l.task_id)
      from listed l join task_now n on n.agency_id = ${agencyId} and n.task_id = l.task_id) as items
  from counted`;

/** Where and when a result was put to use, and when its effect was reported, corrections applied. */
function useOf(facts: readonly RecordedTaskFact[], today: string): Pick<PublicResult, 'applied' | 'reports'> {
  const happened = happenedBy(stepFacts(facts), { asOf: today }).toSorted((a, b) => a.on.localeCompare(b.on));
  return {
    applied: happened.flatMap(({ on, body }) => (body.kind === 'applied' ? [{ on, where: body.where }] : [])),
    reports: happened.flatMap(({ on, body }) => (body.kind === 'effectReported' ? [on] : [])),
  };
}

/** Results that an agency has put to use, for whoever looks. @throws Refused 404 for an agency that shows none */
export async function listPublicResults(
  ctx: Context,
  { agency: asked, ...wanted }: Wanted & { agency?: string | undefined },
): Promise<PublicResults> {
  const agencies = await readPublic(ctx, agenciesShown);
  const agency = asked === undefined ? agencies[0] : agencies.find(({ id }) => id === asked);
  if (!agency && asked !== undefined) throw Refused.notFound();
  const nothing = { items: [], fields: [], years: [], total: 0, page: 1, pages: 1 };
  if (!agency) return { agencies, agency: null, ...nothing };
  const today = ctx.today().toString();
  const { rows } = await ctx.store.read({ agencies: [agency.id] }, (tx) =>
    resultsFound(agency.id, wanted, today).execute(tx),
  );
  const { items, fields, ...counted } = rows[0] ?? { ...nothing };
  return {
    ...{ agencies, agency, ...counted },
    fields: fields.toSorted((a, b) => a.localeCompare(b, 'vi')),
    items: (items ?? []).map(({ facts, ...one }) => ({ ...one, ...useOf(unpacked(facts), today) })),
  };
}
