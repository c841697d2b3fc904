import { type RawBuilder, sql } from 'kysely';
import type { Tx } from './store.ts';

/** Stands between the columns of a line: the control character made for it. */
const between = '\u001f';

/** A text that people wrote, which may hold any character, for `inLines`. */
export const freeText = (column: RawBuilder<unknown>) => sql`replace(${column}, ${sql.lit(between)}, ' ')`;

/**
 * Every row of a statement as the texts of its columns, some hundred rows at a time; '' for null. For what would be too
 * many at once; one such at a time in a transaction. The driver takes a row column by column, which for whole registers
 * took longer than finding them: here a row comes as one text. The next rows are on their way while these are worked on;
 * more at once would outlive the young generation of the heap, and clearing them away took a fifth of an export's time.
 * @param columns those that people wrote within `freeText`
 * @param rest the statement from its `from` on
 * @param put what the statement is put into before it is asked
 */
export async function* inLines(
  tx: Tx,
  columns: readonly RawBuilder<unknown>[],
  rest: RawBuilder<unknown>,
  put: <Row>(statement: RawBuilder<Row>) => RawBuilder<Row>,
): AsyncGenerator<string[][]> {
  const line = sql`concat(${sql.join(columns, sql`, ${sql.lit(between)}, `)})`;
  const statement = put(sql<{ line: string }>`select ${line} as line ${rest}`);
  // All rows will be taken: the plan that has the last one soonest, not the first.
  await sql`set local cursor_tuple_fraction = 1`.execute(tx);
  await sql`declare lines no scroll cursor for ${statement}`.execute(tx);
  const fetch = () => sql<{ line: string }>`fetch 250 from lines`.execute(tx);
  let coming = fetch();
  for (;;) {
    const { rows } = await coming;
    if (rows.length === 0) return;
    coming = fetch();
    coming.catch(() => undefined);
    yield rows.map((row) => row.line.split(between));
  }
}
