/** What a figure is read for: the days of a period and the day within it at which it is cut off. ISO. */
export interface Reading {
  from: string;
  to: string;
  cutOff: string;
  /** The last day that counts as «sắp đến hạn» from the cut-off. */
  soonUntil: string;
  /** Working days from the last day in time to a later day. */
  daysLate(due: string, day: string): number;
}

/** What a number of records is counted in: a unit for each family. */
export const recordUnits = [
  ...(['directives', 'documents', 'targets', 'programme', 'requests', 'drafts', 'opinions'] as const),
  ...(['tasks', 'inspections', 'task-changes', 'task-steps'] as const),
] as const;
export type RecordUnit = (typeof recordUnits)[number];

export const figureUnits = [...recordUnits, 'rounds', 'times', 'working-days', 'tenths-of-percent'] as const;
export type FigureUnit = (typeof figureUnits)[number];

/** Whether numbers in this unit are numbers of records. */
export const countsRecords = (unit: FigureUnit): unit is RecordUnit =>
  recordUnits.some((one) => one === unit);

/** What is counted, in the words of the offices; nothing where the number says it itself. */
export const unitWords: Record<FigureUnit, string> = {
  directives: 'nhiệm vụ',
  documents: 'văn bản',
  targets: 'chỉ tiêu',
  programme: 'việc',
  requests: 'câu hỏi',
  drafts: 'dự thảo',
  opinions: 'ý kiến',
  tasks: 'nhiệm vụ KH&CN',
  inspections: 'cuộc kiểm tra',
  'task-changes': 'điều chỉnh',
  'task-steps': 'bước',
  rounds: 'đợt',
  times: 'lần',
  'working-days': 'ngày làm việc',
  'tenths-of-percent': '',
};

/** What a number is made of beside how many records there are. */
type Measure<Of, Id extends string> =
  /** A number of each record, and what is made of them all; null of none, but a sum. */
  | { as: 'sum' | 'max' | 'median' | 'ninetieth'; of: (one: Of, reading: Reading) => number }
  /** How many different ones there are of what each record has. */
  | { as: 'distinct'; of: (one: Of) => string }
  /** The share of one figure among several that no record is in twice; theirs sum to 100 %. */
  | { as: 'rate'; part: Id; among: readonly Id[] };

/** A named number: what it counts in the words of the offices, its query, its unit and what it must agree with. */
export interface FigureDefinition<Of, Id extends string = string> {
  id: Id;
  name: string;
  /** What exactly is counted, for «Cách tính». */
  counts: string;
  unit: FigureUnit;
  /** The query: whether a record is one of its own. */
  holds(one: Of, reading: Reading): boolean;
  measure?: Measure<Of, Id>;
  /** Ways in which its records fall apart into those of other figures, each once. */
  sums?: readonly (readonly Id[])[];
  /** What stood at the end of the period before must be what this one begins with. */
  continues?: Id;
  /** Whether more of it is good or bad news; left out where it is neither. */
  better?: 'more' | 'fewer';
}

/** A figure read: the number, which is a function of the records, and their ids. */
export interface FigureValue {
  /** Null where there is nothing to take the middle or a rate of. */
  value: number | null;
  recordIds: readonly string[];
}

/** The middle of numbers, halfway between two; null of none. */
export function medianOf(numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null;
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 0 ? (upper + (sorted[middle - 1] ?? 0)) / 2 : upper;
}

/** The smallest number that nine of ten keep to (nearest rank); null of none. */
export function ninetiethOf(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.9) - 1] ?? null;
}
