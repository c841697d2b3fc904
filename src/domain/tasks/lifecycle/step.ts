import type { PhaseId, StepBody, StepKind } from '../facts.ts';
import type { TaskRegime } from '../law.ts';
import type { TaskRole } from '../roles.ts';
import type { Guard } from './guards.ts';

/** Results that open one branch or another, in words. */
export const outcomes = {
  identified: { do: 'thực hiện', 'do-not': 'không thực hiện' },
  opened: { valid: 'có hồ sơ hợp lệ', none: 'không có hồ sơ hợp lệ' },
  scored: { proposed: 'có hồ sơ được đề nghị', none: 'không hồ sơ nào được đề nghị' },
  inspected: { continue: 'tiếp tục', adjust: 'phải điều chỉnh', 'propose-termination': 'đề nghị chấm dứt' },
  accepted: { achieved: 'Đạt trở lên', 'not-achieved': 'Không đạt' },
  evaluated: { completed: 'hoàn thành', 'not-completed': 'không hoàn thành' },
  terminated: { due: 'phải hoàn trả', none: 'không phải hoàn trả' },
  refundDecided: { due: 'phải hoàn trả', none: 'không phải hoàn trả' },
  refunded: { full: 'đã nộp đủ', part: 'mới nộp một phần' },
  paid: { last: 'nội dung cuối', part: 'còn nội dung chưa trả' },
  assetsPlanned: { none: 'không có tài sản', some: 'có tài sản' },
  effectReported: { last: 'báo cáo cuối', more: 'còn báo cáo sau' },
} as const satisfies Partial<Record<StepKind, Record<string, string>>>;

type Decisive = keyof typeof outcomes;
type OutcomeMark = { [Kind in Decisive]: `${Kind}.${keyof (typeof outcomes)[Kind] & string}` }[Decisive];

/** What a step leaves behind: that it was done («accepted»), and with which result («accepted.achieved»). */
export type Mark = StepKind | OutcomeMark;

/** What must have happened: all of it, one of it, or a single mark. */
export type Condition = Mark | { all: readonly Condition[] } | { any: readonly Condition[] };
export const all = (...of: Condition[]): Condition => ({ all: of });
export const any = (...of: Condition[]): Condition => ({ any: of });

const marksByStep = new Map<StepKind, readonly Mark[]>();

/** Every mark there is of a step: that it was done, and with which result. */
export function marksOfStep(kind: StepKind): readonly Mark[] {
  const known = marksByStep.get(kind);
  if (known) return known;
  const results = kind in outcomes ? Object.keys(outcomes[kind as Decisive]) : [];
  const made = [kind, ...results.map((result) => `${kind}.${result}` as Mark)];
  marksByStep.set(kind, made);
  return made;
}

/** The marks a step leaves. */
export function marksOf(body: StepBody): Mark[] {
  const outcome = outcomeOf(body);
  return outcome === null ? [body.kind] : [body.kind, outcome];
}

function outcomeOf(body: StepBody): OutcomeMark | null {
  switch (body.kind) {
    case 'identified':
      return `identified.${body.outcome}`;
    case 'opened':
      return `opened.${body.outcome}`;
    case 'scored':
      return `scored.${body.outcome}`;
    case 'inspected':
      return `inspected.${body.outcome}`;
    case 'accepted':
      return body.rating === 'not-achieved' ? 'accepted.not-achieved' : 'accepted.achieved';
    case 'evaluated':
      return `evaluated.${body.outcome}`;
    case 'terminated':
    case 'refundDecided':
      return `${body.kind}.${body.refund > 0 ? 'due' : 'none'}`;
    case 'refunded':
      return body.full ? 'refunded.full' : 'refunded.part';
    case 'paid':
      return body.last ? 'paid.last' : 'paid.part';
    case 'assetsPlanned':
      return body.none ? 'assetsPlanned.none' : 'assetsPlanned.some';
    case 'effectReported':
      return body.last ? 'effectReported.last' : 'effectReported.more';
    default:
      return null;
  }
}

/** Days that are no step: the end of the contract as extended (or terminated), and the closing of the call. */
export type DatedEvent = 'contractEnd' | 'callClosing';

