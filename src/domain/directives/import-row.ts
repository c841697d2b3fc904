import { isWithinReach, reach } from '../calendar/day.ts';
import type { Deadline } from '../deadlines/deadline.ts';
import { isStanding } from '../deadlines/phrases.ts';
import { parseTyped } from '../deadlines/typed.ts';
import { sayDay } from '../deadlines/words.ts';
import type { DirectiveKind, Party } from '../documents/reading.ts';
import type { UnitMeant } from '../organisation/find-unit.ts';
import { namesIn, shortened, unitFault } from '../organisation/units-written.ts';
import { searchable } from '../text/search.ts';
import type { FactBody, Given } from './facts.ts';
import type { Origin } from './filter.ts';
import { type ImportColumn, importColumnNames } from './import-columns.ts';
import { factsFrom, type ImportStatus, importStatusOf, importStatusWords } from './import-status.ts';

/** What is wrong with a row, in which column, and what to do. */
export interface ImportFault {
  column: ImportColumn;
  message: string;
}

/** A row that may be stored: the directive, and what has happened to it. */
export interface ImportedDirective {
  words: string;
  kind: DirectiveKind;
  origin: Exclude<Origin, 'part' | 'occurrence'>;
  /** The number of the document that gave it, as the register writes it. */
  sourceNumber: string | null;
  givenOn: string;
  given: Given;
  /** After the one that gave it, oldest first. */
  facts: { on: string; body: FactBody }[];
  /** The register has no day for how it stands: the day of the import was taken. */
  dayTaken: boolean;
}

/** What a row is checked against. */
export interface ImportBasis {
  today: string;
  findUnit(written: string, on: string): UnitMeant;
}

type CellOf = (column: ImportColumn) => string;

/** A day of a register: dd/mm/yyyy or ISO, a time of day behind it is left out. Undefined for what is none. */
export function dayIn(text: string): string | undefined {
  const known = days.get(text);
  if (known !== undefined) return known ?? undefined;
  const day = readDay(text);
  if (days.size >= 20_000) days.clear();
  days.set(text, day ?? null);
  return day;
}
const days = new Map<string, string | null>();

function readDay(text: string): string | undefined {
  const said =
    /^(?:(?<iso>\d{4}-\d{1,2}-\d{1,2})|(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>\d{4}))(?:[ T]\d{1,2}:\d{2}.*)?$/u.exec(
      text.trim(),
    )?.groups;
  if (!said) return undefined;
  const [year = '', month = '', day = ''] = said.iso?.split('-') ?? [said.year, said.month, said.day];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : undefined;
}

const kinds: Record<string, DirectiveKind> = {
  '': 'do',
  'viec phai lam': 'do',
  'nhiem vu': 'do',
  'co thoi han': 'do',
  'thuong xuyen': 'standing',
  'lenh dung': 'stop',
  dung: 'stop',
};

const origins: Record<string, ImportedDirective['origin']> = {
  'van ban': 'document',
  'giao bang loi': 'word',
  'bang loi': 'word',
  loi: 'word',
  'ket luan hop': 'meeting',
  'cuoc hop': 'meeting',
  hop: 'meeting',
  'ket luan kiem toan nha nuoc': 'state-audit',
  'kiem toan nha nuoc': 'state-audit',
  'kiem toan': 'state-audit',
  'ket luan thanh tra': 'inspection',
  'thanh tra': 'inspection',
};

/** Deadlines as said on a day given: the same words come again and again. */
const deadlines = new Map<string, ReturnType<typeof parseTyped>>();

function deadlineSaid(text: string, givenOn: string): ReturnType<typeof parseTyped> {
  const day = dayIn(text);
  if (day !== undefined && isWithinReach(day))
    return { ok: true, deadline: { kind: 'date', due: day, bound: 'by', text, span: [0, text.length] } };
  const key = `${givenOn} ${text}`;
  const known = deadlines.get(key) ?? parseTyped(text, { today: givenOn });
  if (deadlines.size >= 20_000) deadlines.clear();
  deadlines.set(key, known);
  return known;
}

/**
 * One row of a register, checked as if given by hand: every fault it has, or the directive it makes.
 * @param cell the text of a column, empty where the register has none
 */
