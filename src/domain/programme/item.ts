import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import type { Deadline } from '../deadlines/deadline.ts';
import type { InNameOf } from '../directives/facts.ts';
import type { DirectiveState } from '../directives/filter.ts';
import { Party } from '../documents/reading.ts';
import { SourceNamed } from '../targets/facts.ts';

/** A piece of the year's work as it is planned. */
export const Planned = z.object({
  words: z.string(),
  lead: Party,
  coordinating: z.array(Party),
  product: z.string().nullable(),
  /** To whom the product is submitted: «UBND tỉnh», «Giám đốc Sở». */
  submittedTo: z.string().nullable(),
  month: z.int().min(1).max(12),
  /** A day in that month, where one is set; else the month's last. */
  day: Day.nullable(),
});
export type Planned = z.infer<typeof Planned>;

const reason = z.string();

/** What each kind of fact carries beside its two clocks. */
export const ItemFactBody = z.discriminatedUnion('kind', [
  /** With an amendment where the programme was approved before. */
  Planned.extend({
    kind: z.literal('planned'),
    amendment: z.object({ reason, document: SourceNamed }).nullable(),
  }),
  /** Put right while it is still a draft. */
  Planned.extend({ kind: z.literal('corrected') }),
  z.object({
    kind: z.literal('moved'),
    month: z.int().min(1).max(12),
    day: Day.nullable(),
    reason,
    document: SourceNamed,
  }),
  z.object({ kind: z.literal('dropped'), reason, document: SourceNamed.nullable() }),
  /** It has become a directive of the register, whose state is from then on its own. */
  z.object({ kind: z.literal('given'), directiveId: z.uuid() }),
]);
export type ItemFactBody = z.infer<typeof ItemFactBody>;

/** One thing that happened to an item: the day it happened, and when that was recorded. */
export interface ItemFact {
  id: string;
  happenedOn: string;
  recordedAt: string;
  by: string;
  inNameOf: InNameOf | null;
  body: ItemFactBody;
}

/** An item as it stands, folded from its facts. Days are ISO. */
export interface ItemStanding {
  now: Planned;
  /** The month it was first planned for. */
  firstMonth: number;
  timesMoved: number;
  /** It came in by an amendment. */
  added: boolean;
  droppedOn: string | null;
  directiveId: string | null;
}

const amends = ({ body }: ItemFact) => body.kind !== 'planned' && body.kind !== 'corrected';

/** Folds the facts of one item as of a day; null before it was planned. Their order does not matter. */
export function itemStandingOf(facts: readonly ItemFact[], asOf?: string): ItemStanding | null {
  const known = facts
    .filter(({ happenedOn }) => asOf === undefined || happenedOn <= asOf)
    .toSorted(
      (a, b) =>
        // A draft may be recorded after the day of its approval: what was drafted still comes before what amends it.
        Number(amends(a)) - Number(amends(b)) ||
        a.happenedOn.localeCompare(b.happenedOn) ||
        a.recordedAt.localeCompare(b.recordedAt) ||
        a.id.localeCompare(b.id),
    );
  const first = known.find(({ body }) => body.kind === 'planned')?.body;
  if (first?.kind !== 'planned') return null;
  const { kind: _, amendment, ...planned } = first;
  const standing: ItemStanding = {
    now: planned,
    firstMonth: planned.month,
    timesMoved: 0,
    added: amendment !== null,
    droppedOn: null,
    directiveId: null,
  };
  for (const { body, happenedOn } of known) {
    if (body.kind === 'corrected') {
      const { kind: __, ...corrected } = body;
      standing.now = corrected;
      standing.firstMonth = corrected.month;
    } else if (body.kind === 'moved') {
      standing.now = { ...standing.now, month: body.month, day: body.day };
      standing.timesMoved += 1;
    } else if (body.kind === 'dropped') standing.droppedOn = happenedOn;
    else if (body.kind === 'given') standing.directiveId = body.directiveId;
  }
  return standing;
}

/** When an item is to be done, as a deadline of the register. */
export function deadlineOfItem(year: number, { month, day }: Pick<Planned, 'month' | 'day'>): Deadline {
  if (day !== null) {
    const text = `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
    return { kind: 'date', due: day, bound: 'by', text, span: [0, text.length] };
  }
  const due = Temporal.PlainYearMonth.from({ year, month }).toPlainDate({ day: 31 }).toString();
  const text = `tháng ${month}/${year}`;
  return { kind: 'month', due, bound: 'in', text, span: [0, text.length] };
}

/** Chưa giao, đang làm, quá hạn, xong, xong muộn, đã dừng, đã đưa ra khỏi chương trình. */
export const ItemState = z.enum([
  'overdue',
  'not-given',
  'in-work',
  'done',
  'done-late',
  'stopped',
  'dropped',
]);
export type ItemState = z.infer<typeof ItemState>;

/**
 * How an item stands on a day: by its directive once there is one, else by the programme alone.
 * @param due last day in time of the programme, ISO
 * @param directive state of its directive that day; null where none was given
 */
export function itemStateOn(
  { droppedOn }: ItemStanding,
  { due, day, directive }: { due: string; day: string; directive: DirectiveState | null },
): ItemState {
  if (droppedOn !== null) return 'dropped';
  if (directive === null) return due < day ? 'overdue' : 'not-given';
  if (directive === 'done-in-time') return 'done';
  if (directive === 'done-late' || directive === 'stopped' || directive === 'overdue') return directive;
  return 'in-work';
}
