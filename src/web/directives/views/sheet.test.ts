import { expect, test } from 'vitest';
import { linesOf, sheetOf, text } from './sheet.ts';

test('words are broken where they end, and what does not fit is cut with a mark', () => {
  const words = 'Rà soát tiến độ nhiệm vụ khoa học cấp tỉnh về vật liệu nano';
  const lines = linesOf(words, 120, 10, 2);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toBe('Rà soát tiến độ nhiệm');
  expect(lines[1]?.endsWith('…')).toBe(true);
  expect(linesOf('ngắn', 120, 10, 2)).toEqual(['ngắn']);
});

test('no words of people become marks of the drawing', () => {
  expect(text('<b>&"', 0, 0)).toContain('&lt;b&gt;&amp;&quot;');
  const head = { agency: 'Sở <KH&CN>', title: 'T', filter: 'F', asOf: 'D' };
  const sheet = sheetOf(head, { body: '', left: '' });
  expect(sheet).toContain('Sở &lt;KH&amp;CN&gt;');
  expect(sheet.startsWith('<svg ') && sheet.endsWith('</svg>')).toBe(true);
});
