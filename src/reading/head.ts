import { foldWithPlaces } from '../domain/deadlines/folded.ts';
import { findPoints } from '../domain/deadlines/points.ts';
import { dateOf } from '../domain/deadlines/years.ts';
import { kindAtStart } from '../domain/documents/kinds.ts';
import type { DocumentHead, ReadingWarning } from '../domain/documents/reading.ts';
import { isTaskHeader } from './directives/tables.ts';
import type { Block } from './extracted.ts';
import {
  beginsBody,
  capitals,
  isMotto,
  isOrganAlone,
  issuerOf,
  type Line,
  linesOf,
  tidy,
} from './headings.ts';
import { isoDay, newsDate, newsTitle } from './news-head.ts';
import { kindOf, regular } from './numbers.ts';

export interface HeadReading {
  head: DocumentHead;
  /** Where the body begins: after the title and subject; at «Kính gửi» of a letter. */
  bodyStart: number;
  /** Where the signature block or «Nơi nhận» begins; null when there is none. */
  signatureStart: number | null;
  warnings: ReadingWarning[];
}

/** Lines of the text among which a header is looked for. */
const headerLines = 60;

/**
 * Reads type, number, date, issuer and subject of a document, laid out as NĐ 30/2020/NĐ-CP (Phụ lục I) or older, its two
 * columns in either order, or with the header missing; a page of the web is of kind 'news' with the date it shows.
 * `text` is normalised (NFC); `blocks` tell the notes that belong to no line of the header.
 */
export function readHead(text: string, blocks: readonly Block[]): HeadReading {
  const notes = blocks.filter(({ kind }) => kind === 'note');
  const table =
    blocks.find((block) => block.kind === 'row' && isTaskHeader(text, block))?.start ?? text.length;
  const lines = linesOf(text, 0, headerLines).filter(
    ({ start }) => start < table && !notes.some((note) => start >= note.start && start < note.end),
  );
  const warnings: ReadingWarning[] = [];
  const numbered = numberLine(lines);
  const titleAt = titleLine(lines);
  const kindOfTitle = titleAt < 0 ? null : (kindAtStart(lines[titleAt]?.text ?? '')?.abbreviation ?? null);
  const letterAt = lines.findIndex(({ folded }) => /^kinh gui/.test(folded));
  const reAt = lines.findIndex(({ text: words }) => /^\s*[Vv]\s?[/⁄]\s?[vV]\b/u.test(words));
  const official = numbered !== null || titleAt >= 0 || letterAt >= 0 || reAt >= 0 || lines.some(isMotto);
  const shape: Shape = { lines, numberAt: numbered?.line ?? -1, titleAt, letterAt, reAt };
  const unnamed = kindOfBody(text) ?? (official || !isProse(lines) ? null : 'news');
  const kind = kindOfTitle ?? numbered?.kind ?? (letterAt >= 0 || reAt >= 0 ? 'CV' : unnamed);
  const date = kind === 'news' ? newsDate(lines, text) : documentDate(shape, text, warnings);
  const { subject, bodyStart } = kind === 'news' ? newsTitle(lines) : subjectOf(shape);
  if (numbered?.doubtful === true) {
    warnings.push({
      code: 'number-doubtful',
      message: 'Số của văn bản đọc không rõ: xem lại trên ảnh và gõ lại số, ký hiệu.',
      span: numbered.span,
    });
  }
  const number = numbered?.number ?? null;
  const issuer = kind === 'news' ? null : issuerOfText(shape, text, kind);
  return {
    head: { kind, number, date, issuer, subject },
    bodyStart,
    signatureStart: signature(text, bodyStart),
    warnings,
  };
}

/** Where the parts of a header stand among the lines; -1 where one is missing. */
interface Shape {
  lines: readonly Line[];
  numberAt: number;
  titleAt: number;
  letterAt: number;
  reAt: number;
}

