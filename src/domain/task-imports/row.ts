import { sayDay } from '../deadlines/words.ts';
import type { UnitMeant } from '../organisation/find-unit.ts';
import { shortened, unitFault } from '../organisation/units-written.ts';
import type { TaskType } from '../tasks/about.ts';
import type { Khoan, TaskLevel } from '../tasks/rules/vocabulary.ts';
import { searchable } from '../text/search.ts';
import { type DaySaid, daySaid, dayWithin, moneySaid, timeSaid } from './cells.ts';
import { type TaskColumn, type TaskHeader, taskColumns } from './columns.ts';

/** How the assets of a task stand, as a portfolio says it. */
export type AssetsSaid = 'none' | 'open' | 'planned' | 'decided' | 'handedOver';
export type RatingSaid = 'excellent' | 'achieved' | 'not-achieved';

/** What a row of a portfolio says of a task. Days are ISO, money is đồng; null where it says nothing. */
export interface ImportedTask {
  codes: string[];
  title: string;
  level: TaskLevel;
  type: TaskType;
  field: string | null;
  programme: { id: string } | null;
  unit: { unitId: string; name: string };
  host: string;
  investigator: string;
  approval: { sign: string | null; on: string | null };
  contract: { number: string | null; on: string; from: string; to: string };
  khoan: Khoan | null;
  stateMoney: number;
  otherMoney: number;
  terminated: { on: string; reason: string } | null;
  accepted: { on: string; rating: RatingSaid } | null;
  registered: { on: string; certificate: string } | null;
  recognisedOn: string | null;
  assets: { said: AssetsSaid; on: string } | null;
  liquidatedOn: string | null;
  settledOn: string | null;
  /** Columns of which only a month or a year was written: its first or last day is taken. */
  taken: TaskColumn[];
  /** What the row says that is left out, and why. */
  left: string[];
}

/** What is wrong with a row, in which column, and what to do. */
export interface RowFault {
  column: TaskColumn;
  message: string;
}

/** What a row is checked against. */
export interface RowBasis {
  /** ISO. */
  today: string;
  header: TaskHeader;
  findUnit(written: string, on: string): UnitMeant;
  /** The programme of a name; null where there is none. */
  findProgramme(written: string): string | null;
}

interface Checking extends RowBasis {
  cell(column: TaskColumn): string;
  wrong(column: TaskColumn, message: string): void;
  taken: TaskColumn[];
}

/** A row checked as a whole: the task it says, or every fault it has. */
export function checkTaskRow(cells: readonly string[], basis: RowBasis): ImportedTask | RowFault[] {
  const faults: RowFault[] = [];
  const checking: Checking = {
    ...basis,
    taken: [],
    cell: (column) => (cells[basis.header.columns.get(column) ?? -1] ?? '').trim().replaceAll(/\s+/gu, ' '),
    wrong: (column, message) => void faults.push({ column, message }),
  };
  const task = { ...namedIn(checking), ...moneyIn(checking), ...datedIn(checking), taken: checking.taken };
  return faults.length > 0 ? faults : (task as ImportedTask);
}

const levels: readonly (readonly [RegExp, TaskLevel])[] = [
  [/quoc gia|nha nuoc/u, 'national'],
  [/\bbo\b|\bnganh\b/u, 'ministry'],
  [/co so/u, 'institution'],
  [/tinh|thanh pho|\btp\b/u, 'province'],
];
const types: readonly (readonly [RegExp, TaskType])[] = [
  [/san xuat thu|sxtn/u, 'trial-production'],
  [/doi moi sang tao|dmst/u, 'innovation'],
  [/thuong xuyen/u, 'regular'],
  [/de tai|\bdt\b/u, 'topic'],
  [/de an\b/u, 'scheme'],
  [/du an/u, 'project'],
  [/khac|nhiem vu/u, 'other'],
];
const meant = <Value>(table: readonly (readonly [RegExp, Value])[], text: string): Value | undefined =>
  table.find(([means]) => means.test(text))?.[1];

