import { z } from 'zod';
import { Late } from '../../domain/calendar/late.ts';
import { Cause } from '../../domain/directives/facts.ts';
import { DirectiveState } from '../../domain/directives/filter.ts';
import { abilitiesTo } from '../../domain/permissions/ability.ts';
import { ProgrammeFilter } from '../../domain/programme/filter.ts';
import { ItemState } from '../../domain/programme/item.ts';
import { SourceNamed } from '../../domain/targets/facts.ts';
import { Year } from '../../domain/targets/filter.ts';
import { Day, FactTold, Id, IdParams } from '../page.ts';
import { defineRoute } from '../route.ts';

const UnitNamed = z.object({ unitId: Id, name: z.string() });

/** An item of the year's work as it stands on a day. */
export const ProgrammeItem = z.object({
  id: Id,
  year: z.int(),
  words: z.string(),
  lead: UnitNamed,
  coordinating: z.array(UnitNamed),
  product: z.string().nullable(),
  submittedTo: z.string().nullable(),
  month: z.int(),
  day: Day.nullable(),
  /** Last day in time by the programme. */
  dueDay: Day,
  firstMonth: z.int(),
  timesMoved: z.int(),
  added: z.boolean(),
  state: ItemState,
  /** «muộn 12 ngày làm việc»; empty where it is not late. */
  lateness: z.string(),
  late: Late.nullable(),
  /** What is in the way, as the directive's doer reported it. */
  cause: Cause.nullable(),
  directive: z.object({ id: Id, state: DirectiveState, percent: z.int() }).nullable(),
  droppedOn: Day.nullable(),
  version: z.int(),
  abilities: abilitiesTo('change', 'move', 'drop', 'give'),
});
export type ProgrammeItem = z.infer<typeof ProgrammeItem>;

/** One item with its history in sentences, newest first. */
export const ProgrammeItemRecord = ProgrammeItem.extend({
  history: z.array(FactTold),
});
export type ProgrammeItemRecord = z.infer<typeof ProgrammeItemRecord>;

export const Programme = z.object({
  year: z.int(),
  asOf: Day,
  /** Null while it is a draft. */
  approval: z.object({ on: Day, document: SourceNamed, by: z.string() }).nullable(),
  items: z.array(ProgrammeItem),
  /** By state, under the rest of the filter. */
  counts: z.record(ItemState, z.int()),
  /** Items moved to another month, and how often in all. */
  moved: z.object({ items: z.int(), times: z.int() }),
  years: z.array(z.int()),
  abilities: abilitiesTo('add', 'bringIn', 'approve'),
});
export type Programme = z.infer<typeof Programme>;

const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const getProgramme = defineRoute({
  id: 'programme.get',
  method: 'GET',
  path: '/api/programme',
  summary: 'Chương trình công tác của một năm theo bộ lọc, tại một ngày',
  permission: 'directive.view',
  query: ProgrammeFilter,
  reply: Programme,
});

export const exportProgramme = defineRoute({
  id: 'programme.exportXlsx',
  method: 'GET',
  path: '/api/programme.xlsx',
  summary: 'Chương trình công tác với kết quả, dạng Excel',
  permission: 'directive.view',
  query: ProgrammeFilter,
  reply: z.unknown(),
  raw: { contentType: sheet },
});

export const getProgrammeItem = defineRoute({
  id: 'programme.item',
  method: 'GET',
  path: '/api/programme-items/:id',
  summary: 'Một việc của chương trình công tác với lịch sử, tại một ngày',
  permission: 'directive.view',
  params: IdParams,
  query: z.object({ asOf: Day.optional() }),
  reply: ProgrammeItemRecord,
  versioned: true,
});

const source = z.string().trim().min(2, 'Ghi số, ký hiệu hoặc tên văn bản').max(300);
const reason = z.string().trim().min(3, 'Nêu lý do').max(1000);
const when = {
  month: z.int().min(1, 'Tháng từ 1 đến 12').max(12, 'Tháng từ 1 đến 12'),
  day: Day.nullable().default(null),
};

