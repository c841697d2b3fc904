import type { Comparison } from './values.ts';

/** Whether `a` stands to `b` as the rule says. */
export function compares(a: number, comparison: Comparison, b: number): boolean {
  switch (comparison) {
    case '<':
      return a < b;
    case '≤':
      return a <= b;
    case '=':
      return a === b;
    case '≥':
      return a >= b;
    case '>':
      return a > b;
  }
}

/** Compares a part of a whole with a fraction, in whole numbers: exactly 1/3 stays exactly 1/3. */
export function comparesShare(
  part: number,
  whole: number,
  comparison: Comparison,
  { numerator, denominator }: { numerator: number; denominator: number },
): boolean {
  return compares(part * denominator, comparison, numerator * whole);
}

/** A rule's own comparison, or the one its kind has where it states none. */
export const comparisonOf = (rule: { comparison?: Comparison }, usual: Comparison): Comparison =>
  rule.comparison ?? usual;
