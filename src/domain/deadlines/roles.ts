import type { Bound } from './deadline.ts';
import { type Folded, originalWords } from './folded.ts';
import type { Point } from './points.ts';
import { type DatedPoint, daysBetween, type YearContext } from './years.ts';

/** How far back the words that bind a date are looked for, in characters. */
const reach = 70;

export interface BoundWords {
  /** Null where no word binds the date. */
  bound: Bound | null;
  /** Where the binding words begin, or the point itself. */
  start: number;
  /** «đến», «vào», «từ» alone: bind only where the rest of the sentence orders work. */
  weak?: boolean;
}

const clock = '(?:\\d{1,2} ?(?:gio|h|g) ?(?:\\d{1,2})?(?: phut)?(?: (?:sang|chieu|trua|toi))?,? ?)?';
const tail = `[ :,]{0,3}(?:(?:la|vao|luc|truoc|trong|het|den het|den|ngay|thoi diem|moc)[ :,]{1,3}){0,3}${clock}(?:ngay )?$`;
const start = '(?<![\\p{L}\\p{N}])';

const rules: { regex: RegExp; bound: Bound; weak?: boolean }[] = [
  { regex: new RegExp(`${start}(?:(?:cham|muon|tre) nhat${tail})`, 'u'), bound: 'by' },
  {
    regex: new RegExp(`${start}khong (?:(?:muon|cham|tre) hon|(?:cham |muon )?qua)${tail}`, 'u'),
    bound: 'by',
  },
  {
    regex: new RegExp(
      `${start}(?:(?:han|thoi han)(?: (?:chot|cuoi cung|cuoi|hoan thanh|nop|gui|bao cao|thuc hien|xu ly))?${tail})`,
      'u',
    ),
    bound: 'by',
  },
  {
    regex: new RegExp(
      `${start}(?:(?:truoc|trc)[ :,]{0,3}(?:(?:luc|thoi diem|moc|het)[ :,]{1,3})?${clock}(?:ngay )?[ :]?$)`,
      'u',
    ),
    bound: 'before',
  },
  {
    regex: new RegExp(
      `${start}(?:(?:den|toi|cho den|cham|ngay|truoc) het[ :]{0,3}${clock}(?:ngay |thang )?$)`,
      'u',
    ),
    bound: 'by',
  },
  { regex: new RegExp(`${start}(?:noi trong|ngay trong|trong)[ :]{0,3}${clock}$`, 'u'), bound: 'in' },
  {
    regex: new RegExp(
      `${start}(?:bat dau|thuc hien|ap dung|trien khai|van hanh|hoat dong) (?:ke )?tu[ :]{0,2}$`,
      'u',
    ),
    bound: 'from',
  },
  { regex: new RegExp(`${start}(?:ke tu|tu)[ :]{0,2}$`, 'u'), bound: 'from', weak: true },
  { regex: new RegExp(`${start}(?:cho den|den|toi)[ :]{0,2}$`, 'u'), bound: 'by', weak: true },
  { regex: new RegExp(`${start}vao[ :]{0,2}(?:luc )?${clock}$`, 'u'), bound: 'on', weak: true },
];

/** The words that bind a point, read backwards from it: which bound, and where they begin. */
export function boundOf(folded: Folded, point: Point): BoundWords {
  const from = Math.max(0, point.start - reach);
  const left = folded.text.slice(from, point.start);
  for (const { regex, bound, weak } of rules) {
    const match = regex.exec(left);
    if (match === null) continue;
    const at = from + match.index;
    if (bound === 'in' && !/^(?:trong|nội|ngay)/u.test(originalWords(folded, at, at + 5).toLowerCase()))
      continue;
    if (/ qua $/.test(match[0]) && !folded.text.startsWith('ngay', point.start)) continue; // «không quá 01 tháng lương»
    const early = bound === 'by' && /(?<![\p{L}])(?:truoc|trc)[ :,]{1,3}(?:ngay )?$/u.test(match[0]);
    if (bound === 'from' && / den |-/.test(folded.text.slice(point.start, point.end)))
      return { bound: 'by', start: at, weak: true };
    return { bound: early ? 'before' : bound, start: at, ...(weak ? { weak } : {}) };
  }
  const said = /(?:cham nhat|thoi han|han)(?: [^.;\d]{1,50})? la (?:ngay )?$/u.exec(left);
  return { bound: said === null ? null : 'by', start: point.start };
}

