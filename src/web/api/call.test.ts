import { expect, test } from 'vitest';
import { getDirective, listDirectives } from '../../features/directives/contract.ts';
import { addressOf } from './call.ts';

test('parameters go into the path, lists are joined, empty values are left out', () => {
  expect(addressOf(getDirective, { params: { id: 'a b' } })).toBe('/api/directives/a%20b');
  expect(
    addressOf(listDirectives, {
      query: { state: ['overdue', 'due-soon'], unit: [], q: '', cursor: undefined },
    }),
  ).toBe('/api/directives?state=overdue%2Cdue-soon');
});
