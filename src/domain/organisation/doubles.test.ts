import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Card, likelyDoubles } from './doubles.ts';

const card = (id: string, fullName: string, more: Partial<Card> = {}): Card => ({
  id,
  fullName,
  email: null,
  staffCode: null,
  ...more,
});

test('the same name without marks, the same mail, the same code', () => {
  const cards = [
    card('a', 'Nguyễn Văn Đức', { email: 'Duc@so.vn', staffCode: 'MS-001' }),
    card('b', 'NGUYEN VAN  DUC', { staffCode: 'ms 001' }),
    card('c', 'Nguyễn Đức', { email: 'duc@so.vn ' }),
    card('d', 'Trần Thị Oanh'),
  ];
  expect(likelyDoubles(cards)).toEqual([
    { ids: ['a', 'b'], likeness: ['staffCode', 'name'] },
    { ids: ['a', 'c'], likeness: ['email'] },
  ]);
});

test('nobody is one’s own double, empty cards are not alike, and the order of cards does not matter', () => {
  const cards = fc.uniqueArray(
    fc.record({
      id: fc.uuid(),
      fullName: fc.constantFrom('Lê A', 'Le A', 'Vũ B'),
      email: fc.constantFrom(null, '', 'a@b.vn'),
      staffCode: fc.constantFrom(null, '', 'X1', 'x-1'),
    }),
    { selector: ({ id }) => id, maxLength: 8 },
  );
  fc.assert(
    fc.property(cards, (list) => {
      const doubles = likelyDoubles(list);
      expect(doubles.every(({ ids: [a, b] }) => a < b)).toBe(true);
      const pairs = (found: typeof doubles) => new Set(found.map(({ ids }) => ids.join()));
      expect(pairs(likelyDoubles(list.toReversed()))).toEqual(pairs(doubles));
    }),
  );
});
