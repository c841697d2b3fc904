import { z } from 'zod';
import { abilitiesTo } from '../../domain/permissions/ability.ts';
import { TaskProfile, TaskType } from '../../domain/tasks/about.ts';
import { Arrangement } from '../../domain/tasks/arrangement.ts';
import { CostRow } from '../../domain/tasks/cost-lines.ts';
import { PhaseId, RestsOn, TaskEvent } from '../../domain/tasks/facts.ts';
import { StepName, TaskFilter, TaskState } from '../../domain/tasks/filter.ts';
import { taskRegimes } from '../../domain/tasks/law.ts';
import { TaskRole } from '../../domain/tasks/roles.ts';
import { Khoan, TaskLevel } from '../../domain/tasks/rules/vocabulary.ts';
import { Day, Id, IdParams, PageQuery, pageOf } from '../page.ts';
import { defineRoute } from '../route.ts';
import { FileIds } from '../task-files/contract.ts';
import {
  ChangeOptionShown,
  ChangeShown,
  EffectShown,
  PaymentsShown,
  PhaseShown,
  RuleCited,
  StepShown,
  TaskHistory,
  VersionShown,
} from './shown.ts';

export type { ClockShown, StepShown } from './shown.ts';

export const Regime = z.enum(taskRegimes as unknown as ['A', 'B-science', 'B-innovation']);
const Side = z.enum(['own', 'others']);
const PartnerNamed = z.object({ id: Id.nullable(), name: z.string() });

/** A task in the portfolio as it stands on a day. */
export const TaskRow = z.object({
  id: Id,
  version: z.int(),
  title: z.string(),
  codes: z.array(z.string()),
  level: TaskLevel,
  type: TaskType,
  field: z.string().nullable(),
  programmeId: Id.nullable(),
  unit: z.object({ unitId: Id, name: z.string() }),
  regime: Regime,
  host: PartnerNamed.nullable(),
  investigator: PartnerNamed.nullable(),
  state: TaskState,
  /** The contract, as changed since. */
  startsOn: Day.nullable(),
  endsOn: Day.nullable(),
  phase: PhaseId.nullable(),
  /** The step that matters most: due first, or else the furthest. */
  mainStep: StepName.nullable(),
  mainStepName: z.string().nullable(),
  openSteps: z.int(),
  /** The earliest due day among its clocks; null where none runs. */
  due: Day.nullable(),
  late: z.boolean(),
  side: z.enum(['own', 'others', 'both']).nullable(),
  endedOn: Day.nullable(),
  endedAs: z.string().nullable(),
  rating: z.string().nullable(),
  /** Đồng. */
  stateMoney: z.int().nullable(),
  otherMoney: z.int().nullable(),
  timesExtended: z.int(),
});
export type TaskRow = z.infer<typeof TaskRow>;

export const TaskPage = pageOf(TaskRow).extend({
  asOf: Day,
  /** By state, under the rest of the filter. */
  counts: z.record(TaskState, z.int()),
  /** How many of the whole list are late. */
  late: z.int(),
  abilities: abilitiesTo('begin'),
});
export type TaskPage = z.infer<typeof TaskPage>;

/** One task with everything about it. */
export const Task = TaskRow.extend({
  asOf: Day,
  profile: TaskProfile,
  law: z.object({ reason: z.string(), rule: RuleCited.nullable() }),
  khoan: Khoan.nullable(),
  /** The estimate by items, where a paper names them. */
  costs: z.array(CostRow),
  contract: z.object({ number: z.string(), from: Day, to: Day, firstTo: Day }).nullable(),
  /** The contract and its appendices, oldest first; none before it is signed. */
  versions: z.array(VersionShown),
  /** Who signs and how the money is paid, as last stated by the day. */
  arrangement: Arrangement.extend({ on: Day }).nullable(),
  /** Instalments as planned against what was paid; null while nothing is planned and nothing paid. */
  payments: PaymentsShown.nullable(),
  /** Reports on the effect of the results, as the agency asks for them; null before they are due. */
  effect: EffectShown.nullable(),
  /** Where its results were put to use. */
  applied: z.array(z.object({ factId: Id, on: Day, where: z.string() })),
  /** What a contract needs and no paper of the task says, in Vietnamese. */
  contractLacks: z.array(z.string()),
  dossiers: z.array(z.object({ dossier: Id, host: PartnerNamed, investigator: PartnerNamed })),
  callClosesOn: Day.nullable(),
  phases: z.array(PhaseShown),
  steps: z.array(StepShown),
  changes: z.array(ChangeShown),
  /** The closed list of changes, while the task has a contract that may be changed. */
  changeOptions: z.array(ChangeOptionShown),
  /** Recorded though something that must come before is not on record. */
  gaps: z.array(z.object({ on: Day, step: z.string(), missing: z.array(z.string()) })),
  /** Families of codes its law has today, with the parts a template asks for beside the order and the year. */
  codeFamilies: z.array(
    z.object({
      topic: z.string(),
      pattern: z.string(),
      parts: z.array(z.object({ name: z.string(), options: z.array(z.string()) })),
    }),
  ),
  /** Working days it waited so far, by whose time they were. */
  waited: z.object({ own: z.int(), others: z.int() }),
  history: z.array(TaskHistory),
  abilities: abilitiesTo('describe', 'record', 'decideRegime', 'code', 'uncode', 'arrange'),
});
export type Task = z.infer<typeof Task>;

export const listTasks = defineRoute({
  id: 'task.list',
  method: 'GET',
  path: '/api/tasks',
  summary: 'Danh mục nhiệm vụ KH&CN theo bộ lọc, tại một ngày',
  permission: 'task.view',
  query: TaskFilter.extend(PageQuery.shape),
  reply: TaskPage,
});

