import { queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import type { StepKind } from '../../domain/tasks/facts.ts';
import { type TaskRegime, taskRegimes } from '../../domain/tasks/law.ts';
import { drawLifeCycle } from '../../features/portfolio/contract.ts';
import { call } from '../api/call.ts';

/** The drawing of a regime's life cycle, which changes with the program only. */
const lifeCycleQuery = (regime: TaskRegime) =>
  queryOptions({
    queryKey: ['life-cycle', regime],
    queryFn: () => call(drawLifeCycle, { params: { regime } }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The drawing, asked for once. */
export const useLifeCycle = (regime: TaskRegime) => useQuery(lifeCycleQuery(regime));

/** Names of steps, whichever law has them. */
export function useStepNames(kinds: readonly StepKind[]): string {
  const found = useQueries({
    queries: taskRegimes.map((regime) => ({ ...lifeCycleQuery(regime), enabled: kinds.length > 0 })),
  });
  const nodes = found.flatMap(({ data }) => data?.nodes ?? []);
  return kinds.map((kind) => nodes.find((node) => node.kind === kind)?.name ?? '…').join(', ');
}
