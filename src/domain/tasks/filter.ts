import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import { listOf } from '../text/list-of.ts';
import { TaskType } from './about.ts';
import { PhaseId, type StepKind, stepKinds } from './facts.ts';
import { taskRegimes } from './law.ts';
import { TaskLevel } from './rules/vocabulary.ts';

/** How a task stands, in one word, for tabs and figures: what nobody stores. */
export const TaskState = z.enum(['proposed', 'running', 'ending', 'ended']);
export type TaskState = z.infer<typeof TaskState>;

/** In the words of the offices. */
export const taskStateWords: Record<TaskState, string> = {
  proposed: 'đề xuất, xét chọn',
  running: 'đang thực hiện',
  ending: 'nghiệm thu, sau nghiệm thu',
  ended: 'đã kết thúc',
};

export const StepName = z.enum(stepKinds as [StepKind, ...StepKind[]]);

export const taskSorts = ['due', 'newest', 'ends', 'title', 'money'] as const;

/** What stands in the address of the portfolio; names narrow each other. */
export const TaskFilter = z.object({
  q: z.string().trim().max(300).optional(),
  state: listOf(TaskState).optional(),
  phase: listOf(PhaseId).optional(),
  /** Open at this step. */
  step: listOf(StepName).optional(),
  regime: listOf(z.enum(taskRegimes as unknown as ['A', 'B-science', 'B-innovation'])).optional(),
  level: listOf(TaskLevel).optional(),
  type: listOf(TaskType).optional(),
  field: z.string().max(200).optional(),
  programme: z.uuid().optional(),
  unit: z.uuid().optional(),
  /** An organisation or person that hosts, leads or takes part. */
  partner: z.uuid().optional(),
  /** A due day of an open step has passed; of these steps, where the filter names some. */
  late: z.stringbool().optional(),
  /** Running in this year, by its contract. */
  year: z.coerce.number().int().min(1900).max(2100).optional(),
  sort: z.enum(taskSorts).optional(),
  /** As it stood on this day; today unless told. */
  asOf: Day.optional(),
});
export type TaskFilter = z.infer<typeof TaskFilter>;

/** Phases of a task's life by one short name each, whichever law. */
export const phaseWords: Record<PhaseId, string> = {
  proposal: 'Đề xuất, xác định',
  selection: 'Tuyển chọn, phê duyệt',
  running: 'Thực hiện',
  stopping: 'Tạm dừng, chấm dứt',
  acceptance: 'Nghiệm thu',
  failure: 'Xử lý không đạt, chấm dứt',
  after: 'Sau nghiệm thu',
};
