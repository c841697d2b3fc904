import { z } from 'zod';
import { DirectiveState } from '../../domain/directives/filter.ts';
import { InspectionFinding, InspectionOutcome, InspectionPlan } from '../../domain/inspections/facts.ts';
import { inspectionStates } from '../../domain/inspections/standing.ts';
import { abilitiesTo } from '../../domain/permissions/ability.ts';
import { RestsOn } from '../../domain/tasks/facts.ts';
import { Day, FactTold, Id, IdParams } from '../page.ts';
import { defineRoute } from '../route.ts';

const UnitNamed = z.object({ unitId: Id, name: z.string() });

/** A finding of the minutes, and what became of it. */
export const FindingShown = InspectionFinding.extend({
  directive: z.object({ id: Id, state: DirectiveState }).nullable(),
  /** Why it was given to nobody. */
  spared: z.string().nullable(),
});
export type FindingShown = z.infer<typeof FindingShown>;

/** A task by what people know it by. */
const TaskNamed = z.object({
  taskId: Id,
  title: z.string(),
  codes: z.array(z.string()),
  host: z.string().nullable(),
});

/** A task of a round, with what was found. */
export const InspectedTask = TaskNamed.extend({
  inspectedOn: Day.nullable(),
  outcome: InspectionOutcome.nullable(),
  minutes: RestsOn.nullable(),
  findings: z.array(FindingShown),
});
export type InspectedTask = z.infer<typeof InspectedTask>;

/** A round of the plan as it stands on a day. */
export const InspectionRow = z.object({
  id: Id,
  version: z.int(),
  name: z.string(),
  from: Day,
  to: Day,
  unit: UnitNamed,
  team: z.string(),
  state: z.enum(inspectionStates),
  restsOn: RestsOn.nullable(),
  amended: z.int(),
  tasks: z.array(InspectedTask),
  abilities: abilitiesTo('amend', 'minute', 'give', 'drop'),
});
export type InspectionRow = z.infer<typeof InspectionRow>;

export const Inspection = InspectionRow.extend({
  asOf: Day,
  dropped: z.object({ on: Day, reason: z.string() }).nullable(),
  history: z.array(FactTold),
});
export type Inspection = z.infer<typeof Inspection>;

/** A running task whose inspection falls due in the year and that no round of the plan names. */
export const DueTask = TaskNamed.extend({
  /** Null where its law sets no day, or its contract is not on record. */
  due: Day.nullable(),
});
export type DueTask = z.infer<typeof DueTask>;

export const InspectionYear = z.object({
  asOf: Day,
  year: z.int(),
  items: z.array(InspectionRow),
  /** The earliest due first. */
  due: z.array(DueTask),
  abilities: abilitiesTo('open'),
});
export type InspectionYear = z.infer<typeof InspectionYear>;

export const listInspections = defineRoute({
  id: 'inspection.list',
  method: 'GET',
  path: '/api/inspections',
  summary:
    'Kế hoạch kiểm tra nhiệm vụ KH&CN của một năm, và nhiệm vụ đến hạn kiểm tra chưa có trong kế hoạch',
  permission: 'task.view',
  query: z.object({
    year: z.coerce.number().int().min(2000).max(2100).optional(),
    /** Only rounds that name this task, of any year. */
    taskId: Id.optional(),
    asOf: Day.optional(),
  }),
  reply: InspectionYear,
});

export const getInspection = defineRoute({
  id: 'inspection.get',
  method: 'GET',
  path: '/api/inspections/:id',
  summary: 'Một đợt kiểm tra: kế hoạch, nhiệm vụ, biên bản, kiến nghị, lịch sử',
  permission: 'task.view',
  params: IdParams,
  query: z.object({ asOf: Day.optional() }),
  reply: Inspection,
  versioned: true,
});

const cited = RestsOn.omit({ documentId: true }).nullable().default(null);
const reason = z.string().trim().min(3, 'Nêu lý do').max(1000);

/** A plan as it is said: the unit by its id alone. */
export const InspectionSaid = z.object({
  ...InspectionPlan.shape,
  unit: Id,
});
export type InspectionSaid = z.infer<typeof InspectionSaid>;

export const planInspection = defineRoute({
  id: 'inspection.plan',
  method: 'POST',
  path: '/api/inspections',
  summary: 'Đưa một đợt kiểm tra vào kế hoạch năm',
  permission: 'task.record',
  body: z.object({ plan: InspectionSaid, on: Day, restsOn: cited }),
  reply: Inspection,
  status: 201,
  creates: true,
});

export const amendInspection = defineRoute({
  id: 'inspection.amend',
  method: 'PUT',
  path: '/api/inspections/:id',
  summary: 'Sửa kế hoạch của một đợt kiểm tra, có lý do',
  permission: 'task.record',
  params: IdParams,
  body: z.object({ plan: InspectionSaid, reason, on: Day, restsOn: cited }),
  reply: Inspection,
  versioned: true,
});

export const minuteInspection = defineRoute({
  id: 'inspection.minute',
  method: 'POST',
  path: '/api/inspections/:id/minutes',
  summary: 'Ghi biên bản kiểm tra một nhiệm vụ của đợt: kết quả và kiến nghị',
  permission: 'task.record',
  params: IdParams,
  body: z.object({
    taskId: Id,
    on: Day,
    outcome: InspectionOutcome,
    findings: z.array(InspectionFinding.shape.words).max(50).default([]),
    restsOn: cited,
  }),
  reply: Inspection,
  creates: true,
});

const FindingGiven = z.object({
  findingId: Id,
  leadUnitId: Id,
  product: z.string().trim().min(3, 'Ghi sản phẩm').max(500),
  due: Day,
});
export type FindingGiven = z.infer<typeof FindingGiven>;

export const giveFindings = defineRoute({
  id: 'inspection.give',
  method: 'POST',
  path: '/api/inspections/:id/directives',
  summary:
    'Giao kiến nghị của đợt kiểm tra thành nhiệm vụ, tất cả trong một lần; kiến nghị không giao nêu lý do',
  permission: 'directive.give',
  params: IdParams,
  body: z.object({
    given: z.array(FindingGiven).max(200).default([]),
    spared: z
      .array(z.object({ findingId: Id, reason }))
      .max(200)
      .default([]),
  }),
  reply: Inspection,
  creates: true,
});

export const dropInspection = defineRoute({
  id: 'inspection.drop',
  method: 'POST',
  path: '/api/inspections/:id/drop',
  summary: 'Bỏ một đợt kiểm tra khỏi kế hoạch, có lý do',
  permission: 'task.record',
  params: IdParams,
  body: z.object({ reason }),
  reply: Inspection,
});
