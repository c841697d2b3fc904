import { showNumber } from '../i18n/format.ts';

/**
 * An amount typed or pasted with or without dots, «1.800.000.000», «1,800,000.00»; null where it is none. What stands after
 * the last mark with fewer than three digits are parts of a đồng: noughts count for nothing, others are no amount.
 */
export function moneyTyped(typed: string): number | null {
  const whole = typed
    .trim()
    .replace(/\s*(?:đồng|đ)$/iu, '')
    .replace(/[.,]0{1,2}$/u, '');
  if (/[.,]\d{1,2}$/u.test(whole)) return null;
  const plain = whole.replaceAll(/[.,\s]/gu, '');
  return /^\d{1,15}$/u.test(plain) ? Number(plain) : null;
}

/** Shown with the marks of the language where it can be read. */
export const tidied = (typed: string): string => {
  const read = moneyTyped(typed);
  return read === null ? typed : showNumber(read);
};
