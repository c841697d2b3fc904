import { sayDay } from '../deadlines/words.ts';
import type { UnitMeant } from '../organisation/find-unit.ts';
import { shortened } from '../organisation/units-written.ts';
import type { TaskType } from '../tasks/about.ts';
import type { Khoan, TaskLevel } from '../tasks/rules/vocabulary.ts';
import { type DaySaid, daySaid } from './cells.ts';
import type { TaskColumn, TaskHeader } from './columns.ts';

/** How the assets of a task stand, as a portfolio says it. */
export type AssetsSaid = 'none' | 'open' | 'planned' | 'decided' | 'handedOver';
export type RatingSaid = 'excellent' | 'achieved' | 'not-achieved';

/** What a row of a portfolio says of a task. Days are ISO, money is đồng; null where it says nothing. */
export interface ImportedTask {
  codes: string[];
  title: string;
  level: TaskLevel;
  type: TaskType;
  field: string | null;
  programme: { id: string } | null;
  unit: { unitId: string; name: string };
  host: string;
  investigator: string;
  approval: { sign: string | null; on: string | null };
  contract: { number: string | null; on: string; from: string; to: string };
  khoan: Khoan | null;
  stateMoney: number;
  otherMoney: number;
  terminated: { on: string; reason: string } | null;
  accepted: { on: string; rating: RatingSaid } | null;
  registered: { on: string; certificate: string } | null;
  recognisedOn: string | null;
  assets: { said: AssetsSaid; on: string } | null;
  liquidatedOn: string | null;
  settledOn: string | null;
  /** Columns of which only a month or a year was written: its first or last day is taken. */
  taken: TaskColumn[];
  /** What the row says that is left out, and why. */
  left: string[];
}

/** What is wrong with a row, in which column, and what to do. */
export interface RowFault {
  column: TaskColumn;
  message: string;
}

/** What a row is checked against. */
export interface RowBasis {
  /** ISO. */
  today: string;
  header: TaskHeader;
  findUnit(written: string, on: string): UnitMeant;
  /** The programme of a name; null where there is none. */
  findProgramme(written: string): string | null;
}

/** A row that is being checked. */
export interface Checking extends RowBasis {
  cell(column: TaskColumn): string;
  wrong(column: TaskColumn, message: string): void;
  taken: TaskColumn[];
}

/** What a text means by the first pattern it holds. */
export const meant = <Value>(table: readonly (readonly [RegExp, Value])[], text: string): Value | undefined =>
  table.find(([means]) => means.test(text))?.[1];

/** A day a cell says; a wrong one is told. */
export function dayOf(
  { cell, wrong, taken, today }: Checking,
  column: TaskColumn,
  side: 'first' | 'last' = 'last',
  past = true,
) {
  const text = cell(column);
  if (text === '' || text === '-') return null;
  const said = daySaid(text, side);
  if (!said) {
    wrong(column, `«${shortened(text)}» không phải là ngày. Ghi dạng ngày/tháng/năm, ví dụ 15/11/2024.`);
    return null;
  }
  return kept({ said, column, past }, { wrong, taken, today });
}

/** The day meant, told where only a month or year was written, or where it cannot be. */
export function kept(
  { said, column, past }: { said: DaySaid; column: TaskColumn; past: boolean },
  { wrong, taken, today }: Pick<Checking, 'wrong' | 'taken' | 'today'>,
): string {
  if (!said.exact) taken.push(column);
  if (said.day < '1980-01-01' || said.day > '2080-01-01') wrong(column, 'Kiểm tra lại năm.');
  else if (past && said.day > today) wrong(column, `Ngày ${sayDay(said.day)} chưa đến. Kiểm tra lại ngày.`);
  return said.day;
}