interface OwnNumber {
  line: number;
  number: string | null;
  kind: string | null;
  doubtful: boolean;
  span: [number, number];
}

const numberLead =
  /(?:^|\t|\s{2,}|\|\s?)\s*(?:S[ốôoòóỏ6]|SỐ|\$6|#|Sé|Sè)\s{0,6}[:.;]?\s{0,20}(?=[#\d/⁄. _+*…lIOo-]{0,30}[/⁄-])/u;
const lowerLead = /^\s*(?:[Ll]uật )?số\s{0,3}:?\s{0,8}(?=\d)/u;
const ownSign =
  /^#?(?<n>[\dlIOoóS]{0,5}[a-zđ]?)(?<noise>[\s.+*_#…]{0,20})(?<mark>[/⁄]{1,2}|[-–])\s{0,3}(?:(?<year>(?:19|20)\d\d)\s?[/⁄]{1,2}\s?)?(?<sign>[A-ZĐÐƯÔ][\p{L}&,\d]{0,20}(?:\s?[-–/⁄]\s?[A-ZĐÐƯÔ][\p{L}&,\d]{1,24}){0,4})/u;

/** The document's own number: the line «Số: …» of the header, before grounds and addressees. */
function numberLine(lines: readonly Line[]): OwnNumber | null {
  const official = lines.some(isMotto) || titleLine(lines) >= 0;
  for (const [index, line] of lines.entries()) {
    if (/^(?:can cu|kinh gui|thuc hien)/.test(line.folded)) return null;
    const lead = numberLead.exec(line.text) ?? (official ? lowerLead.exec(line.text) : null);
    if (lead === null) continue;
    const at = lead.index + lead[0].length;
    const own = ownSign.exec(line.text.slice(at, at + 90))?.groups;
    if (own?.sign === undefined) continue;
    const digits = (own.n ?? '')
      .replace(/[lI](?=[\dlIOo]|$)/g, '1')
      .replace(/[Oo](?=\d|$)/g, '0')
      .replace(/ó/g, '6');
    const mark = own.mark === '-' || own.mark === '–' ? '-' : '/';
    const signs = regular(own.sign);
    const whole = `${digits}${mark}${own.year === undefined ? '' : `${own.year}/`}${signs}`;
    const known = /^\d/.test(digits);
    return {
      line: index,
      number: known ? whole : null,
      kind: kindOf(known ? whole : `1${whole}`),
      doubtful: !known || /[.+*#]/.test(own.noise ?? ''),
      span: [line.start + at, line.start + Math.min(line.text.length, at + 40)],
    };
  }
  return null;
}

/** «Nghị định của Chính phủ»: the issuer after the type's name is no subject. */
const ofIssuer = /^của(?: \p{L}+){1,6}$/iu;

/** The line of the type's name, alone or in capitals; scans and old encodings lose marks and capitals. */
function titleLine(lines: readonly Line[]): number {
  for (const [index, line] of lines.entries()) {
    if (index > 30 || /^(?:can cu|kinh gui)/.test(line.folded)) return -1;
    const words = line.text.trim().replace(/^[*#_\s]+|[*#_\s]+$/gu, '');
    const named = kindAtStart(words);
    if (named === null) continue;
    const rest = words.slice(named.length).trim();
    if (ofIssuer.test(rest)) return index;
    if (
      rest === '' ? capitals(words) > 0.4 || lines.some(isMotto) : capitals(words) > 0.7 && words.length < 200
    )
      return index;
  }
  return -1;
}

/** What a text without any header says of its own type. */
function kindOfBody(text: string): string | null {
  const opening = text.slice(0, 6000);
  if (/(?:^|\n)\s*QUYẾT NGHỊ\s*:/u.test(opening)) return 'NQ';
  if (/(?:^|\n)\s*QUYẾT ĐỊNH\s*:/u.test(opening)) return 'QĐ';
  if (/thông báo (?:ý kiến )?kết luận [^.\n]{0,300}như sau/u.test(opening.slice(0, 2500))) return 'TB';
  return null;
}

/** Whether paragraphs of sentences follow the first line, as on a page of the web and unlike a form. */
const isProse = (lines: readonly Line[]) =>
  lines.slice(0, 20).some(({ text: words }) => words.length > 110 && !/\.{6}|…{3}/u.test(words));

const placeAndDate = /ng[aà]y.{0,16}th[aá]ng.{0,8}n[aă]m/iu;

/** The day of «Đà Nẵng, ngày … tháng … năm …», of the header or else the foot; then of the digital signature. */
function documentDate(
  { lines, titleAt, letterAt, numberAt }: Shape,
  text: string,
  warnings: ReadingWarning[],
): string | null {
  const stop = Math.max(titleAt, letterAt);
  const header = lines.filter((line, index) => (stop < 0 || index <= Math.max(stop, 4)) && isPlaceLine(line));
  const foot = linesOf(text, Math.max(0, text.length - 4000), 80).filter(isPlaceLine);
  for (const line of [...header, ...foot.toReversed()]) {
    const folded = foldWithPlaces(line.text);
    const { points, impossible } = findPoints(folded);
    const point = points.findLast((one) => one.kind === 'date' && typeof one.year === 'number');
    const readable = point !== undefined && impossible.length === 0;
    if (!readable || !/ng[aà]y\s{0,3}\d{1,2}\s{0,3}th[aá]ng\s{0,3}\d{1,2}\s/iu.test(line.text))
      warnings.push(doubtfulDate(line));
    if (readable) return dateOf(point, {}).due;
    break;
  }
  const beside = /ngày\s(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/u.exec(lines[numberAt]?.text ?? '');
  if (beside !== null) return isoDay(beside[3], beside[2], beside[1]);
  const signed = /Thời gian ký:?\s{0,3}(\d{1,2})[/.](\d{1,2})[/.](\d{4})/iu.exec(text.slice(0, 3000));
  return signed === null ? null : isoDay(signed[3], signed[2], signed[1]);
}

const doubtfulDate = ({ start, end }: Line): ReadingWarning => ({
  code: 'date-doubtful',
  message: 'Ngày của văn bản đọc không rõ: xem lại trên ảnh và gõ lại ngày.',
  span: [start, end],
});

/** «Place, ngày … tháng … năm …» ending a line: grounds and sentences go on after their dates. */
function isPlaceLine(line: Line): boolean {
  if (line.text.length > 240 || !placeAndDate.test(line.text)) return false;
  if (
    /^(?:can cu|theo|thuc hien|xet|tai|tren co so|ban hanh kem|kem theo|ngay)/.test(line.folded) &&
    !/^ngay/.test(line.folded)
  )
    return false;
  return /(?:^|[\p{L}.\]],?\s{0,3})ng[aà]y.{0,16}th[aá]ng.{0,8}n[aă]m\s{0,2}[\dlOo]{4}[\s.)*_]*(?:h\.\p{L}\d+)?$/iu.test(
    line.text,
  );
}

/** The trích yếu: under the type's name, or after «V/v» of a letter. */
function subjectOf({ lines, titleAt, letterAt, reAt, numberAt }: Shape): {
  subject: string | null;
  bodyStart: number;
} {
  if (titleAt >= 0 && !(letterAt >= 0 && letterAt < titleAt)) return titleSubject(lines, titleAt);
  const letter = letterAt >= 0 ? lines[letterAt] : undefined;
  const top = lines[Math.max(numberAt, 0)];
  const bodyStart = letter?.start ?? lines[Math.max(numberAt, reAt) + 1]?.start ?? top?.end ?? 0;
  if (reAt < 0) return { subject: null, bodyStart };
  const parts = lines
    .slice(reAt, letterAt > reAt ? letterAt : reAt + 3)
    .filter((line, index) => index === 0 || !isNoise(line));
  const words = parts.map((line) => line.text.split(/\t|\s{4,}|\s\d{1,2}(?:\.\s|\s")/u)[0] ?? '').join(' ');
  return {
    subject: tidy(words.replace(/^\s*[Vv]\s?[/⁄]\s?[vV]:?\s*/u, '')).slice(0, 400) || null,
    bodyStart,
  };
}

/** Lines between «V/v» and «Kính gửi» that are no part of the subject: place and date, numbered notes by hand. */
const isNoise = (line: Line) =>
  isPlaceLine(line) ||
  isMotto(line) ||
  /^[^\p{L}]*\d{1,2}\s?[.)]|^[^\p{L}]+\p{L}{1,3}\s|^\s*\p{L}\.\s/u.test(line.text);

function titleSubject(
  lines: readonly Line[],
  titleAt: number,
): { subject: string | null; bodyStart: number } {
  const title = lines[titleAt];
  if (title === undefined) return { subject: null, bodyStart: 0 };
  const words = title.text.trim();
  const own = words.slice(kindAtStart(words)?.length ?? 0).replace(/^[\s:*_-]+/u, '');
  const parts = own === '' || ofIssuer.test(own) ? [] : [own];
  let end = title.end;
  for (const line of lines.slice(titleAt + 1, titleAt + 8)) {
    if (beginsBody(line) || isOrganAlone(line) || parts.join(' ').length > 400) break;
    if (lowerLead.test(line.text) || isPlaceLine(line)) {
      end = line.end;
      continue;
    }
    parts.push(line.text);
    end = line.end;
  }
  const subject = tidy(
    parts.join(' ').replace(/^\s*(?:[Vv]\s?[/⁄]\s?[vV]:?|[Vv]ề việc|VỀ VIỆC|[Vv]ề|VỀ)\s+/u, ''),
  );
  return { subject: subject === '' ? null : subject, bodyStart: end };
}

function issuerOfText(shape: Shape, text: string, kind: string | null): string | null {
  const { lines, numberAt, titleAt, letterAt, reAt } = shape;
  const stop = [numberAt, titleAt, letterAt, reAt].filter((at) => at >= 0);
  const top = lines.slice(0, stop.length === 0 ? 0 : Math.min(...stop));
  const fromHeader = issuerOf(
    top,
    kind === 'CTPH' || lines[titleAt]?.folded.startsWith('chuong trinh phoi hop') === true,
  );
  if (fromHeader !== null) return fromHeader;
  const under = titleAt < 0 ? undefined : lines.slice(titleAt + 1, titleAt + 8).find(isOrganAlone);
  if (under !== undefined) return tidy(under.text);
  return speaker.exec(text.slice(0, 3000))?.groups?.organ?.trim() ?? null;
}

/** «…, Sở Khoa học và Công nghệ thông báo kết luận …»: the issuer speaks in a notice whose header is lost. */
const speaker =
  /(?:^|[.,;\n]\s?)(?<organ>(?:Sở|Bộ|UBND|Ủy ban|Uỷ ban|Văn phòng|Cục|Tổng cục|Chi cục|Phòng|Ban)\s[\p{L} ]{3,80}?)\s(?:xin\s)?thông báo\s/u;

/** The foot of a document: «Nơi nhận», or the signer's authority («TM.», «KT.», «TL.»), after the body begins. */
function signature(text: string, from: number): number | null {
  const marks = [
    /(?:^|\n)[^\S\n]{0,40}[*_]{0,2}Nơi nh[âậạ]n\s{0,2}[:;]?/giu,
    /(?:^|\n)[^\S\n]{0,80}(?:TM|KT|TL|TUQ|T\/M|K\/T)\s?\.\s?(?=\p{Lu}{2})/gu,
  ];
  const places = marks.flatMap((mark) => {
    mark.lastIndex = from;
    const found = mark.exec(text);
    return found === null ? [] : [found.index + (found[0].startsWith('\n') ? 1 : 0)];
  });
  return places.length === 0 ? null : Math.min(...places);
}
