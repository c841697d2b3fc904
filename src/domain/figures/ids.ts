import type { FigureDefinition } from './figure.ts';

export const figureIds = [
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
export type FigureId = (typeof figureIds)[number];

/** A figure of the catalogue. */
export type Definition = FigureDefinition<FigureId>;