/** What the task is and whose. */
function namedIn({ cell, wrong, findUnit, findProgramme, today }: Checking) {
  for (const column of ['code', 'field', 'host', 'investigator'] as const)
    if (cell(column).length > 200) wrong(column, 'Quá 200 ký tự. Rút gọn lại.');
  const title = cell('title');
  if (title.length < 5) wrong('title', 'Ghi tên nhiệm vụ, ít nhất 5 ký tự.');
  if (title.length > 1000) wrong('title', 'Tên quá 1000 ký tự. Rút gọn lại.');
  if (/^(co|mat|tuyet mat|toi mat)\b/u.test(searchable(cell('secret'))))
    wrong(
      'secret',
      'Nhiệm vụ thuộc bí mật nhà nước không được nhập vào hệ thống này (Luật Bảo vệ bí mật nhà nước Đ5). Bỏ dòng này khỏi tệp.',
    );
  const sort = searchable(`${cell('level')} ${cell('type')}`);
  const level = meant(levels, sort);
  if (!level) wrong('level', 'Ghi cấp: quốc gia, bộ, tỉnh hoặc cơ sở.');
  const type = meant(types, searchable(cell('type') || cell('level')));
  if (!type && cell('type') !== '')
    wrong(
      'type',
      `Không rõ loại «${shortened(cell('type'))}». Ghi: đề tài, dự án SXTN, đề án, dự án, nhiệm vụ khác.`,
    );
  const written = cell('unit');
  const unit = written === '' ? 'none' : findUnit(written, today);
  if (typeof unit === 'string')
    wrong('unit', written === '' ? 'Ghi đơn vị quản lý.' : unitFault(written, unit));
  if (cell('host') === '') wrong('host', 'Ghi tổ chức chủ trì.');
  if (cell('investigator') === '') wrong('investigator', 'Ghi họ tên chủ nhiệm.');
  const programme = cell('programme') === '' ? null : findProgramme(cell('programme'));
  return {
    codes: cell('code')
      .split(/[;\n]/u)
      .map((code) => code.trim())
      .filter(Boolean),
    ...{ title, level, type: type ?? ('other' as const), unit },
    ...{ host: cell('host'), investigator: cell('investigator'), field: cell('field') || null },
    programme: programme === null ? null : { id: programme },
    left:
      programme === null && cell('programme') !== ''
        ? [`Chưa có chương trình «${shortened(cell('programme'))}» trong danh sách: để trống.`]
        : [],
  };
}

/** Money by its source: what a lacking column says follows from the total. */
export function moneySplit(read: (column: TaskColumn) => number | null, { columns }: TaskHeader) {
  const total = read('totalMoney');
  const state = read('stateMoney') ?? (columns.has('stateMoney') ? 0 : (total ?? 0));
  const other = read('otherMoney') ?? (columns.has('otherMoney') ? 0 : Math.max(0, (total ?? state) - state));
  return { total, state, other };
}

function moneyIn({ cell, wrong, header }: Checking) {
  const read = (column: TaskColumn) => {
    if (cell(column) === '' || cell(column) === '-') return null;
    const amount = moneySaid(cell(column), header.units.get(column) ?? null);
    if (typeof amount === 'number') return amount;
    wrong(
      column,
      amount === 'no-unit'
        ? `Không rõ đơn vị của «${shortened(cell(column))}». Ghi «(triệu đồng)» vào tên cột, hoặc ghi đủ số đồng.`
        : `«${shortened(cell(column))}» không phải số tiền. Ghi như 1.200.000.000 hoặc «1,2 tỷ».`,
    );
    return null;
  };
  const { total, state, other } = moneySplit(read, header);
  if (total !== null && total !== state + other)
    wrong('totalMoney', 'Tổng kinh phí khác tổng của kinh phí NSNN và kinh phí khác. Sửa một trong ba ô.');
  const khoan = searchable(cell('khoan'));
  const form: Khoan | null = /cuoi cung/u.test(khoan)
    ? 'final-product'
    : /tung phan/u.test(khoan)
      ? 'by-part'
      : null;
  return { stateMoney: state, otherMoney: other, khoan: form };
}

