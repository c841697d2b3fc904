import { z } from 'zod';
import { Citation, DocumentHead, Place, ReadFigure, ReadingWarning } from '../../domain/documents/reading.ts';
import { Doubt, LineFields, ReadAs } from '../../domain/intake/line.ts';
import { ReviewEdit } from '../../domain/intake/review.ts';
import { abilitiesTo } from '../../domain/permissions/ability.ts';
import { Id, IdParams, PageQuery, pageOf } from '../page.ts';
import { defineRoute } from '../route.ts';

/** Where an intake stands; derived from its dated facts, never stored. */
export const IntakeState = z.enum(['waiting', 'reading', 'unreadable', 'reviewing', 'confirmed', 'dropped']);
export type IntakeState = z.infer<typeof IntakeState>;

export const IntakeRow = z.object({
  id: Id,
  name: z.string(),
  source: z.enum(['file', 'paste', 'photo', 'issued']),
  state: IntakeState,
  receivedAt: z.string(),
  receivedBy: z.string(),
  /** Pages done and to do while reading. */
  progress: z.object({ done: z.int(), of: z.int(), what: z.string() }).nullable(),
  /** Why it cannot be read and what to do, in Vietnamese. */
  refusal: z.string().nullable(),
  head: DocumentHead.nullable(),
  clear: z.int(),
  doubtful: z.int(),
  documentId: Id.nullable(),
  abilities: abilitiesTo('edit', 'confirm', 'drop', 'readAgain'),
});
export type IntakeRow = z.infer<typeof IntakeRow>;

export const ReviewLine = LineFields.extend({
  ...ReadAs.shape,
  id: Id,
  /** Order in the document. */
  position: z.number(),
  /** What must still be looked at, in Vietnamese; empty when clear. */
  doubts: z.array(Doubt),
  /** Last day in time by the agency's calendar, once known. */
  lastDay: z.iso.date().nullable(),
  version: z.int(),
  changedBy: z.string().nullable(),
});
export type ReviewLine = z.infer<typeof ReviewLine>;

export const Review = z.object({
  intake: IntakeRow,
  head: DocumentHead.extend({ version: z.int() }),
  text: z.string(),
  source: z.object({
    format: z.string(),
    pages: z.int(),
    method: z.enum(['text', 'ocr', 'mixed']),
    encoding: z.string().optional(),
    quality: z.number(),
  }),
  places: z.array(Place),
  lines: z.array(ReviewLine),
  citations: z.array(Citation),
  figures: z.array(ReadFigure),
  warnings: z.array(ReadingWarning),
  /** Others who have this review open now. */
  present: z.array(z.object({ userId: z.string(), name: z.string() })),
  savedAt: z.string().nullable(),
});
export type Review = z.infer<typeof Review>;

export const EditResult = z.object({
  head: DocumentHead.extend({ version: z.int() }),
  lines: z.array(ReviewLine),
  savedAt: z.string(),
  /** Of the intake, as it stands after the edit. */
  abilities: IntakeRow.shape.abilities,
});
export type EditResult = z.infer<typeof EditResult>;

export const listIntakes = defineRoute({
  id: 'intake.list',
  method: 'GET',
  path: '/api/intakes',
  summary: 'Văn bản đang tiếp nhận',
  permission: 'intake.view',
  query: PageQuery.extend({
    state: IntakeState.optional(),
    /** Also how many stand in each state that waits for somebody. */
    counted: z.stringbool().default(false),
  }),
  reply: pageOf(IntakeRow).extend({ counts: z.partialRecord(IntakeState, z.int()).nullable() }),
});

export const ReceivedFile = z.object({
  intake: IntakeRow.nullable(),
  name: z.string(),
  /** The same bytes were received before: nothing is doubled, this is where they are. */
  knownAs: z.object({ intakeId: Id, documentId: Id.nullable(), label: z.string() }).nullable(),
  /** Why the file was not taken. */
  refusal: z.string().nullable(),
});
export type ReceivedFile = z.infer<typeof ReceivedFile>;

