import { documentKinds, kindOfNumber } from '../domain/documents/kinds.ts';

/** The number of a document found in a text: normalised, and where it is printed. */
export interface PrintedNumber {
  number: string;
  start: number;
  end: number;
}

const letter = '(?:[A-ZĐÐƯÔÂĂÊ&]|[rgyshia](?![a-zà-ỹđ]))';
/** A sign: capitals with the few small letters abbreviations have (TTg, CTr, QyĐ), a session number at most (QH14). */
const sign = `[A-ZĐÐƯÔÂĂÊ]${letter}{1,24}\\d{0,2}`;
const slash = '\\s{0,2}[/⁄∕]{1,2}\\s{0,2}';
const hyphen =
  '(?:\\s{0,2}[-–‑](?=\\S)|[-–‑]\\s{1,3}(?=[A-ZĐÐƯ])|\\s[-–]\\s(?=(?:CP|TTg|TW|UBND|HĐND|VPCP|B[A-ZĐÐ]{2,8})\\b))';
const tail = `(?:(?:${hyphen}|[/⁄])${sign}){0,5}`;
const partyKinds = 'NQ|CTrHĐ|CTr|CT\\+|CT|KL|QĐi|QyĐ|QĐ|QÐ|KH|TB|QC|BC|HD|TTr|CV|ĐA';
const dashes = '\\s{0,2}[-–‑]\\s{0,2}(?:[-–‑]\\s{0,2})?';

const state = new RegExp(
  `(?<![\\p{L}\\p{N}/⁄.,-])(?<n>\\d{1,5}[a-zđ]?)${slash}(?:(?<year>(?:19|20)\\d\\d)${slash})?(?<sign>${sign}${tail})`,
  'gu',
);
const party = new RegExp(
  `(?<![\\p{L}\\p{N}/⁄.,-])(?<n>[0-9lIOoSó]{1,4})${dashes}(?<kind>${partyKinds})(?<slash>\\s{0,2}[/⁄]{1,2}\\s{0,2}|[lI1]?(?=T[WUƯ](?![\\p{L}])))(?<organ>${sign}(?:-${sign}){0,2})`,
  'gu',
);
/** «KL/TW» as a scan gives it: the «L» and the slash run together into a U. */
const blurredConclusion = new RegExp(`(?<![\\p{L}\\p{N}/])(?<n>\\d{1,4})${dashes}KUTW(?!\\p{L})`, 'gu');
const spacedOrgan = /^ (?=[A-ZĐÐ]{2,}(?![\p{Ll}]))(?<organ>[A-ZĐÐ&]{2,12})(?![\p{L}])/u;

const knownSigns = new Set(documentKinds.map(({ abbreviation }) => abbreviation));
const glued =
  /^(?<kind>NQ|NĐ|QĐ|CT|TT|TB|KH|CV|TTr|CTr|BC|HD)(?<organ>CP|TTg|UBND|HĐND|VPCP|TCT|TCHQ|B[A-ZĐ]{2,8}|S[A-ZĐ]{3,8})$/u;

/** Every number of a document printed in a text, in order, made regular: see `regular`. */
export function findNumbers(text: string): PrintedNumber[] {
  const found: PrintedNumber[] = [];
  for (const match of text.matchAll(state)) {
    const start = match.index;
    let end = start + match[0].length;
    const { n = '', year, sign: printed = '' } = match.groups ?? {};
    let signs = printed;
    const spaced =
      /[-/⁄–‑]/u.test(signs) || !knownSigns.has(plain(signs))
        ? null
        : spacedOrgan.exec(text.slice(end, end + 14));
    if (spaced !== null && year !== undefined) {
      signs += `-${spaced.groups?.organ ?? ''}`;
      end += spaced[0].length;
    }
    const number = `${n}/${year === undefined ? '' : `${year}/`}${regular(signs)}`;
    if (year !== undefined || number.includes('-') || announced(text, start))
      found.push({ number, start, end });
  }
  for (const match of [...text.matchAll(party), ...text.matchAll(blurredConclusion)]) {
    const { n = '', kind = 'KL', organ = 'TW' } = match.groups ?? {};
    const digits = n.replace(/[lI]/g, '1').replace(/[Oo]/g, '0').replace(/S/g, '5').replace(/ó/g, '6');
    if (!/\d/.test(n) && organ !== 'TW' && organ !== 'TU') continue;
    const number = `${digits}-${plain(kind).replace('CT+', 'CTr')}/${regular(organ).replace(/^BCP$/, 'BCĐ')}`;
    found.push({ number, start: match.index, end: match.index + match[0].length });
  }
  return found.sort((a, b) => a.start - b.start);
}

/**
 * A sign made regular: no white space, one plain slash, one plain hyphen, «Đ» for the eth of scans; a lost hyphen between
 * type and organ put back («QĐUBND» → «QĐ-UBND»), «TTs» → «TTg».
 */
export function regular(signs: string): string {
  const clean = plain(signs)
    .replace(/TTs(?![\p{L}])/gu, 'TTg')
    .replace(/QD(?=-)/u, 'QĐ');
  const parts = glued.exec(clean)?.groups;
  return parts === undefined ? clean : `${parts.kind}-${parts.organ}`;
}

function plain(signs: string): string {
  return signs
    .replace(/\s+/gu, '')
    .replace(/[⁄∕]|\/{2,}/gu, '/')
    .replace(/[–‑]|-{2,}/gu, '-')
    .replace(/Ð/gu, 'Đ');
}

/** Whether the words before a number say that one follows: «số», or the name of a type of document. */
function announced(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  return /(?:số|Số|SỐ|[Vv]ăn|[Đđ]ịnh|[Qq]uyết|[Bb]áo|[Hh]oạch|[Tt]hị|[Tt]ư|[Tt]rình|[Ll]uận|[Đđ]iện|[Dd]ẫn)\s*[:.]?\s*$/u.test(
    before,
  );
}

/** The type a number's sign names; a number with a sign of no type is a letter's («125/SGDĐT-VP»). */
export function kindOf(number: string): string {
  return kindOfNumber(number) ?? 'CV';
}
