import { cellsOf, isAmount, isOrder, isSum } from './pasted-costs.ts';

/** An instalment as a clerk copied it: what must be there, when, and the amount or share as typed. */
export interface PastedInstalment {
  needs: string;
  when: string;
  amount: string;
  advance: boolean;
}

const isDay = (cell: string) => /^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$/u.test(cell);
const isShare = (cell: string) => /^\d{1,3}(?:[.,]\d+)?\s*%$/u.test(cell);
const isMoney = (cell: string) => isAmount(cell) && !isDay(cell);

/**
 * Instalments out of what was copied from Excel or Word: number, what must be there, when, amount or share; the number may
 * be missing and the amount stand before the day. Heads and sums are left out and counted.
 */
export function pastedInstalments(text: string): { rows: PastedInstalment[]; left: number } {
  const table = cellsOf(text);
  const rows = table.flatMap((cells) => {
    const [first = '', second = ''] = cells;
    const numbered = first === '' || (isOrder(first) && second !== '' && !isMoney(second));
    const [needs = '', ...rest] = numbered ? cells.slice(1) : cells;
    const amount = rest.find(isMoney) ?? rest.find(isShare);
    if (needs === '' || isSum(needs) || amount === undefined) return [];
    const when = rest.find((cell) => cell !== '' && !isMoney(cell) && !isShare(cell)) ?? '';
    return [{ needs, when, amount, advance: /tạm ứng/iu.test(needs) }];
  });
  return { rows, left: table.length - rows.length };
}
