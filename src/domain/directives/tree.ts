/** A directive or part with what hangs beneath it. */
export interface Node {
  /** 0–100, as the doer reported; of use only where nothing hangs beneath. */
  percent: number;
  /** Share beside its siblings; 1 unless told. */
  weight: number;
  /** Stopped work weighs nothing. */
  stopped: boolean;
  parts: readonly Node[];
}

/**
 * How far a tree is, 0–100 rounded down so that 100 means all is done: each leaf counts once, by the weights on the
 * way down to it. What was reported for a directive that has parts is not counted beside them.
 */
export function percentOf(node: Node): number {
  return Math.floor(exact(node) + 1e-9);
}

function exact(node: Node): number {
  const parts = node.parts.filter((part) => !part.stopped);
  if (parts.length === 0) return node.percent;
  const whole = parts.reduce((sum, part) => sum + part.weight, 0);
  return parts.reduce((sum, part) => sum + exact(part) * part.weight, 0) / whole;
}
