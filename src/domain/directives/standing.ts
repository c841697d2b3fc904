import type { Deadline } from '../deadlines/deadline.ts';
import type { Party } from '../documents/reading.ts';
import {
  bindingFacts,
  type DirectiveFact,
  type FactBody,
  type Given,
  type Obstacle,
  type PersonNamed,
  type When,
} from './facts.ts';

/** Where the work is: with whoever leads (given, received, returned), or with whoever gave it (refused, submitted), or over. */
export type Phase = 'given' | 'received' | 'refused' | 'submitted' | 'returned' | 'accepted' | 'stopped';

/** A clock that counts from an event: the days it began, stood still and went on (ISO). */
export interface RunningClock {
  startedOn: string;
  pauses: { from: string; to?: string }[];
}

export interface Evidence {
  factId: string;
  name: string;
  fileHash?: string;
  link?: string;
}

/** How a directive stands, folded from its facts. Days are ISO. */
export interface Standing extends Given {
  givenOn: string;
  /** The deadline it was first given with, as corrected: an extension never changes it. */
  firstDeadline: Deadline;
  phase: Phase;
  assignee: PersonNamed | null;
  /** As last reported; 100 once accepted. */
  percent: number;
  obstacle: Obstacle | null;
  evidence: Evidence[];
  /** An extension asked for and not yet answered. */
  extensionAsked: { deadline: Deadline; reason: string } | null;
  timesExtended: number;
  timesReturned: number;
  submittedOn: string | null;
  /** Who recorded the submission, and the asking for an extension, that wait for an answer. */
  submittedBy: string | null;
  extensionAskedBy: string | null;
  /** The day since which the present lead has it. */
  leadSince: string;
  /** The day the accepted product was submitted: waiting for acceptance is not the doer's lateness. */
  closedOn: string | null;
  /** The day it was accepted. */
  acceptedOn: string | null;
  stoppedOn: string | null;
  suspendedOn: string | null;
  clock: RunningClock | null;
  /** Day of the last fact that counts. */
  lastOn: string;
}

function begun(given: Given, givenOn: string): Standing {
  return {
    lead: given.lead,
    coordinating: given.coordinating,
    deadline: given.deadline,
    product: given.product,
    ...(given.weight !== undefined && { weight: given.weight }),
    ...(given.field !== undefined && { field: given.field }),
    givenOn,
    firstDeadline: given.deadline,
    phase: 'given',
    assignee: null,
    percent: 0,
    obstacle: null,
    evidence: [],
    extensionAsked: null,
    timesExtended: 0,
    timesReturned: 0,
    submittedOn: null,
    submittedBy: null,
    extensionAskedBy: null,
    leadSince: givenOn,
    closedOn: null,
    acceptedOn: null,
    stoppedOn: null,
    suspendedOn: null,
    clock: null,
    lastOn: givenOn,
  };
}

/**
 * Folds the facts of one directive into how it stands as of a day, as known at an instant; null when it was
 * not yet given (or not yet known). The order in which facts are passed does not matter.
 */
export function standingOf(facts: readonly DirectiveFact[], when: When = {}): Standing | null {
  const binding = bindingFacts(facts, when);
  const first = binding.find((fact) => fact.body.kind === 'given');
  if (first?.body.kind !== 'given') return null;
  const corrected = binding.findLast((fact) => fact.body.kind === 'corrected')?.body;
  const given = corrected?.kind === 'corrected' ? corrected.given : first.body;
  const standing = begun(given, first.happenedOn);
  for (const fact of binding) {
    apply(standing, fact.body, fact);
    standing.lastOn = fact.happenedOn;
  }
  return standing;
}

