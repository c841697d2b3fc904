import { parseTyped } from '../deadlines/typed.ts';
import type { Party } from '../documents/reading.ts';
import type { UnitMeant } from '../organisation/find-unit.ts';
import { namesIn, shortened, unitFault } from '../organisation/units-written.ts';
import { searchable } from '../text/search.ts';
import { headerReader, type TableHeader } from '../text/table-header.ts';
import type { Planned } from './item.ts';

type Column = 'words' | 'lead' | 'coordinating' | 'product' | 'submittedTo' | 'when';

/** The columns under the names the template and messages give them. */
export const programmeColumns: Record<Column, string> = {
  words: 'Nội dung công việc',
  lead: 'Đơn vị chủ trì',
  coordinating: 'Đơn vị phối hợp',
  product: 'Sản phẩm',
  submittedTo: 'Cấp trình',
  when: 'Thời gian',
};

/** What the columns are called in the programmes agencies write, folded. */
const headerIn = headerReader<Column>(
  {
    words:
      'noi dung cong viec, noi dung, cong viec, ten cong viec, nhiem vu, noi dung nhiem vu, ten nhiem vu, ten de an, noi dung chuong trinh, danh muc cong viec, ten van ban',
    lead: 'don vi chu tri, chu tri, co quan chu tri, don vi thuc hien, don vi chu tri thuc hien, don vi chu tri tham muu, don vi, phong chu tri, co quan soan thao, don vi soan thao',
    coordinating: 'don vi phoi hop, phoi hop, co quan phoi hop, don vi phoi hop thuc hien, phong phoi hop',
    product: 'san pham, san pham dau ra, ket qua, hinh thuc van ban, ket qua san pham, loai van ban',
    submittedTo: 'cap trinh, trinh, noi trinh, co quan trinh, cap phe duyet, cap ban hanh, cap co tham quyen',
    when: 'thoi gian, thang, thoi han, han, thoi gian thuc hien, thoi gian trinh, thoi gian hoan thanh, han hoan thanh, thoi han hoan thanh, thang thuc hien, tien do',
  },
  'words',
);

/** A row of a table as text; `row` counts from 1. */
interface Row {
  row: number;
  cells: readonly string[];
}

/** A row that may be stored, or what is wrong with it and what to do. */
export interface ProgrammeTable {
  items: { row: number; planned: Planned }[];
  faults: { row: number; column: string; message: string }[];
  /** What is stored but worth knowing. */
  notes: string[];
}

/** What rows are checked against. */
export interface ProgrammeBasis {
  year: number;
  findUnit(written: string, on: string): UnitMeant;
}

/** The header stands no further down. */
const headerWithin = 40;

/**
 * A table of the year's work, checked row by row. A row that says only «Tháng 5» gives its month to those beneath.
 * @returns why it is no programme, or what it holds
 */
export function programmeOf(
  rows: readonly Row[],
  basis: ProgrammeBasis,
): ProgrammeTable | { refusal: string } {
  const at = rows.slice(0, headerWithin).findIndex(({ cells }) => headerIn(cells) !== null);
  const header = headerIn(rows[at]?.cells ?? []);
  if (!header)
    return {
      refusal:
        'Không thấy dòng tên cột, ví dụ «Nội dung công việc», «Đơn vị chủ trì», «Thời gian». Tải mẫu về rồi điền theo mẫu.',
    };
  if (!header.columns.has('lead'))
    return { refusal: 'Bảng thiếu cột «Đơn vị chủ trì». Thêm cột rồi nhập lại.' };
  const table: ProgrammeTable = { items: [], faults: [], notes: notesOf(header) };
  let month: number | null = null;
  const headings: string[] = [];
  for (const { row, cells } of rows.slice(at + 1)) {
    const said = new Set(cells.map((cell) => cell.trim()).filter(Boolean));
    if (said.size === 0 || headerIn(cells) !== null || isNumbering(said)) continue;
    const alone = said.size === 1 ? [...said][0] : undefined;
    const named = alone === undefined ? null : monthNamed(alone, basis.year);
    if (named !== null) {
      month = named;
      continue;
    }
    if (isHeading([...said])) {
      headings.push(shortened([...said].at(-1) ?? ''));
      continue;
    }
    checkRow({ row, cells }, { header, month, basis, table });
  }
  if (headings.length > 0)
    table.notes.push(`Dòng tiêu đề không phải việc: ${headings.map((one) => `«${one}»`).join(', ')}.`);
  if (table.items.length === 0 && table.faults.length === 0)
    return { refusal: 'Tệp chưa có dòng công việc nào dưới dòng tên cột.' };
  return table;
}

const notesOf = ({ ignored }: TableHeader<Column>): string[] =>
  ignored.length > 0 ? [`Cột không dùng đến: ${ignored.map((name) => `«${name}»`).join(', ')}.`] : [];

/** «(1) (2) (3)» beneath the header. */
export const isNumbering = (said: ReadonlySet<string>) =>
  said.size > 1 && [...said].every((cell) => /^\(?\d{1,2}\)?$/u.test(cell));

