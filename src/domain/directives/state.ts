import type { Deadline } from '../deadlines/deadline.ts';
import type { DirectiveKind } from '../documents/reading.ts';
import type { DirectiveState } from './filter.ts';
import type { Phase } from './standing.ts';

/** What a state depends on, of one directive. */
export interface Dated {
  kind: DirectiveKind;
  deadlineKind: Deadline['kind'];
  phase: Phase;
  suspended: boolean;
  /** Last day in time, ISO; null without one. */
  due: string | null;
  /** Day the accepted product was submitted, ISO. */
  closedOn: string | null;
}

/** The day a state is asked for, and the last day that counts as «sắp đến hạn» from it. */
export interface AsOf {
  today: string;
  soonUntil: string;
}

/** States without today's date: `dated` is open work with a last day in time, overdue, due soon or in time by the day. */
export const buckets = [
  'dated',
  'returned',
  'awaiting-confirmation',
  'refused',
  'suspended',
  'no-deadline',
  'awaiting-event',
  'standing',
  'stop',
  'done-in-time',
  'done-late',
  'stopped',
] as const satisfies readonly (DirectiveState | 'dated')[];
export type Bucket = (typeof buckets)[number];

/** Buckets whose state today's date still moves. */
export const movedByDay: ReadonlySet<Bucket> = new Set(['dated', 'returned']);

/** What can be said of a state without knowing the day: what is over or out of the doer's hands comes before lateness. */
export function bucketOf({ phase, due, kind, suspended, closedOn, deadlineKind }: Dated): Bucket {
  if (phase === 'stopped') return 'stopped';
  if (phase === 'accepted')
    return due !== null && closedOn !== null && closedOn > due ? 'done-late' : 'done-in-time';
  if (kind === 'stop') return 'stop';
  if (suspended) return 'suspended';
  if (phase === 'refused') return 'refused';
  if (phase === 'submitted') return 'awaiting-confirmation';
  if (phase === 'returned') return 'returned';
  if (due !== null) return 'dated';
  if (kind === 'standing' || deadlineKind === 'recurring') return 'standing';
  return deadlineKind === 'relative' ? 'awaiting-event' : 'no-deadline';
}

/**
 * State of a directive on a day, in the usual words of the offices (chưa đến hạn, sắp đến hạn, quá hạn, chờ xác nhận…);
 * a returned product that is late is overdue. `features/directives/where.ts` asks the database the same question; a test
 * proves the two equal.
 */
export function stateOn(directive: Dated, asOf: AsOf): DirectiveState {
  const bucket = bucketOf(directive);
  const { due } = directive;
  if (due !== null && movedByDay.has(bucket) && due < asOf.today) return 'overdue';
  if (bucket !== 'dated') return bucket;
  return due !== null && due <= asOf.soonUntil ? 'due-soon' : 'in-time';
}

/** States in which the work is over. */
export const endedStates: readonly DirectiveState[] = ['done-in-time', 'done-late', 'stopped'];

/** The states in the words the offices use. */
export const stateWords: Record<DirectiveState, string> = {
  overdue: 'Quá hạn',
  'due-soon': 'Sắp đến hạn',
  'in-time': 'Chưa đến hạn',
  returned: 'Trả lại',
  'awaiting-confirmation': 'Chờ xác nhận',
  refused: 'Từ chối nhận',
  suspended: 'Tạm hoãn',
  'no-deadline': 'Không hạn',
  'awaiting-event': 'Chờ mốc tính hạn',
  standing: 'Thường xuyên, định kỳ',
  stop: 'Lệnh dừng',
  'done-in-time': 'Hoàn thành đúng hạn',
  'done-late': 'Hoàn thành quá hạn',
  stopped: 'Đã dừng',
};
