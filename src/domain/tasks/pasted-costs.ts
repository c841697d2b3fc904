/** A row of a sheet as a clerk copied it: the item, two amounts as typed, and words that are neither. */
export interface PastedRow {
  item: string;
  amounts: [first: string, second: string];
  reason: string;
}

/** What was copied from a sheet, and how many rows of it are heads or sums rather than items. */
export interface Pasted {
  rows: PastedRow[];
  left: number;
}

/** Cells of a copied table: tabs between cells, line ends between rows, quotes around what holds either. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /"((?:[^"]|"")*)"(?=\t|\r?\n|$)|([^\t\r\n]*)/uy;
  for (let at = 0; at <= text.length; ) {
    cell.lastIndex = at;
    const found = cell.exec(text);
    const written = found?.[1]?.replaceAll('""', '"') ?? found?.[2] ?? '';
    rows.at(-1)?.push(written.replace(/\s+/gu, ' ').trim());
    at = cell.lastIndex;
    const end = /\t|\r\n|\n|\r/uy;
    end.lastIndex = at;
    const [sign] = end.exec(text) ?? [];
    if (sign === undefined) break;
    if (sign !== '\t') rows.push([]);
    at = end.lastIndex;
  }
  return rows.filter((row) => row.some((one) => one !== ''));
}

export const isAmount = (cell: string) => /^-?\d[\d.,\s]*(?:đồng|đ)?$/iu.test(cell);
export const isOrder = (cell: string) =>
  /^(?:đợt\s*)?(?:\d{1,3}(?:\.\d{1,3})*|[IVX]{1,5}|[a-zđ])[.)]?$/iu.test(cell);
export const isSum = (item: string) => /^(?:tổng(?: số)? )?cộng(?: .*)?$|^tổng(?: số)?(?: .*)?$/iu.test(item);

/**
 * Rows of the estimate out of what was copied from Excel or Word: number, item, amounts, reason, in this order; the number
 * and the reason may be missing. Heads and sums are left out and counted; what is no amount stays as it is written.
 */
export function pastedCosts(text: string): Pasted {
  const table = cellsOf(text);
  const rows = table.flatMap((cells, at) => {
    const [first = '', second = ''] = cells;
    const numbered = isOrder(first) && second !== '' && !isAmount(second);
    const [item = '', one = '', two = '', ...rest] = numbered || first === '' ? cells.slice(1) : cells;
    const isHead = at === 0 && one !== '' && !/\d/u.test(one);
    if (item === '' || isSum(item) || isHead) return [];
    return [{ item, amounts: [one, two] as [string, string], reason: rest.filter(Boolean).join('; ') }];
  });
  return { rows, left: table.length - rows.length };
}
