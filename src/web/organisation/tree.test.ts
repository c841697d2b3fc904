import { expect, test } from 'vitest';
import type { Unit } from '../../features/organisation/contract.ts';
import { treeOf } from './tree.ts';

const unit = (id: string, parentId: string | null = null): Unit => ({
  id,
  name: id,
  abbreviation: null,
  field: null,
  parentId,
  head: null,
  aliases: [],
  openedOn: '2025-01-01',
  closedOn: null,
  formerNames: [],
  persons: 0,
  abilities: {},
});

test('units hang under their parents in the order given; one whose parent is not shown stands at the top', () => {
  const tree = treeOf([unit('b', 'a'), unit('a'), unit('c', 'gone'), unit('d', 'b')]);
  expect(tree.map((branch) => branch.unit.id)).toEqual(['a', 'c']);
  expect(tree[0]?.children.map((branch) => branch.unit.id)).toEqual(['b']);
  expect(tree[0]?.children[0]?.children.map((branch) => branch.unit.id)).toEqual(['d']);
});
