import { z } from 'zod';
import { Late } from '../../domain/calendar/late.ts';
import { Cause } from '../../domain/directives/facts.ts';
import { abilitiesTo } from '../../domain/permissions/ability.ts';
import { Aim, Measure, Quarters, SourceNamed, TargetValue } from '../../domain/targets/facts.ts';
import { TargetFilter, Year } from '../../domain/targets/filter.ts';
import { TargetState } from '../../domain/targets/standing.ts';
import { Day, Id, IdParams, RetractableFact } from '../page.ts';
import { defineRoute } from '../route.ts';

const Point = z.object({ day: Day, value: z.number() });

/** A target as it stands on a day. */
export const TargetRow = z.object({
  id: Id,
  year: z.int(),
  words: z.string(),
  measure: Measure,
  unit: z.string(),
  aim: Aim,
  value: z.number(),
  /** The value it was first assigned with. */
  firstValue: z.number(),
  timesAmended: z.int(),
  due: Day,
  lead: z.object({ unitId: Id, name: z.string() }),
  assignedBy: z.string(),
  document: SourceNamed,
  /** What measures it, where its result is read off the register. */
  figure: z.object({ id: z.string(), name: z.string() }).nullable(),
  assignedOn: Day,
  quarters: Quarters,
  /** What is to be reached by when, and what was reported as of when: for the picture. */
  milestones: z.array(Point),
  reports: z.array(Point),
  result: z.number().nullable(),
  resultOn: Day.nullable(),
  percent: z.number().nullable(),
  planToDate: z.number().nullable(),
  percentToDate: z.number().nullable(),
  state: TargetState,
  /** «muộn 12 ngày làm việc»; empty where nothing is late. */
  lateness: z.string(),
  late: Late.nullable(),
  /** What the lead unit says is in the way, where it is late or failed. */
  cause: Cause.nullable(),
  reachedLateOn: Day.nullable(),
  withdrawnOn: Day.nullable(),
  version: z.int(),
  abilities: abilitiesTo('plan', 'report', 'prove', 'amend', 'withdraw'),
});
export type TargetRow = z.infer<typeof TargetRow>;

/** One target with its history in sentences, newest first. */
export const Target = TargetRow.extend({
  evidence: z.array(z.object({ id: Id, name: z.string() })),
  history: z.array(RetractableFact.extend({ link: z.string().nullable() })),
});
export type Target = z.infer<typeof Target>;

export const listTargets = defineRoute({
  id: 'target.list',
  method: 'GET',
  path: '/api/targets',
  summary: 'Chỉ tiêu của một năm theo bộ lọc, tại một ngày',
  permission: 'directive.view',
  query: TargetFilter,
  reply: z.object({
    year: z.int(),
    asOf: Day,
    items: z.array(TargetRow),
    /** By state, under the rest of the filter. */
    counts: z.record(TargetState, z.int()),
    /** Years that have targets, newest first. */
    years: z.array(z.int()),
    /** May the viewer assign. */
    abilities: abilitiesTo('assign'),
  }),
});

