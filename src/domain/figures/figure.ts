import type { DirectiveState } from '../directives/filter.ts';
import { placeOf, type Share } from '../directives/rates.ts';
import { stateOn } from '../directives/state.ts';
import type { Counted } from './counted.ts';

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

/** Where a directive stands for a reading. */
export function placed(directive: Counted, reading: Reading): Placed {
  const { phase, acceptedOn, stoppedOn } = directive;
  const endedOn = phase === 'accepted' ? acceptedOn : phase === 'stopped' ? stoppedOn : null;
  return {
    directive,
    state: stateOn(directive, { today: reading.cutOff, soonUntil: reading.soonUntil }),
    share: placeOf(directive, reading, reading.cutOff),
    endedOn,
    inHand: directive.givenOn <= reading.cutOff && (endedOn === null || endedOn >= reading.from),
  };
}

export const figureUnits = ['directives', 'times', 'working-days', 'tenths-of-percent'] as const;
export type FigureUnit = (typeof figureUnits)[number];

/** What a number is made of beside how many records there are. */
type Measure =
  /** A number of each record, and what is made of them all; null of none, but a sum. */
  | { as: 'sum' | 'max' | 'median'; of: (placed: Placed, reading: Reading) => number }
  /** A share of the four that sum to 100 %; the records are those of the share. */
  | { as: 'rate'; share: Share };

/** A named number: what it counts in the words of the offices, its query, its unit and what it must agree with. */
export interface FigureDefinition<Id extends string = string> {
  id: Id;
  name: string;
  /** What exactly is counted, for «Cách tính». */
  counts: string;
  unit: FigureUnit;
  /** The query: whether a directive is one of its records. */
  holds(placed: Placed, reading: Reading): boolean;
  measure?: Measure;
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