const completion =
  /(?:hoan thanh|hoan tat|xong|ket thuc|hoan trien|hoan truoc|hoan thien|trinh|gui|nop|bao cao)/;
const finished = /(?:hoan thanh|hoan tat|hoan|xong|ket thuc)(?: vao| trong| truoc)?[ :(]{0,3}$/;

/** What is meant to be open or done at the edge of a period: «khai mạc cuối quý II». */
const opening =
  /(?:khai mac|khanh thanh|thong xe|khoi cong|ra mat|dua vao (?:su dung|khai thac|hoat dong|van hanh))[^,;.]{0,30}$/;

/**
 * Whether a point binds work. It does where words bind it and the sentence neither looks back (a day long past,
 * «tính đến ngày», «trong năm … đã») nor describes a noun («nhiệm vụ trong tháng»); alone, it does in a cell of its
 * own, after «hoàn thành», in brackets, or after a verb of handing in, when the day lies ahead of the document.
 */
export function isBinding(
  folded: Folded,
  point: Point,
  bound: BoundWords,
  day: DatedPoint,
  context: YearContext,
): boolean {
  if (point.bareNumbers === true && bound.bound === null && !isAlone(folded, point)) return false;
  if (isAlone(folded, point)) return true;
  const left = clauseBefore(folded.text, bound.start);
  const ahead = isAhead(day, context);
  if (bound.bound === 'by' && countsUp(folded, bound.start, left)) return false;
  if (isEndOfRange(left)) return /(?:hoan thanh|thoi gian(?: thuc hien)?)[^,;]{0,30}$/.test(left);
  switch (bound.bound) {
    case null:
      return bindsAlone(folded, point, left, ahead);
    case 'before':
    case 'by':
      if (bound.weak === true)
        return (point.kind !== 'year' || point.edge !== undefined) && bindsWeakly(folded, point, left, ahead);
      return ahead !== 'long past' || finished.test(left) || /hoan thanh/.test(left);
    case 'in':
      return bindsWithin(folded, point, left, ahead);
    case 'on':
      return ahead === 'ahead' || (ahead === 'unknown' && completion.test(left));
    case 'from':
      return bound.weak !== true && (ahead === 'ahead' || ahead === 'unknown');
  }
}

/** «tính đến ngày», «số liệu … đến hết»: the day a count was made; never «báo cáo UBND tỉnh chậm nhất …». */
function countsUp(folded: Folded, at: number, left: string): boolean {
  if (!/^(?:cho )?(?:den|toi)(?!\p{L})/u.test(folded.text.slice(at, at + 8))) return false;
  const spelt = originalWords(folded, Math.max(0, at - 5), at).toLowerCase();
  if (/tỉnh\s*$/u.test(spelt.normalize('NFC'))) return false;
  return /(?<!\p{L})(?:tinh|luy ke|cap nhat|ke)(?: tu dau nam)? ?$|(?:so lieu|luy ke|cap nhat) [^,;]{0,20}$/u.test(
    left,
  );
}

function bindsWeakly(folded: Folded, point: Point, left: string, ahead: Ahead): boolean {
  if (ahead !== 'long past' && /^,? ?phai(?!\p{L})/u.test(folded.text.slice(point.end, point.end + 8)))
    return true; // «đến 15/11 phải …»
  if (point.edge === 'end' && ahead === 'ahead') return true;
  if (finished.test(left) || /(?:hoan thanh|han|keo dai|thoi gian)[^,;]{0,40}$/.test(left)) return true;
  return ahead === 'ahead' && completion.test(left);
}

function bindsWithin(folded: Folded, point: Point, left: string, ahead: Ahead): boolean {
  if (
    /(?:trong tam|can lam|ket qua|tinh hinh|phat sinh|chi tieu|(?<!\d )(?:cong viec|nhiem vu|cong tac)) $/.test(
      left,
    )
  ) {
    if (!completion.test(left)) return false;
  }
  const right =
    /^[^.;]{0,90}/u.exec(folded.original.slice(originalEnd(folded, point)).normalize('NFC'))?.[0] ?? '';
  if (/^[^:]*(?<!\p{L})đã\s/u.test(right) && !/hoan thanh/.test(left)) return false;
  return ahead === 'ahead' || ahead === 'unknown' || completion.test(left);
}

function bindsAlone(folded: Folded, point: Point, left: string, ahead: Ahead): boolean {
  if (finished.test(left))
    return point.kind !== 'half' && point.kind !== 'year' ? true : ahead !== 'long past';
  const past = ahead === 'past' || ahead === 'long past';
  if (past || point.kind === 'half') return false;
  if (point.edge === 'end' && ahead === 'ahead' && opening.test(left)) return true;
  const after = folded.text.slice(point.end, point.end + 2);
  const period = point.kind === 'month' || point.kind === 'quarter';
  if (/\( ?$/.test(left) && /^ ?\)/.test(after)) return period || ahead === 'ahead';
  if (period && /^[ +*-]{0,4}$/.test(left) && /^ ?[:,]/.test(after)) return ahead === 'ahead';
  if (point.kind !== 'date' || point.bareNumbers === true || ahead !== 'ahead') return false;
  return /(?<![\p{L}])(?:gui|nop|trinh)(?![\p{L}])[^,;()\d]{1,50}$/u.test(left);
}

/** A stretch that is nothing but times, as in a cell «Thời hạn» of a task table; of a range only its end. */
function isAlone(folded: Folded, point: Point): boolean {
  if (folded.text.length > 120) return false;
  const before = folded.text.slice(0, point.start);
  const after = folded.text.slice(point.end);
  const frame =
    /(?<![\p{L}])(?:hoan thanh|xong|thoi gian|thoi han|han|truoc|cham nhat|trong|ngay|thang|nam|quy|den|tu|het|va|la|vao|cuoi|dau|gio|phut)(?![\p{L}])/gu;
  const bare = (words: string) => words.replace(frame, '').replace(/[\s\d/.,:;()+*-]/g, '') === '';
  if (!bare(before) || !bare(after)) return false;
  return !/^ ?(?:den|-) ?(?:het )?(?:ngay |thang )?\d/.test(after);
}

const isEndOfRange = (left: string) =>
  /(?<![\p{L}])tu (?:ngay |thang |quy )?[\p{N}ivx/. -]{1,12}(?: ?nam \d{4})? ?$/u.test(left);

/** The clause up to a place: what follows the last sentence mark that is not inside a number. */
function clauseBefore(text: string, at: number): string {
  const left = text.slice(Math.max(0, at - 160), at);
  const cut = Math.max(left.lastIndexOf(';'), left.lastIndexOf('. '));
  return cut < 0 ? left : left.slice(cut + 1);
}

type Ahead = 'ahead' | 'past' | 'long past' | 'unknown';

/** Where the day lies from the document's date: two months back is past for sure, even for late minutes. */
function isAhead(day: DatedPoint, context: YearContext): Ahead {
  if (!context.documentDate || day.yearUnknown === true) return 'unknown';
  const behind = daysBetween(day.due, context.documentDate);
  return behind <= 0 ? 'ahead' : behind > 60 ? 'long past' : 'past';
}

const originalEnd = (folded: Folded, point: Point) => (folded.at[point.end - 1] ?? 0) + 1;
