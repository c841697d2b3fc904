import type { Cause } from '../directives/facts.ts';
import type { ItemState } from '../programme/item.ts';
import type { Family } from './family.ts';
import type { FigureDefinition, Reading } from './figure.ts';

/** One item of an approved work programme as figures look at it, as it stood on the cut-off day. Days are ISO. */
export interface CountedItem {
  id: string;
  unitId: string | null;
  /** First day of the month it is planned for, and of the month it was first planned for. */
  month: string;
  firstMonth: string;
  due: string;
  state: ItemState;
  timesMoved: number;
  /** It came in by an amendment. */
  added: boolean;
  cause: Cause | null;
}

export const programmeFigureIds = [
  'programme-planned',
  'programme-done',
  'programme-done-late',
  'programme-overdue',
  'programme-in-work',
  'programme-not-given',
  'programme-stopped',
  'programme-dropped',
  'programme-rate-done',
  'programme-added',
  'programme-moved',
  'programme-times-moved',
] as const;
export type ProgrammeFigureId = (typeof programmeFigureIds)[number];

const within = (month: string, { from, to }: Reading) => month >= from && month <= to;
const planned = ({ month }: CountedItem, reading: Reading) => within(month, reading);
const plannedIn =
  (state: ItemState) =>
  (one: CountedItem, reading: Reading): boolean =>
    planned(one, reading) && one.state === state;
const moved = (one: CountedItem, reading: Reading) =>
  one.timesMoved > 0 && (planned(one, reading) || within(one.firstMonth, reading));

const months: FigureDefinition<CountedItem, ProgrammeFigureId>[] = [
  {
    id: 'programme-planned',
    name: 'Việc theo chương trình công tác trong kỳ',
    counts:
      'Việc của chương trình đã phê duyệt có tháng kế hoạch thuộc kỳ: ngày đầu tháng ấy nằm trong kỳ, theo điều chỉnh đến ngày chốt.',
    unit: 'programme',
    holds: planned,
    sums: [
      [
        ...(['programme-done', 'programme-done-late', 'programme-overdue', 'programme-in-work'] as const),
        ...(['programme-not-given', 'programme-stopped', 'programme-dropped'] as const),
      ],
    ],
  },
  {
    id: 'programme-done',
    name: 'Xong đúng hạn',
    counts: 'Nhiệm vụ giao từ việc ấy đã được nghiệm thu, trình trong hạn hiện có.',
    unit: 'programme',
    holds: plannedIn('done'),
    better: 'more',
  },
  {
    id: 'programme-done-late',
    name: 'Xong muộn',
    counts: 'Nhiệm vụ giao từ việc ấy đã được nghiệm thu, trình sau hạn hiện có.',
    unit: 'programme',
    holds: plannedIn('done-late'),
    better: 'fewer',
  },
  {
    id: 'programme-overdue',
    name: 'Quá hạn',
    counts: 'Chưa xong và hạn đã qua đến ngày chốt, kể cả chưa giao thành nhiệm vụ.',
    unit: 'programme',
    holds: plannedIn('overdue'),
    better: 'fewer',
  },
  {
    id: 'programme-in-work',
    name: 'Đang làm',
    counts: 'Đã giao thành nhiệm vụ, chưa xong và chưa quá hạn.',
    unit: 'programme',
    holds: plannedIn('in-work'),
  },
  {
    id: 'programme-not-given',
    name: 'Chưa giao',
    counts: 'Chưa giao thành nhiệm vụ và chưa đến hạn.',
    unit: 'programme',
    holds: plannedIn('not-given'),
  },
  {
    id: 'programme-stopped',
    name: 'Đã dừng',
    counts: 'Nhiệm vụ giao từ việc ấy đã dừng thực hiện.',
    unit: 'programme',
    holds: plannedIn('stopped'),
  },
  {
    id: 'programme-dropped',
    name: 'Đưa ra khỏi chương trình',
    counts: 'Có văn bản đưa ra khỏi chương trình đến ngày chốt.',
    unit: 'programme',
    holds: plannedIn('dropped'),
  },
  {
    id: 'programme-rate-done',
    name: 'Tỷ lệ xong đúng hạn',
    counts: 'Xong đúng hạn trên số đã xong hoặc quá hạn trong kỳ.',
    unit: 'tenths-of-percent',
    holds: plannedIn('done'),
    measure: {
      as: 'rate',
      part: 'programme-done',
      among: ['programme-done', 'programme-done-late', 'programme-overdue'],
    },
    better: 'more',
  },
  {
    id: 'programme-added',
    name: 'Bổ sung',
    counts: 'Trong số của kỳ, việc đưa vào bằng điều chỉnh sau khi phê duyệt.',
    unit: 'programme',
    holds: (one, reading) => planned(one, reading) && one.added,
  },
  {
    id: 'programme-moved',
    name: 'Chuyển tháng',
    counts: 'Đã chuyển tháng ít nhất một lần; tháng hiện nay hoặc tháng đầu tiên thuộc kỳ.',
    unit: 'programme',
    holds: moved,
    better: 'fewer',
  },
  {
    id: 'programme-times-moved',
    name: 'Tổng số lần chuyển tháng',
    counts: 'Số lần chuyển tháng của các việc ấy đến ngày chốt.',
    unit: 'times',
    holds: moved,
    measure: { as: 'sum', of: ({ timesMoved }) => timesMoved },
    better: 'fewer',
  },
];

/** Items of the year's approved work programmes. */
export const programme = {
  name: 'programme',
  groups: { months },
  place: (one) => one,
  splits: { unit: ({ unitId }) => unitId, cause: ({ cause }) => cause },
  order: ({ due }) => Date.parse(due) / 86_400_000,
} satisfies Family<CountedItem, CountedItem, ProgrammeFigureId>;
