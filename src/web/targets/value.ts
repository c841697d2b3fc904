import type { TargetRow } from '../../features/targets/contract.ts';
import { language, useWords } from '../i18n/language.ts';
import { targetWords } from './words.ts';

type Counted = Pick<TargetRow, 'measure' | 'unit'>;

/** A number with up to four decimals in the marks of the language. */
export const showAmount = (value: number): string =>
  new Intl.NumberFormat(language() === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 4 }).format(value);

/** How values of targets are shown: «1.250,5 tỷ đồng», «12%», «xong». */
export function useValues() {
  const said = useWords(targetWords);
  const value = (amount: number, { measure, unit }: Counted): string => {
    if (measure === 'yes-no') return amount === 0 ? said.notDone : said.done;
    const number = showAmount(amount);
    if (measure === 'percent') return `${number}%`;
    return unit === '' ? number : `${number} ${unit}`;
  };
  const aim = (row: Counted & Pick<TargetRow, 'aim' | 'value'>): string =>
    row.measure === 'yes-no' ? said.mustBeDone : `${said.aim[row.aim]} ${value(row.value, row)}`;
  return { value, aim };
}
