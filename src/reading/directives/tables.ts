import { fold } from '../../domain/text/fold.ts';
import type { Block } from '../extracted.ts';
import { columnNames } from '../phrases/sections.ts';
import type { Parties } from '../units/parties.ts';
import { splitParties } from '../units/parties.ts';
import type { Draft } from './draft.ts';
import { markAt } from './marks.ts';
import { tokenise } from './tokens.ts';

type Field = (typeof columnNames)[number]['field'];
type Columns = Map<number, Field>;

interface Cell {
  start: number;
  end: number;
  value: string;
}

const longestHeader = 60;

/** Reads a row as a header: which column holds what. Undefined unless it names the matter and one field more. */
function headerOf(flat: string, row: Block): Columns | undefined {
  const columns: Columns = new Map();
  for (const cell of row.cells ?? []) {
    const name = fold(cell.carried ?? flat.slice(cell.start, cell.end))
      .replace(/\s+/g, ' ')
      .trim();
    if (name.length > longestHeader) return undefined;
    const field = columnNames.find(({ pattern }) => pattern.test(name))?.field;
    if (field && ![...columns.values()].includes(field)) columns.set(cell.column, field);
  }
  const fields = [...columns.values()];
  const useful = fields.some(
    (f) => f === 'lead' || f === 'deadline' || f === 'product' || f === 'coordinating',
  );
  return fields.includes('matter') && useful ? columns : undefined;
}

/** Whether a row is the header of a task table. */
export const isTaskHeader = (flat: string, row: Block): boolean => headerOf(flat, row) !== undefined;

/** A task table being read row by row; a row without matter is a heading inside it or carries on. */
export class TaskTable {
  #columns: Columns | undefined;
  #section: string | undefined;

  /** The draft of a row, or undefined for headers, headings, totals and tables that hand out no work. */
  read(flat: string, row: Block): Draft | undefined {
    const header = headerOf(flat, row);
    if (header) {
      this.#columns = header;
      return undefined;
    }
    if (!this.#columns) return undefined;
    const cells = this.#cells(flat, row);
    const matter = cells.get('matter');
    const filled = [...cells.values()].filter((cell) => cell.value !== '').length;
    const ordinal = cells.get('ordinal')?.value ?? '';
    if (!matter || matter.value.length < 4 || filled <= (ordinal ? 2 : 1)) {
      if (matter && filled > 0) this.#section = ordinal || matter.value;
      return undefined;
    }
    if (/^(tong( cong| so)?|cong)$/.test(fold(matter.value))) return undefined;
    return this.#draft(flat, cells, matter, ordinal);
  }

  #cells(flat: string, row: Block): Map<Field, Cell> {
    const cells = new Map<Field, Cell>();
    for (const cell of row.cells ?? []) {
      const field = this.#columns?.get(cell.column);
      if (!field || cells.has(field)) continue;
      const printed = flat.slice(cell.start, cell.end).trim();
      cells.set(field, { start: cell.start, end: cell.end, value: printed || (cell.carried ?? '').trim() });
    }
    return cells;
  }

  #draft(flat: string, cells: Map<Field, Cell>, matter: Cell, ordinal: string): Draft {
    const mark = markAt(flat.slice(matter.start, matter.end));
    const start = matter.start + (mark?.length ?? 0);
    const coordinating = cells.get('coordinating');
    const tokens = coordinating ? tokenise(flat, coordinating.start, coordinating.end) : [];
    return {
      start,
      end: matter.end,
      outline: [this.#section, ordinal.replace(/[.)]$/, '')].filter((label): label is string => !!label),
      lead: party(cells.get('lead')),
      leadFrom: 'label',
      coordinating: coordinating?.value ? splitParties(tokens, party(coordinating)!) : [],
      verb: start,
      firm: true,
      task: true,
      announces: false,
      under: 0,
      above: [0],
      deadlineAt: cells.get('deadline'),
      deadlineText: cells.get('deadline')?.value,
      product: cells.get('product')?.value || undefined,
    };
  }
}

function party(cell: Cell | undefined): Parties | undefined {
  return cell?.value ? { name: cell.value.replace(/\s+/g, ' '), span: [cell.start, cell.end] } : undefined;
}