const Plan = z.object({
  words: z.string().trim().min(5, 'Ghi nội dung công việc').max(2000),
  leadUnitId: Id,
  coordinatingUnitIds: z.array(Id).max(50).default([]),
  product: z.string().trim().max(500).nullable().default(null),
  submittedTo: z.string().trim().max(500).nullable().default(null),
  ...when,
});
export type Plan = z.infer<typeof Plan>;

/** The paper by which an approved programme is changed. */
export const Amendment = z.object({ reason, document: source, on: Day });
export type Amendment = z.infer<typeof Amendment>;

export const addProgrammeItem = defineRoute({
  id: 'programme.add',
  method: 'POST',
  path: '/api/programme-items',
  summary: 'Thêm một việc; khi chương trình đã phê duyệt thì theo văn bản bổ sung',
  permission: 'directive.give',
  body: Plan.extend({ year: Year, amendment: Amendment.nullable().default(null) }),
  reply: ProgrammeItemRecord,
  status: 201,
  creates: true,
});

export const changeProgrammeItem = defineRoute({
  id: 'programme.change',
  method: 'POST',
  path: '/api/programme-items/:id/change',
  summary: 'Sửa một việc khi chương trình chưa phê duyệt',
  permission: 'directive.give',
  params: IdParams,
  body: Plan,
  reply: ProgrammeItemRecord,
  versioned: true,
});

export const moveProgrammeItem = defineRoute({
  id: 'programme.move',
  method: 'POST',
  path: '/api/programme-items/:id/move',
  summary: 'Chuyển một việc sang tháng khác theo văn bản điều chỉnh',
  permission: 'directive.give',
  params: IdParams,
  body: Amendment.extend(when),
  reply: ProgrammeItemRecord,
});

export const dropProgrammeItem = defineRoute({
  id: 'programme.drop',
  method: 'POST',
  path: '/api/programme-items/:id/drop',
  summary: 'Đưa một việc ra khỏi chương trình; khi đã phê duyệt thì theo văn bản',
  permission: 'directive.give',
  params: IdParams,
  body: z.object({ reason, document: source.nullable().default(null), on: Day }),
  reply: ProgrammeItemRecord,
});

export const giveProgrammeItem = defineRoute({
  id: 'programme.give',
  method: 'POST',
  path: '/api/programme-items/:id/give',
  summary: 'Giao một việc của chương trình thành nhiệm vụ của sổ',
  permission: 'directive.give',
  params: IdParams,
  body: z.object({}),
  reply: ProgrammeItemRecord,
});

export const approveProgramme = defineRoute({
  id: 'programme.approve',
  method: 'POST',
  path: '/api/programme/approve',
  summary: 'Ghi việc phê duyệt chương trình công tác của một năm',
  permission: 'directive.give',
  body: z.object({ year: Year, on: Day, document: source }),
  reply: Programme,
});

/** What a table came to. */
export const PlanImport = z.object({
  /** Whether these rows are in the plan now: by this request, or by an earlier one with the same file. */
  stored: z.boolean(),
  rows: z.int(),
  faulty: z.int(),
  faults: z.array(z.object({ row: z.int(), column: z.string(), message: z.string() })),
  notes: z.array(z.string()),
  /** What would be stored, or is. */
  items: z.array(
    z.object({
      row: z.int(),
      words: z.string(),
      lead: z.string(),
      month: z.int(),
      day: Day.nullable(),
    }),
  ),
  /** When the same file was brought in before. */
  knownAt: z.string().nullable(),
});
export type PlanImport = z.infer<typeof PlanImport>;

export const importProgramme = defineRoute({
  id: 'programme.import',
  method: 'POST',
  path: '/api/programme/import',
  summary:
    'Nhập chương trình từ bảng Word, Excel hoặc CSV: tất cả các dòng hoặc không dòng nào; dry=true chỉ xem trước',
  permission: 'directive.give',
  upload: true,
  /** The running year unless told. */
  query: z.object({ year: Year.optional(), dry: z.stringbool().default(true) }),
  reply: PlanImport,
});

export const programmeTemplate = defineRoute({
  id: 'programme.template',
  method: 'GET',
  path: '/api/programme/import.xlsx',
  summary: 'Mẫu Excel để nhập chương trình công tác',
  permission: 'directive.give',
  reply: z.unknown(),
  raw: { contentType: sheet },
});
