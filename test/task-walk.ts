import { actRefusal, supplementRefusal } from '../src/domain/tasks/acts.ts';
import type { StepBody, StepKind, TaskEvent, TaskFact } from '../src/domain/tasks/facts.ts';
import type { Law, TaskRegime } from '../src/domain/tasks/law.ts';
import { stepsOf } from '../src/domain/tasks/lifecycle/opening.ts';
import { type TaskStanding, taskStandingOf } from '../src/domain/tasks/standing.ts';
import { bodyOf, taskFact } from './task-facts.ts';

/**
 * One move of a random walk through a life cycle: which of the possible acts, and how many days later. `whim` from 0: for
 * most it does what somebody waits for, then what is usual or a supplement, for the last of ten whatever is possible.
 */
export interface Move {
  choice: number;
  whim: number;
  days: number;
}

const day = (iso: string) => Temporal.PlainDate.from(iso);

const idOf = (place: number) => `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`;
const lines = (labour: number, survey: number) => [
  { item: 'công lao động', amount: labour, khoan: true },
  { item: 'khảo sát', amount: survey, khoan: true },
];
const movedWithinKhoan = { type: 'budget-move', before: lines(900, 100), after: lines(950, 50) };

/** What a step may say, in every way that leads on differently. */
function waysOf(kind: StepKind, on: string, { changes }: TaskStanding): StepBody[] {
  const ways = (...differing: object[]) => differing.map((one) => bodyOf(kind, one));
  const waiting = changes.find(({ state }) => state === 'asked')?.changeId;
  switch (kind) {
    case 'identified':
      return ways({ outcome: 'do' }, { outcome: 'do-not' });
    case 'opened':
      return ways({ outcome: 'valid' }, { outcome: 'none' });
    case 'scored':
      return ways({ outcome: 'proposed' }, { outcome: 'none' });
    case 'accepted':
      return ways({ rating: 'achieved' }, { rating: 'excellent' }, { rating: 'not-achieved' });
    case 'evaluated':
      return ways({ outcome: 'completed' }, { outcome: 'not-completed' });
    case 'terminated':
    case 'refundDecided':
      return ways({ refund: 0 }, { refund: 5_000_000 });
    case 'refunded':
      return ways({ full: true }, { full: false });
    case 'assetsPlanned':
      return ways({ none: true }, { none: false });
    case 'paid':
    case 'effectReported':
      return ways({ last: true }, { last: false });
    case 'called':
    case 'callExtended':
      return ways({ closesOn: day(on).add({ days: 45 }).toString() });
    case 'contracted':
      return ways({ from: on, to: day(on).add({ months: 24 }).toString() });
    case 'changeAsked':
      return ways({ changeId: idOf(changes.length) });
    case 'changeNotified':
      return ways({ changeId: idOf(changes.length), change: movedWithinKhoan });
    case 'changed':
    case 'changeRefused':
    case 'opinionsReceived':
      return waiting === undefined ? [] : ways({ changeId: waiting });
    case 'redone':
      return ways({ until: day(on).add({ months: 12 }).toString() });
    default:
      return ways({});
  }
}

/** Everything that may be recorded on a day. */
export const possibleBodies = (standing: TaskStanding, on: string, law: Law): StepBody[] =>
  stepsOf(standing.regime).placed.flatMap(({ step: { kind } }) =>
    waysOf(kind, on, standing).filter((body) => actRefusal(kind, standing, { on, law, body }) === null),
  );

/** Supplements that may be asked for or received. */
const supplements = (standing: TaskStanding): TaskEvent[] =>
  standing.open.flatMap(({ step: { kind: of } }) =>
    (['supplementAsked', 'supplementReceived'] as const)
      .filter((kind) => supplementRefusal(kind, of, standing) === null)
      .map((kind) => (kind === 'supplementAsked' ? { kind, of, reason: 'thiếu bản sao' } : { kind, of })),
  );

const rare = /^(?:abandoned|cancelled|withdrawn|callExtended|terminationAsked)$/u;
const isRare = (body: StepBody) =>
  rare.test(body.kind) || ('outcome' in body && ['none', 'do-not'].includes(body.outcome));

/** Walks through a life cycle by acts that are possible, and stops where the task is over. */
export function walk(regime: TaskRegime, moves: readonly Move[], law: Law): TaskFact[] {
  const facts: TaskFact[] = [];
  let on = '2026-01-05';
  for (const { choice, whim, days } of moves) {
    on = day(on).add({ days }).toString();
    const standing = taskStandingOf(facts, regime);
    const possible = possibleBodies(standing, on, law).filter(
      ({ kind }) => kind !== 'abandoned' || choice > 450,
    );
    const usual = possible.filter((body) => !isRare(body));
    const waiting = usual.filter(({ kind }) =>
      standing.open.some(({ step }) => step.kind === kind && !step.repeats),
    );
    const wanted: TaskEvent[] =
      whim < 6 ? waiting : whim < 9 ? [...usual, ...supplements(standing)] : possible;
    const events = wanted.length > 0 ? wanted : possible;
    const event = events[choice % events.length];
    if (event) facts.push(taskFact(on, event));
    else if (standing.ended) break;
  }
  return facts;
}

/** What comes again and again: done where nothing else is. */
const again = /^(?:filed|reported|updated|inspected)$/u;

/**
 * Goes on from where a task stands, doing what is open, until it is over; gives up after so many acts. What is open and
 * leads on comes first, then what comes again and again; where neither is possible, it waits a while.
 */
export function goOn(facts: readonly TaskFact[], regime: TaskRegime, law: Law): TaskStanding {
  const all = [...facts];
  let on = all.at(-1)?.happenedOn ?? '2026-01-05';
  for (let acts = 0; acts < 120; acts++) {
    const standing = taskStandingOf(all, regime);
    if (standing.ended) return standing;
    on = day(on).add({ days: 20 }).toString();
    const body = leadingOn(standing, on, law);
    if (body) all.push(taskFact(on, body));
  }
  return taskStandingOf(all, regime);
}

function leadingOn(standing: TaskStanding, on: string, law: Law): StepBody | undefined {
  const open = standing.open.map(({ step }) => step.kind);
  const bodies = possibleBodies(standing, on, law).filter(({ kind }) => open.includes(kind));
  if (standing.terms.dossiers.length === 0) {
    const filing = bodies.find(({ kind }) => kind === 'filed');
    if (filing) return filing;
  }
  const waitsForClosing = on <= (standing.terms.callClosesOn ?? '') && open.includes('opened');
  return bodies.find(({ kind }) => !again.test(kind)) ?? (waitsForClosing ? undefined : bodies[0]);
}
