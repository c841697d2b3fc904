import type { Deadline } from '../../../domain/deadlines/deadline.ts';
import type { ActKind, DirectiveAct } from '../../../domain/directives/facts.ts';
import type { Option } from '../../ui/combo-box.tsx';

/** Acts of a few fields; progress and products have forms of their own. */
export type PlainKind = Exclude<ActKind, 'progressed' | 'evidenced'>;

/** What may be typed for any act; each act takes what it needs. */
export interface ActInput {
  reason: string;
  words: string;
  person: Option | null;
  unit: Option | null;
  byAct: string;
  event: string;
  deadline: Deadline | null;
  objective: boolean;
}

export const emptyInput: ActInput = {
  reason: '',
  words: '',
  person: null,
  unit: null,
  byAct: '',
  event: '',
  deadline: null,
  objective: false,
};

/** A field that native checks do not cover and that is still empty. */
export type Missing = 'person' | 'unit' | 'deadline';

/** Stands for «nobody any more» among the persons. */
export const nobodyId = 'nobody';

/** The act as it is sent, or the field that is still missing. */
export function actOf(kind: PlainKind, form: ActInput): DirectiveAct | Missing {
  const { reason, words, person, unit, deadline } = form;
  switch (kind) {
    case 'received':
    case 'clockResumed':
    case 'workResumed':
      return { kind };
    case 'submitted':
    case 'accepted':
      return { kind, words };
    case 'assigned':
      if (person === null) return 'person';
      return {
        kind,
        assignee: person.id === nobodyId ? null : { personId: person.id, name: person.label },
      };
    case 'transferred':
      if (unit === null) return 'unit';
      return {
        kind,
        lead: { unitId: unit.id, name: unit.label },
        reason,
        ...(form.byAct.trim() && { act: form.byAct.trim() }),
      };
    case 'extensionAsked':
      return deadline === null ? 'deadline' : { kind, deadline, reason };
    case 'extended':
      return deadline === null ? 'deadline' : { kind, deadline, reason, objective: form.objective };
    case 'clockStarted':
      return { kind, event: form.event };
    default:
      return { kind, reason };
  }
}
