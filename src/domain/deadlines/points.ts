import type { Span } from './deadline.ts';
import { type Folded, originalSpan, originalWords } from './folded.ts';
import { Taken } from './found.ts';

/** A year as written: a number, none, «năm nay» or «năm sau». */
export type WrittenYear = number | null | 'this' | 'next';

/** A place in the calendar named in a text; `start` and `end` are places in the folded text. */
export interface Point {
  kind: 'date' | 'month' | 'quarter' | 'half' | 'year';
  start: number;
  end: number;
  year: WrittenYear;
  /** Last month and day meant; `day` 0 is the last day of the month. */
  month: number;
  day: number;
  /** First month of the period, for «trước quý IV» = before its first day. */
  firstMonth: number;
  /** Words that already bound it («cuối năm», «hết tháng 6»), so that the point is binding where it stands alone. */
  edge?: 'end' | 'middle' | 'start';
  /** «15/11» or «11/2022» without «ngày» or «tháng»: could as well be a ratio. */
  bareNumbers?: boolean;
}

const digit = '[0-9lioj]';
const two = `${digit}{1,2}`;
const plainMonth = '(?:0?[1-9]|1[0-2])';
const year = `(?<year>${digit}{4})`;
const yearWords = `(?: ?,? ?(?:nam ?(?<yw>${digit}{4})|(?<rel>nam (?:nay|sau|toi))))`;
const notBefore = '(?<![\\p{L}\\p{N}/.])';
const notAfter = '(?!\\p{N}|/ ?[\\p{L}\\p{N}]|-\\p{L}{2}|[.-]\\p{N})';
const monthWord = 'muoi hai|muoi mot|muoi|gieng|mot|hai|ba|tu|nam|sau|bay|tam|chin|chap';
const monthWords = monthWord.split('|');
const monthOfWord = [12, 11, 10, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 12];
const roman = '(?:[1-4]|[ilt1\\]|]{1,3}v?|lv)';
const joint = '(?:,|va|-|den|hoac)';

/** In order of precedence: what an earlier pattern has taken, a later one leaves alone. All repeats are bounded: linear. */
const patterns: [keyof typeof readers, RegExp][] = [
  [
    'words',
    new RegExp(
      `${notBefore}(?<ngay>ngay ?)?(?:${two} ?${joint} ?(?:ngay )?)?(?<d>${two}) ?thang ?(?<m>${two})(?:${yearWords}| ?[/.-] ?${year})?${notAfter}`,
      'gu',
    ),
  ],
  [
    'numbers',
    new RegExp(
      `${notBefore}(?<ngay>ngay[ :]{0,2})?(?<d>${two}) ?(?<sep>[/.-]) ?(?<m>${two})(?: ?[/.-] ?(?<year>${digit}{4}|(?<=/ ?)(?:1[5-9]|[2-4][0-9]))|${yearWords})?${notAfter}`,
      'gu',
    ),
  ],
  ['odd', /(?<![\p{L}\p{N}/.])\d{1,2} ?[/.-] ?\d{1,2} ?\/ ?\d{5,6}(?![\p{N}/])/gu],
  [
    'month',
    new RegExp(
      `${notBefore}(?<edge>cuoi |giua |dau |het )?thang ?(?:${plainMonth} ?${joint} ?(?:thang )?(?=${plainMonth} ?(?:[/.-]|nam) ?\\d{4}))?(?<m>${two}|${monthWord})(?: ?[/.-] ?${year}|${yearWords})?${notAfter}`,
      'gu',
    ),
  ],
  [
    'quarter',
    new RegExp(
      `${notBefore}(?<edge>cuoi |het |dau )?qu[yi] ?(?:${roman} ?${joint} ?(?:qu[yi] )?(?=${roman}(?![\\p{L}])))?(?<q>${roman})(?: ?[/.-] ?${year}|${yearWords})?${notAfter}`,
      'gu',
    ),
  ],
  [
    'half',
    new RegExp(
      `${notBefore}(?:(?<n>0?[369]|ba|sau|chin) thang|nua) (?<part>dau|cuoi)(?: cua)?(?: nam ?(?<yw>\\d{4})| (?<rel>nam (?:nay|sau|toi))| nam)${notAfter}`,
      'gu',
    ),
  ],
  [
    'year',
    new RegExp(
      `${notBefore}(?:(?<edge>cuoi |giua |het |dau )(?:nam(?: (?<yw>\\d{4}))?|(?<bare>20\\d\\d))(?<now> (?:nay|sau|toi))?|nam (?:(?<yv>\\d{4})|(?<rel>nay|sau|toi)))${notAfter}`,
      'gu',
    ),
  ],
  ['monthNumbers', new RegExp(`${notBefore}(?<m>${plainMonth}) ?/ ?(?<year>20\\d\\d)${notAfter}`, 'gu')],
];

