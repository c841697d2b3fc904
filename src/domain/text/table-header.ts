import { searchable } from './search.ts';

/** Where the columns of a table stand, and which headers mean nothing here. */
export interface TableHeader<Column extends string> {
  columns: ReadonlyMap<Column, number>;
  ignored: string[];
}

/**
 * Knows the header row of a kind of table, folding accents, in any order.
 * @param names what each column is called, folded, parted by commas
 * @param mark without this column and one more a row is no header
 */
export function headerReader<Column extends string>(
  names: Record<Column, string>,
  mark: Column,
): (cells: readonly string[]) => TableHeader<Column> | null {
  const byName = new Map(
    (Object.entries(names) as [Column, string][]).flatMap(([column, words]) =>
      words.split(', ').map((word) => [word, column] as const),
    ),
  );
  return (cells) => {
    const columns = new Map<Column, number>();
    const ignored: string[] = [];
    for (const [index, cell] of cells.entries()) {
      const name = searchable(cell);
      const column = byName.get(name);
      if (column && !columns.has(column)) columns.set(column, index);
      else if (name !== '' && name !== 'stt' && name !== 'tt') ignored.push(cell.trim().slice(0, 100));
    }
    return columns.has(mark) && columns.size > 1 ? { columns, ignored } : null;
  };
}
