import { z } from 'zod';
import { Deadline, Span } from '../../domain/deadlines/deadline.ts';
import { DirectiveFilter, DirectiveState } from '../../domain/directives/filter.ts';
import { DirectiveKind, Place } from '../../domain/documents/reading.ts';
import { Day, Id, IdParams, PageQuery, pageOf } from '../page.ts';
import { defineRoute } from '../route.ts';

const UnitNamed = z.object({ unitId: Id.nullable(), name: z.string() });

export const DirectiveRow = z.object({
  id: Id,
  words: z.string(),
  action: z.string(),
  kind: DirectiveKind,
  product: z.string().nullable(),
  lead: UnitNamed.nullable(),
  coordinating: z.array(UnitNamed),
  deadline: Deadline,
  /** Last day in time; null without a day. */
  dueDay: Day.nullable(),
  state: DirectiveState,
  /** «còn 3 ngày làm việc», «muộn 2 ngày làm việc»; empty without a day. */
  lateness: z.string(),
  givenOn: Day,
  document: z.object({ id: Id, label: z.string(), number: z.string().nullable() }).nullable(),
  version: z.int(),
});
export type DirectiveRow = z.infer<typeof DirectiveRow>;

export const DirectiveRecord = DirectiveRow.extend({
  quantity: z.object({ value: z.number(), unit: z.string().nullable() }).nullable(),
  outline: z.array(z.string()),
  /** The words in the document it comes from. */
  source: z
    .object({
      documentId: Id,
      intakeId: Id,
      spans: z.array(Span),
      excerpt: z.object({ before: z.string(), words: z.string(), after: z.string() }),
      places: z.array(Place),
      fileHash: z.string(),
    })
    .nullable(),
  history: z.array(
    z.object({ id: Id, happenedOn: Day, recordedAt: z.string(), by: z.string(), sentence: z.string() }),
  ),
  abilities: z.record(z.string(), z.union([z.literal(true), z.string()])),
});
export type DirectiveRecord = z.infer<typeof DirectiveRecord>;

export const listDirectives = defineRoute({
  id: 'directive.list',
  method: 'GET',
  path: '/api/directives',
  summary: 'Nhiệm vụ giao theo bộ lọc',
  permission: 'directive.view',
  query: PageQuery.extend(DirectiveFilter.shape),
  reply: pageOf(DirectiveRow).extend({ asOf: Day, counts: z.record(DirectiveState, z.int()) }),
});

export const getDirective = defineRoute({
  id: 'directive.get',
  method: 'GET',
  path: '/api/directives/:id',
  summary: 'Một nhiệm vụ, lời trong văn bản và lịch sử',
  permission: 'directive.view',
  params: IdParams,
  reply: DirectiveRecord,
  versioned: true,
});

/** Given by word, without a document. */
export const giveDirective = defineRoute({
  id: 'directive.give',
  method: 'POST',
  path: '/api/directives',
  summary: 'Giao việc bằng lời, không có văn bản',
  permission: 'directive.give',
  body: z.object({
    words: z.string().trim().min(5, 'Nhập nội dung nhiệm vụ').max(5000),
    leadUnitId: Id,
    coordinatingUnitIds: z.array(Id).max(50).default([]),
    product: z.string().trim().max(1000).nullable().default(null),
    deadline: Deadline,
    kind: DirectiveKind.default('do'),
    givenOn: Day,
  }),
  reply: DirectiveRecord,
  status: 201,
  creates: true,
});

/** A mistake of the register is put right by a new fact that names its reason; the first stays in the history. */
export const correctDirective = defineRoute({
  id: 'directive.correct',
  method: 'POST',
  path: '/api/directives/:id/corrections',
  summary: 'Đính chính đơn vị, hạn, sản phẩm; bản trước vẫn còn trong lịch sử',
  permission: 'directive.give',
  params: IdParams,
  body: z.object({
    reason: z.string().trim().min(3, 'Nêu lý do đính chính').max(500),
    leadUnitId: Id.optional(),
    coordinatingUnitIds: z.array(Id).max(50).optional(),
    product: z.string().trim().max(1000).nullable().optional(),
    deadline: Deadline.optional(),
  }),
  reply: DirectiveRecord,
  versioned: true,
});

const exported = (extension: 'xlsx' | 'csv', contentType: string) =>
  defineRoute({
    id: `directive.export.${extension}`,
    method: 'GET',
    path: `/api/directives/export.${extension}`,
    summary: `Xuất nhiệm vụ theo bộ lọc ra ${extension === 'xlsx' ? 'Excel' : 'CSV'}`,
    permission: 'directive.view',
    query: DirectiveFilter,
    reply: z.unknown(),
    raw: { contentType },
  });

export const exportDirectivesXlsx = exported(
  'xlsx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
);
export const exportDirectivesCsv = exported('csv', 'text/csv; charset=utf-8');