/** What a clock counts from; `first`: the first time a step was done, though it was done again since. */
export type ClockStart = Mark | DatedEvent | { first: StepKind };

/**
 * A limit of time. It starts with an event, the latest where several are named and have happened, and stops when its
 * step is done. The length is the rule of `topic`.
 */
export interface Clock {
  topic: string;
  from: ClockStart | readonly ClockStart[];
  /** Comes again and again, counted from the first event. */
  every?: true;
  /** What it means to miss it, where that is more than being late. */
  missed?: string;
}

/** One row of a life cycle: who does what with which documents, in which time, after what, on which article. */
export interface Step {
  kind: StepKind;
  /** Its number in the table of the facts. */
  no: string;
  name: string;
  who: readonly TaskRole[];
  /** Documents that come in, and that it brings forth. */
  takes?: readonly string[];
  gives?: readonly string[];
  /** What must have happened before; several are a join. */
  after?: Condition;
  /** What ends it though it was not done. */
  until?: Condition;
  /** May be done; without this it waits for somebody. */
  optional?: true;
  /** May be done again. */
  repeats?: true;
  clocks?: readonly Clock[];
  /** Limits around it that no fact here starts or stops: papers so long before a session, a posting kept so long. */
  limits?: readonly string[];
  /** The limit for completing its dossier, once a supplement is asked for. */
  supplement?: string;
  guards?: readonly Guard[];
  /** Marks it takes back, so that their steps open again: for any result, or for one. */
  undoes?: readonly StepKind[];
  undoesOn?: Partial<Record<OutcomeMark, readonly StepKind[]>>;
  basis: string;
  /** What is not known or not confirmed in the law, so that it is a setting. */
  unsure?: string;
}

export interface Phase {
  id: PhaseId;
  name: string;
  /** Off the main line: not every task passes it. */
  aside?: true;
  /** What closes all of its steps that are still open. */
  until?: Condition;
  /** What holds all of its steps as long as it lasts. */
  notWhile?: Mark;
  steps: readonly Step[];
}

/** A way for a task to be over: nothing is open any more. */
export interface End {
  id: 'completed' | 'not-achieved' | 'terminated' | 'not-carried-out';
  name: string;
  when: Condition;
}

/** The life of a task under one law, from which everything else follows. */
export interface LifeCycle {
  regime: TaskRegime;
  name: string;
  law: string;
  phases: readonly Phase[];
  ends: readonly End[];
}

/** Whether a condition holds for these marks. */
export function holds(condition: Condition, has: (mark: Mark) => boolean): boolean {
  if (typeof condition === 'string') return has(condition);
  return 'all' in condition
    ? condition.all.every((one) => holds(one, has))
    : condition.any.some((one) => holds(one, has));
}

/** Every mark a condition names. */
export function marksIn(condition: Condition): Mark[] {
  if (typeof condition === 'string') return [condition];
  return ('all' in condition ? condition.all : condition.any).flatMap(marksIn);
}

/** The marks a condition cannot do without: none of those that are only one of several ways. */
export function needed(condition: Condition): Mark[] {
  if (typeof condition === 'string') return [condition];
  return 'all' in condition ? condition.all.flatMap(needed) : [];
}

/** The step a mark comes from. */
export function kindOf(mark: Mark): StepKind {
  const dot = mark.indexOf('.');
  return (dot === -1 ? mark : mark.slice(0, dot)) as StepKind;
}

/** What is missing for a condition: of alternatives, the one nearest to hold. */
export function missing(condition: Condition, has: (mark: Mark) => boolean): Mark[] {
  if (holds(condition, has)) return [];
  if (typeof condition === 'string') return [condition];
  if ('all' in condition) return [...new Set(condition.all.flatMap((one) => missing(one, has)))];
  const ways = condition.any.map((one) => missing(one, has));
  return ways.reduce((nearest, way) => (way.length < nearest.length ? way : nearest));
}

/** The words of the result a mark names; null for a mark that names none. */
export function resultWords(mark: Mark): string | null {
  const kind = kindOf(mark);
  const words: Partial<Record<string, string>> = kind in outcomes ? outcomes[kind as Decisive] : {};
  return words[mark.slice(kind.length + 1)] ?? null;
}
