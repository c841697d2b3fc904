import type { Placed } from './counted.ts';
import type { FigureDefinition } from './figure.ts';

export const directiveFigureIds = [
  'in-hand',
  'carried-over',
  'given',
  'accepted',
  'stopped',
  'open',
  'overdue',
  'in-time',
  'due-soon',
  'awaiting',
  'undated',
  'suspended',
  'hindered',
  'promised',
  'done-by-first',
  'done-after-first',
  'overdue-promised',
  'extended-promised',
  'set-aside',
  'rate-by-first',
  'rate-overdue',
  'median-late',
  'median-overdue',
  'longest-overdue',
  'extended',
  'times-extended',
  'most-extended',
  'returned',
  'times-returned',
] as const;
export type DirectiveFigureId = (typeof directiveFigureIds)[number];

/** A figure about directives. */
export type Definition = FigureDefinition<Placed, DirectiveFigureId>;
