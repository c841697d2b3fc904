import { z } from 'zod';
import { findingCodes } from '../../domain/conferences/check.ts';
import { NoticeContent } from '../../domain/conferences/content.ts';
import {
  AgendaItem,
  Beginning,
  CallOffForm,
  ConclusionLine,
  ConferencePart,
  ConferencePlan,
  Invitee,
  PartName,
  Presence,
  ProposalForm,
} from '../../domain/conferences/facts.ts';
import { abilitiesTo } from '../../domain/permissions/ability.ts';
import { RecordPage } from '../figures/contract.ts';
import { Day, Id, IdParams, PageQuery, pageOf } from '../page.ts';
import { contentTypes, Layout, type PaperFormat } from '../papers/contract.ts';
import { FigureTold } from '../reviews/contract.ts';
import { defineRoute } from '../route.ts';

const Done = z.object({ on: Day, by: z.string() });
const UnitNamed = z.object({ unitId: Id, name: z.string() });
const Said = z.string().trim().min(3, 'Nhập nội dung').max(5000, 'Dài quá 5.000 ký tự. Rút gọn lại.');

/** How a conference was moved, put off or cancelled, and why. */
export const CalledOff = Done.extend({
  form: CallOffForm,
  from: Beginning,
  to: Beginning.nullable(),
  reason: z.string(),
});
export type CalledOff = z.infer<typeof CalledOff>;

export const ConferenceRow = z.object({
  id: Id,
  name: z.string(),
  day: Day,
  start: z.string(),
  place: z.string(),
  chair: z.string(),
  /** The notice once it is out. */
  issued: Done.extend({ number: z.string(), documentId: Id }).nullable(),
  /** Put off or cancelled, as it stands. */
  calledOff: CalledOff.nullable(),
  /** The day has come and it was not called off. */
  held: z.boolean(),
  /** Proposals whose answer is past its day. */
  silent: z.int(),
});
export type ConferenceRow = z.infer<typeof ConferenceRow>;

export const ProposalTold = z.object({
  id: Id,
  unit: UnitNamed,
  form: ProposalForm,
  words: z.string(),
  proposed: Done,
  owed: z.object({ by: UnitNamed, due: Day }).nullable(),
  answered: Done.extend({ words: z.string() }).nullable(),
  state: z.enum(['late', 'unassigned', 'open', 'answered', 'noted']),
  /** Said by or owed by a unit the viewer speaks for. */
  own: z.boolean(),
  abilities: abilitiesTo('owe', 'answer'),
});
export type ProposalTold = z.infer<typeof ProposalTold>;

/** A conclusion; `version` is what a change of it names in If-Match. */
export const LineTold = ConclusionLine.extend({
  id: Id,
  version: z.int(),
  last: Done,
  directiveId: Id.nullable(),
});
export type LineTold = z.infer<typeof LineTold>;

export const FindingTold = z.object({
  code: z.enum(findingCodes),
  id: Id.nullable(),
  words: z.string(),
  /** No reason sets it aside. */
  blocks: z.boolean(),
});
export type FindingTold = z.infer<typeof FindingTold>;

/** A conference as it stands; `version` is what issuing names in If-Match, `versions` what a change of each part names. */
export const Conference = ConferenceRow.extend({
  version: z.int(),
  versions: z.record(PartName, z.int()),
  plan: ConferencePlan,
  agenda: z.array(AgendaItem),
  invitees: z.array(Invitee.extend({ presence: Presence.nullable(), stead: z.string().nullable() })),
  proposals: z.array(ProposalTold),
  lines: z.array(LineTold),
  /** Every time its day was moved or it was called off, the first first. */
  changes: z.array(CalledOff),
  amendments: z.array(Done.extend({ id: Id, words: z.string(), document: z.string().nullable() })),
  /** Units the viewer may speak for at it. */
  speaksFor: z.array(UnitNamed),
  abilities: abilitiesTo('prepare', 'attend', 'propose', 'write', 'issue', 'amend', 'callOff'),
});
export type Conference = z.infer<typeof Conference>;

