import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allToggled, mostAtOnce, nothingChosen, toggled } from './selection.ts';

const order = ['a', 'b', 'c', 'd', 'e'];
const chosen = (selection: { ids: ReadonlySet<string> }) => [...selection.ids].toSorted().join('');

test('one by one, and a range in either direction', () => {
  const one = toggled(nothingChosen, 'd', order);
  expect(chosen(one)).toBe('d');
  expect(chosen(toggled(one, 'b', order, true))).toBe('bcd');
  expect(chosen(toggled(toggled(one, 'b', order, true), 'c', order, true))).toBe('d');
});

test('a range without a first row, or whose first row has gone, is the row alone', () => {
  expect(chosen(toggled(nothingChosen, 'c', order, true))).toBe('c');
  expect(chosen(toggled({ ids: new Set(['z']), anchor: 'z' }, 'c', order, true))).toBe('cz');
});

test('all, and none again', () => {
  const all = allToggled(nothingChosen, order);
  expect(chosen(all)).toBe('abcde');
  expect(allToggled(all, order).ids.size).toBe(0);
  expect(allToggled(nothingChosen, []).ids.size).toBe(0);
});

test('a second touch of a row gives back what was chosen before', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...order)), fc.constantFrom(...order), (ids, id) => {
      const before = { ids: new Set(ids), anchor: null };
      expect(chosen(toggled(toggled(before, id, order), id, order))).toBe(chosen(before));
    }),
  );
});

test('never more than the server does at once', () => {
  const many = Array.from({ length: mostAtOnce + 50 }, (_, at) => `${at}`);
  expect(allToggled(nothingChosen, many).ids.size).toBe(mostAtOnce);
  expect(toggled({ ids: new Set(), anchor: '0' }, `${mostAtOnce + 49}`, many, true).ids.size).toBe(
    mostAtOnce,
  );
});
