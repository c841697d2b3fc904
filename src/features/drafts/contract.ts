import { z } from 'zod';
import { Cause } from '../../domain/directives/facts.ts';
import { ActKind, Answer, Handling, PlannedDays, Stage } from '../../domain/drafts/facts.ts';
import { DraftFilter } from '../../domain/drafts/filter.ts';
import { Year } from '../../domain/targets/filter.ts';
import { Day, Id, IdParams } from '../page.ts';
import { PlanImport } from '../programme/contract.ts';
import { defineRoute } from '../route.ts';
import { Draft, DraftList } from './shown.ts';

export { Draft, DraftList, DraftRow, OpinionShown, StageShown } from './shown.ts';

const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const listDrafts = defineRoute({
  id: 'draft.list',
  method: 'GET',
  path: '/api/drafts',
  summary: 'Kế hoạch xây dựng văn bản của một năm theo bộ lọc, tại một ngày',
  permission: 'directive.view',
  query: DraftFilter,
  reply: DraftList,
});

export const exportDrafts = defineRoute({
  id: 'draft.exportXlsx',
  method: 'GET',
  path: '/api/drafts.xlsx',
  summary: 'Kế hoạch xây dựng văn bản với kết quả từng bước, dạng Excel',
  permission: 'directive.view',
  query: DraftFilter,
  reply: z.unknown(),
  raw: { contentType: sheet },
});

export const getDraft = defineRoute({
  id: 'draft.get',
  method: 'GET',
  path: '/api/drafts/:id',
  summary: 'Một dự thảo: các bước, ý kiến và lịch sử, tại một ngày',
  permission: 'directive.view',
  params: IdParams,
  query: z.object({ asOf: Day.optional() }),
  reply: Draft,
  versioned: true,
});

const opinionTable = {
  method: 'GET',
  permission: 'directive.view',
  params: IdParams,
  query: z.object({ asOf: Day.optional() }),
  reply: z.unknown(),
} as const;

export const exportOpinions = defineRoute({
  ...opinionTable,
  id: 'draft.opinionsXlsx',
  path: '/api/drafts/:id/opinions.xlsx',
  summary: 'Bảng tổng hợp ý kiến góp ý một dự thảo, dạng Excel',
  raw: { contentType: sheet },
});

export const writeOpinions = defineRoute({
  ...opinionTable,
  id: 'draft.opinionsDocx',
  path: '/api/drafts/:id/opinions.docx',
  summary: 'Bảng tổng hợp, giải trình, tiếp thu ý kiến góp ý một dự thảo, dạng Word',
  raw: { contentType: word },
});

const reason = z.string().trim().min(3, 'Nêu lý do').max(1000);
const source = z.string().trim().min(2, 'Ghi số, ký hiệu hoặc tên văn bản').max(300);
const document = source.nullable().default(null);
const words = z.string().trim().max(4000);

/** What the plan says of a draft. */
const Plan = z.object({
  title: z.string().trim().min(5, 'Ghi tên dự thảo').max(2000),
  kind: ActKind,
  leadUnitId: Id,
  drafter: z.string().trim().max(300).nullable().default(null),
  submittedTo: z.string().trim().min(2, 'Ghi cấp trình').max(300),
  shortened: z.boolean().default(false),
  bases: z.array(source).max(50).default([]),
  document,
});
export type Plan = z.infer<typeof Plan>;

export const planDraft = defineRoute({
  id: 'draft.plan',
  method: 'POST',
  path: '/api/drafts',
  summary: 'Đưa một dự thảo vào kế hoạch xây dựng văn bản của năm',
  permission: 'directive.give',
  body: Plan.extend({ year: Year, on: Day, days: PlannedDays }),
  reply: Draft,
  status: 201,
  creates: true,
});

const act = { method: 'POST', params: IdParams, reply: Draft } as const;

export const changeDraft = defineRoute({
  ...act,
  id: 'draft.change',
  method: 'PUT',
  path: '/api/drafts/:id',
  summary: 'Sửa thông tin một dự thảo; kế hoạch các bước dời riêng',
  permission: 'directive.give',
  body: Plan,
  versioned: true,
});