/** «I. Lĩnh vực khoa học», «A | CÔNG VIỆC THƯỜNG XUYÊN»: words alone behind a Roman number or a letter. */
export const isHeading = (said: readonly string[]) =>
  (said.length === 1 && /^(?:[IVX]+|[A-ZĐ])[.)]\s/u.test(said[0] ?? '')) ||
  (said.length === 2 && /^(?:[IVX]+|[A-ZĐ])[.)]?$/u.test(said[0] ?? ''));

/** The month that «Tháng 5», «THÁNG 05/2026» names. */
function monthNamed(text: string, year: number): number | null {
  const plain = searchable(text).replaceAll(/[/.\s-]+/gu, ' ');
  const said = /^thang (\d{1,2})(?: (?:nam )?(\d{4}))?$/u.exec(plain);
  const month = Number(said?.[1]);
  const otherYear = said?.[2] !== undefined && Number(said[2]) !== year;
  return said && month >= 1 && month <= 12 && !otherYear ? month : null;
}

interface Checking {
  header: TableHeader<Column>;
  /** The month of the heading above. */
  month: number | null;
  basis: ProgrammeBasis;
  table: ProgrammeTable;
}

function checkRow({ row, cells }: Row, { header, month, basis, table }: Checking): void {
  const cell = (column: Column) => (cells[header.columns.get(column) ?? -1] ?? '').trim();
  const before = table.faults.length;
  const wrong = (column: Column, message: string) =>
    void table.faults.push({ row, column: programmeColumns[column], message });
  const words = cell('words').replaceAll(/\s+/gu, ' ');
  if (words.length < 5) wrong('words', 'Ghi nội dung công việc, ít nhất 5 ký tự.');
  if (words.length > 2000) wrong('words', 'Nội dung quá 2000 ký tự. Rút gọn lại.');
  for (const column of ['product', 'submittedTo'] as const)
    if (cell(column).length > 500) wrong(column, 'Quá 500 ký tự. Rút gọn lại.');
  const parties = partiesIn(cell, basis, wrong);
  const when = whenSaid(cell('when'), month, basis.year);
  if (typeof when === 'string') wrong('when', when);
  else if (parties !== null && table.faults.length === before) {
    const [product, submittedTo] = [cell('product') || null, cell('submittedTo') || null];
    table.items.push({ row, planned: { words, ...parties, product, submittedTo, ...when } });
  }
}

function partiesIn(
  cell: (column: Column) => string,
  { findUnit, year }: ProgrammeBasis,
  wrong: (column: Column, message: string) => void,
): { lead: Party; coordinating: Party[] } | null {
  const on = `${year}-01-01`;
  const written = cell('lead');
  const meant = written === '' ? null : findUnit(written, on);
  if (meant === null) wrong('lead', 'Ghi đơn vị chủ trì.');
  else if (typeof meant === 'string') wrong('lead', unitFault(written, meant));
  const lead = typeof meant === 'object' ? meant : null;
  const coordinating: Party[] = [];
  for (const name of namesIn(cell('coordinating'), (one) => typeof findUnit(one, on) === 'object')) {
    const party = findUnit(name, on);
    if (typeof party === 'string') wrong('coordinating', unitFault(name, party));
    else if (![lead, ...coordinating].some((one) => one?.unitId === party.unitId)) coordinating.push(party);
  }
  return lead && { lead, coordinating };
}

/** When it is to be done, or what is wrong with what was written of it. */
function whenSaid(text: string, above: number | null, year: number): Pick<Planned, 'month' | 'day'> | string {
  if (text === '')
    return above === null ? 'Ghi tháng, ví dụ «Tháng 5» hoặc «15/5».' : { month: above, day: null };
  const bare = /^\d{1,2}$/u.test(text) ? Number(text) : monthNamed(text, year);
  if (bare !== null)
    return bare >= 1 && bare <= 12
      ? { month: bare, day: null }
      : `«${shortened(text)}» không phải là tháng. Ghi số từ 1 đến 12.`;
  const typed = parseTyped(text, { today: `${year}-01-01` });
  if (!typed.ok) return typed.message;
  const { deadline } = typed;
  if (deadline.kind === 'recurring') return 'Việc định kỳ: ghi mỗi kỳ một dòng, với tháng của kỳ ấy.';
  if (!('due' in deadline)) return 'Ghi tháng hoặc ngày phải xong, ví dụ «Tháng 5» hoặc «15/5».';
  const said = Temporal.PlainDate.from(deadline.due.replace('XXXX', String(year)));
  const due = deadline.bound === 'before' && deadline.kind === 'date' ? said.subtract({ days: 1 }) : said;
  if (due.year !== year) return `Thời gian «${shortened(text)}» không thuộc năm ${year}. Kiểm tra lại năm.`;
  return { month: due.month, day: deadline.kind === 'date' ? due.toString() : null };
}
