import type { Change, Named } from '../../src/domain/tasks/change.ts';
import type { StepBody, StepKind, TaskEvent } from '../../src/domain/tasks/facts.ts';

type Finding = Extract<TaskEvent, { kind: 'inspected' }>['outcome'];

/** How an invented task goes, beside the usual. Days are counted from the contract. */
export interface Branch {
  /** Months its time is extended by, once, asked for two months before the end. */
  extendedBy?: number;
  /** Changes asked for, each a hundred days after the one before; the last refused where `refused`. */
  changes?: readonly Change['type'][];
  refused?: boolean;
  /** A change the host makes itself and tells. */
  ownChange?: boolean;
  /** Inspections instead of those once a year: the day, the paper of the round, the finding. */
  inspections?: readonly (readonly [on: string, paper: string, outcome: Finding])[];
  result?: 'excellent' | 'achieved' | 'not-achieved';
  /** Days by which the acceptance dossier is filed after the contract ends; 20 unless told. */
  filedAfter?: number;
  /** The acceptance dossier goes back for completion. */
  supplement?: boolean;
  suspendedAfter?: number;
  terminatedAfter?: number;
  /** What becomes of assets: none there were, handed over, or nothing is decided. */
  assets?: 'none' | 'handed-over' | 'left';
  applied?: boolean;
  /** One report of the effect is all. */
  oneReport?: boolean;
}

export interface TaskPlan {
  /** Its place among all, from which its ids are made. */
  order: number;
  title: string;
  law: 'A' | 'B-science' | 'B-innovation';
  /** ISO; of one that is not contracted yet the day it would be. */
  contractOn: string;
  months: number;
  host: Named;
  investigator: Named;
  /** Đồng from the budget. */
  money: number;
  number: string;
  branch: Branch;
}

/** What happens to a task: the day and the step; `paper` names an inspection's round. */
export interface Happening {
  on: string;
  body: TaskEvent;
  paper?: string;
}

const plainDay = (iso: string) => Temporal.PlainDate.from(iso);

/** A day so long after another; from a Saturday or Sunday on to Monday. */
export function dayAfter(iso: string, days: number): string {
  const day = plainDay(iso).add({ days });
  return day.add({ days: day.dayOfWeek > 5 ? 8 - day.dayOfWeek : 0 }).toString();
}
export const monthsAfter = (iso: string, months: number) => plainDay(iso).add({ months }).toString();

export type Line = readonly [days: number, kind: StepKind, said?: object];

export const bodyOf = (kind: StepKind, said: object = {}) => ({ kind, ...said }) as StepBody;
export const linesFrom = (iso: string, lines: readonly Line[]): Happening[] =>
  lines.map(([days, kind, said]) => ({ on: dayAfter(iso, days), body: bodyOf(kind, said) }));

/** Ids are made of the plan's order, so that a plan always makes the same. */
export const idOf = ({ order }: TaskPlan, at: number): string =>
  `00000000-${String(at).padStart(4, '0')}-4000-8000-${String(order).padStart(12, '0')}`;
export const dossierOf = (plan: TaskPlan) => idOf(plan, 99);