/** The notice as it reads now or as it was issued, with what does not hold in it. */
export const Notice = NoticeContent.extend({
  figures: z.array(FigureTold),
  drafted: z.boolean(),
  findings: z.array(FindingTold),
  /** Of an issued one: its seal, what was accepted and why. */
  seal: z
    .object({
      at: z.string(),
      sha256: z.string(),
      findings: z.array(z.string()),
      reason: z.string().nullable(),
    })
    .nullable(),
});
export type Notice = z.infer<typeof Notice>;

export const listConferences = defineRoute({
  id: 'conference.list',
  method: 'GET',
  path: '/api/conferences',
  summary: 'Các hội nghị, ngày mới nhất trước',
  permission: 'conference.view',
  reply: z.object({ items: z.array(ConferenceRow), abilities: abilitiesTo('open') }),
});

export const openConference = defineRoute({
  id: 'conference.open',
  method: 'POST',
  path: '/api/conferences',
  summary: 'Chuẩn bị một hội nghị: tên, ngày giờ, địa điểm, chủ trì, thư ký; có thể gắn với một kỳ sơ kết',
  permission: 'conference.prepare',
  body: ConferencePlan,
  reply: z.object({ id: Id }),
  status: 201,
  creates: true,
});

const one = { params: IdParams, reply: Conference } as const;

export const getConference = defineRoute({
  ...one,
  id: 'conference.get',
  method: 'GET',
  path: '/api/conferences/:id',
  summary: 'Một hội nghị: chương trình, khách mời, điểm danh, kiến nghị, kết luận',
  permission: 'conference.view',
});

export const prepareConference = defineRoute({
  ...one,
  id: 'conference.prepare',
  method: 'PUT',
  path: '/api/conferences/:id/parts',
  summary: 'Lưu một phần chuẩn bị; If-Match mang phiên bản của phần ấy',
  permission: 'conference.prepare',
  body: ConferencePart,
  versioned: true,
});

export const callOffConference = defineRoute({
  ...one,
  id: 'conference.callOff',
  method: 'PUT',
  path: '/api/conferences/:id/day',
  summary:
    'Dời ngày giờ họp, hoãn hoặc huỷ hội nghị, có lý do; người được mời được báo. If-Match mang phiên bản của kế hoạch',
  permission: 'conference.prepare',
  body: z.object({
    form: CallOffForm,
    to: Beginning.nullable().default(null),
    reason: z.string().trim().min(3, 'Nêu lý do').max(1000, 'Dài quá 1.000 ký tự. Rút gọn lại.'),
  }),
  versioned: true,
});

export const recordAttendance = defineRoute({
  ...one,
  id: 'conference.attend',
  method: 'PUT',
  path: '/api/conferences/:id/attendance',
  summary: 'Điểm danh một khách mời: có mặt, vắng, hoặc người đi thay',
  permission: 'conference.prepare',
  body: z.object({
    inviteeId: Id,
    presence: Presence,
    stead: z.string().trim().max(200).nullable().default(null),
  }),
});

export const propose = defineRoute({
  ...one,
  id: 'conference.propose',
  method: 'POST',
  path: '/api/conferences/:id/proposals',
  summary: 'Ghi kiến nghị, đề xuất, ý kiến của một đơn vị',
  permission: 'conference.propose',
  body: z.object({ unitId: Id, form: ProposalForm, words: Said }),
});

export const oweAnswer = defineRoute({
  ...one,
  id: 'conference.owe',
  method: 'PUT',
  path: '/api/conferences/:id/proposals/owed',
  summary: 'Giao đơn vị trả lời một kiến nghị và ngày phải trả lời',
  permission: 'conference.prepare',
  body: z.object({ proposalId: Id, unitId: Id, due: Day }),
});

export const answerProposal = defineRoute({
  ...one,
  id: 'conference.answer',
  method: 'PUT',
  path: '/api/conferences/:id/proposals/answer',
  summary: 'Trả lời một kiến nghị thay mặt đơn vị được giao',
  permission: 'conference.propose',
  body: z.object({ proposalId: Id, words: Said }),
});

