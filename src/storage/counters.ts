import type { Tx } from './store.ts';

/** The number a series would give next, if nobody takes it before: nothing is locked. */
export async function numberToCome(tx: Tx, agencyId: string, series: string, year: number): Promise<number> {
  const row = await tx
    .selectFrom('counter')
    .select('last')
    .where('agency_id', '=', agencyId)
    .where('series', '=', series)
    .where('year', '=', year)
    .executeTakeFirst();
  return (row?.last ?? 0) + 1;
}

/**
 * The next number of a gap-free series of an agency, starting at 1 each year. The counter's row stays locked until the
 * transaction ends, so take the number late; a transaction that fails gives its number back.
 */
export async function nextNumber(tx: Tx, agencyId: string, series: string, year: number): Promise<number> {
  const row = await tx
    .insertInto('counter')
    .values({ agency_id: agencyId, series, year, last: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['agency_id', 'series', 'year'])
        .doUpdateSet((eb) => ({ last: eb('counter.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return row.last;
}