export function checkImportRow(cell: CellOf, basis: ImportBasis): ImportedDirective | ImportFault[] {
  const faults: ImportFault[] = [];
  const wrong = (column: ImportColumn, message: string) => void faults.push({ column, message });
  const words = cell('words');
  if (words.length < 5) wrong('words', 'Ghi nội dung nhiệm vụ, ít nhất 5 ký tự.');
  if (words.length > 5000) wrong('words', 'Nội dung quá 5000 ký tự. Rút gọn lại.');
  const product = cell('product');
  if (product.length > 1000) wrong('product', 'Sản phẩm quá 1000 ký tự. Rút gọn lại.');
  const number = cell('number');
  if (number.length > 300) wrong('number', 'Số văn bản quá 300 ký tự. Chỉ ghi số, ký hiệu.');
  const givenOn = givenDay(cell, basis, wrong);
  const parties = partiesOf(cell, givenOn, basis, wrong);
  const { kind, deadline } = deadlineOf(cell, givenOn, wrong);
  const reported = reportedOf(cell, givenOn, basis, wrong);
  const origin = originOf(cell('origin'), number, wrong);
  if (faults.length > 0) return faults;
  const { lead, coordinating } = parties;
  return {
    words,
    kind,
    origin,
    sourceNumber: number === '' || origins[searchable(number)] === 'word' ? null : number,
    givenOn,
    given: { lead, coordinating, deadline, product: product || null },
    ...reported,
  };
}

type Wrong = (column: ImportColumn, message: string) => void;

function givenDay(cell: CellOf, { today }: ImportBasis, wrong: Wrong): string {
  const day = dayCell(cell, 'givenOn', wrong);
  return day ?? today;
}

/** The day of a cell; undefined where it is empty or wrong, which is then told. */
function dayCell(cell: CellOf, column: ImportColumn, wrong: Wrong): string | undefined {
  const text = cell(column);
  if (text === '') return undefined;
  const day = dayIn(text);
  if (day === undefined)
    wrong(column, `«${shortened(text)}» không phải là ngày. Ghi dạng ngày/tháng/năm, ví dụ 15/11/2026.`);
  else if (!isWithinReach(day))
    wrong(column, `Năm phải trong khoảng ${reach.first}–${reach.last}. Kiểm tra lại năm.`);
  return day !== undefined && isWithinReach(day) ? day : undefined;
}

function partiesOf(cell: CellOf, on: string, { findUnit }: ImportBasis, wrong: Wrong) {
  const find = (column: ImportColumn, written: string): Party | null => {
    const meant = findUnit(written, on);
    if (typeof meant === 'object') return meant;
    wrong(column, unitFault(written, meant));
    return null;
  };
  const written = cell('lead');
  if (written === '') wrong('lead', 'Ghi đơn vị chủ trì.');
  const lead = written === '' ? null : find('lead', written);
  const coordinating: Party[] = [];
  for (const name of namesIn(cell('coordinating'), (one) => typeof findUnit(one, on) === 'object')) {
    const party = find('coordinating', name);
    const known = [lead, ...coordinating].some((one) => one?.unitId === party?.unitId);
    if (party && !known) coordinating.push(party);
  }
  if (coordinating.length > 50) wrong('coordinating', 'Quá 50 đơn vị phối hợp. Bớt lại.');
  return { lead, coordinating };
}

function deadlineOf(
  cell: CellOf,
  givenOn: string,
  wrong: Wrong,
): { kind: DirectiveKind; deadline: Deadline } {
  const none: Deadline = { kind: 'none' };
  const kind = kinds[searchable(cell('kind'))];
  if (kind === undefined) wrong('kind', 'Không rõ loại. Ghi: Có thời hạn, Thường xuyên hoặc Lệnh dừng.');
  const text = cell('deadline');
  if (text === '' || text.length > 500) {
    const ask = text === '' ? 'Ghi hạn; nếu không có hạn thì ghi «không hạn».' : 'Hạn quá dài. Rút gọn lại.';
    if (text !== '' || (kind ?? 'do') === 'do') wrong('deadline', ask);
    return { kind: kind ?? 'do', deadline: none };
  }
  const typed = deadlineSaid(text, givenOn);
  if (!typed.ok) {
    // «Thường xuyên» in the column of deadlines is how registers write a lasting duty.
    if (isStanding(text) && searchable(text) === 'thuong xuyen') return { kind: 'standing', deadline: none };
    wrong('deadline', typed.message);
    return { kind: kind ?? 'do', deadline: none };
  }
  const { deadline } = typed;
  if ('due' in deadline && !deadline.due.startsWith('XXXX') && deadline.due < givenOn)
    wrong(
      'deadline',
      cell('givenOn') === ''
        ? `Hạn ${sayDay(deadline.due)} đã qua mà chưa ghi ngày giao. Ghi cột «${importColumnNames.givenOn}».`
        : `Hạn ${sayDay(deadline.due)} trước ngày giao ${sayDay(givenOn)}. Kiểm tra lại hai ngày.`,
    );
  return { kind: kind ?? 'do', deadline };
}