export const receiveFiles = defineRoute({
  id: 'intake.receive',
  method: 'POST',
  path: '/api/intakes',
  summary: 'Tiếp nhận một hay nhiều tệp văn bản',
  permission: 'intake.review',
  upload: true,
  reply: z.array(ReceivedFile),
  status: 201,
  creates: true,
});

export const receiveText = defineRoute({
  id: 'intake.receiveText',
  method: 'POST',
  path: '/api/intakes/text',
  summary: 'Tiếp nhận văn bản dán vào',
  permission: 'intake.review',
  body: z.object({
    name: z.string().trim().max(200).optional(),
    text: z.string().trim().min(20, 'Dán ít nhất một câu của văn bản').max(2_000_000),
  }),
  reply: ReceivedFile,
  status: 201,
  creates: true,
});

export const getReview = defineRoute({
  id: 'intake.get',
  method: 'GET',
  path: '/api/intakes/:id',
  summary: 'Bản đọc và các nhiệm vụ đọc được, để người xem lại',
  permission: 'intake.view',
  params: IdParams,
  reply: z.object({ intake: IntakeRow, review: Review.nullable() }),
});

export const editReview = defineRoute({
  id: 'intake.edit',
  method: 'POST',
  path: '/api/intakes/:id/edits',
  summary: 'Sửa bản xem lại; lưu ngay',
  permission: 'intake.review',
  params: IdParams,
  body: ReviewEdit,
  reply: EditResult,
});

export const confirmReview = defineRoute({
  id: 'intake.confirm',
  method: 'POST',
  path: '/api/intakes/:id/confirm',
  summary: 'Đưa văn bản và các nhiệm vụ vào sổ',
  permission: 'intake.confirm',
  params: IdParams,
  body: z.object({ direction: z.enum(['in', 'out']).default('in') }),
  reply: z.object({ documentId: Id, bookNumber: z.int(), directives: z.int() }),
  status: 201,
  creates: true,
});

export const dropIntake = defineRoute({
  id: 'intake.drop',
  method: 'POST',
  path: '/api/intakes/:id/drop',
  summary: 'Bỏ văn bản tiếp nhận nhầm, có lý do',
  permission: 'intake.review',
  params: IdParams,
  body: z.object({ reason: z.string().trim().min(3, 'Nêu lý do').max(500) }),
  reply: IntakeRow,
});

export const readAgain = defineRoute({
  id: 'intake.readAgain',
  method: 'POST',
  path: '/api/intakes/:id/readings',
  summary: 'Đọc lại tệp đã tiếp nhận',
  permission: 'intake.review',
  params: IdParams,
  reply: IntakeRow,
  status: 202,
});

export const getOriginal = defineRoute({
  id: 'intake.original',
  method: 'GET',
  path: '/api/intakes/:id/original',
  summary: 'Bản gốc đã tiếp nhận',
  permission: 'intake.view',
  params: IdParams,
  reply: z.unknown(),
  raw: { contentType: 'application/octet-stream' },
});

export const getPageImage = defineRoute({
  id: 'intake.page',
  method: 'GET',
  path: '/api/intakes/:id/pages/:page',
  summary: 'Ảnh một trang của bản gốc',
  permission: 'intake.view',
  params: z.object({ id: Id, page: z.coerce.number().int().min(1).max(5000) }),
  query: z.object({ width: z.coerce.number().int().min(200).max(2400).default(1000) }),
  reply: z.unknown(),
  raw: { contentType: 'image/webp' },
});

/** Server-sent events: «progress» (IntakeRow), «review» (EditResult with who), «present», «confirmed». */
export const watchIntake = defineRoute({
  id: 'intake.watch',
  method: 'GET',
  path: '/api/intakes/:id/events',
  summary: 'Theo dõi tiến độ đọc và sửa đổi của người khác',
  permission: 'intake.view',
  params: IdParams,
  reply: z.unknown(),
  raw: { contentType: 'text/event-stream' },
});
