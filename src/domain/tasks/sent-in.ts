import type { RecordedTaskFact } from './about.ts';
import type { StepBody } from './facts.ts';

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

function becameOf(
  sent: RecordedTaskFact,
  { kind }: StepBody,
  facts: readonly RecordedTaskFact[],
): Pick<SentIn, 'state' | 'reason'> {
  for (const { body } of facts)
    if (body.kind === 'sentBack' && body.sentIn === sent.id)
      return { state: 'returned', reason: body.reason };
  const noted = facts.some((fact) => recordingOf(fact) > recordingOf(sent) && stepIn(fact) === kind);
  return { state: noted ? 'noted' : 'waiting', reason: null };
}

const recordingOf = ({ recordedAt, id }: RecordedTaskFact) => `${recordedAt} ${id}`;

/** The step a fact records, or puts in the place of another. */
const stepIn = ({ body }: RecordedTaskFact) =>
  body.kind === 'corrected' ? (body.instead?.kind ?? null) : body.kind;
