import { itemKey } from '../../domain/tasks/cost-lines.ts';
import type { StepKind } from '../../domain/tasks/facts.ts';
import { pastedCosts } from '../../domain/tasks/pasted-costs.ts';
import { newId } from '../api/new-id.ts';
import { fillDown, type PastedAt } from './fill-down.ts';
import { moneyTyped, tidied } from './money.ts';
import type { StepDraft } from './step-form.ts';

/** What a step's lines go from and to. */
export type End = 'asked' | 'proposed' | 'approved';
export interface Ends {
  from: End;
  to: End;
  /** The field of the step that holds a total, and the column that adds up to it. */
  totals: readonly { field: 'asked' | 'proposed' | 'stateMoney'; of: 'from' | 'to' }[];
}

export const endsOfStep = (kind: StepKind): Ends =>
  kind === 'approved'
    ? { from: 'proposed', to: 'approved', totals: [{ field: 'stateMoney', of: 'to' }] }
    : {
        ...{ from: 'asked', to: 'proposed' },
        totals: [
          { field: 'asked', of: 'from' },
          { field: 'proposed', of: 'to' },
        ],
      };

/** A line as it is typed: amounts stay as written until they can be read. */
export interface CostTyped {
  key: string;
  item: string;
  from: string;
  to: string;
  khoan: boolean;
  reason: string;
}
export const emptyLine = (): CostTyped => ({
  ...{ key: newId(), item: '', from: '', to: '', khoan: false, reason: '' },
});
export const isEmpty = ({ item, from, to, reason }: CostTyped): boolean =>
  [item, from, to, reason].every((one) => one.trim() === '');

const amountOf = (typed: string) => (typed.trim() === '' ? 0 : (moneyTyped(typed) ?? Number.NaN));

/** Lines of a draft as they are typed. */
export const typedOf = (lines: unknown, { from, to }: Ends): CostTyped[] =>
  (Array.isArray(lines) ? (lines as Record<string, unknown>[]) : []).map((line) => ({
    key: newId(),
    item: String(line.item ?? ''),
    from: tidied(String(line[from] ?? '')),
    to: tidied(String(line[to] ?? '')),
    khoan: line.khoan === true,
    reason: String(line.reason ?? ''),
  }));

/** What the step would say of them; an amount that cannot be read is no number. Lines left empty say nothing. */
export function linesOf(rows: readonly CostTyped[], { from, to }: Ends): StepDraft[] | undefined {
  const said = rows.filter((row) => !isEmpty(row));
  if (said.length === 0) return undefined;
  return said.map((row) => ({
    ...{ item: row.item, [from]: amountOf(row.from), [to]: amountOf(row.to), reason: row.reason },
    ...(to === 'approved' && { khoan: row.khoan }),
  }));
}

/** The sum of what can be read in a column. */
export const columnSum = (rows: readonly CostTyped[], column: 'from' | 'to'): number =>
  rows.reduce((sum, row) => sum + (amountOf(row[column]) || 0), 0);

/** Rows pasted into a cell: one column fills down from it; a table is added, items that stand already take its amounts. */
export function pasteInto(
  rows: readonly CostTyped[],
  text: string,
  at: PastedAt,
): { rows: CostTyped[]; pasted: number; left: number } | null {
  if (!text.includes('\t')) return fillDown(rows, text, at, { emptyRow: emptyLine, amounts: ['from', 'to'] });
  const { rows: copied, left } = pastedCosts(text);
  const next = rows.filter((row) => !isEmpty(row));
  for (const { item, amounts, reason } of copied) {
    const known = next.findIndex((row) => itemKey(row.item) === itemKey(item));
    const [from, to] = amounts;
    const line = { ...(next[known] ?? emptyLine()), item, from: tidied(from), to: tidied(to), reason };
    if (known === -1) next.push(line);
    else next[known] = line;
  }
  return { rows: next, pasted: copied.length, left };
}
