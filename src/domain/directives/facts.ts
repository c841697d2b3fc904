import { z } from 'zod';
import { Deadline } from '../deadlines/deadline.ts';
import { Party } from '../documents/reading.ts';

/** What giving a directive says: who leads, who helps, by when, with what product. */
export const Given = z.object({
  lead: Party.nullable(),
  coordinating: z.array(Party),
  deadline: Deadline,
  product: z.string().nullable(),
});
export type Given = z.infer<typeof Given>;

/** What each kind of fact carries beside its two clocks. */
export const FactBody = z.discriminatedUnion('kind', [
  Given.extend({ kind: z.literal('given') }),
  /** Puts an earlier fact right: `given` is what should have been recorded; the first stays readable. */
  z.object({ kind: z.literal('corrected'), supersedes: z.uuid(), reason: z.string().min(1), given: Given }),
]);
export type FactBody = z.infer<typeof FactBody>;

/**
 * A dated fact about one directive. `happenedOn` is legal time (ISO day), `recordedAt` system time (ISO
 * instant): so «how did it stand on D» and «what did we believe at T» have different, exact answers.
 */
export interface DirectiveFact {
  id: string;
  happenedOn: string;
  recordedAt: string;
  /** Full name of the person who recorded it. */
  by: string;
  body: FactBody;
}

/** How a directive stands, folded from its facts. */
export interface Standing extends Given {
  givenOn: string;
  /** The deadline it was first given with, as corrected: an extension never changes it. */
  firstDeadline: Deadline;
}

/** Facts in the order they bind: by the day they happened, then by when they were recorded, then by id. */
function inOrder(facts: readonly DirectiveFact[]): DirectiveFact[] {
  return facts.toSorted(
    (a, b) =>
      a.happenedOn.localeCompare(b.happenedOn) ||
      a.recordedAt.localeCompare(b.recordedAt) ||
      a.id.localeCompare(b.id),
  );
}

/**
 * Folds the facts of one directive into how it stands as of a day, as known at an instant; null when it was
 * not yet given (or not yet known). The order in which facts are passed does not matter.
 */
export function standingOf(
  facts: readonly DirectiveFact[],
  when: { asOf?: string; knownAt?: string } = {},
): Standing | null {
  const known = inOrder(facts).filter(
    (fact) =>
      (when.asOf === undefined || fact.happenedOn <= when.asOf) &&
      (when.knownAt === undefined || fact.recordedAt <= when.knownAt),
  );
  const first = known.find((fact) => fact.body.kind === 'given');
  if (first?.body.kind !== 'given') return null;
  let given: Given = first.body;
  for (const { body } of known) if (body.kind === 'corrected') given = body.given;
  return {
    lead: given.lead,
    coordinating: given.coordinating,
    deadline: given.deadline,
    product: given.product,
    givenOn: first.happenedOn,
    firstDeadline: given.deadline,
  };
}