/** A day a cell says; a wrong one is told. */
function dayOf(
  { cell, wrong, taken, today }: Checking,
  column: TaskColumn,
  side: 'first' | 'last' = 'last',
  past = true,
) {
  const text = cell(column);
  if (text === '' || text === '-') return null;
  const said = daySaid(text, side);
  if (!said) {
    wrong(column, `«${shortened(text)}» không phải là ngày. Ghi dạng ngày/tháng/năm, ví dụ 15/11/2024.`);
    return null;
  }
  return kept({ said, column, past }, { wrong, taken, today });
}

function kept(
  { said, column, past }: { said: DaySaid; column: TaskColumn; past: boolean },
  { wrong, taken, today }: Pick<Checking, 'wrong' | 'taken' | 'today'>,
): string {
  if (!said.exact) taken.push(column);
  if (said.day < '1980-01-01' || said.day > '2080-01-01') wrong(column, 'Kiểm tra lại năm.');
  else if (past && said.day > today) wrong(column, `Ngày ${sayDay(said.day)} chưa đến. Kiểm tra lại ngày.`);
  return said.day;
}

/** When it runs: both days, or a beginning and months. */
function runsIn(checking: Checking): { from: string; to: string } | null {
  const { cell, wrong } = checking;
  const time = cell('time') === '' ? undefined : timeSaid(cell('time'));
  if (cell('time') !== '' && time === undefined)
    wrong(
      'time',
      `Không rõ thời gian «${shortened(cell('time'))}». Ghi như «01/2023 - 12/2024» hoặc «24 tháng».`,
    );
  const whole = time && 'from' in time ? time : null;
  const take = (said: DaySaid) => kept({ said, column: 'time', past: false }, checking);
  const from = dayOf(checking, 'from', 'first', false) ?? (whole && take(whole.from));
  const months = time && 'months' in time ? time.months : null;
  const to =
    dayOf(checking, 'to', 'last', false) ??
    (whole
      ? take(whole.to)
      : from !== null && months !== null
        ? Temporal.PlainDate.from(from).add({ months }).toString()
        : null);
  if (from === null) wrong('from', 'Ghi thời gian bắt đầu.');
  if (to === null) wrong('to', 'Ghi thời gian kết thúc.');
  if (from !== null && to !== null && to <= from)
    wrong('to', `Kết thúc ${sayDay(to)} không sau bắt đầu ${sayDay(from)}. Kiểm tra lại hai ngày.`);
  return from === null || to === null ? null : { from, to };
}

function datedIn(checking: Checking) {
  const { cell, wrong, today } = checking;
  const runs = runsIn(checking);
  const approvedOn = dayOf(checking, 'approvedOn');
  const signedOn = dayOf(checking, 'contractedOn') ?? (runs && (runs.from <= today ? runs.from : approvedOn));
  if (runs !== null && signedOn === null)
    wrong('contractedOn', 'Nhiệm vụ bắt đầu sau hôm nay: ghi ngày ký hợp đồng.');
  if (approvedOn !== null && signedOn !== null && approvedOn > signedOn && cell('contractedOn') !== '')
    wrong('approvedOn', 'Ngày phê duyệt sau ngày ký hợp đồng. Kiểm tra lại hai ngày.');
  return {
    approval: { sign: cell('approval') || null, on: approvedOn },
    contract: runs && { number: cell('contract') || null, on: signedOn, ...runs },
    ...resultIn(checking, signedOn),
  };
}

const ratings: readonly (readonly [RegExp, RatingSaid])[] = [
  [/khong (dat|hoan thanh)/u, 'not-achieved'],
  [/xuat sac/u, 'excellent'],
  [/dat|kha|tot|trung binh|hoan thanh/u, 'achieved'],
];
const assetWords: readonly (readonly [RegExp, AssetsSaid])[] = [
  [/khong (co|hinh thanh|phat sinh)|^khong$/u, 'none'],
  [/^chua|dang/u, 'open'],
  [/ban giao|da xu ly|^xong|hoan thanh|hoan tat/u, 'handedOver'],
  [/quyet dinh/u, 'decided'],
  [/phuong an|kiem ke|de nghi|to trinh/u, 'planned'],
];

