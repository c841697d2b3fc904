import type { TaskResult } from '../tasks/counted.ts';
import { definitionsOf, type Family } from './family.ts';
import { taskAfter } from './task-after.ts';
import { inPeriod, type NamedTask, type TaskFigure, type TaskFigureId, type TaskHolds } from './task-ids.ts';
import { taskStanding } from './task-standing.ts';

/** Carried out within the period: from its contract, or from when it is done again, to its result. */
const inHand: TaskHolds = ({ spans }, { from }) => {
  const last = spans.at(-1);
  return last !== undefined && (last[1] === null || last[1] >= from);
};
const carriedOver: TaskHolds = ({ spans }, { from }) =>
  spans.some(([begun, over]) => begun < from && (over === null || over >= from));
const withResult =
  (...results: TaskResult[]): TaskHolds =>
  (one, reading) =>
    inHand(one, reading) && one.result !== null && results.includes(one.result);
const accepted = withResult('excellent', 'achieved', 'completed');
const extended: TaskHolds = (one, reading) => inHand(one, reading) && one.timesExtended > 0;

const carriedOut: TaskFigure[] = [
  {
    id: 'tasks-in-hand',
    name: 'Nhiệm vụ KH&CN thực hiện trong kỳ',
    counts:
      'Đã ký hợp đồng (hoặc được cho làm lại) đến ngày chốt, và chưa có kết quả nghiệm thu, chấm dứt trước ngày đầu kỳ.',
    unit: 'tasks',
    holds: inHand,
    sums: [
      ['tasks-carried-over', 'tasks-new'],
      ['tasks-accepted', 'tasks-not-achieved', 'tasks-terminated', 'tasks-under-way'],
    ],
  },
  {
    id: 'tasks-carried-over',
    name: 'Kỳ trước chuyển sang',
    counts: 'Đang thực hiện khi bắt đầu kỳ: ký hợp đồng trước ngày đầu kỳ và đến ngày ấy chưa có kết quả.',
    unit: 'tasks',
    holds: carriedOver,
    continues: 'tasks-under-way',
  },
  {
    id: 'tasks-new',
    name: 'Mở mới trong kỳ',
    counts: 'Ngày ký hợp đồng, hoặc ngày được cho làm lại, nằm trong kỳ đến ngày chốt.',
    unit: 'tasks',
    holds: (one, reading) => inHand(one, reading) && !carriedOver(one, reading),
  },
  {
    id: 'tasks-accepted',
    name: 'Nghiệm thu đạt',
    counts: 'Được nghiệm thu từ mức Đạt, hoặc đánh giá hoàn thành, trong kỳ đến ngày chốt.',
    unit: 'tasks',
    holds: accepted,
    sums: [
      ['tasks-excellent', 'tasks-achieved', 'tasks-completed'],
      ['tasks-accepted-in-time', 'tasks-accepted-late', 'tasks-accepted-undated'],
    ],
    better: 'more',
  },
  {
    id: 'tasks-excellent',
    name: 'Xếp loại Xuất sắc',
    counts: 'Hội đồng nghiệm thu trong kỳ xếp loại Xuất sắc.',
    unit: 'tasks',
    holds: withResult('excellent'),
    better: 'more',
  },
  {
    id: 'tasks-achieved',
    name: 'Xếp loại Đạt',
    counts: 'Hội đồng nghiệm thu trong kỳ xếp loại Đạt.',
    unit: 'tasks',
    holds: withResult('achieved'),
  },
  {
    id: 'tasks-completed',
    name: 'Hoàn thành, không xếp loại',
    counts:
      'Đánh giá hoàn thành theo Luật 2025, hoặc đã thanh toán nội dung cuối của nhiệm vụ đổi mới sáng tạo.',
    unit: 'tasks',
    holds: withResult('completed'),
  },
  {
    id: 'tasks-accepted-in-time',
    name: 'Nộp hồ sơ nghiệm thu đúng hạn',
    counts: 'Được nghiệm thu đạt trong kỳ; hồ sơ nộp trong hạn tính từ khi kết thúc hợp đồng đã gia hạn.',
    unit: 'tasks',
    holds: (one, reading) => accepted(one, reading) && one.inTime === true,
    better: 'more',
  },
  {
    id: 'tasks-accepted-late',
    name: 'Nộp hồ sơ nghiệm thu muộn',
    counts: 'Được nghiệm thu đạt trong kỳ; hồ sơ nộp sau hạn tính từ khi kết thúc hợp đồng đã gia hạn.',
    unit: 'tasks',
    holds: (one, reading) => accepted(one, reading) && one.inTime === false,
    better: 'fewer',
  },
  {
    id: 'tasks-accepted-undated',
    name: 'Nghiệm thu, không rõ hạn',
    counts: 'Được nghiệm thu đạt trong kỳ mà hồ sơ không ghi ngày kết thúc hợp đồng.',
    unit: 'tasks',
    holds: (one, reading) => accepted(one, reading) && one.inTime === null,
    better: 'fewer',
  },
  {
    id: 'tasks-not-achieved',
    name: 'Không đạt',
    counts: 'Nghiệm thu Không đạt, hoặc đánh giá không hoàn thành, trong kỳ và chưa được cho làm lại.',
    unit: 'tasks',
    holds: withResult('not-achieved'),
    better: 'fewer',
  },
  {
    id: 'tasks-terminated',
    name: 'Chấm dứt hợp đồng',
    counts: 'Có quyết định chấm dứt trong kỳ, đến ngày chốt.',
    unit: 'tasks',
    holds: withResult('terminated'),
    better: 'fewer',
  },
  {
    id: 'tasks-under-way',
    name: 'Đang thực hiện đến ngày chốt',
    counts: 'Đã ký hợp đồng, chưa có kết quả nghiệm thu và chưa chấm dứt đến hết ngày chốt.',
    unit: 'tasks',
    holds: ({ spans }) => spans.at(-1)?.[1] === null,
  },
  {
    id: 'tasks-extended',
    name: 'Được gia hạn',
    counts: 'Trong số thực hiện trong kỳ, đã gia hạn ít nhất một lần đến ngày chốt.',
    unit: 'tasks',
    holds: extended,
    better: 'fewer',
  },
  {
    id: 'tasks-times-extended',
    name: 'Tổng số lần gia hạn',
    counts: 'Số lần gia hạn của các nhiệm vụ ấy đến ngày chốt, kể cả ở kỳ trước.',
    unit: 'times',
    holds: extended,
    measure: { as: 'sum', of: ({ timesExtended }) => timesExtended },
    better: 'fewer',
  },
  {
    id: 'tasks-inspected',
    name: 'Được kiểm tra trong kỳ',
    counts: 'Có ít nhất một cuộc kiểm tra, đánh giá trong kỳ, đến ngày chốt.',
    unit: 'tasks',
    holds: ({ inspections }, reading) => inspections.some(({ on }) => inPeriod(on, reading)),
  },
];

/** What is late first, by its last day; then what is open; the latest result first of what is over. */
function order({ due, endedOn, spans }: NamedTask): number {
  const days = (iso: string) => Math.round(Date.parse(iso) / 86_400_000);
  if (endedOn !== null) return 900_000 - days(endedOn);
  return due === null ? 500_000 + days(spans.at(-1)?.[0] ?? '2000-01-01') : days(due);
}

/** S&T tasks, of both laws. */
export const tasks = {
  name: 'tasks',
  groups: { carriedOut, taskStanding, taskAfter },
  place: (one) => one,
  splits: {
    unit: ({ unitId }) => unitId,
    level: ({ level }) => level,
    taskType: ({ type }) => type,
    programme: ({ programmeId }) => programmeId,
    field: ({ field }) => field,
    regime: ({ regime }) => regime,
    phase: ({ phase }) => phase,
    step: ({ stepName }) => stepName,
  },
  order,
} satisfies Family<NamedTask, NamedTask, TaskFigureId>;

/** Every figure about S&T tasks that comes with the system. */
export const taskFigures: readonly TaskFigure[] = definitionsOf<NamedTask, NamedTask, TaskFigureId>(tasks);
