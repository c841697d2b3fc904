import type { Deadline } from '../deadlines/deadline.ts';
import type { DirectiveKind } from '../documents/reading.ts';
import type { DirectiveState } from './filter.ts';

/** What a state depends on, of one directive. */
export interface Dated {
  kind: DirectiveKind;
  deadlineKind: Deadline['kind'];
  /** Last day in time, ISO; null without one. */
  due: string | null;
}

/** The day a state is asked for, and the last day that counts as «sắp đến hạn» from it. */
export interface AsOf {
  today: string;
  soonUntil: string;
}

/**
 * State of a directive on a day, in the usual words of the offices (chưa đến hạn, sắp đến hạn, quá hạn, không hạn).
 * `directives/queries.ts` asks the database the same question; a test proves the two equal.
 */
export function stateOn(directive: Dated, asOf: AsOf): DirectiveState {
  if (directive.kind === 'stop') return 'stop';
  if (directive.due !== null) {
    if (directive.due < asOf.today) return 'overdue';
    return directive.due <= asOf.soonUntil ? 'due-soon' : 'in-time';
  }
  if (directive.kind === 'standing' || directive.deadlineKind === 'recurring') return 'standing';
  return directive.deadlineKind === 'relative' ? 'awaiting-event' : 'no-deadline';
}