type Groups = Partial<Record<string, string>>;
interface Hit {
  folded: Folded;
  start: number;
  end: number;
  groups: Groups;
}
/** A point; 'impossible' when written as a day that does not exist; null when it is something else. */
type Outcome = Omit<Point, 'start' | 'end'> | 'impossible' | null;

const readers = {
  words: (hit: Hit): Outcome => {
    const { ngay, yw, year } = hit.groups;
    return ngay === undefined && yw === undefined && year === undefined && !/\d/.test(hit.groups.d ?? '')
      ? null
      : dayOf(hit);
  },
  numbers: (hit: Hit): Outcome => {
    const { ngay, sep, year, yw, rel } = hit.groups;
    const dated = year !== undefined || yw !== undefined || rel !== undefined;
    const words = hit.folded.text.slice(hit.start, hit.end);
    if (!/\d/.test(words) || /thang $/.test(hit.folded.text.slice(Math.max(0, hit.start - 6), hit.start)))
      return null;
    if (!dated) {
      const after = hit.folded.text.slice(hit.end, hit.end + 16);
      if (/^\p{L}|^ ?%|^ ?\+/u.test(after)) return null;
      if (ngay === undefined && (sep !== '/' || countedNoun.test(after))) return null;
    }
    const day = dayOf(hit);
    if (day === 'impossible') return dated && year?.length !== 2 ? day : null;
    return day === null || dated || ngay !== undefined ? day : { ...day, bareNumbers: true };
  },
  odd: (): Outcome => 'impossible',
  month: (hit: Hit): Outcome => {
    const before = hit.folded.text.slice(Math.max(0, hit.start - 8), hit.start);
    if (/(?:\d|hang|hangi|moi|trong vong) ?$/.test(before)) return null;
    const written = hit.groups.m ?? '';
    const word = monthWords.indexOf(written);
    if (
      word >= 0 &&
      hit.groups.year === undefined &&
      /^ (?:lan|ngay|nam)/.test(hit.folded.text.slice(hit.end, hit.end + 6))
    )
      return null;
    if (word < 0 && !/\d/.test(written)) return null;
    // «tháng sau» is the month after this one, «tháng sáu» is June: only the mark tells them apart.
    if (written === 'sau' && /tháng ?sau/iu.test(originalWords(hit.folded, hit.start, hit.end))) return null;
    const month = word >= 0 ? (monthOfWord[word] ?? 0) : number(hit, written);
    if (!(month >= 1 && month <= 12)) return null;
    return withEdge(hit, { kind: 'month', year: yearOf(hit), month, day: 0, firstMonth: month });
  },
  monthNumbers: (hit: Hit): Outcome => {
    const month = Number(hit.groups.m);
    return { kind: 'month', year: yearOf(hit), month, day: 0, firstMonth: month, bareNumbers: true };
  },
  quarter: (hit: Hit): Outcome => {
    const place = hit.folded.text.indexOf('qu', hit.start);
    const spelt = originalWords(hit.folded, place, place + 3).toLowerCase();
    const quarter = quarterNumber(hit.groups.q ?? '');
    if (quarter === 0 || ['quỹ', 'quỳ', 'quỵ'].includes(spelt)) return null;
    if (/^\p{L}/u.test(hit.folded.text.charAt(hit.end))) return null;
    return withEdge(hit, {
      kind: 'quarter',
      year: yearOf(hit),
      month: quarter * 3,
      day: 0,
      firstMonth: quarter * 3 - 2,
    });
  },
  half: (hit: Hit): Outcome => {
    const months = monthsOf(hit.groups.n);
    const last = hit.groups.part === 'cuoi';
    const kind = months === 6 ? 'half' : months === 3 ? 'quarter' : 'month';
    return { kind, year: yearOf(hit), month: last ? 12 : months, day: 0, firstMonth: last ? 13 - months : 1 };
  },
  year: (hit: Hit): Outcome => {
    const { yw, bare, yv, now, rel } = hit.groups;
    const written = yw ?? bare ?? yv;
    const before = hit.folded.text.slice(Math.max(0, hit.start - 12), hit.start);
    if (
      /^ ?(?:hoc|tai chinh)\b/.test(hit.folded.text.slice(hit.end, hit.end + 10)) ||
      /\d thang $/.test(before)
    )
      return null;
    if (written !== undefined && !(Number(written) >= 1945 && Number(written) <= 2100)) return null;
    const relative = (now ?? rel ?? '').trim();
    const year: WrittenYear =
      written !== undefined ? Number(written) : relative === '' ? null : relative === 'nay' ? 'this' : 'next';
    return withEdge(hit, { kind: 'year', year, month: 12, day: 0, firstMonth: 1 });
  },
};

