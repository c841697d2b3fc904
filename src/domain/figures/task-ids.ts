import type { CountedTask } from '../tasks/counted.ts';
import type { FigureDefinition, Reading } from './figure.ts';

export const taskFigureIds = [
  'tasks-in-hand',
  'tasks-carried-over',
  'tasks-new',
  'tasks-accepted',
  'tasks-excellent',
  'tasks-achieved',
  'tasks-completed',
  'tasks-accepted-in-time',
  'tasks-accepted-late',
  'tasks-accepted-undated',
  'tasks-not-achieved',
  'tasks-terminated',
  'tasks-under-way',
  'tasks-extended',
  'tasks-times-extended',
  'tasks-inspected',
  'tasks-open',
  'tasks-proposed',
  'tasks-ending',
  'tasks-late',
  'tasks-on-time',
  'tasks-median-late',
  'tasks-longest-late',
  'tasks-waiting-own',
  'tasks-waiting-others',
  'tasks-waiting-both',
  'tasks-waiting-none',
  'tasks-suspended',
  'tasks-registered',
  'tasks-recognised',
  'tasks-liquidated',
  'tasks-ended',
  'tasks-assets-settled',
  'tasks-assets-unsettled',
  'tasks-applied',
  'tasks-effect-reported',
  'tasks-effect-reports',
] as const;
export type TaskFigureId = (typeof taskFigureIds)[number];

/** A task with the name its law gives to the step it is at. */
export type NamedTask = CountedTask & { stepName: string | null };

/** A figure about S&T tasks. */
export type TaskFigure = FigureDefinition<NamedTask, TaskFigureId>;
export type TaskHolds = (one: NamedTask, reading: Reading) => boolean;

/** Whether a day lies in the period, up to the cut-off. */
export const inPeriod = (day: string | null, { from, cutOff }: Reading): boolean =>
  day !== null && from <= day && day <= cutOff;
