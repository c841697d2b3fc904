import { dayIn } from '../directives/import-row.ts';
import { fold } from '../text/fold.ts';

/** A day as a portfolio writes it; `exact` is false where only its month or year is written. */
export interface DaySaid {
  day: string;
  exact: boolean;
}

const plain = (text: string) => fold(text).replaceAll(/\s+/gu, ' ').trim();
const iso = (year: number, month: number, day: number) =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
const lastOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();
const wholeYear = (year: string) => (year.length === 2 ? 2000 + Number(year) : Number(year));

/**
 * A day, month or year: «5/3/2024», «5/3/24», «ngày 5 tháng 3 năm 2024», «3/2024», «2024», an Excel day number.
 * @param side which day of a month or year is meant where it says no more
 */
export function daySaid(text: string, side: 'first' | 'last'): DaySaid | undefined {
  const said = plain(text).replaceAll(/^(ngay|tu|den|het)\s+/gu, '');
  const long = /^(\d{1,2}) thang (\d{1,2}) nam (\d{4})$/u.exec(said);
  const short = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2})$/u.exec(said);
  const parts = long ?? short;
  const whole = parts ? `${parts[1]}/${parts[2]}/${wholeYear(parts[3] ?? '')}` : text.trim();
  const day = dayIn(whole);
  if (day !== undefined) return { day, exact: true };
  const month =
    /^(?:thang )?(\d{1,2})\s*[/.-]\s*(\d{4})$/u.exec(said) ?? /^thang (\d{1,2}) nam (\d{4})$/u.exec(said);
  if (month) return ofMonth(Number(month[2]), Number(month[1]), side);
  const year = /^(?:nam )?((?:19|20)\d{2})$/u.exec(said);
  if (year) {
    const month = side === 'first' ? 1 : 12;
    return ofMonth(Number(year[1]), month, side);
  }
  // Days since 30/12/1899, of a cell that is not shown as a day.
  if (/^[2-6]\d{4}$/u.test(said))
    return { day: new Date(Date.UTC(1899, 11, 30 + Number(said))).toISOString().slice(0, 10), exact: true };
  return undefined;
}

const ofMonth = (year: number, month: number, side: 'first' | 'last'): DaySaid | undefined =>
  month >= 1 && month <= 12
    ? { day: iso(year, month, side === 'first' ? 1 : lastOf(year, month)), exact: false }
    : undefined;

/** The day somewhere in a text: «Đã quyết toán ngày 12/3/2024». */
export function dayWithin(text: string): string | undefined {
  const found =
    /\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{1,2}-\d{1,2}|ngày \d{1,2} tháng \d{1,2} năm \d{4}/iu.exec(text);
  return daySaid(found?.[0] ?? text, 'last')?.day;
}

/** How long a task takes: both its days, or months from a beginning. */
export type TimeSaid = { from: DaySaid; to: DaySaid } | { months: number };

/** «01/2023 - 12/2024», «từ 5/3/2023 đến 5/3/2025», «24 tháng», «24». */
export function timeSaid(text: string): TimeSaid | undefined {
  const months = /^(\d{1,3})(?: thang)?$/u.exec(plain(text));
  if (months) return { months: Number(months[1]) };
  const [first, last, ...others] = plain(text)
    .split(/\s*(?:–|—|→|\bden(?: het)?\b|\s-\s|(?<=\d{4})-(?=\d{4}|\d{1,2}\/))\s*/u)
    .map((part) => part.replace(/^tu /u, ''));
  if (first === undefined || last === undefined || others.length > 0) return undefined;
  const [from, to] = [daySaid(first, 'first'), daySaid(last, 'last')];
  return from && to && { from, to };
}

/** Đồng that nobody means where no unit is said: «850» stands for millions. */
const least = 100_000;

/**
 * Money as people write it: «1.200.000.000», «1,200,000,000», «1.200,5 triệu», «1,2 tỷ».
 * @param unit đồng for one, as the column says; null where it does not
 * @returns đồng; what is wrong with it where it cannot be told
 */
export function moneySaid(text: string, unit: number | null): number | 'unclear' | 'no-unit' {
  const said = plain(text);
  const parts = /^(-?[\d.,\s]+?) ?(ty(?: dong)?|trieu(?: dong)?|tr(?:d)?|nghin(?: dong)?|dong|d|vnd)?$/u.exec(
    said,
  );
  if (!parts) return 'unclear';
  const own = parts[2];
  const of = own === undefined ? unit : unitNamed(own);
  const amount = numberSaid((parts[1] ?? '').replaceAll(' ', ''), of === 1_000_000_000);
  if (amount === undefined || amount < 0) return 'unclear';
  if (of === null && amount > 0 && amount < least) return 'no-unit';
  const dong = Math.round(amount * (of ?? 1) * 100) / 100;
  return Number.isInteger(dong) && dong <= 1e15 ? dong : 'unclear';
}

const unitNamed = (word: string) =>
  word.startsWith('ty')
    ? 1_000_000_000
    : word.startsWith('tr')
      ? 1_000_000
      : word.startsWith('nghin')
        ? 1000
        : 1;

/** @param fractions whether one mark before three digits parts a fraction: «1,250 tỷ» */
function numberSaid(text: string, fractions: boolean): number | undefined {
  if (!/^\d+(?:[.,]\d+)*$/u.test(text)) return undefined;
  const marks = [...text.matchAll(/[.,]/gu)].map(([mark]) => mark);
  const groups = text.split(/[.,]/u);
  const thousands = (ends: readonly string[]) => ends.every((end) => end.length === 3);
  const [last = ''] = groups.slice(-1);
  const only = marks.length === 1 && (last.length !== 3 || fractions || groups[0] === '0');
  const mixed = marks.length > 1 && marks.at(-1) !== marks[0];
  const decimal = only || mixed;
  const whole = decimal ? groups.slice(0, -1) : groups;
  return thousands(whole.slice(1)) ? Number(`${whole.join('')}${decimal ? `.${last}` : ''}`) : undefined;
}
