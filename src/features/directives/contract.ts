import { z } from 'zod';
import { Late } from '../../domain/calendar/late.ts';
import { Deadline, Span } from '../../domain/deadlines/deadline.ts';
import { actKinds } from '../../domain/directives/acts.ts';
import { Cause, DirectiveAct, PersonNamed } from '../../domain/directives/facts.ts';
import { DirectiveFilter, DirectiveState, Origin } from '../../domain/directives/filter.ts';
import { DirectiveKind, Place } from '../../domain/documents/reading.ts';
import { abilitiesTo } from '../../domain/permissions/ability.ts';
import { FieldName } from '../organisation/contract.ts';
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
  /** The same by the deadline it was first given with. */
  firstDueDay: Day.nullable(),
  origin: Origin,
  /** As the doer last reported; 100 once accepted. */
  percent: z.int(),
  assignee: PersonNamed.nullable(),
  cause: Cause.nullable(),
  waitingFor: z.string().nullable(),
  timesExtended: z.int(),
  extensionAsked: z.boolean(),
  /** Who holds the ball: whoever leads, or whoever gave it. */
  holder: z.enum(['lead', 'giver']).nullable(),
  closedOn: Day.nullable(),
  state: DirectiveState,
  /** «còn 3 ngày làm việc», «muộn 2 ngày làm việc»; empty without a day. */
  lateness: z.string(),
  late: Late.nullable(),
  givenOn: Day,
  document: z.object({ id: Id, label: z.string(), number: z.string().nullable() }).nullable(),
  version: z.int(),
});
export type DirectiveRow = z.infer<typeof DirectiveRow>;

/** A directive or part in its tree, from the root down. */
export const TreeRow = z.object({
  id: Id,
  parentId: Id.nullable(),
  words: z.string(),
  leadName: z.string().nullable(),
  assigneeName: z.string().nullable(),
  dueDay: Day.nullable(),
  state: DirectiveState,
  /** With all that hangs beneath it, by weight. */
  percent: z.int(),
  weight: z.number(),
  depth: z.int(),
});
export type TreeRow = z.infer<typeof TreeRow>;

export const DirectiveRecord = DirectiveRow.extend({
  quantity: z.object({ value: z.number(), unit: z.string().nullable() }).nullable(),
  outline: z.array(z.string()),
  /** Lĩnh vực, and whether it is its own rather than that of its unit. */
  field: z.object({ name: z.string(), own: z.boolean() }).nullable(),
  /** Number of the document that gave it, as an imported register writes it. */
  sourceNumber: z.string().nullable(),
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
  tree: z.array(TreeRow),
  evidence: z.array(z.object({ id: Id, name: z.string(), link: z.string().nullable(), file: z.boolean() })),
  asked: z.object({ deadline: Deadline, reason: z.string() }).nullable(),
  /** The deadline it was first given with: an extension never changes it. */
  firstDeadline: Deadline,
  timesReturned: z.int(),
  /** A clock that counts from an event: when it began, and since when it stands still. */
  clock: z.object({ startedOn: Day, standsSince: Day.nullable() }).nullable(),
  suspendedOn: Day.nullable(),
  history: z.array(
    z.object({
      id: Id,
      kind: z.string(),
      happenedOn: Day,
      recordedAt: z.string(),
      by: z.string(),
      /** The name of the record that goes on, where the recorder's was merged into it. */
      nowKnownAs: z.string().nullable(),
      sentence: z.string(),
      /** Recorded by mistake and taken back; it stays readable. */
      retracted: z.boolean(),
      abilities: abilitiesTo('retract'),
    }),
  ),
  abilities: abilitiesTo(...actKinds, 'part', 'correct'),
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

/**
 * Server-sent events: «changed» whenever a directive of the agency has changed, `of: 'tasks'` where an S&T task has and the
 * viewer may see those; what stands is then asked for again. One line for both, since a browser keeps few to one server.
 */
export const watchDirectives = defineRoute({
  id: 'directive.watch',
  method: 'GET',
  path: '/api/directives/events',
  summary: 'Theo dõi thay đổi của các nhiệm vụ giao và nhiệm vụ KH&CN',
  permission: 'directive.view',
  reply: z.unknown(),
  raw: { contentType: 'text/event-stream' },
});

export const getDirective = defineRoute({
  id: 'directive.get',
  method: 'GET',
  path: '/api/directives/:id',
  summary: 'Một nhiệm vụ, lời trong văn bản và lịch sử',
  permission: 'directive.view',
  params: IdParams,
  /** The day as of which it is shown: states, lateness, history and names of then. */
  query: z.object({ asOf: Day.optional() }),
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
    origin: Origin.exclude(['document', 'part', 'occurrence']).default('word'),
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
    /** Its own field; null gives it back to that of its unit. */
    field: FieldName.nullable().optional(),
  }),
  reply: DirectiveRecord,
  versioned: true,
});

