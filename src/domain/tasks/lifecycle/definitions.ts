import type { TaskRegime } from '../law.ts';
import { regimeA } from './regime-a/index.ts';
import { innovationLine } from './regime-b/innovation.ts';
import { scienceLine } from './regime-b/science.ts';
import type { LifeCycle } from './step.ts';

const definitions: Record<TaskRegime, LifeCycle> = {
  A: regimeA,
  'B-science': scienceLine,
  'B-innovation': innovationLine,
};

/** The life cycle of a regime. */
export const lifeCycleOf = (regime: TaskRegime): LifeCycle => definitions[regime];
