import { sayDay } from '../../domain/deadlines/words.ts';
import { type DirectiveFact, sayAuthor } from '../../domain/directives/facts.ts';

/** Of a past day nothing can be done, and the record says so. */
export function onlyToday<A extends object>(abilities: A, { day, today }: { day: string; today: string }): A {
  if (day === today) return abilities;
  const reason = `Đang xem như ngày ${sayDay(day)}. Trở về hôm nay để làm việc.`;
  return Object.fromEntries(Object.keys(abilities).map((act) => [act, reason])) as A;
}

type Told = Pick<DirectiveFact, 'id' | 'happenedOn' | 'recordedAt' | 'by' | 'inNameOf'>;

/** What happened by a day, the last recorded first, and what a history says of each beside its sentence. */
export function historyOn<Fact extends Told>(facts: readonly Fact[], day: string) {
  return facts
    .filter(({ happenedOn }) => happenedOn <= day)
    .toSorted((a, b) => b.recordedAt.localeCompare(a.recordedAt) || b.id.localeCompare(a.id))
    .map((fact) => ({
      fact,
      told: {
        id: fact.id,
        happenedOn: fact.happenedOn,
        recordedAt: fact.recordedAt,
        by: sayAuthor({ by: fact.by, ...(fact.inNameOf && { inNameOf: fact.inNameOf }) }),
      },
    }));
}