/** What came of it, each with its day. */
function resultIn(checking: Checking, begunOn: string | null) {
  const { cell, wrong } = checking;
  const acceptedOn = dayOf(checking, 'acceptedOn');
  const rating = meant(ratings, searchable(cell('rating')));
  if (acceptedOn !== null && !rating) wrong('rating', 'Ghi xếp loại: Xuất sắc, Đạt hoặc Không đạt.');
  if (acceptedOn === null && rating && cell('acceptedOn') === '')
    wrong('acceptedOn', 'Có xếp loại thì ghi ngày nghiệm thu.');
  const terminatedOn = dayOf(checking, 'terminatedOn');
  const registeredOn = dayOf(checking, 'registeredOn') ?? dayWithin(cell('registration')) ?? null;
  const certificate = cell('registration');
  if (certificate !== '' && registeredOn === null) wrong('registeredOn', 'Ghi ngày cấp giấy chứng nhận.');
  if (certificate === '' && registeredOn !== null)
    wrong('registration', 'Ghi số giấy chứng nhận đăng ký kết quả.');
  const recognisedOn = dayOf(checking, 'recognisedOn');
  for (const [column, on] of [
    ['registeredOn', registeredOn],
    ['recognisedOn', recognisedOn],
  ] as const)
    if (on !== null && (acceptedOn === null || on < acceptedOn))
      wrong(column, 'Chỉ ghi được sau ngày nghiệm thu. Kiểm tra lại hai ngày.');
  const end = acceptedOn ?? terminatedOn;
  for (const [column, on] of [
    ['acceptedOn', acceptedOn],
    ['terminatedOn', terminatedOn],
  ] as const)
    if (on !== null && begunOn !== null && on < begunOn)
      wrong(column, `Trước ngày nhiệm vụ bắt đầu, ${sayDay(begunOn)}. Kiểm tra lại hai ngày.`);
  return {
    terminated:
      terminatedOn === null
        ? null
        : { on: terminatedOn, reason: cell('reason') || 'Sổ nhập không ghi lý do' },
    accepted: acceptedOn !== null && rating ? { on: acceptedOn, rating } : null,
    registered: registeredOn === null ? null : { on: registeredOn, certificate },
    recognisedOn,
    assets: assetsIn(checking, end),
    liquidatedOn: doneOn(checking, 'liquidated', end),
    settledOn: doneOn(checking, 'settled', end),
  };
}

/** The day on which something was done, in a cell of words and days; null where it was not. */
function doneOn(
  { cell, wrong, today }: Checking,
  column: 'liquidated' | 'settled',
  end: string | null,
): string | null {
  const text = cell(column);
  if (text === '' || /^(chua|khong|dang|-)/u.test(searchable(text) || '-')) return null;
  const on = dayWithin(text);
  const name = taskColumns[column].toLowerCase();
  if (on === undefined)
    wrong(column, `Không rõ ngày ${name} trong «${shortened(text)}». Ghi ngày/tháng/năm, hoặc «chưa».`);
  else if (on > today) wrong(column, `Ngày ${sayDay(on)} chưa đến. Kiểm tra lại ngày.`);
  else if (end === null || on < end)
    wrong(column, `Ngày ${name} trước ngày nghiệm thu hoặc chấm dứt, hay thiếu ngày ấy.`);
  return on ?? null;
}

function assetsIn(checking: Checking, end: string | null): ImportedTask['assets'] {
  const { cell, wrong } = checking;
  const text = cell('assets');
  if (text === '') return null;
  const said = meant(assetWords, searchable(text));
  if (!said)
    wrong(
      'assets',
      `Không rõ tình trạng tài sản «${shortened(text)}». Ghi: không có, chưa xử lý, đã có phương án, đã có quyết định, đã bàn giao.`,
    );
  if (!said || said === 'open') return null;
  const on = dayOf(checking, 'assetsOn') ?? dayWithin(text) ?? (said === 'none' ? end : null);
  if (on === null) wrong('assetsOn', 'Ghi ngày xử lý tài sản.');
  else if (end === null || on < end)
    wrong('assetsOn', 'Ngày xử lý tài sản trước ngày nghiệm thu hoặc chấm dứt, hay thiếu ngày ấy.');
  return on === null ? null : { said, on };
}