export const moveDraft = defineRoute({
  ...act,
  id: 'draft.move',
  path: '/api/drafts/:id/move',
  summary: 'Dời kế hoạch các bước của một dự thảo, có lý do',
  permission: 'directive.give',
  body: z.object({ days: PlannedDays, reason, document, on: Day }),
});

export const enterStage = defineRoute({
  ...act,
  id: 'draft.enter',
  path: '/api/drafts/:id/stages',
  summary: 'Ghi dự thảo sang một bước; muộn so với kế hoạch thì nêu nguyên nhân',
  permission: 'directive.act',
  body: z.object({
    stage: Stage,
    on: Day,
    document,
    holder: z.string().trim().max(300).nullable().default(null),
    cause: Cause.nullable().default(null),
  }),
});

export const sendBackDraft = defineRoute({
  ...act,
  id: 'draft.sendBack',
  path: '/api/drafts/:id/back',
  summary: 'Ghi dự thảo bị đưa trở lại một bước trước',
  permission: 'directive.act',
  body: z.object({ stage: Stage, on: Day, document, reason }),
});

export const reportDraft = defineRoute({
  ...act,
  id: 'draft.report',
  path: '/api/drafts/:id/reports',
  summary: 'Báo cáo tiến độ một dự thảo và nguyên nhân chậm',
  permission: 'directive.act',
  body: z.object({ words, cause: Cause.nullable().default(null), on: Day }),
});

export const askOpinions = defineRoute({
  ...act,
  id: 'draft.ask',
  path: '/api/drafts/:id/opinions',
  summary:
    'Gửi lấy ý kiến đơn vị trong cơ quan và cơ quan, tổ chức bên ngoài; không ghi hạn thì theo thiết lập',
  permission: 'directive.act',
  body: z.object({
    unitIds: z.array(Id).max(100).default([]),
    outside: z.array(z.string().trim().min(2, 'Ghi tên cơ quan, tổ chức').max(300)).max(100).default([]),
    on: Day,
    due: Day.nullable().default(null),
    document,
  }),
});

export const answerOpinion = defineRoute({
  ...act,
  id: 'draft.answer',
  path: '/api/drafts/:id/answers',
  summary: 'Ghi ý kiến trả lời của một nơi được hỏi; mỗi góp ý một dòng',
  permission: 'directive.act',
  body: z.object({
    askId: Id,
    on: Day,
    answer: Answer,
    remarks: z.array(z.string().trim().min(1).max(4000)).max(200).default([]),
    document,
  }),
});

export const handleRemark = defineRoute({
  ...act,
  id: 'draft.handle',
  path: '/api/drafts/:id/handlings',
  summary: 'Ghi việc tiếp thu hoặc giải trình một góp ý',
  permission: 'directive.act',
  body: z.object({
    answerId: Id,
    remark: z.int().min(0).max(1000),
    how: Handling,
    words: z.string().trim().max(4000).default(''),
  }),
});

export const stopDraft = defineRoute({
  ...act,
  id: 'draft.stop',
  path: '/api/drafts/:id/stop',
  summary: 'Dừng xây dựng một dự thảo, có lý do',
  permission: 'directive.give',
  body: z.object({ reason, document, on: Day }),
});

export const retractDraftFact = defineRoute({
  ...act,
  id: 'draft.retract',
  path: '/api/drafts/:id/retract',
  summary: 'Rút lại điều chính mình vừa ghi nhầm',
  permission: 'directive.act',
  body: z.object({ factId: Id, reason }),
});

export const importDrafts = defineRoute({
  id: 'draft.import',
  method: 'POST',
  path: '/api/drafts/import',
  summary:
    'Nhập kế hoạch xây dựng văn bản từ bảng Word, Excel hoặc CSV: tất cả các dòng hoặc không dòng nào; dry=true chỉ xem trước',
  permission: 'directive.give',
  upload: true,
  /** The running year unless told. */
  query: z.object({ year: Year.optional(), dry: z.stringbool().default(true) }),
  reply: PlanImport,
});

export const draftsTemplate = defineRoute({
  id: 'draft.template',
  method: 'GET',
  path: '/api/drafts/import.xlsx',
  summary: 'Mẫu Excel để nhập kế hoạch xây dựng văn bản',
  permission: 'directive.give',
  reply: z.unknown(),
  raw: { contentType: sheet },
});
