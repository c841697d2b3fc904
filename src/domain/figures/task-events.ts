import type { CountedInspection, CountedTask } from '../tasks/counted.ts';
import type { Family } from './family.ts';
import type { FigureDefinition } from './figure.ts';
import { inPeriod } from './task-ids.ts';

/** What happened to a task, told apart by what the task is. */
type OfTask = Pick<CountedTask, 'unitId' | 'level' | 'type'> & { id: string };

const splits = {
  unit: ({ unitId }: OfTask) => unitId,
  level: ({ level }: OfTask) => level,
  taskType: ({ type }: OfTask) => type,
};
const latestFirst = (day: string) => -Math.round(Date.parse(day) / 86_400_000);

/** An inspection of one task as figures look at it. */
export type CountedVisit = OfTask & Omit<CountedInspection, 'id'>;

export const inspectionFigureIds = [
  'inspections-rounds',
  'inspections-held',
  'inspections-continue',
  'inspections-adjust',
  'inspections-propose-termination',
] as const;
export type InspectionFigureId = (typeof inspectionFigureIds)[number];

const withOutcome =
  (outcome: CountedInspection['outcome']) =>
  (one: CountedVisit): boolean =>
    one.outcome === outcome;

const visits: FigureDefinition<CountedVisit, InspectionFigureId>[] = [
  {
    id: 'inspections-rounds',
    name: 'Số đợt kiểm tra nhiệm vụ KH&CN',
    counts:
      'Các cuộc kiểm tra trong kỳ căn cứ cùng một văn bản, hoặc không nêu văn bản mà cùng ngày, là một đợt.',
    unit: 'rounds',
    holds: () => true,
    measure: { as: 'distinct', of: ({ round }) => round },
  },
  {
    id: 'inspections-held',
    name: 'Số cuộc kiểm tra, đánh giá',
    counts: 'Ngày kiểm tra một nhiệm vụ nằm trong kỳ, đến ngày chốt.',
    unit: 'inspections',
    holds: () => true,
    sums: [['inspections-continue', 'inspections-adjust', 'inspections-propose-termination']],
  },
  {
    id: 'inspections-continue',
    name: 'Kết luận tiếp tục thực hiện',
    counts: 'Kiểm tra trong kỳ, kết luận cho tiếp tục.',
    unit: 'inspections',
    holds: withOutcome('continue'),
  },
  {
    id: 'inspections-adjust',
    name: 'Kết luận phải điều chỉnh',
    counts: 'Kiểm tra trong kỳ, kết luận phải điều chỉnh.',
    unit: 'inspections',
    holds: withOutcome('adjust'),
  },
  {
    id: 'inspections-propose-termination',
    name: 'Đề nghị chấm dứt',
    counts: 'Kiểm tra trong kỳ, đề nghị chấm dứt hợp đồng.',
    unit: 'inspections',
    holds: withOutcome('propose-termination'),
    better: 'fewer',
  },
];

/** Inspections of S&T tasks within the period. */
export const inspections = {
  name: 'inspections',
  groups: { visits },
  place: (one, reading) => (inPeriod(one.on, reading) ? one : null),
  splits,
  order: ({ on }) => latestFirst(on),
} satisfies Family<CountedVisit, CountedVisit, InspectionFigureId>;

/** A change to a running task as figures look at it; `change` is its kind. */
export type CountedChange = OfTask &
  Pick<CountedTask['changes'][number], 'on' | 'state'> & { change: CountedTask['changes'][number]['type'] };

export const changeFigureIds = [
  'changes-decided',
  'changes-made',
  'changes-refused',
  'changes-by-host',
  'changes-objected',
  'changes-waiting',
] as const;
export type ChangeFigureId = (typeof changeFigureIds)[number];

const inState =
  (state: CountedChange['state']) =>
  (one: CountedChange): boolean =>
    one.state === state;

