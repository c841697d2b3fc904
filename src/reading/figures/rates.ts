import type { ReadingWarning } from '../../domain/documents/reading.ts';
import { measures } from '../measures.ts';
import { amount, numeric, sayNumber } from './find.ts';

/** A share a text states together with what it is the share of: «86,4% (108/125 nhiệm vụ)». */
export interface StatedRate {
  /** Percent as printed, and how many digits after the comma. */
  percent: number;
  digits: number;
  part: number;
  whole: number;
  span: [number, number];
}

const counted = measures
  .filter((one) => one !== '%' && one !== 'phần trăm')
  .map((one) => one.replaceAll(' ', '\\s'))
  .join('|');
const share = `(?<percent>\\d{1,3}(?:,\\d{1,2})?)\\s?%`;
// A day («15/11»), a document («12/TB») and a rule («Điều 5/7») look alike: what is counted or a bracket must stand beside.
const ratio = `(?<![\\p{L}\\p{N}./,-])(?<part>${amount})\\s?(?:${counted})?\\s?/\\s?(?<whole>${amount})(?![\\p{L}\\p{N}/]|[.,-]\\d)`;
/** What may lead into it inside the bracket; «ngày», «Điều», «Nghị quyết» lead into something else. */
const lead = '(?:(?:tương ứng|tức|đạt|tỷ lệ|tỉ lệ|chiếm|bằng|là|với|khoảng|hơn|gần)\\s){0,3}';
const words = `(?:[^\\d%.;\\n()]{0,40})`;

const patterns = [
  // 86,4% (108/125 nhiệm vụ)
  new RegExp(`(?<![\\p{N},.])${share}${words}\\(${lead}${ratio}[^\\d()%;\\n]{0,40}\\)`, 'giu'),
  // 108/125 nhiệm vụ (86,4%)
  new RegExp(`${ratio}\\s${words}\\(${lead}${share}[^\\d()%;\\n]{0,30}\\)`, 'giu'),
  // 108/125 nhiệm vụ, đạt 86,4%
  new RegExp(
    `${ratio}\\s(?:${counted})[^\\d%.;\\n()]{0,40},?\\s(?:đạt|chiếm|bằng)[^\\d%.;\\n()]{0,20}\\s${share}`,
    'giu',
  ),
];

/** «86,4% (15/11)» may mean a day; what is counted says it does not. */
function isNoDay({ 0: stated, groups }: RegExpMatchArray): boolean {
  const isDay = Number(groups?.part) <= 31 && Number(groups?.whole) <= 12;
  return !isDay || new RegExp(`\\d\\s?(?:${counted})`, 'iu').test(stated);
}

/** Every share that stands beside its part and its whole, in order. `text` is normalised (NFC). */
export function findRates(text: string): StatedRate[] {
  const found = patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].filter(isNoDay).map((match) => {
      const { percent = '', part = '', whole = '' } = match.groups ?? {};
      return {
        percent: numeric(percent),
        digits: percent.split(',')[1]?.length ?? 0,
        part: numeric(part),
        whole: numeric(whole),
        span: [match.index, match.index + match[0].length] as [number, number],
      };
    }),
  );
  return found.toSorted((a, b) => a.span[0] - b.span[0]);
}

/** Whether a share is the part of the whole, as far as its digits tell; both rounding and cutting off are usual. */
function rateHolds({ percent, digits, part, whole }: StatedRate): boolean {
  return whole !== 0 && Math.abs((part * 100) / whole - percent) < 10 ** -digits - 1e-9;
}

/** Warns of a share that is not that of the two numbers beside it: «86,4% (108/120 nhiệm vụ)». */
export function checkRates(rates: readonly StatedRate[]): ReadingWarning[] {
  return rates
    .filter((rate) => !rateHolds(rate))
    .map(({ percent, part, whole, span }) => ({
      code: 'rate-mismatch',
      message:
        whole === 0
          ? `Ghi ${sayNumber(percent)}% của 0: xem lại số liệu trong văn bản.`
          : `Ghi ${sayNumber(percent)}% nhưng ${sayNumber(part)}/${sayNumber(whole)} là ${sayNumber(Math.round((part * 10_000) / whole) / 100)}%: xem lại số liệu trong văn bản.`,
      span,
    }));
}
