import { actRefusal, supplementRefusal } from '../src/domain/tasks/acts.ts';
import {
  type StepBody,
  type StepKind,
  stepKinds,
  type TaskEvent,
  type TaskFact,
} from '../src/domain/tasks/facts.ts';
import type { Law, TaskRegime } from '../src/domain/tasks/law.ts';
import { stepsOf } from '../src/domain/tasks/lifecycle/opening.ts';
import { type Mark, marksOf } from '../src/domain/tasks/lifecycle/step.ts';
import { type TaskStanding, taskStandingOf } from '../src/domain/tasks/standing.ts';
import { bodyOf, taskFact } from './task-facts.ts';

/**
 * One move of a random walk through a life cycle: which of the possible acts, and how many days later. `whim` from 0: for
 * most it does what somebody waits for, then what lies aside and was not done yet or a supplement, for the last of ten
 * whatever is possible.
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
  const inState = (wanted: 'asked' | 'notified') => changes.find(({ state }) => state === wanted)?.changeId;
  const waiting = inState('asked');
  switch (kind) {
    case 'identified':
      return ways({ outcome: 'do' }, { outcome: 'do-not' });
    case 'inspected':
      return ways({ outcome: 'continue' }, { outcome: 'adjust' }, { outcome: 'propose-termination' });
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
      return ways({ amount: 1, last: true }, { amount: 1, last: false });
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
    case 'changeObjected': {
      const notified = inState('notified');
      return notified === undefined ? [] : ways({ changeId: notified });
    }
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

/** What an act leaves behind; a supplement nothing. */
export const marksLeft = (body: TaskFact['body']): Mark[] =>
  (stepKinds as readonly string[]).includes(body.kind) ? marksOf(body as StepBody) : [];

const rare = /^(?:abandoned|cancelled|withdrawn|callExtended)$/u;
const isRare = (body: StepBody) =>
  rare.test(body.kind) || ('outcome' in body && ['none', 'do-not'].includes(body.outcome));

/** A walk: so many acts straight on, so that what comes late in a life is reached too, then as the moves say. */
export interface Course {
  straight: number;
  moves: readonly Move[];
}

/** One of some events: first its kind is chosen, then its body, so that kinds of many bodies do not crowd out the others. */
function chosen(events: readonly TaskEvent[], choice: number): TaskEvent | undefined {
  const kinds = [...Map.groupBy(events, ({ kind }) => kind).values()];
  const ways = kinds[choice % kinds.length];
  return ways?.[Math.floor(choice / kinds.length) % ways.length];
}

/** What ends the work: as a rule not before the contract does. */
const closing = /^(?:selfAssessed|acceptanceFiled|finalFiled)$/u;

/** Walks through a life cycle by acts that are possible, and stops where the task is over. */
export function walk(regime: TaskRegime, { straight, moves }: Course, law: Law): TaskFact[] {
  const facts = straightOn([], { regime, law, acts: straight });
  let on = facts.at(-1)?.happenedOn ?? '2026-01-05';
  for (const { choice, whim, days } of moves) {
    on = day(on).add({ days }).toString();
    const standing = taskStandingOf(facts, regime);
    const possible = possibleBodies(standing, on, law).filter(
      ({ kind }) => kind !== 'abandoned' || choice > 450,
    );
    const running = on < (standing.terms.contract?.to ?? on);
    const usual = possible.filter((body) => !isRare(body) && !(running && closing.test(body.kind)));
    const waiting = usual.filter(
      ({ kind }) => !again.test(kind) && standing.open.some(({ step }) => step.kind === kind),
    );
    const done = new Set(facts.flatMap(({ body }) => marksLeft(body)));
    const aside = usual.filter(
      (body) => !waiting.includes(body) && marksLeft(body).some((mark) => !done.has(mark)),
    );
    const wanted: TaskEvent[] =
      whim < 6 ? waiting : whim < 9 ? [...aside, ...supplements(standing)] : possible;
    const events = wanted.length > 0 ? wanted : possible;
    const event = chosen(events, choice);
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
export const goOn = (facts: readonly TaskFact[], regime: TaskRegime, law: Law): TaskStanding =>
  taskStandingOf(straightOn(facts, { regime, law, acts: 120 }), regime);

function straightOn(
  facts: readonly TaskFact[],
  { regime, law, acts }: { regime: TaskRegime; law: Law; acts: number },
): TaskFact[] {
  const all = [...facts];
  let on = all.at(-1)?.happenedOn ?? '2026-01-05';
  for (let act = 0; act < acts; act++) {
    const standing = taskStandingOf(all, regime);
    if (standing.ended) break;
    on = day(on).add({ days: 20 }).toString();
    const body = leadingOn(standing, on, law);
    if (body) all.push(taskFact(on, body));
  }
  return all;
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
