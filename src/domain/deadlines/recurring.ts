import type { Recurrence } from './deadline.ts';
import { type Folded, originalWords } from './folded.ts';
import { type Found, Taken } from './found.ts';

const unit = '(?:ngay|tuan|thang|quy|nua nam|0?6 thang|0?3 thang|0?9 thang|sau thang|nam)';
const list = `${unit}(?: ?(?:,|;|/|va|hoac|-) ?(?:hang |moi |theo )?${unit}){0,5}`;
const start = '(?<![\\p{L}\\p{N}])';
const end = '(?![\\p{L}\\p{N}]| ?\\d)';
const weekday = '(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)';
const dayOfPeriod = `(?:ngay (?:lam viec )?(?:cuoi cung|cuoi|dau tien|\\d{1,2}(?: ?/ ?\\d{1,2})?)(?: (?:cua )?thang (?:\\d{1,2}|(?:dau|cuoi|thu \\p{L}+)(?: cua)?))?|${weekday}|thang \\d{1,2}|(?:dau|cuoi|giua))`;
const dayOfYear = '(?:ngay )?\\d{1,2} ?/ ?\\d{1,2}(?: ?(?:,|va) ?(?:ngay )?\\d{1,2} ?/ ?\\d{1,2}){0,3}';
const bound = '(?:truoc|cham nhat(?: la| vao)?|vao|den|muon nhat)';

const patterns: RegExp[] = [
  new RegExp(
    `${start}(?:(?<on>(?:${bound} )?(?:${dayOfYear}|${dayOfPeriod})) ?,? ?(?:cua )?)?(?:(?:theo )?dinh ky,? (?:theo )?)?(?:hang|moi) (?<every>${list})${end}`,
    'gu',
  ),
  new RegExp(`${start}(?:theo )?dinh ky,? (?:theo )?(?<every>${list})${end}`, 'gu'),
  new RegExp(
    `${start}(?:hang|moi) (?<every>${unit}) (?:it nhat |toi thieu )?(?:\\d{1,2}|mot|hai|ba) (?:lan|buoi|ky|so)${end}`,
    'gu',
  ),
  new RegExp(`${start}(?:\\d{1,2}|mot|hai) lan ?(?:/|moi|trong mot|trong) ?(?<every>${unit})${end}`, 'gu'),
  new RegExp(
    `${start}(?:dinh ky )?(?:moi )?(?:(?<count>\\d{1,2}|mot|hai|ba|nam|sau) )?(?<every>ngay|tuan|thang|quy|nam) ?(?:(?:mot|0?1) lan|/ ?(?:(?:mot|0?1) )?lan)${end}`,
    'gu',
  ),
  new RegExp(
    `${start}(?<on>(?:${bound} )?ngay \\d{1,2} (?:cua )?thang (?:dau|cuoi|thu \\p{L}+) (?:cua )?(?<every>quy))${end}`,
    'gu',
  ),
  new RegExp(`${start}(?:theo )?dinh ky ?\\((?:sau )?\\d{1,2} (?<every>${unit})${end}`, 'gu'),
];
const after = new RegExp(
  `^ ?[,:(]? ?(?<on>(?:${bound} )?${dayOfPeriod})(?! ?[/.-] ?\\d| thang \\d| nam \\d|[\\p{L}\\p{N}])`,
  'u',
);

/** Nouns that «hằng năm» merely describes: a yearly budget is no yearly duty. */
const described =
  /(?:ngan sach|du toan|ke hoach|chi tieu|doanh thu|thu nhap|san luong|kinh phi|binh quan|so luong|muc|khach|ngan|mat|cua|ban|don|giao) $/;

/** Recurring deadlines: «hằng tháng», «định kỳ 6 tháng, năm», «trước ngày 25 hằng tháng», «02 lần/năm». */
export function findRecurring(folded: Folded): Found[] {
  const found: Found[] = [];
  const taken = new Taken(folded.text.length);
  for (const regex of patterns) {
    for (const match of folded.text.matchAll(regex)) {
      const from = match.index;
      const to = from + match[0].length;
      if (!taken.isFree({ start: from, end: to }) || !isMeant(folded, from, match[0])) continue;
      const every = recurrences(match.groups?.every ?? '', match.groups?.count);
      if (every.length === 0) continue;
      const right = match.groups?.on === undefined ? after.exec(folded.text.slice(to, to + 60)) : null;
      const place = placeOfDay(folded, from, to, match.groups?.on, right);
      taken.take({ start: from, end: place.end });
      found.push({
        start: from,
        end: place.end,
        deadline: { kind: 'recurring', every, ...(place.on === '' ? {} : { on: place.on }) },
      });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function placeOfDay(
  folded: Folded,
  from: number,
  to: number,
  on: string | undefined,
  right: RegExpExecArray | null,
) {
  if (on !== undefined) return { end: to, on: words(folded, from, from + on.length) };
  const said = right?.groups?.on;
  if (right === null || said === undefined) return { end: to, on: '' };
  const end = to + right[0].length;
  return { end, on: words(folded, end - said.length, end) };
}

const words = (folded: Folded, from: number, to: number) =>
  originalWords(folded, from, to)
    .replace(/\s+/gu, ' ')
    .replace(/^(?:Trước|Chậm|Vào|Ngày|Đến)/u, (word) => word.toLowerCase())
    .replace(/ (?:của)$/u, '')
    .replace(/^vào /u, '');

/** Whether the words are «hằng/hàng» or «mỗi», and say when rather than describe a noun. */
function isMeant(folded: Folded, from: number, words: string): boolean {
  const before = folded.text.slice(Math.max(0, from - 14), from);
  const mark = /(?:^| )(?:hang|moi) /.exec(words);
  if (mark !== null) {
    const place = from + mark.index + (mark[0].startsWith(' ') ? 1 : 0);
    const spelt = originalWords(folded, place, place + mark[0].trim().length).toLowerCase();
    if (['hãng', 'hạng', 'háng', 'mới', 'mọi', 'mời'].includes(spelt)) return false;
    const next = folded.text.slice(from + words.length, from + words.length + 3);
    if (mark.index === 0 && described.test(before) && !/^ ?(?:[,;.)]|$)/.test(next)) return false;
    if (
      mark.index === 0 &&
      /(?:khach|(?<!giai )ngan|mat|cua|ban|don|giao) $/.test(before) &&
      spelt === 'hàng'
    )
      return false;
  }
  return true;
}

const unitNames: [RegExp, Recurrence][] = [
  [/(?:6|sau) thang|nua nam/, 'half'],
  [/3 thang/, 'quarter'],
  [/9 thang/, 'half'],
  [/ngay/, 'day'],
  [/tuan/, 'week'],
  [/thang/, 'month'],
  [/quy/, 'quarter'],
  [/nam/, 'year'],
];

function recurrences(words: string, count: string | undefined): Recurrence[] {
  if (count === '6' || count === '06' || count === 'sau') return words === 'thang' ? ['half'] : [];
  if (count === '3' || count === '03' || count === 'ba')
    return words === 'thang' ? ['quarter'] : words === 'nam' ? ['year'] : [];
  const every = words
    .split(/[,;/-]| va | hoac /)
    .flatMap((part) => unitNames.find(([name]) => name.test(part))?.[1] ?? []);
  return [...new Set(every)];
}