export const exportTargets = defineRoute({
  id: 'target.exportXlsx',
  method: 'GET',
  path: '/api/targets.xlsx',
  summary: 'Bảng chỉ tiêu theo bộ lọc, dạng Excel',
  permission: 'directive.view',
  query: TargetFilter,
  reply: z.unknown(),
  raw: { contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
});

export const getTarget = defineRoute({
  id: 'target.get',
  method: 'GET',
  path: '/api/targets/:id',
  summary: 'Một chỉ tiêu với kế hoạch, kết quả và lịch sử, tại một ngày',
  permission: 'directive.view',
  params: IdParams,
  query: z.object({ asOf: Day.optional() }),
  reply: Target,
  versioned: true,
});

const source = z.string().trim().min(2, 'Ghi số, ký hiệu hoặc tên văn bản').max(300);
const reason = z.string().trim().min(3, 'Nêu lý do').max(1000);

const Assigning = z.object({
  words: z.string().trim().min(5, 'Ghi nội dung chỉ tiêu').max(1000),
  measure: Measure,
  unit: z.string().trim().max(60).default(''),
  aim: Aim,
  value: TargetValue,
  due: Day,
  leadUnitId: Id,
  assignedBy: z.string().trim().min(2, 'Ghi cấp giao').max(300),
  document: source,
  /** The figure that measures it; its result is then read off the register and not reported. */
  figure: z.string().max(60).nullable().optional(),
  /** Day of the decision. */
  on: Day,
});
export type Assigning = z.infer<typeof Assigning>;

export const assignTarget = defineRoute({
  id: 'target.assign',
  method: 'POST',
  path: '/api/targets',
  summary: 'Ghi một chỉ tiêu được giao bằng quyết định',
  permission: 'directive.give',
  body: Assigning.extend({ year: Year }),
  reply: Target,
  status: 201,
  creates: true,
});

export const amendTarget = defineRoute({
  id: 'target.amend',
  method: 'POST',
  path: '/api/targets/:id/amend',
  summary: 'Điều chỉnh chỉ tiêu theo quyết định sau; điều đã giao trước vẫn đọc được',
  permission: 'directive.give',
  params: IdParams,
  body: Assigning.extend({ reason }),
  reply: Target,
  versioned: true,
});

export const planTarget = defineRoute({
  id: 'target.plan',
  method: 'POST',
  path: '/api/targets/:id/plan',
  summary: 'Kế hoạch luỹ kế đến hết từng quý của một chỉ tiêu',
  permission: 'directive.act',
  params: IdParams,
  body: z.object({ quarters: Quarters }),
  reply: Target,
});

export const reportTarget = defineRoute({
  id: 'target.report',
  method: 'POST',
  path: '/api/targets/:id/report',
  summary: 'Báo cáo kết quả luỹ kế của một chỉ tiêu đến một ngày',
  permission: 'directive.act',
  params: IdParams,
  body: z.object({
    value: TargetValue,
    /** The day the value is of. */
    on: Day,
    words: z.string().trim().max(4000).default(''),
    cause: Cause.nullable().default(null),
    link: z
      .url({ protocol: /^https?$/, error: 'Ghi đường dẫn đầy đủ, bắt đầu bằng http hoặc https.' })
      .max(2000)
      .nullable()
      .default(null),
  }),
  reply: Target,
});

export const withdrawTarget = defineRoute({
  id: 'target.withdraw',
  method: 'POST',
  path: '/api/targets/:id/withdraw',
  summary: 'Thôi giao một chỉ tiêu theo văn bản',
  permission: 'directive.give',
  params: IdParams,
  body: z.object({ reason, document: source, on: Day }),
  reply: Target,
});

export const retractTargetFact = defineRoute({
  id: 'target.retract',
  method: 'POST',
  path: '/api/targets/:id/retract',
  summary: 'Rút lại điều chính mình ghi nhầm ở một chỉ tiêu',
  permission: 'directive.act',
  params: IdParams,
  body: z.object({ factId: Id, reason }),
  reply: Target,
});

export const attachToTarget = defineRoute({
  id: 'target.attach',
  method: 'POST',
  path: '/api/targets/:id/evidence',
  summary: 'Đính kèm minh chứng kết quả của một chỉ tiêu',
  permission: 'directive.act',
  params: IdParams,
  upload: true,
  reply: Target,
});

export const getTargetEvidence = defineRoute({
  id: 'target.evidence',
  method: 'GET',
  path: '/api/targets/:id/evidence/:factId',
  summary: 'Tệp minh chứng của một chỉ tiêu',
  permission: 'directive.view',
  params: IdParams.extend({ factId: Id }),
  reply: z.unknown(),
  raw: { contentType: 'application/octet-stream' },
});
