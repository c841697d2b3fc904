import { tidied } from './money.ts';

/** Where something is pasted: the row and the column of the cell. */
export interface PastedAt {
  key: string | undefined;
  column: string | undefined;
}

/** One copied column fills down from its cell, into new rows where there are none; null where it is a single value or no cell. */
export function fillDown<Row extends { key: string }>(
  rows: readonly Row[],
  text: string,
  { key, column }: PastedAt,
  { emptyRow, amounts }: { emptyRow: () => Row; amounts: readonly (string & keyof Row)[] },
): { rows: Row[]; pasted: number; left: number } | null {
  const values = text.replace(/\r?\n$/u, '').split(/\r?\n/u);
  const place = rows.findIndex((row) => row.key === key);
  if (values.length < 2 || place === -1 || column === undefined) return null;
  const filled = values.map((value, down) => ({
    ...(rows[place + down] ?? emptyRow()),
    [column]: amounts.some((one) => one === column) ? tidied(value) : value.trim(),
  }));
  const after = rows.slice(place + values.length);
  return { rows: [...rows.slice(0, place), ...filled, ...after], pasted: values.length, left: 0 };
}