function originOf(said: string, number: string, wrong: Wrong): ImportedDirective['origin'] {
  if (said === '') return number !== '' && origins[searchable(number)] !== 'word' ? 'document' : 'word';
  const origin = origins[searchable(said)];
  if (origin === undefined)
    wrong(
      'origin',
      `Không rõ nguồn giao «${shortened(said)}». Ghi: Văn bản, Giao bằng lời, Kết luận họp, Kiểm toán nhà nước hoặc Thanh tra.`,
    );
  return origin ?? 'word';
}

function percentOf(text: string, wrong: Wrong): number {
  if (text === '') return 0;
  const share = /%$/u.test(text);
  const number = Number(text.replace(/\s*%$/u, '').replace(',', '.'));
  // Excel keeps 45 % as 0.45.
  const percent = Math.round(!share && number > 0 && number < 1 ? number * 100 : number);
  if (percent >= 0 && percent <= 100) return percent;
  wrong('percent', `«${shortened(text)}» không phải là tiến độ. Ghi số từ 0 đến 100.`);
  return 0;
}

function statusOf(cell: CellOf, percent: number, completed: boolean, wrong: Wrong): ImportStatus {
  const said = cell('status');
  if (said === '') return completed ? 'accepted' : percent > 0 ? 'progressed' : 'given';
  const status = importStatusOf(said);
  if (status === undefined)
    wrong('status', `Không rõ tình trạng «${shortened(said)}». Ghi: ${importStatusWords}.`);
  if (completed && (status === 'given' || status === 'progressed'))
    wrong('completedOn', `Có ngày hoàn thành mà tình trạng là «${shortened(said)}». Sửa một trong hai ô.`);
  return status ?? 'given';
}

function reportedOf(cell: CellOf, givenOn: string, { today }: ImportBasis, wrong: Wrong) {
  const percent = percentOf(cell('percent'), wrong);
  const completedOn = dayCell(cell, 'completedOn', wrong);
  const statusOn = dayCell(cell, 'statusOn', wrong);
  const status = statusOf(cell, percent, completedOn !== undefined, wrong);
  const note = cell('note');
  if (note.length > 4000) wrong('note', 'Ghi chú quá 4000 ký tự. Rút gọn lại.');
  for (const [column, day] of [
    ['completedOn', completedOn],
    ['statusOn', statusOn],
  ] as const) {
    if (day !== undefined && day < givenOn)
      wrong(column, `Ngày ${sayDay(day)} trước ngày giao ${sayDay(givenOn)}. Kiểm tra lại hai ngày.`);
    if (day !== undefined && day > today) wrong(column, `Ngày ${sayDay(day)} chưa đến. Kiểm tra lại ngày.`);
  }
  if (status === 'accepted' && completedOn === undefined && cell('completedOn') === '')
    wrong('completedOn', 'Việc đã hoàn thành cần ngày hoàn thành. Ghi ngày vào cột này.');
  if (status !== 'given' && givenOn > today)
    wrong('givenOn', `Ngày giao ${sayDay(givenOn)} chưa đến mà việc đã bắt đầu. Kiểm tra lại ngày giao.`);
  const on = completedOn ?? statusOn ?? today;
  const facts = factsFrom({ status, percent, on, givenOn, note: note || null });
  return { facts, dayTaken: facts.length > 0 && completedOn === undefined && statusOn === undefined };
}