export const writeLine = defineRoute({
  ...one,
  id: 'conference.write',
  method: 'PUT',
  path: '/api/conferences/:id/lines',
  summary:
    'Lưu một dòng kết luận như đang gõ; dòng bỏ đi gửi null. If-Match mang phiên bản của dòng, 0 cho dòng mới',
  permission: 'conference.prepare',
  body: z.object({ lineId: Id, line: ConclusionLine.nullable() }),
  versioned: true,
});

export const readLines = defineRoute({
  id: 'conference.readLines',
  method: 'POST',
  path: '/api/conferences/:id/lines/reading',
  summary: 'Đọc một đoạn kết luận thành các dòng đề xuất: đơn vị, phối hợp, sản phẩm, thời hạn; không lưu gì',
  permission: 'conference.prepare',
  params: IdParams,
  body: z.object({ text: Said }),
  reply: z.object({ lines: z.array(ConclusionLine) }),
});

export const getNotice = defineRoute({
  id: 'conference.notice',
  method: 'GET',
  path: '/api/conferences/:id/notice',
  summary: 'Thông báo kết luận: bản dựng từ kết luận và việc còn mở, cùng chỗ chưa ổn; hoặc bản đã ban hành',
  permission: 'conference.view',
  params: IdParams,
  reply: Notice,
});

export const listNoticeRecords = defineRoute({
  id: 'conference.records',
  method: 'GET',
  path: '/api/conferences/:id/notice/records',
  summary:
    'Các nhiệm vụ được giao đứng sau một số liệu của thông báo; của bản đã ban hành là đúng những nhiệm vụ được giao đã tính',
  permission: 'conference.view',
  params: IdParams,
  query: PageQuery.extend({ figure: z.string().max(60).default('open') }),
  reply: pageOf(z.object({ id: Id, words: z.string(), page: RecordPage.nullable() })),
});

export const issueNotice = defineRoute({
  ...one,
  id: 'conference.issue',
  method: 'POST',
  path: '/api/conferences/:id/notice',
  summary:
    'Ban hành thông báo: lấy số, vào sổ văn bản đi, các dòng thành nhiệm vụ. If-Match mang phiên bản hội nghị',
  permission: 'conference.prepare',
  body: z.object({ reason: z.string().trim().max(2000).nullable().default(null) }),
  versioned: true,
});

export const amendNotice = defineRoute({
  ...one,
  id: 'conference.amend',
  method: 'POST',
  path: '/api/conferences/:id/amendments',
  summary: 'Ghi một đính chính, sửa đổi của thông báo đã ban hành, kèm số văn bản nếu có',
  permission: 'conference.prepare',
  body: z.object({ words: Said, document: z.string().trim().max(200).nullable().default(null) }),
});

const conferencePapers = {
  invitation: 'Giấy mời dự hội nghị',
  programme: 'Chương trình hội nghị',
  notice: 'Thông báo kết luận; chưa ban hành thì ghi «DỰ THẢO»',
} as const;
export type ConferencePaper = keyof typeof conferencePapers;

const paper = (kind: ConferencePaper, format: PaperFormat) =>
  defineRoute({
    id: `conference.${kind}.${format}`,
    method: 'GET',
    path: `/api/conferences/:id/${kind}.${format}`,
    summary: `${conferencePapers[kind]}, ${format === 'docx' ? 'Word' : 'PDF'}`,
    permission: 'conference.view',
    params: IdParams,
    query: z.object(Layout),
    reply: z.unknown(),
    raw: { contentType: contentTypes[format] },
  });

export const invitationDocx = paper('invitation', 'docx');
export const invitationPdf = paper('invitation', 'pdf');
export const programmeDocx = paper('programme', 'docx');
export const programmePdf = paper('programme', 'pdf');
export const noticeDocx = paper('notice', 'docx');
export const noticePdf = paper('notice', 'pdf');

export const attendanceSheet = defineRoute({
  id: 'conference.attendance',
  method: 'GET',
  path: '/api/conferences/:id/attendance.xlsx',
  summary: 'Danh sách điểm danh bằng Excel',
  permission: 'conference.view',
  params: IdParams,
  reply: z.unknown(),
  raw: { contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
});
