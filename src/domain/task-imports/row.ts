import { sayDay } from '../deadlines/words.ts';
import { shortened, unitFault } from '../organisation/units-written.ts';
import type { TaskType } from '../tasks/about.ts';
import type { Khoan, TaskLevel } from '../tasks/rules/vocabulary.ts';
import { searchable } from '../text/search.ts';
import { type DaySaid, moneySaid, timeSaid } from './cells.ts';
import {
  type Checking,
  dayOf,
  type ImportedTask,
  kept,
  meant,
  type RowBasis,
  type RowFault,
} from './checking.ts';
import type { TaskColumn, TaskHeader } from './columns.ts';
import { resultIn } from './result.ts';

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
