import { z } from 'zod';
import { reach } from '../../domain/calendar/day.ts';
import { PeriodKind } from '../../domain/calendar/periods.ts';
import { recordUnits } from '../../domain/figures/figure.ts';
import { abilitiesTo } from '../../domain/permissions/ability.ts';
import { ReviewSection } from '../../domain/reviews/facts.ts';
import { RecordPage } from '../figures/contract.ts';
import { Day, Id, IdParams, PageQuery, pageOf } from '../page.ts';
import { defineRoute } from '../route.ts';
import { FigureTold, Review, ReviewFinding, ReviewRow } from './shown.ts';

export {
  FigureTold,
  Review,
  ReviewFinding,
  ReviewRow,
  ReviewSectionTold,
  ReviewUnit,
  SignedVersion,
} from './shown.ts';

export const listReviews = defineRoute({
  id: 'review.list',
  method: 'GET',
  path: '/api/reviews',
  summary: 'Các kỳ sơ kết, tổng kết, mới nhất trước',
  permission: 'review.view',
  reply: z.object({ items: z.array(ReviewRow), abilities: abilitiesTo('open') }),
});

export const openReview = defineRoute({
  id: 'review.open',
  method: 'POST',
  path: '/api/reviews',
  summary: 'Mở một kỳ sơ kết, tổng kết; ngày chốt theo Nghị định 09/2019/NĐ-CP nếu không nêu',
  permission: 'review.compose',
  body: z.object({
    kind: z.enum([...PeriodKind.options, 'dates', 'document']),
    year: z.int().min(reach.first).max(reach.last).optional(),
    /** The n-th of its kind in the year. */
    n: z.int().min(1).max(12).optional(),
    /** First and last day of `dates`. */
    from: Day.optional(),
    to: Day.optional(),
    /** The decision or notice of `document`, whose carrying-out is looked at since it was issued. */
    documentId: Id.optional(),
    cutOff: Day.optional(),
    unitsUntil: Day,
    /** Of one period there may be several reviews, once that was asked for. */
    again: z.boolean().default(false),
  }),
  reply: z.object({ id: Id }),
  status: 201,
  creates: true,
});

/** One that was signed, 0 the register of today; left out, the latest where it stands, else the register of today. */
const VersionQuery = z.object({ version: z.coerce.number().int().min(0).max(999).optional() });

export const getReview = defineRoute({
  id: 'review.get',
  method: 'GET',
  path: '/api/reviews/:id',
  summary: 'Một kỳ sơ kết: số liệu đang chạy, hoặc bản đã ký cùng chỗ khác với hôm nay',
  permission: 'review.view',
  params: IdParams,
  query: VersionQuery,
  reply: Review,
});

export const listReviewFindings = defineRoute({
  id: 'review.findings',
  method: 'GET',
  path: '/api/reviews/:id/findings',
  summary: 'Chỗ chưa khớp của kỳ sơ kết trước khi ký: tổng không khớp, khác báo cáo trước, lời khác số liệu',
  permission: 'review.view',
  params: IdParams,
  reply: z.object({ items: z.array(ReviewFinding) }),
});

export const listReviewRecords = defineRoute({
  id: 'review.records',
  method: 'GET',
  path: '/api/reviews/:id/records',
  summary:
    'Các bản ghi đứng sau một số liệu của kỳ sơ kết; của bản đã ký là đúng những bản ghi đã tính khi ký',
  permission: 'review.view',
  params: IdParams,
  query: PageQuery.extend({
    ...VersionQuery.shape,
    figure: z.string().max(60).default('in-hand'),
    unit: Id.optional(),
  }),
  reply: pageOf(z.object({ id: Id, words: z.string(), page: RecordPage.nullable() })).extend({
    figure: FigureTold,
    family: z.enum(recordUnits),
  }),
});

const Words = z.string().trim().max(20_000, 'Dài quá 20.000 ký tự. Rút gọn rồi lưu lại.');

