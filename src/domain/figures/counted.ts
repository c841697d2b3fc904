import type { Calendar } from '../calendar/calendar.ts';
import type { DueSettings } from '../calendar/due.ts';
import { dueDayOf } from '../directives/due-day.ts';
import type { Cause } from '../directives/facts.ts';
import type { Origin } from '../directives/filter.ts';
import type { Rated } from '../directives/rates.ts';
import type { Standing } from '../directives/standing.ts';
import type { Dated } from '../directives/state.ts';
import type { DirectiveKind } from '../documents/reading.ts';

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
  cause: Cause | null;
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
    cause: standing.obstacle?.cause ?? null,
  };
}
