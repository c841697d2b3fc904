import type { PhaseId, StepKind } from '../../domain/tasks/facts.ts';
import type { LifeCyclePicture } from '../../features/portfolio/contract.ts';
import type { StepShown } from '../../features/tasks/contract.ts';

/** A place of the grid and a box within it, in pixels. */
export const cell = { width: 178, height: 86, box: 154, boxHeight: 66 };

type Steps = ReadonlyMap<StepKind, Pick<StepShown, 'state'>>;

/** Phases that are drawn: those off the main line only once something of them is open or was done, unless all are. */
export const shownBands = ({ bands, nodes }: LifeCyclePicture, steps: Steps, whole: boolean) =>
  bands.filter(
    ({ phase, aside }) =>
      whole ||
      !aside ||
      nodes.some((node) => {
        const state = node.phase === phase ? steps.get(node.kind)?.state : undefined;
        return state === 'open' || state === 'done';
      }),
  );

export interface Line {
  key: string;
  phase: PhaseId;
  kind: 'needs' | 'one-of' | 'back';
  /** Both its ends lie behind. */
  passed: boolean;
  /** @param top first row of its phase */
  path: (top: number) => string;
}

/** What leads to what within each phase, as paths from box to box; between phases the page of a step tells it. */
export function linesOf({ nodes, edges, columns }: LifeCyclePicture, steps: Steps) {
  const at = new Map(nodes.map((node) => [node.kind, node]));
  const isDone = (kind: StepKind) => steps.get(kind)?.state === 'done';
  const lines = edges.flatMap(({ from, to, kind, result }): Line[] => {
    const [one, two] = [at.get(from), at.get(to)];
    if (!one || !two || one.phase !== two.phase) return [];
    return [
      {
        key: `${from} ${to} ${result}`,
        phase: one.phase,
        kind,
        passed: isDone(from) && isDone(to),
        path: (top) => pathBetween(one, two, top),
      },
    ];
  });
  return { lines, width: columns * cell.width };
}

type Place = Pick<LifeCyclePicture['nodes'][number], 'column' | 'row'>;

/** From the right of one box to the left of the other; back, from below to below. */
function pathBetween(from: Place, to: Place, top: number): string {
  const x = ({ column }: Place) => column * cell.width;
  const y = ({ row }: Place) => (row - top) * cell.height + cell.boxHeight / 2;
  if (to.column > from.column) {
    const [x1, y1, x2, y2] = [x(from) + cell.box, y(from), x(to), y(to)];
    const bend = x2 - 14;
    return y1 === y2 ? `M ${x1} ${y1} H ${x2}` : `M ${x1} ${y1} H ${bend} V ${y2} H ${x2}`;
  }
  const below = y(from) + cell.boxHeight / 2;
  const [x1, x2] = [x(from) + cell.box / 2, x(to) + cell.box / 2];
  return `M ${x1} ${below} v 8 H ${x2 + 10} V ${y(to) + cell.boxHeight / 2}`;
}