const countedNoun =
  /^ ?(?:chi tieu|nhiem vu|xa|phuong|huyen|don vi|ho\b|tieu chi|du an|de tai|doanh nghiep|dong|nguoi|truong|co quan|so\b|thon|to\b|muc|diem|san pham|ho so|van ban|noi dung|km|m2|ha\b|ty\b|trieu)/;
/** How many months «6 tháng», «ba tháng», «nửa» (năm) are. */
function monthsOf(written = '6'): number {
  const word = ['ba', 'sau', 'chin'].indexOf(written);
  return word < 0 ? Number(written) : 3 * (word + 1);
}

/** Every place in the calendar that a text names, in order; days written that do not exist apart. */
export function findPoints(folded: Folded): { points: Point[]; impossible: Span[] } {
  const taken = new Taken(folded.text.length);
  const points: Point[] = [];
  const impossible: Span[] = [];
  for (const [name, regex] of patterns) {
    for (const match of folded.text.matchAll(regex)) {
      const start = match.index;
      const end = start + match[0].length;
      if (!taken.isFree({ start, end })) continue;
      const outcome = readers[name]({ folded, start, end, groups: match.groups ?? {} });
      if (outcome === null) continue;
      taken.take({ start, end });
      if (outcome === 'impossible') impossible.push(originalSpan(folded, start, end));
      else points.push({ ...outcome, start, end });
    }
  }
  points.sort((a, b) => a.start - b.start);
  shareYears(points, folded.text);
  return { points, impossible: impossible.sort((a, b) => a[0] - b[0]) };
}

/** «15/5, 15/8 và 15/11/2022»: a year said once at the end of a list is the year of them all. */
function shareYears(points: Point[], text: string): void {
  for (let i = points.length - 2; i >= 0; i--) {
    const point = points[i];
    const next = points[i + 1];
    if (point === undefined || next === undefined || point.year !== null || typeof next.year !== 'number')
      continue;
    if (point.kind !== next.kind) continue;
    if (/^ ?(?:,|va|den|-|den het|hoac)(?: het)?(?: ngay| thang)? ?$/.test(text.slice(point.end, next.start)))
      point.year = next.year;
  }
}

/** «đầu, giữa, cuối» of a month or a year are its first day, 15th or end of June, and last day (Civil Code 2015, article 146). */
function withEdge(hit: Hit, point: Omit<Point, 'start' | 'end'>): Outcome {
  const edge = hit.groups.edge?.trim();
  if (edge === undefined) return point;
  if (edge === 'cuoi' || edge === 'het') return { ...point, edge: 'end' };
  if (edge === 'giua') {
    if (point.kind === 'month') return { ...point, kind: 'date', day: 15, edge: 'middle' };
    if (point.kind === 'year') return { ...point, kind: 'half', month: 6, edge: 'middle' };
  }
  return { ...point, kind: 'date', month: point.firstMonth, day: 1, edge: 'start' };
}

function dayOf(hit: Hit): Outcome {
  const day = number(hit, hit.groups.d ?? '');
  const month = number(hit, hit.groups.m ?? '');
  const year = yearOf(hit);
  const known = typeof year === 'number' ? year : 2024;
  if (Number.isNaN(day + month + known)) return null;
  if (month < 1 || month > 12 || day < 1 || day > lastDay(known, month) || known < 1900 || known > 2100)
    return 'impossible';
  return { kind: 'date', year, month, day, firstMonth: month };
}

function yearOf(hit: Hit): WrittenYear {
  const { year, yw, rel } = hit.groups;
  const written = year ?? yw;
  if (written !== undefined) return written.length === 2 ? 2000 + Number(written) : number(hit, written);
  if (rel === undefined) return null;
  return rel.endsWith('nay') ? 'this' : 'next';
}

/** Digits as scanned: «l», «i», «j» stand for 1, «o» for 0, and «ó», «ổ» for a badly printed 6. */
function number(hit: Hit, written: string): number {
  if (/^\d+$/.test(written)) return Number(written);
  const place = hit.folded.text.indexOf(written, hit.start);
  const spelt = originalWords(hit.folded, place, place + written.length).toLowerCase();
  return Number(spelt.replace(/[lij]/g, '1').replace(/[oô]/g, '0').replace(/[óổ]/g, '6').replace(/\D/g, 'x'));
}

function quarterNumber(written: string): number {
  if (/^[1-4]$/.test(written)) return Number(written);
  const clean = written.replace(/[lt1\]|]/g, 'i');
  return ['', 'i', 'ii', 'iii', 'iv'].indexOf(clean);
}

/** The last day of a month, 28 to 31. */
export function lastDay(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
