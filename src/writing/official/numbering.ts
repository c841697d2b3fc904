import type { Block } from './document.ts';

/** Letters of points, with đ and without f, j, w, z (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
const letters = 'abcdđeghiklmnopqrstuvxy';

const romans: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** «I», «II», «III», «IV»…, from 1. */
export function roman(number: number): string {
  let left = number;
  let written = '';
  for (const [worth, sign] of romans)
    while (left >= worth) {
      written += sign;
      left -= worth;
    }
  return written;
}

/** «a», «b», «c», «d», «đ»…, «aa» after «y»; from 1. */
export function point(number: number): string {
  const place = (number - 1) % letters.length;
  const before = Math.floor((number - 1) / letters.length);
  return (before > 0 ? point(before) : '') + (letters[place] ?? '');
}

/** The mark before each block, empty for what is no heading. */
export function marksOf(blocks: readonly Block[]): string[] {
  const counts = [0, 0, 0];
  return blocks.map((block) => {
    if (block.kind !== 'heading') return '';
    const { level } = block;
    counts[level - 1] = (counts[level - 1] ?? 0) + 1;
    counts.fill(0, level);
    const number = counts[level - 1] ?? 1;
    if (level === 1) return `${roman(number)}. `;
    return level === 2 ? `${number}. ` : `${point(number)}) `;
  });
}
