import { z } from 'zod';
import { reach } from '../../domain/calendar/day.ts';
import { PeriodKind } from '../../domain/calendar/periods.ts';
import { figureUnits, recordUnits } from '../../domain/figures/figure.ts';
import { abilitiesTo } from '../../domain/permissions/ability.ts';
import { ContentSection, Missing, OverdueLine } from '../../domain/reviews/content.ts';
import { Issued, ReviewPeriod, ReviewSection, SectionWords } from '../../domain/reviews/facts.ts';
import { RecordPage } from '../figures/contract.ts';
import { Day, Id, IdParams, PageQuery, pageOf } from '../page.ts';
import { defineRoute } from '../route.ts';

const Done = z.object({ on: Day, by: z.string() });

/** A figure of a review without its records, which a list of their own opens. */
export const FigureTold = z.object({
  key: z.string(),
  name: z.string(),
  unit: z.enum(figureUnits),
  value: z.number().nullable(),
  records: z.int(),
});
export type FigureTold = z.infer<typeof FigureTold>;

export const ReviewRow = z.object({
  id: Id,
  period: ReviewPeriod,
  unitsUntil: Day,
  opened: Done,
  signed: Done.nullable(),
  /** Units that have confirmed their page. */
  confirmed: z.int(),
});
export type ReviewRow = z.infer<typeof ReviewRow>;

/** A unit's page; `version` is what a change of its words names in If-Match. */
export const ReviewUnit = z.object({
  unitId: Id,
  name: z.string(),
  figures: z.array(FigureTold),
  words: SectionWords,
  text: SectionWords,
  confirmed: Done.nullable(),
  missing: z.array(Missing),
  version: z.int(),
  abilities: abilitiesTo('write', 'confirm'),
});
export type ReviewUnit = z.infer<typeof ReviewUnit>;

/** A section as it reads; `version` is what a change of its words names in If-Match. */
export const ReviewSectionTold = ContentSection.extend({
  version: z.int(),
  composed: Done.nullable(),
  /** Numbers typed by hand, which no record stands behind. */
  typed: z.array(z.string()),
});
export type ReviewSectionTold = z.infer<typeof ReviewSectionTold>;

/** What was signed at one time, with why it was opened again where it was. */
export const SignedVersion = Done.extend({
  version: z.int(),
  at: z.string(),
  sha256: z.string(),
  missing: z.array(z.object({ unitId: z.string(), name: z.string() })),
  reason: z.string().nullable(),
  /** What stands over the name: «KT. GIÁM ĐỐC», «PHÓ GIÁM ĐỐC». */
  lines: z.array(z.string()),
  /** The report in the outgoing book. */
  issued: Issued.nullable(),
  reopened: Done.extend({ reason: z.string() }).nullable(),
});
export type SignedVersion = z.infer<typeof SignedVersion>;

const Changed = z.object({
  id: Id,
  words: z.string(),
  page: RecordPage.nullable(),
  /** Names of figures it is counted in today and was not when the review was signed, and the other way round. */
  entered: z.array(z.string()),
  left: z.array(z.string()),
});

/** A review: while it is open over the register of today, once signed as it was, beside what differs since. */
export const Review = ReviewRow.extend({
  /** The last day read: the cut-off, or today before it has come. */
  readUntil: Day,
  figures: z.array(FigureTold),
  overdue: z.array(OverdueLine),
  sections: z.array(ReviewSectionTold),
  units: z.array(ReviewUnit),
  /** Everything that was signed, first to last. */
  versions: z.array(SignedVersion),
  /** The version that is shown; null where the register of today is. */
  signature: SignedVersion.nullable(),
  /** Null while it is open. */
  difference: z
    .object({
      figures: z.array(
        z.object({
          ...{ key: z.string(), name: z.string(), unit: z.enum(figureUnits) },
          ...{ signed: z.number().nullable(), today: z.number().nullable() },
        }),
      ),
      records: z.array(Changed),
    })
    .nullable(),
  abilities: abilitiesTo('compose', 'sign', 'reopen'),
});
export type Review = z.infer<typeof Review>;

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

/** Something in a review that does not hold, in words; people decide. */
export const ReviewFinding = z.object({
  words: z.string(),
  /** The figure it is about; null where it is a number of the words alone. */
  figure: z.string().nullable(),
  records: z.int(),
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
    'Các nhiệm vụ đứng sau một số liệu của kỳ sơ kết; của bản đã ký là đúng những nhiệm vụ đã tính khi ký',
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