function apply(standing: Standing, body: FactBody, fact: DirectiveFact): void {
  const { id, happenedOn } = fact;
  switch (body.kind) {
    case 'given':
    case 'corrected':
    case 'retracted':
      return;
    case 'received':
      if (standing.phase === 'given') standing.phase = 'received';
      return;
    case 'refused':
      standing.phase = 'refused';
      return;
    case 'assigned':
      standing.assignee = body.assignee;
      return;
    case 'progressed':
      standing.percent = body.percent;
      standing.obstacle = body.obstacle;
      if (standing.phase === 'given') standing.phase = 'received';
      return;
    case 'evidenced':
      standing.evidence.push({ factId: id, name: body.name, fileHash: body.fileHash, link: body.link });
      return;
    case 'transferred':
      moveTo(standing, body, happenedOn);
      return;
    case 'succeeded':
      succeed(standing, body);
      return;
    case 'clockStarted':
      standing.clock = { startedOn: happenedOn, pauses: [] };
      return;
    case 'clockPaused':
      standing.clock?.pauses.push({ from: happenedOn });
      return;
    case 'clockResumed': {
      const pause = standing.clock?.pauses.at(-1);
      if (pause && pause.to === undefined) pause.to = happenedOn;
      return;
    }
    case 'suspended':
      standing.suspendedOn = happenedOn;
      return;
    case 'workResumed':
      standing.suspendedOn = null;
      return;
    case 'stopped':
      standing.phase = 'stopped';
      standing.stoppedOn = happenedOn;
      return;
    default:
      answer(standing, body, fact);
  }
}

type Moved = Extract<FactBody, { kind: 'transferred' }>;

/** A new lead begins anew, unless the work moves as it stands; what was reported and produced stays. */
function moveTo(standing: Standing, { lead, moved }: Moved, happenedOn: string): void {
  standing.lead = lead;
  standing.leadSince = happenedOn;
  if (moved) standing.coordinating = without(standing.coordinating, lead);
  if (moved?.assignee) return;
  standing.assignee = null;
  if (moved) {
    // The product waits for whoever gave it; only what was in hand must be taken up anew.
    if (standing.phase === 'received') standing.phase = 'given';
    return;
  }
  standing.obstacle = null;
  standing.submittedOn = null;
  standing.submittedBy = null;
  standing.phase = 'given';
}

const without = (parties: readonly Party[], unit: Party) =>
  parties.filter(({ unitId }) => unitId === undefined || unitId !== unit.unitId);

/** Where a directive names a unit beside the lead, its successor stands from then on, once. */
function succeed(standing: Standing, { from, to }: Extract<FactBody, { kind: 'succeeded' }>): void {
  if (standing.coordinating.some(({ unitId }) => unitId === from.unitId)) {
    const named = without(without(standing.coordinating, from), to);
    standing.coordinating = to.unitId === standing.lead?.unitId ? named : [...named, to];
  }
  const { obstacle } = standing;
  if (obstacle?.waitingFor && obstacle.waitingFor.unitId === from.unitId)
    standing.obstacle = { cause: obstacle.cause, waitingFor: to };
}

type Asking = Extract<
  FactBody,
  { kind: 'submitted' | 'returned' | 'accepted' | 'extensionAsked' | 'extended' | 'extensionRefused' }
>;

/** What goes back and forth between whoever leads and whoever gave. */
function answer(standing: Standing, body: Asking, { happenedOn, byId = null }: DirectiveFact): void {
  switch (body.kind) {
    case 'submitted':
      standing.phase = 'submitted';
      standing.submittedOn = happenedOn;
      standing.submittedBy = byId;
      standing.obstacle = null;
      return;
    case 'returned':
      standing.phase = 'returned';
      standing.submittedOn = null;
      standing.submittedBy = null;
      standing.timesReturned += 1;
      return;
    case 'accepted':
      standing.phase = 'accepted';
      standing.percent = 100;
      standing.obstacle = null;
      standing.closedOn = standing.submittedOn ?? happenedOn;
      standing.acceptedOn = happenedOn;
      return;
    case 'extensionAsked':
      standing.extensionAsked = { deadline: body.deadline, reason: body.reason };
      standing.extensionAskedBy = byId;
      return;
    case 'extended':
      standing.deadline = body.deadline;
      standing.timesExtended += 1;
      standing.extensionAsked = null;
      standing.extensionAskedBy = null;
      return;
    case 'extensionRefused':
      standing.extensionAsked = null;
      standing.extensionAskedBy = null;
      return;
  }
}

/** Whether anything is still to be done: not accepted and not stopped. */
export const isOpen = ({ phase }: Pick<Standing, 'phase'>): boolean =>
  phase !== 'accepted' && phase !== 'stopped';
