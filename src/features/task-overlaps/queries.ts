import { sql } from 'kysely';
import { overlapsOf, type TaskWords } from '../../domain/tasks/similarity.ts';
import type { Actor, Context } from '../context.ts';
import { type NowRow, presentRow } from '../tasks/present.ts';
import type { Overlaps } from './contract.ts';

/** More than anybody reads: what comes after resembles a proposal by chance. */
const shown = 20;

/** Tasks of the agency, past and running, that resemble a proposal, the most alike first. */
export function findOverlaps(
  ctx: Context,
  { agencyId, scope, language }: Actor,
  { besides, ...proposal }: TaskWords & { besides: string | null },
): Promise<Overlaps> {
  const today = ctx.today().toString();
  return ctx.store.read(scope, async (tx) => {
    const { rows: past } = await sql<{ id: string } & TaskWords>`
      select distinct on (n.task_id) n.task_id as id, n.title,
        f.body #>> '{profile,aims}' as aims, f.body #>> '{profile,products}' as products
      from task_now n
      join task_fact f on f.agency_id = n.agency_id and f.task_id = n.task_id and f.body ->> 'kind' = 'described'
      where n.agency_id = ${agencyId} and n.task_id is distinct from ${besides}::uuid
      order by n.task_id, f.happened_on desc, f.recorded_at desc, f.id desc`.execute(tx);
    const overlaps = overlapsOf(proposal, past).slice(0, shown);
    const { rows } = await sql<NowRow>`select n.* from task_now n where n.agency_id = ${agencyId}
      and n.task_id = any(${overlaps.map(({ id }) => id)}::uuid[])`.execute(tx);
    const byId = new Map(rows.map((row) => [row.task_id, row]));
    const items = overlaps.flatMap(({ id, likeness, shared }) => {
      const row = byId.get(id);
      return row
        ? [{ task: presentRow(row, { day: today, language }), percent: Math.round(likeness * 100), shared }]
        : [];
    });
    return { items };
  });
}