/** Received, reported, submitted, accepted, extended…: one act on one directive, recorded as a dated fact. */
export const actOnDirective = defineRoute({
  id: 'directive.act',
  method: 'POST',
  path: '/api/directives/:id/acts',
  summary:
    'Nhận, báo cáo, trình, nghiệm thu, trả lại, gia hạn, tạm hoãn, dừng, chuyển: một việc làm với nhiệm vụ',
  permission: 'directive.act',
  params: IdParams,
  body: z.object({ act: DirectiveAct, happenedOn: Day.optional() }),
  reply: DirectiveRecord,
  versioned: true,
});

export const retractFact = defineRoute({
  id: 'directive.retract',
  method: 'POST',
  path: '/api/directives/:id/retractions',
  summary: 'Rút lại điều vừa ghi nhầm; bản ghi vẫn còn trong lịch sử',
  permission: 'directive.act',
  params: IdParams,
  body: z.object({ factId: Id, reason: z.string().trim().min(3, 'Nêu lý do').max(500) }),
  reply: DirectiveRecord,
  versioned: true,
});

export const givePart = defineRoute({
  id: 'directive.part',
  method: 'POST',
  path: '/api/directives/:id/parts',
  summary: 'Tách một phần việc cho đơn vị hoặc người',
  permission: 'directive.act',
  params: IdParams,
  body: z.object({
    words: z.string().trim().min(5, 'Nhập nội dung phần việc').max(5000),
    leadUnitId: Id,
    assigneeId: Id.nullable().default(null),
    coordinatingUnitIds: z.array(Id).max(50).default([]),
    product: z.string().trim().max(1000).nullable().default(null),
    deadline: Deadline,
    weight: z.number().positive().max(1000).default(1),
  }),
  reply: DirectiveRecord,
  versioned: true,
  status: 201,
});

export const attachEvidence = defineRoute({
  id: 'directive.attach',
  method: 'POST',
  path: '/api/directives/:id/evidence',
  summary: 'Đính kèm tệp sản phẩm (multipart)',
  permission: 'directive.act',
  params: IdParams,
  reply: DirectiveRecord,
  upload: true,
});

export const getEvidence = defineRoute({
  id: 'directive.evidence',
  method: 'GET',
  path: '/api/directives/:id/evidence/:factId',
  summary: 'Tải một sản phẩm đã đính kèm',
  permission: 'directive.view',
  params: z.object({ id: Id, factId: Id }),
  reply: z.unknown(),
  raw: { contentType: 'application/octet-stream' },
});

/** The same act on many: all that may be are done in one transaction, the others are told with their reasons. */
export const actOnMany = defineRoute({
  id: 'directive.actOnMany',
  method: 'POST',
  path: '/api/directives/acts',
  summary: 'Một việc làm với nhiều nhiệm vụ; có thể hoàn tác khi chưa báo cho người khác',
  permission: 'directive.act',
  body: z.object({
    ids: z.array(Id).min(1, 'Chọn ít nhất một nhiệm vụ').max(500),
    act: DirectiveAct,
    /** Only tell what would be done. */
    dry: z.boolean().default(false),
  }),
  reply: z.object({
    done: z.array(z.object({ id: Id, words: z.string(), factId: Id.nullable() })),
    refused: z.array(z.object({ id: Id, words: z.string(), reason: z.string() })),
  }),
});

export const undoMany = defineRoute({
  id: 'directive.undoMany',
  method: 'POST',
  path: '/api/directives/acts/undo',
  summary: 'Hoàn tác một việc vừa làm với nhiều nhiệm vụ',
  permission: 'directive.act',
  body: z.object({
    facts: z
      .array(z.object({ id: Id, factId: Id }))
      .min(1)
      .max(500),
  }),
  reply: z.object({ undone: z.int() }),
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
