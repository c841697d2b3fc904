import type pg from 'pg';

/**
 * `directive_now` counted as `directive_rollup` keeps it: agency, `due`, lead, bucket (`bucketOf` of domain/directives),
 * how many. A text without parameters, for the transaction that sees the rows.
 */
export const countedAnew = `
  select n.agency_id, d.due, coalesce(n.lead_unit_id, '00000000-0000-0000-0000-000000000000') as lead_unit_id, n.bucket,
    count(*)::int as count
  from (select agency_id, lead_unit_id, due, case
      when phase = 'stopped' then 'stopped'
      when phase = 'accepted' and closed_on > due then 'done-late'
      when phase = 'accepted' then 'done-in-time'
      when kind = 'stop' then 'stop'
      when suspended then 'suspended'
      when phase = 'refused' then 'refused'
      when phase = 'submitted' then 'awaiting-confirmation'
      when phase = 'returned' then 'returned'
      when due is not null then 'dated'
      when kind = 'standing' or deadline_kind = 'recurring' then 'standing'
      when deadline_kind = 'relative' then 'awaiting-event'
      else 'no-deadline' end as bucket
    from directive_now where origin <> 'part') n
  cross join lateral (values ('-infinity'::date), (case when n.bucket in ('dated', 'returned') then n.due end)) d (due)
  where d.due is not null
  group by 1, 2, 3, 4`;

/**
 * The day under which a row stands as of `today` (SQL): what is over by more than two days stands under one, so that a
 * clock that is a little behind still counts right.
 */
export const foldedDay = (today: string) =>
  `case when due = '-infinity' then due else greatest(due, ${today} - 2) end`;

/** Today where the offices are. */
const officeDay = `(now() at time zone 'Asia/Ho_Chi_Minh')::date`;

/** Fills the empty roll-up from what stands, folded. */
export async function fillRollup(client: pg.ClientBase): Promise<void> {
  await client.query(`insert into directive_rollup (agency_id, due, lead_unit_id, bucket, id, count)
    select agency_id, ${foldedDay(officeDay)}, lead_unit_id, bucket, gen_random_uuid(), sum(count)
    from (${countedAnew}) counted group by 1, 2, 3, 4`);
}

/**
 * Counts everything anew. Who writes meanwhile waits, and what they wrote is counted once.
 * @param client of the tables' owner
 */
export async function recount(client: pg.ClientBase): Promise<void> {
  await client.query(`begin; set local app.agencies = '*'; lock table directive_rollup in exclusive mode`);
  try {
    await client.query('delete from directive_rollup');
    await fillRollup(client);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
  // What was deleted is no longer in the way of a look.
  await client.query('vacuum analyze directive_rollup');
}

/**
 * How many sums of the roll-up differ from counting anew, in the agencies the transaction may see.
 * @param today ISO, or SQL that gives the day
 */
export async function countDifferences(client: pg.ClientBase, today?: string): Promise<number> {
  const day = today === undefined ? officeDay : `'${today}'::date`;
  const folded = (rows: string) =>
    `select agency_id, ${foldedDay(day)} as due, lead_unit_id, bucket, sum(count) as count from (${rows}) r
      group by 1, 2, 3, 4 having sum(count) <> 0`;
  const { rows } = await client.query<{ differ: number }>(`
    select count(*)::int as differ from
      (${folded('select * from directive_rollup')}) kept
      full join (${folded(countedAnew)}) anew using (agency_id, due, lead_unit_id, bucket)
    where kept.count is distinct from anew.count`);
  return rows[0]?.differ ?? 0;
}