export const writeUnitWords = defineRoute({
  id: 'review.write',
  method: 'PUT',
  path: '/api/reviews/:id/unit-words',
  summary: 'Ghi lời của đơn vị trong kỳ sơ kết; số liệu chèn bằng {{tên}} tự chạy đến khi ký',
  permission: 'review.write',
  params: IdParams,
  body: z.object({ unitId: Id, words: z.partialRecord(ReviewSection, Words) }),
  reply: Review,
  versioned: true,
});

export const confirmUnit = defineRoute({
  id: 'review.confirm',
  method: 'POST',
  path: '/api/reviews/:id/confirmation',
  summary: 'Đơn vị xác nhận số liệu và lời của mình',
  permission: 'review.write',
  params: IdParams,
  body: z.object({ unitId: Id }),
  reply: Review,
});

export const composeSection = defineRoute({
  id: 'review.compose',
  method: 'PUT',
  path: '/api/reviews/:id/words',
  summary: 'Văn phòng viết một phần của báo cáo; để trống thì trở về lời dựng từ số liệu',
  permission: 'review.compose',
  params: IdParams,
  body: z.object({ section: ReviewSection, words: Words }),
  reply: Review,
  versioned: true,
});

export const signReview = defineRoute({
  id: 'review.sign',
  method: 'POST',
  path: '/api/reviews/:id/signature',
  summary: 'Lãnh đạo ký: mọi thứ giữ nguyên từ lúc này; đơn vị chưa xác nhận phải có lý do chấp nhận',
  permission: 'review.compose',
  params: IdParams,
  body: z.object({ reason: z.string().trim().max(2000).nullable().default(null) }),
  reply: Review,
});

export const reopenReview = defineRoute({
  id: 'review.reopen',
  method: 'POST',
  path: '/api/reviews/:id/reopening',
  summary: 'Mở lại một kỳ đã ký, nêu lý do; bản đã ký vẫn đọc được mãi',
  permission: 'review.compose',
  params: IdParams,
  body: z.object({ reason: z.string().trim().min(5, 'Nêu lý do mở lại').max(2000) }),
  reply: Review,
});

const report = {
  method: 'GET',
  permission: 'review.view',
  params: IdParams,
  query: VersionQuery,
  reply: z.unknown(),
} as const;

const letter = {
  method: 'GET',
  permission: 'review.compose',
  params: IdParams,
  /** The unit, and the day by which it is to answer; two working days from today unless told. */
  query: z.object({ unit: Id.optional(), answerBy: Day.optional() }),
  reply: z.unknown(),
} as const;

export const reviewLetterDocx = defineRoute({
  ...letter,
  id: 'review.letterDocx',
  path: '/api/reviews/:id/urging-letter.docx',
  summary: 'Công văn đôn đốc một đơn vị gửi phần của mình trong kỳ sơ kết, Word',
  raw: { contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
});

export const reviewLetterPdf = defineRoute({
  ...letter,
  id: 'review.letterPdf',
  path: '/api/reviews/:id/urging-letter.pdf',
  summary: 'Công văn đôn đốc một đơn vị gửi phần của mình trong kỳ sơ kết, PDF',
  raw: { contentType: 'application/pdf' },
});

export const reviewDocx = defineRoute({
  ...report,
  id: 'review.docx',
  path: '/api/reviews/:id/report.docx',
  summary: 'Báo cáo sơ kết bằng Word; chưa ký thì ghi «DỰ THẢO»',
  raw: { contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
});

export const reviewXlsx = defineRoute({
  ...report,
  id: 'review.xlsx',
  path: '/api/reviews/:id/tables.xlsx',
  summary: 'Mọi bảng của kỳ sơ kết trong một tệp Excel: đơn vị, nhiệm vụ quá hạn, số liệu, lời của đơn vị',
  raw: { contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
});

export const reviewPdf = defineRoute({
  ...report,
  id: 'review.pdf',
  path: '/api/reviews/:id/report.pdf',
  summary: 'Báo cáo sơ kết bằng PDF; chưa ký thì ghi «DỰ THẢO»',
  raw: { contentType: 'application/pdf' },
});