/** How many tasks wait at each step, for whom, and how late. */
export const TaskWaits = z.object({
  asOf: Day,
  steps: z.array(
    z.object({
      regime: Regime,
      step: StepName,
      name: z.string(),
      phase: PhaseId,
      role: TaskRole,
      side: Side,
      tasks: z.int(),
      late: z.int(),
      oldest: Day,
      earliestDue: Day.nullable(),
    }),
  ),
  /** Days in each step that was passed: working days, the middle one, and what nine of ten keep to. */
  passed: z.array(
    z.object({ step: StepName, name: z.string(), count: z.int(), median: z.number(), ninetieth: z.number() }),
  ),
});
export type TaskWaits = z.infer<typeof TaskWaits>;

export const taskWaits = defineRoute({
  id: 'task.waits',
  method: 'GET',
  path: '/api/tasks/waits',
  summary: 'Nhiệm vụ KH&CN đang chờ ở từng bước, chờ ai, muộn bao nhiêu; số ngày đã qua mỗi bước',
  permission: 'task.view',
  query: TaskFilter,
  reply: TaskWaits,
});

export const getTask = defineRoute({
  id: 'task.get',
  method: 'GET',
  path: '/api/tasks/:id',
  summary: 'Một nhiệm vụ KH&CN: các bước, đồng hồ, lịch sử, tại một ngày',
  permission: 'task.view',
  params: IdParams,
  query: z.object({ asOf: Day.optional() }),
  reply: Task,
  versioned: true,
});

const profile = TaskProfile.omit({ unit: true }).extend({ unitId: Id });
export type ProfileSaid = z.infer<typeof profile>;
const restsOn = RestsOn.omit({ documentId: true }).nullable().default(null);

export const beginTask = defineRoute({
  id: 'task.begin',
  method: 'POST',
  path: '/api/tasks',
  summary: 'Ghi một nhiệm vụ KH&CN: từ đề xuất, hoặc tiếp nhận hồ sơ đã có ở một giai đoạn',
  permission: 'task.record',
  body: z.object({
    profile,
    on: Day,
    /** The phase older files had come to; left out for a new proposal. */
    takenOver: PhaseId.optional(),
    code: z.string().trim().min(1).max(100).optional(),
    restsOn,
    /** State secrets are not kept in this system; said so that it is asked. */
    secret: z.boolean().default(false),
  }),
  reply: Task,
  status: 201,
  creates: true,
});

const act = { method: 'POST', params: IdParams, reply: Task } as const;

export const describeTask = defineRoute({
  ...act,
  id: 'task.describe',
  method: 'PUT',
  path: '/api/tasks/:id',
  summary: 'Sửa thông tin chung của một nhiệm vụ KH&CN',
  permission: 'task.record',
  body: z.object({ profile, on: Day }),
  versioned: true,
});

export const recordStep = defineRoute({
  ...act,
  id: 'task.record',
  path: '/api/tasks/:id/steps',
  summary: 'Ghi một bước, hoặc yêu cầu bổ sung hồ sơ, của một nhiệm vụ KH&CN',
  permission: 'task.record',
  body: z.object({ on: Day, event: TaskEvent, restsOn, files: FileIds }),
});

export const correctFact = defineRoute({
  ...act,
  id: 'task.correct',
  path: '/api/tasks/:id/corrections',
  summary: 'Đính chính điều đã ghi: nội dung đúng, hoặc không có việc ấy; bản ghi cũ vẫn đọc được',
  permission: 'task.record',
  body: z.object({
    factId: Id,
    reason: z.string().trim().min(3, 'Nêu lý do').max(1000),
    instead: TaskEvent.nullable(),
    /** Left out where the day stays, or the document. */
    on: Day.optional(),
    restsOn: restsOn.unwrap().optional(),
  }),
});

export const codeTask = defineRoute({
  ...act,
  id: 'task.code',
  path: '/api/tasks/:id/codes',
  summary: 'Đặt mã số: theo mẫu của một họ mã (số thứ tự tự đếm), hoặc mã đã có sẵn',
  permission: 'task.record',
  body: z.union([
    z.object({ code: z.string().trim().min(1, 'Ghi mã số').max(100), on: Day }),
    z.object({ family: z.string().max(100), parts: z.record(z.string(), z.string().max(30)), on: Day }),
  ]),
});

export const uncodeTask = defineRoute({
  ...act,
  id: 'task.uncode',
  path: '/api/tasks/:id/codes/mistaken',
  summary: 'Bỏ một mã số đặt nhầm, có lý do; diễn biến vẫn kể lại',
  permission: 'task.record',
  body: z.object({
    code: z.string().trim().min(1, 'Chọn mã số').max(100),
    reason: z.string().trim().min(3, 'Nêu lý do').max(1000),
  }),
});

export const arrangeContract = defineRoute({
  ...act,
  id: 'task.arrange',
  method: 'PUT',
  path: '/api/tasks/:id/contract',
  summary: 'Ghi người ký hợp đồng, phụ lục của hai bên và các đợt cấp kinh phí',
  permission: 'task.record',
  body: Arrangement.extend({ on: Day }),
  versioned: true,
});

export const decideRegime = defineRoute({
  ...act,
  id: 'task.decideRegime',
  path: '/api/tasks/:id/regime',
  summary: 'Ghi quyết định nhiệm vụ theo luật nào, khác quy tắc chuyển tiếp',
  permission: 'task.decide',
  body: z.object({
    regime: z.enum(['A', 'B']),
    on: Day,
    number: z.string().trim().min(1, 'Ghi số quyết định').max(200),
    reason: z.string().trim().min(3, 'Nêu lý do').max(1000),
  }),
});
