import type { RecordedTaskFact } from './about.ts';
import type { StepBody, StepKind } from './facts.ts';

/** A step that a host or an investigator told the agency of, and what became of it. */
export interface SentIn {
  /** Of the fact that tells it. */
  id: string;
  on: string;
  recordedAt: string;
  by: string;
  byId: string | null;
  event: StepBody;
  /** Until the agency records the step, or sends it back with a reason. */
  state: 'waiting' | 'noted' | 'returned';
  /** Why it was sent back. */
  reason: string | null;
  /** The fact by which the agency recorded the step. */
  notedBy: string | null;
}

/** What was sent in on a task, the newest first: noted by any such step the agency recorded since. */
export function sentInOf(facts: readonly RecordedTaskFact[]): SentIn[] {
  return facts
    .flatMap((fact): SentIn[] => {
      const { id, happenedOn: on, recordedAt, by, byId = null, body } = fact;
      if (body.kind !== 'sentIn') return [];
      return [
        { ...{ id, on, recordedAt, by, byId, event: body.event }, ...becameOf(fact, body.event, facts) },
      ];
    })
    .toSorted((a, b) => (`${a.recordedAt} ${a.id}` < `${b.recordedAt} ${b.id}` ? 1 : -1));
}

/** Whether a step of a kind was sent in and waits for the agency. */
export const isSent = (facts: readonly RecordedTaskFact[], kind: StepKind): boolean =>
  sentInOf(facts).some(({ state, event }) => state === 'waiting' && event.kind === kind);

function becameOf(
  sent: RecordedTaskFact,
  { kind }: StepBody,
  facts: readonly RecordedTaskFact[],
): Pick<SentIn, 'state' | 'reason' | 'notedBy'> {
  for (const { body } of facts)
    if (body.kind === 'sentBack' && body.sentIn === sent.id)
      return { state: 'returned', reason: body.reason, notedBy: null };
  const [noted] = facts
    .filter((fact) => recordingOf(fact) > recordingOf(sent) && stepIn(fact) === kind)
    .toSorted((a, b) => (recordingOf(a) < recordingOf(b) ? -1 : 1));
  return { state: noted ? 'noted' : 'waiting', reason: null, notedBy: noted?.id ?? null };
}

const recordingOf = ({ recordedAt, id }: RecordedTaskFact) => `${recordedAt} ${id}`;

/** The step a fact records, or puts in the place of another. */
const stepIn = ({ body }: RecordedTaskFact) =>
  body.kind === 'corrected' ? (body.instead?.kind ?? null) : body.kind;
