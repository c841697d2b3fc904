import type { Calendar } from '../calendar/calendar.ts';
import type { DueSettings } from '../calendar/due.ts';
import { dueDayOf } from '../directives/due-day.ts';
import type { Cause } from '../directives/facts.ts';
import type { DirectiveState, Origin } from '../directives/filter.ts';
import { placeOf, type Rated, type Share } from '../directives/rates.ts';
import type { Standing } from '../directives/standing.ts';
import { type Dated, stateOn } from '../directives/state.ts';
import type { DirectiveKind } from '../documents/reading.ts';
import type { Reading } from './figure.ts';

/** One directive as figures look at it: how it stood on the cut-off day, as known at a moment. Days are ISO. */
export interface Counted extends Dated, Rated {
  id: string;
  origin: Origin;
  leadUnitId: string | null;
  givenOn: string;
  /** The day it was accepted, which takes it out of the register's hands; `closedOn` is the day it was submitted. */
  acceptedOn: string | null;
  timesExtended: number;
  timesReturned: number;
  /** It was given with a product to be handed in. */
  product: boolean;
  cause: Cause | null;
  /** Lĩnh vực: its own where a fact says so, else that of its lead unit on the day it was given. */
  field: string | null;
}

/** A directive with what follows for a reading, found once for all figures. */
export interface Placed {
  directive: Counted;
  state: DirectiveState;
  share: Share | 'set-aside' | null;
  /** The day it left the register's hands, accepted or stopped; null while it is open. */
  endedOn: string | null;
  /** In hand within the period: given by the cut-off and not over before the first day. */
  inHand: boolean;
}

/** Where a directive stands for a reading; null for a part, which is not counted beside its whole. */
export function placed(directive: Counted, reading: Reading): Placed | null {
  const { phase, acceptedOn, stoppedOn } = directive;
  if (directive.origin === 'part') return null;
  const endedOn = phase === 'accepted' ? acceptedOn : phase === 'stopped' ? stoppedOn : null;
  return {
    directive,
    state: stateOn(directive, { today: reading.cutOff, soonUntil: reading.soonUntil }),
    share: placeOf(directive, reading, reading.cutOff),
    endedOn,
    inHand: directive.givenOn <= reading.cutOff && (endedOn === null || endedOn >= reading.from),
  };
}

/** What no fact changes of a directive. */
export interface Identity {
  id: string;
  kind: DirectiveKind;
  origin: Origin;
}

/**
 * A directive as figures look at it, from how it stands; `features/figures` asks the register the same, a test proves
 * the two equal.
 * @param settings how the agency read deadlines on the day it was given
 */
export function countedOf(
  identity: Identity,
  standing: Standing,
  calendar: Calendar,
  settings?: DueSettings,
): Counted {
  return {
    ...identity,
    leadUnitId: standing.lead?.unitId ?? null,
    givenOn: standing.givenOn,
    deadlineKind: standing.deadline.kind,
    phase: standing.phase,
    suspended: standing.suspendedOn !== null,
    firstDue: dueDayOf(standing.firstDeadline, calendar, settings, standing.clock),
    due: dueDayOf(standing.deadline, calendar, settings, standing.clock),
    closedOn: standing.closedOn,
    acceptedOn: standing.acceptedOn,
    stoppedOn: standing.stoppedOn,
    timesExtended: standing.timesExtended,
    timesReturned: standing.timesReturned,
    product: standing.product !== null,
    cause: standing.obstacle?.cause ?? null,
    field: standing.field ?? null,
  };
}
