import { plainDay } from '../../domain/calendar/plain-day.ts';
import { sayDay } from '../../domain/deadlines/words.ts';
import { causeWords } from '../../domain/directives/sentence.ts';
import { unitWords } from '../../domain/figures/figure.ts';
import type { ReviewContent } from '../../domain/reviews/content.ts';
import { ReviewSection } from '../../domain/reviews/facts.ts';
import { type ReviewFigure, sayFigure } from '../../domain/reviews/figures.ts';
import type { Table } from '../../writing/official/document.ts';
import { type CellValue, type SheetTable, workbookOf } from '../../writing/sheet.ts';

/** The headings of the report, as the offices write them. */
export const sectionTitles: Record<ReviewSection, string> = {
  results: 'Kết quả thực hiện nhiệm vụ',
  shortcomings: 'Tồn tại, hạn chế và nguyên nhân',
  proposals: 'Đề xuất, kiến nghị',
};

/** A cell as the register has it: a day is ISO; each place writes it in its own way. */
type Cell = string | number | { day: string | null } | { figure: ReviewFigure | undefined };

/** A table of a review, one for the report and the workbook alike. */
export interface ReviewTable {
  title: string;
  /** Of a narrow column beside a wide one. */
  columns: { head: string; width: number; align?: 'center' | 'right' }[];
  rows: Cell[][];
  landscape?: boolean;
}

/** What units are compared by. */
export const compared: readonly { key: string; head: string }[] = [
  { key: 'in-hand', head: 'Phải thực hiện' },
  { key: 'accepted', head: 'Hoàn thành' },
  { key: 'open', head: 'Còn mở' },
  { key: 'overdue', head: 'Quá hạn' },
  { key: 'rate-by-first', head: 'Đúng hạn đầu (%)' },
];

const figureIn = (figures: readonly ReviewFigure[], key: string): Cell => ({
  figure: figures.find((one) => one.key === key),
});

const unitTable = ({ units, figures }: ReviewContent): ReviewTable => ({
  title: 'Số liệu theo đơn vị',
  columns: [
    { head: 'Đơn vị', width: 4 },
    ...compared.map(({ head }) => ({ head, width: 1.5, align: 'right' as const })),
  ],
  rows: [...units, { name: 'Toàn cơ quan', figures }].map(({ name, figures: own }) => [
    name,
    ...compared.map(({ key }) => figureIn(own, key)),
  ]),
});

const overdueTable = ({ overdue }: ReviewContent): ReviewTable => ({
  title: 'Nhiệm vụ quá hạn đến ngày chốt',
  landscape: true,
  columns: [
    { head: 'TT', width: 1, align: 'center' },
    { head: 'Nhiệm vụ', width: 7 },
    { head: 'Đơn vị', width: 3 },
    { head: 'Văn bản giao', width: 3 },
    { head: 'Hạn đầu', width: 2, align: 'center' },
    { head: 'Số lần gia hạn', width: 1.2, align: 'right' },
    { head: 'Hạn hiện có', width: 2, align: 'center' },
    { head: 'Quá hạn (ngày làm việc)', width: 1.5, align: 'right' },
    { head: 'Nguyên nhân', width: 2.5 },
  ],
  rows: overdue.map((line, at) => [
    ...[at + 1, line.words, line.unit ?? '', line.source ?? ''],
    ...[{ day: line.firstDue }, line.timesExtended, { day: line.due }, line.daysLate],
    line.cause === null ? '' : causeWords[line.cause],
  ]),
});

const figureTable = ({ figures }: ReviewContent): ReviewTable => ({
  title: 'Số liệu của kỳ',
  columns: [
    { head: 'TT', width: 1, align: 'center' },
    { head: 'Số liệu', width: 8 },
    { head: 'Trong kỳ', width: 2, align: 'right' },
    { head: 'Tính bằng', width: 2 },
  ],
  rows: figures
    .filter(({ recordIds }) => recordIds.length > 0)
    .map((figure, at) => [at + 1, figure.name, { figure }, unitWords[figure.unit] || '%']),
});

const wordsTable = ({ units }: ReviewContent): ReviewTable => ({
  title: 'Báo cáo của các đơn vị',
  landscape: true,
  columns: [
    { head: 'Đơn vị', width: 2 },
    ...ReviewSection.options.map((section) => ({ head: sectionTitles[section], width: 4 })),
  ],
  rows: units
    .filter(({ text }) => Object.values(text).some((one) => one !== ''))
    .map(({ name, text }) => [name, ...ReviewSection.options.map((one) => text[one] ?? '')]),
});

/** Every table of a review, in the order of the appendices; those without a row are left out. */
export const tablesOf = (content: ReviewContent): ReviewTable[] =>
  [unitTable, overdueTable, figureTable, wordsTable]
    .map((make) => make(content))
    .filter(({ rows }) => rows.length > 0);

function sayCell(cell: Cell): string {
  if (typeof cell !== 'object') return String(cell);
  if ('day' in cell) return cell.day === null ? '' : sayDay(cell.day);
  return cell.figure ? sayFigure(cell.figure) : '';
}

/** The table as an official document shows it. */
export const officialTable = ({ columns, rows }: ReviewTable): Table => ({
  kind: 'table',
  columns: columns.map(({ width, align }) => ({ width, ...(align && { align }) })),
  header: [columns.map(({ head }) => ({ text: head }))],
  rows: rows.map((row) => row.map(sayCell)),
});

/** A share in percent, so that Excel reckons with it; beside it stands what it is counted in. */
function sheetCell(cell: Cell): CellValue {
  if (typeof cell !== 'object') return cell;
  if ('day' in cell) return cell.day === null ? null : plainDay(cell.day);
  const { value = null, unit } = cell.figure ?? {};
  return value !== null && unit === 'tenths-of-percent' ? value / 10 : value;
}

const sheetTable = ({ title, columns, rows }: ReviewTable): SheetTable => ({
  name: title,
  columns: columns.map(({ head, width }) => ({ header: head, width: Math.max(8, width * 8) })),
  rows: rows.map((row) => row.map(sheetCell)),
});

/** Every table of a review as one workbook, a sheet each. */
export const reviewWorkbook = (content: ReviewContent): Promise<Uint8Array> =>
  workbookOf(tablesOf(content).map(sheetTable));
