import type { PhaseId, StepKind } from '../facts.ts';
import type { TaskRegime } from '../law.ts';
import { lifeCycleOf } from './definitions.ts';
import { getStep } from './opening.ts';

/** The name of a step under a law; any law's where this one has none of the kind. */
export const stepWordsOf = (regime: TaskRegime, kind: StepKind): string =>
  (getStep(regime, kind) ?? getStep('B-science', kind) ?? getStep('B-innovation', kind))?.step.name ?? kind;

/** The name of a phase under a law. */
export const phaseWordsOf = (regime: TaskRegime, id: PhaseId): string =>
  lifeCycleOf(regime).phases.find((phase) => phase.id === id)?.name ?? id;
