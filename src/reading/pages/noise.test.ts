import { expect, test } from 'vitest';
import { asQuarter } from './noise.ts';

test.each([
  ['IH/2027).', 'III/2027).'],
  ['H', 'II'],
  ['lI/2026', 'II/2026'],
  ['IIl;', 'III;'],
  ['1V', 'IV'],
  ['III', 'III'],
  ['1', '1'],
  ['I/2027', 'I/2027'],
  ['Hành', 'Hành'],
  ['HH', 'HH'],
])('a quarter read as «%s» is «%s»', (read, meant) => {
  expect(asQuarter(read, 'quý')).toBe(meant);
});

test('what does not follow «quý» stays as it was read', () => {
  expect(asQuarter('IH', 'phòng')).toBe('IH');
});
