import type { ActKind } from '../../../domain/directives/facts.ts';
import type { DirectiveRecord } from '../../../features/directives/contract.ts';

/** What can be done from a directive: every act, and breaking off a part. */
export type Doing = ActKind | 'part';

/** In the order in which «Việc khác» shows them. */
export const doings: readonly Doing[] = [
  'received',
  'progressed',
  'evidenced',
  'submitted',
  'accepted',
  'returned',
  'assigned',
  'part',
  'extensionAsked',
  'extended',
  'extensionRefused',
  'clockStarted',
  'clockPaused',
  'clockResumed',
  'transferred',
  'suspended',
  'workResumed',
  'refused',
  'stopped',
];

type Standing = Pick<DirectiveRecord, 'abilities' | 'state' | 'percent' | 'assignee' | 'asked' | 'product'>;

export interface Choice {
  /** The one thing to do now; null where the ball is with somebody else. */
  primary: Doing | null;
  /** Its counterpart, where an answer is asked for: accept or return, grant or refuse. */
  beside: Doing | null;
  others: Doing[];
  /** What is not possible, by the reason. */
  impossible: { reason: string; doings: Doing[] }[];
}

/** What this person can do with the directive now, from the abilities the server sent with it. */
export function choicesFor(record: Standing): Choice {
  const may = (doing: Doing) => record.abilities[doing] === true;
  const [primary, beside] = firstOf(record, may);
  const possible = doings.filter(may);
  const reasons = Map.groupBy(
    doings.filter((doing) => typeof record.abilities[doing] === 'string'),
    (doing) => String(record.abilities[doing]),
  );
  return {
    primary,
    beside,
    others: possible.filter((doing) => doing !== primary && doing !== beside),
    impossible: [...reasons].map(([reason, ofReason]) => ({ reason, doings: ofReason })),
  };
}

function firstOf(
  { state, percent, assignee, asked, product }: Standing,
  may: (doing: Doing) => boolean,
): [Doing | null, Doing | null] {
  const either = (first: Doing, second: Doing): [Doing, Doing | null] => [first, may(second) ? second : null];
  if (asked && may('extended')) return either('extended', 'extensionRefused');
  if (may('accepted')) return either('accepted', 'returned');
  if (state === 'refused' && may('transferred')) return ['transferred', null];
  if (state === 'suspended' && may('workResumed')) return ['workResumed', null];
  if (may('received')) return either('received', 'refused');
  if (may('progressed')) {
    if (may('submitted') && (percent === 100 || (product === null && percent >= 90)))
      return either('submitted', 'progressed');
    if (assignee === null && may('assigned')) return either('progressed', 'assigned');
    return either('progressed', 'submitted');
  }
  if (state === 'awaiting-event' && may('clockStarted')) return ['clockStarted', null];
  // Whoever only helps has papers to add, and nothing else of their own.
  return may('evidenced') && !may('suspended') ? ['evidenced', null] : [null, null];
}

/** Keys of a directive; none of them follows «g» in the frame. */
export const keyOf: Partial<Record<Doing, string>> = {
  received: 'r',
  progressed: 'e',
  evidenced: 'a',
  submitted: 's',
  accepted: 'y',
  returned: 'b',
  assigned: 'p',
  extensionAsked: 'w',
};

/** Acts that undo or end something: their button says so by its colour. */
export const dangerous: ReadonlySet<Doing> = new Set<Doing>([
  'returned',
  'refused',
  'extensionRefused',
  'suspended',
  'stopped',
]);
