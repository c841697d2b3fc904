import { plainDay } from '../../domain/calendar/plain-day.ts';
import { sayDay } from '../../domain/deadlines/words.ts';
import { causeWords } from '../../domain/directives/sentence.ts';
import { type RecordUnit, unitWords } from '../../domain/figures/figure.ts';
import type { ReviewContent } from '../../domain/reviews/content.ts';
import { ReviewSection } from '../../domain/reviews/facts.ts';
import { familyOf, type ReviewFigure, sayFigure } from '../../domain/reviews/figures.ts';
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

/** What units are compared by in carrying S&T tasks out. */
const comparedTasks: readonly { key: string; head: string }[] = [
  { key: 'tasks-in-hand', head: 'Thực hiện' },
  { key: 'tasks-new', head: 'Mở mới' },
  { key: 'tasks-accepted', head: 'Nghiệm thu đạt' },
  { key: 'tasks-not-achieved', head: 'Không đạt' },
  { key: 'tasks-under-way', head: 'Đang thực hiện' },
  { key: 'tasks-late', head: 'Trễ hạn' },
];

const tasksByUnit = ({ units, figures }: ReviewContent): ReviewTable => ({
  title: 'Nhiệm vụ KH&CN theo đơn vị',
  columns: [
    { head: 'Đơn vị', width: 4 },
    ...comparedTasks.map(({ head }) => ({ head, width: 1.3, align: 'right' as const })),
  ],
  rows: [...units, { name: 'Toàn cơ quan', figures }]
    .filter((one) => comparedTasks.some(({ key }) => hasRecords(one.figures, key)))
    .map(({ name, figures: own }) => [name, ...comparedTasks.map(({ key }) => figureIn(own, key))]),
});

const hasRecords = (figures: readonly ReviewFigure[], key: string) =>
  figures.some((figure) => figure.key === key && figure.recordIds.length > 0);

const taskTable = ({ tasks }: ReviewContent): ReviewTable => ({
  title: 'Nhiệm vụ KH&CN trong kỳ',
  landscape: true,
  columns: [
    { head: 'TT', width: 1, align: 'center' },
    { head: 'Nhiệm vụ', width: 7 },
    { head: 'Đơn vị quản lý', width: 3 },
    { head: 'Kết quả, tình trạng', width: 3 },
    { head: 'Hạn gần nhất', width: 2, align: 'center' },
    { head: 'Trễ hạn', width: 2.5 },
  ],
  rows: tasks.map(({ words, unit, stands, due, lateness }, at) => [
    ...[at + 1, words, unit ?? '', stands, { day: due }, lateness],
  ]),
});

/** Figures of S&T tasks, of what happened to them and how long their steps took. */
const taskFamilies: readonly RecordUnit[] = ['tasks', 'inspections', 'task-changes', 'task-steps'];
const ofTasks = ({ key }: ReviewFigure) => taskFamilies.includes(familyOf(key));

const figureRows = (figures: readonly ReviewFigure[]): ReviewTable['rows'] =>
  figures
    .filter(({ recordIds }) => recordIds.length > 0)
    .map((figure, at) => [at + 1, figure.name, { figure }, unitWords[figure.unit] || '%']);

const figureColumns: ReviewTable['columns'] = [
  { head: 'TT', width: 1, align: 'center' },
  { head: 'Số liệu', width: 8 },
  { head: 'Trong kỳ', width: 2, align: 'right' },
  { head: 'Tính bằng', width: 2 },
];

const taskFigureTable = ({ figures }: ReviewContent): ReviewTable => ({
  title: 'Số liệu nhiệm vụ KH&CN',
  columns: figureColumns,
  rows: figureRows(figures.filter(ofTasks)),
});

const figureTable = ({ figures }: ReviewContent): ReviewTable => ({
  title: 'Số liệu của kỳ',
  columns: figureColumns,
  rows: figureRows(figures.filter((figure) => !ofTasks(figure))),
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
  [unitTable, overdueTable, figureTable, tasksByUnit, taskTable, taskFigureTable, wordsTable]
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
