import { sql } from 'kysely';
import { type RecordedTaskFact, stepFacts } from '../../domain/tasks/about.ts';
import { happenedBy } from '../../domain/tasks/facts.ts';
import { searchable } from '../../domain/text/search.ts';
import type { Tx } from '../../storage/store.ts';
import { readPublic } from '../calls/public.ts';
import { type Context, Refused } from '../context.ts';
import { taskFacts } from '../tasks/facts.ts';
import type { PublicResult, PublicResults } from './contract.ts';

const onPage = 20;

type Found = Omit<PublicResult, 'applied' | 'reports'> & { on: string };

/** Over `task_now n` and `task_count c`: recognised, or completed where the law has no recognition, and put to use. */
const published = sql`(c.counted ->> 'recognisedOn' is not null or c.counted ->> 'result' = 'completed')
  and jsonb_array_length(c.counted -> 'applied') > 0`;

/** Agencies that have something to show, by name. */
async function agenciesShown(tx: Tx, agencies: readonly string[]): Promise<PublicResults['agencies']> {
  const { rows } = await sql<{ id: string; name: string }>`
    select a.id, a.name from agency a where a.id = any(${[...agencies]}::uuid[]) and exists (
      select from task_count c where c.agency_id = a.id and ${published})
    order by a.name, a.id`.execute(tx);
  return rows;
}

/** Every result of an agency that may be shown, the latest first: nothing of money, members or anything under way. */
async function resultsOf(tx: Tx, agencyId: string): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select n.task_id as id, n.title, n.codes[1] as code, n.field, n.host_name as host, n.investigator_name as investigator,
      s.on, extract(year from s.on::date)::int as year
    from task_now n join task_count c on c.agency_id = n.agency_id and c.task_id = n.task_id
    cross join lateral (select coalesce(c.counted ->> 'recognisedOn', n.accepted_on::text,
      c.counted -> 'applied' ->> 0) as on) s
    where n.agency_id = ${agencyId} and ${published}
    order by s.on desc, n.title, n.task_id`.execute(tx);
  return rows;
}

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
  asked: {
    agency?: string | undefined;
    q?: string | undefined;
    field?: string | undefined;
    year?: number | undefined;
    page: number;
  },
): Promise<PublicResults> {
  const agencies = await readPublic(ctx, agenciesShown);
  const agency = asked.agency === undefined ? agencies[0] : agencies.find(({ id }) => id === asked.agency);
  if (!agency && asked.agency !== undefined) throw Refused.notFound();
  if (!agency)
    return { agencies, agency: null, fields: [], years: [], items: [], total: 0, page: 1, pages: 1 };
  return ctx.store.read({ agencies: [agency.id] }, async (tx) => {
    const all = await resultsOf(tx, agency.id);
    const words = searchable(asked.q ?? '')
      .split(' ')
      .filter(Boolean);
    const found = all.filter(
      (one) =>
        (asked.field === undefined || one.field === asked.field) &&
        (asked.year === undefined || one.year === asked.year) &&
        holdsAll(one, words),
    );
    const pages = Math.max(1, Math.ceil(found.length / onPage));
    const page = Math.min(asked.page, pages);
    const shown = found.slice((page - 1) * onPage, page * onPage);
    const facts = await taskFacts(
      tx,
      agency.id,
      shown.map(({ id }) => id),
    );
    const today = ctx.today().toString();
    return {
      ...{ agencies, agency, total: found.length, page, pages },
      fields: [...new Set(all.flatMap(({ field }) => field ?? []))].toSorted((a, b) =>
        a.localeCompare(b, 'vi'),
      ),
      years: [...new Set(all.map(({ year }) => year))].toSorted((a, b) => b - a),
      items: shown.map(({ on: _, ...one }) => ({ ...one, ...useOf(facts.get(one.id) ?? [], today) })),
    };
  });
}

/** Whether every word stands in what is shown of a result. */
function holdsAll({ title, code, field, host, investigator }: Found, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = ` ${searchable([title, code, field, host, investigator].filter(Boolean).join(' '))}`;
  return words.every((word) => text.includes(` ${word}`));
}
