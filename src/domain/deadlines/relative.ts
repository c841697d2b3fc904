import type { RelativeUnit } from './deadline.ts';
import { type Folded, originalWords } from './folded.ts';
import type { Found } from './found.ts';

const numberWords: Partial<Record<string, number>> = {
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
  'muoi lam': 15,
  'muoi hai': 12,
  'hai muoi': 20,
  'ba muoi': 30,
  'bon muoi lam': 45,
  'sau muoi': 60,
};
const amountWords = Object.keys(numberWords)
  .sort((a, b) => b.length - a.length)
  .join('|');
const opening =
  '(?:toi da )?(?:khong qua|khong cham qua)|cham nhat|muon nhat|trong vong|trong thoi han|trong thoi gian|noi trong|trong|toi da|thoi han|sau|truoc|it nhat';
const filler = '(?: (?:la|trong|sau|truoc|vao|khong qua|toi da|thoi han))?';
const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?<opening>${opening})${filler}:? )?(?:\\d{1,3} ?(?:-|den) ?)?(?<amount>\\d{1,3}|${amountWords})(?: ?\\([\\p{L} ]{2,16}\\))? ?(?<unit>ngay lam viec|gio lam viec|ngay|tuan|thang|gio|tieng|nam)(?![\\p{L}\\p{N}])`,
  'gu',
);
const event =
  /^(?:,| lien tuc)? ?(?<anchor>(?:tinh )?(?:ke )?tu (?:sau )?(?:khi|ngay|luc|thoi diem)|ke tu|tinh tu|sau (?:khi|ngay)|truoc (?:khi|ngay|thoi diem|luc)|so voi) (?<what>[^;,.:()]{1,110}(?:\.\d[^;,.:()]{0,60})?)/;
const notPeriods =
  /^ ?(?:luong|tuoi|phep|cong\b|nghi|dau nam|cuoi nam|gan nhat|gan day|qua\b|tro len|lam them|dau\b|cuoi\b|tien luong|\d|hoc|\/)/;
const units: Partial<Record<string, RelativeUnit>> = {
  'ngay lam viec': 'working-day',
  ngay: 'day',
  tuan: 'week',
  thang: 'month',
  nam: 'month',
  gio: 'hour',
  'gio lam viec': 'hour',
  tieng: 'hour',
};

/** Deadlines counted from an event: «không quá 07 ngày làm việc kể từ khi…», «trong 24 giờ», «chậm nhất 05 ngày trước khi…». */
export function findRelative(folded: Folded): Found[] {
  const found: Found[] = [];
  for (const match of folded.text.matchAll(pattern)) {
    const start = match.index;
    const end = start + match[0].length;
    const said = match.groups?.unit ?? '';
    const unit = units[said];
    const amount = amountOf(match.groups?.amount ?? '') * (said === 'nam' ? 12 : 1);
    if (unit === undefined || !(amount > 0)) continue;
    const rest = folded.text.slice(end, end + 220);
    const anchored = event.exec(rest);
    if (!isDeadline(folded, start, match.groups?.opening, said, rest, anchored !== null)) continue;
    const from = anchored === null ? null : anchorWords(folded, end, anchored);
    found.push({
      start,
      end: from?.end ?? end,
      deadline: { kind: 'relative', relative: { amount, unit, from: from?.words ?? '' } },
    });
  }
  return found;
}

function amountOf(words: string): number {
  return numberWords[words] ?? Number(words);
}

function isDeadline(
  folded: Folded,
  start: number,
  opening: string | undefined,
  unit: string,
  rest: string,
  anchored: boolean,
): boolean {
  const clause = folded.text.slice(Math.max(0, start - 60), start).replace(/^.*[.;]/, '');
  if (/gia han|keo dai|bao hanh|phat tu|hinh phat/.test(clause)) return false;
  if (opening === undefined || opening === 'sau')
    return anchored && (unit === 'ngay lam viec' || /^,? ?(?:tinh |ke )/.test(rest));
  if (notPeriods.test(rest)) return false;
  if (unit === 'nam' && !anchored) return false;
  if (opening === 'truoc' || opening === 'it nhat')
    return anchored || (opening === 'truoc' && unit === 'ngay lam viec');
  if (opening !== 'trong') return true;
  const spelt = originalWords(folded, start, start + 5).toLowerCase();
  if (spelt !== 'trong') return false;
  if (anchored) return true;
  return (
    unit !== 'thang' &&
    unit !== 'tuan' &&
    !/(?:dien ra|to chuc|tap huan|lien tuc|hop) (?:\p{L}+ ){0,3}$/u.test(clause)
  );
}

/** The event's words: what follows «kể từ khi/ngày»; for «trước khi…» the whole, since the clock runs backwards. */
function anchorWords(folded: Folded, end: number, match: RegExpExecArray): { words: string; end: number } {
  const anchor = match.groups?.anchor ?? '';
  const what = (match.groups?.what ?? '').split(' ').slice(0, 18).join(' ').trimEnd();
  const whatStart =
    end + match[0].indexOf(match.groups?.what ?? '', match[0].indexOf(anchor) + anchor.length);
  const from = /^truoc|^so voi/.test(anchor) ? end + match[0].indexOf(anchor) : whatStart;
  const stop = whatStart + what.length;
  return { words: originalWords(folded, from, stop).replace(/\s+/gu, ' ').trim(), end: stop };
}
