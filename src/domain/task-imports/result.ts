import { sayDay } from '../deadlines/words.ts';
import { shortened } from '../organisation/units-written.ts';
import { searchable } from '../text/search.ts';
import { dayWithin } from './cells.ts';
import {
  type AssetsSaid,
  type Checking,
  dayOf,
  type ImportedTask,
  meant,
  type RatingSaid,
} from './checking.ts';
import { taskColumns } from './columns.ts';

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
export function resultIn(checking: Checking, begunOn: string | null) {
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