const decided: FigureDefinition<CountedChange, ChangeFigureId>[] = [
  {
    id: 'changes-decided',
    name: 'Điều chỉnh nhiệm vụ KH&CN được quyết định trong kỳ',
    counts:
      'Ngày quyết định, từ chối hoặc thông báo nằm trong kỳ, đến ngày chốt; tách được theo loại điều chỉnh.',
    unit: 'task-changes',
    holds: ({ state }) => state !== 'asked',
    sums: [['changes-made', 'changes-refused', 'changes-by-host', 'changes-objected']],
  },
  {
    id: 'changes-made',
    name: 'Cơ quan cho điều chỉnh',
    counts: 'Có quyết định điều chỉnh trong kỳ.',
    unit: 'task-changes',
    holds: inState('changed'),
  },
  {
    id: 'changes-refused',
    name: 'Từ chối điều chỉnh',
    counts: 'Bị từ chối trong kỳ.',
    unit: 'task-changes',
    holds: inState('refused'),
  },
  {
    id: 'changes-by-host',
    name: 'Tổ chức chủ trì tự điều chỉnh',
    counts: 'Tổ chức chủ trì tự quyết định và thông báo trong kỳ, cơ quan không phản đối.',
    unit: 'task-changes',
    holds: inState('notified'),
  },
  {
    id: 'changes-objected',
    name: 'Tự điều chỉnh bị phản đối',
    counts: 'Cơ quan không đồng ý với điều chỉnh của tổ chức chủ trì trong kỳ.',
    unit: 'task-changes',
    holds: inState('objected'),
  },
  {
    id: 'changes-waiting',
    name: 'Đề nghị điều chỉnh đang chờ',
    counts: 'Đã đề nghị, chưa quyết định đến hết ngày chốt.',
    unit: 'task-changes',
    holds: inState('asked'),
    better: 'fewer',
  },
];

/** Changes to S&T tasks: those decided within the period, and those that wait at the cut-off. */
export const taskChanges = {
  name: 'task-changes',
  groups: { decided },
  place: (one, reading) => (one.state === 'asked' || inPeriod(one.on, reading) ? one : null),
  splits: { change: ({ change }) => change, ...splits },
  order: ({ on }) => latestFirst(on),
} satisfies Family<CountedChange, CountedChange, ChangeFigureId>;

/** A step of a task that was done, and how many working days it had been open, as figures look at it. */
export type CountedStep = OfTask & { stepName: string; on: string; own: number; others: number };

export const stepFigureIds = ['steps-done', 'steps-median', 'steps-ninetieth', 'steps-median-own'] as const;
export type StepFigureId = (typeof stepFigureIds)[number];

const whole = ({ own, others }: CountedStep) => own + others;

const lengths: FigureDefinition<CountedStep, StepFigureId>[] = [
  {
    id: 'steps-done',
    name: 'Bước của nhiệm vụ KH&CN xong trong kỳ',
    counts:
      'Bước được làm xong trong kỳ, đến ngày chốt; việc lặp lại theo lịch không tính. Tách được theo bước.',
    unit: 'task-steps',
    holds: () => true,
  },
  {
    id: 'steps-median',
    name: 'Số ngày ở một bước: trung vị',
    counts: 'Số ngày làm việc từ khi bước mở đến khi xong, của các bước xong trong kỳ; số đứng giữa.',
    unit: 'working-days',
    holds: () => true,
    measure: { as: 'median', of: whole },
    better: 'fewer',
  },
  {
    id: 'steps-ninetieth',
    name: 'Số ngày ở một bước: 9 trên 10 bước không quá',
    counts: 'Số ngày làm việc mà 90 % bước xong trong kỳ không vượt quá.',
    unit: 'working-days',
    holds: () => true,
    measure: { as: 'ninetieth', of: whole },
    better: 'fewer',
  },
  {
    id: 'steps-median-own',
    name: 'Trong đó thời gian của cơ quan: trung vị',
    counts:
      'Số ngày làm việc của cơ quan trong các bước là việc của cơ quan; số đứng giữa. Thời gian chờ bổ sung hồ sơ là của bên ngoài.',
    unit: 'working-days',
    holds: ({ own }) => own > 0,
    measure: { as: 'median', of: ({ own }) => own },
    better: 'fewer',
  },
];

/** Steps done within the period, with their days. */
export const taskSteps = {
  name: 'task-steps',
  groups: { lengths },
  place: (one, reading) => (inPeriod(one.on, reading) ? one : null),
  splits: { step: ({ stepName }) => stepName, ...splits },
  order: (one) => -whole(one),
} satisfies Family<CountedStep, CountedStep, StepFigureId>;
