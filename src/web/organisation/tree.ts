import type { Unit } from '../../features/organisation/contract.ts';

export interface Branch {
  unit: Unit;
  children: Branch[];
}

/** Units as a tree, in the order given; one whose parent is not among them stands at the top. */
export function treeOf(units: readonly Unit[]): Branch[] {
  const branches = new Map(units.map((unit) => [unit.id, { unit, children: [] } as Branch]));
  const top: Branch[] = [];
  for (const branch of branches.values()) {
    const parent = branch.unit.parentId === null ? undefined : branches.get(branch.unit.parentId);
    (parent?.children ?? top).push(branch);
  }
  return top;
}
