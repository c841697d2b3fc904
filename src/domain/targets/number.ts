/**
 * A number as people here type it: «1.250,5», «12,5», «12.5», «1 250». Points that part thousands are told from one that
 * parts decimals by what stands behind them.
 * @returns null where it is none
 */
export function numberTyped(typed: string): number | null {
  const text = typed.replaceAll(/[\s\u00a0]/gu, '');
  if (!/^-?\d[\d.,]*$/u.test(text) || /[.,]$/u.test(text)) return null;
  const points = text.split('.').length - 1;
  const commas = text.split(',').length - 1;
  if (commas > 1 || (commas === 1 && points > 0 && text.lastIndexOf('.') > text.indexOf(','))) return null;
  const grouped = /^-?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/u.test(text);
  if (points > 0 && !grouped && (points > 1 || commas > 0)) return null;
  const plain = grouped ? text.replaceAll('.', '') : text;
  const value = Number(plain.replace(',', '.'));
  return Number.isFinite(value) ? value : null;
}
