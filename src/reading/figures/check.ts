import type { ReadFigure, ReadingWarning } from '../../domain/documents/reading.ts';
import type { Block } from '../extracted.ts';
import { checkRates, findRates, type StatedRate } from './rates.ts';
import { checkSums, findSums, type StatedSum } from './sums.ts';
import { checkTotals, findTotals, type StatedTotal } from './table-sums.ts';

/** What a text itself lets one check, and what of it does not hold. */
export interface CheckedFigures {
  sums: StatedSum[];
  rates: StatedRate[];
  totals: StatedTotal[];
  warnings: ReadingWarning[];
}

/** Holds the figures of a text to one another: wholes to their parts, shares to their numbers, totals to their rows. */
export function checkFigures(
  text: string,
  blocks: readonly Block[],
  figures: readonly ReadFigure[],
): CheckedFigures {
  const sums = findSums(text, figures);
  const rates = findRates(text);
  const totals = findTotals(text, blocks);
  const warnings = [...checkSums(sums), ...checkRates(rates), ...checkTotals(totals)];
  return { sums, rates, totals, warnings };
}
