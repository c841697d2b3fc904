import type { RuleOf } from './rule.ts';

/** The days the texts look at, where they are known. */
export interface TransitionFacts {
  filedOn?: Temporal.PlainDate;
  approvedOn?: Temporal.PlainDate;
}

/** Which fact, and its day, keeps a task under the earlier law; undefined where none does. */
export function keepsEarlierLaw(
  { value }: RuleOf<'transition'>,
  { filedOn, approvedOn }: TransitionFacts,
): { fact: 'filed' | 'approved'; day: Temporal.PlainDate } | undefined {
  const days = { filed: filedOn, approved: approvedOn };
  return value.facts
    .map((fact) => ({ fact, day: days[fact] }))
    .find(
      (one): one is { fact: 'filed' | 'approved'; day: Temporal.PlainDate } =>
        one.day !== undefined && Temporal.PlainDate.compare(one.day, value.before) < 0,
    );
}
