import { z } from 'zod';
import { Late } from '../../domain/calendar/late.ts';
import { DirectiveState } from '../../domain/directives/filter.ts';
import { abilitiesTo } from '../../domain/permissions/ability.ts';
import { Missing } from '../../domain/reviews/content.ts';
import { Day, Id, IdParams, PageQuery, pageOf } from '../page.ts';
import { defineRoute } from '../route.ts';

/** A directive the person was reminded of and has not marked as read. */
export const Reminder = z.object({
  /** Of the last telling. */
  id: Id,
  directiveId: Id,
  words: z.string(),
  lead: z.string().nullable(),
  dueDay: Day,
  /** «muộn 2 ngày làm việc», as of today. */
  lateness: z.string(),
  late: Late,
  state: DirectiveState,
  toldOn: Day,
  /** «KT. Trưởng phòng Lê Văn A» where it came in the stead of somebody absent. */
  inNameOf: z.string().nullable(),
});
export type Reminder = z.infer<typeof Reminder>;

export const Reminders = z.object({ unread: z.int(), items: z.array(Reminder) });
export type Reminders = z.infer<typeof Reminders>;

export const listReminders = defineRoute({
  id: 'reminder.list',
  method: 'GET',
  path: '/api/reminders',
  summary: 'Nhắc việc chưa đọc của người đang đăng nhập, việc gấp nhất trước',
  permission: 'directive.view',
  reply: Reminders,
});

export const readReminders = defineRoute({
  id: 'reminder.read',
  method: 'POST',
  path: '/api/reminders/read',
  summary: 'Đánh dấu đã đọc các nhắc việc',
  permission: 'directive.view',
  body: z.object({ ids: z.array(Id).min(1).max(200) }),
  reply: Reminders,
});

/** What happened to a letter, newest last. */
const LetterEvent = z.object({
  kind: z.enum(['begun', 'handed', 'sent', 'failed', 'unknown', 'again']),
  recordedAt: z.string(),
  /** What the server said, or why not; empty where there is nothing to say. */
  words: z.string(),
});

/** A letter of the delivery log: whose and how it went, never what it says. */
export const LetterRow = z.object({
  id: Id,
  day: Day,
  person: z.string(),
  address: z.string().nullable(),
  state: z.enum(['waiting', 'under-way', 'sent', 'failed', 'unknown']),
  tries: z.int(),
  nextTryAt: z.string().nullable(),
  writtenAt: z.string(),
  events: z.array(LetterEvent),
  abilities: abilitiesTo('again'),
});
export type LetterRow = z.infer<typeof LetterRow>;

/** What a unit of the viewer owes by a day beside its directives. */
export const Owed = z.object({
  kind: z.enum(['review-page', 'answer', 'opinion']),
  owedId: Id,
  /** The review, the conference or the draft it stands in. */
  recordId: Id,
  /** The period of the review, the proposal, the title of the draft. */
  words: z.string(),
  unitId: Id,
  unit: z.string(),
  /** Of a page of a review. */
  missing: z.array(Missing),
  due: Day,
  /** «còn 2 ngày làm việc», «muộn 3 ngày làm việc». */
  lateness: z.string(),
  late: Late.nullable(),
});
export type Owed = z.infer<typeof Owed>;

export const listOwed = defineRoute({
  id: 'directive.owed',
  method: 'GET',
  path: '/api/owed',
  summary:
    'Đơn vị mình còn nợ gì ngoài nhiệm vụ: phần sơ kết, trả lời kiến nghị, góp ý dự thảo; hạn gần nhất trước',
  permission: 'directive.view',
  reply: z.object({ items: z.array(Owed) }),
});

export const listLetters = defineRoute({
  id: 'letter.list',
  method: 'GET',
  path: '/api/letters',
  summary: 'Nhật ký gửi thư nhắc việc: đã gửi, đang chờ, không gửi được và vì sao',
  permission: 'setting.manage',
  query: PageQuery.extend({ troubled: z.stringbool().default(false) }),
  reply: pageOf(LetterRow).extend({
    /** A mail server is named in the environment. */
    configured: z.boolean(),
    /** Persons with a post and no address: no digest reaches them. */
    withoutAddress: z.int(),
  }),
});

export const sendLetterAgain = defineRoute({
  id: 'letter.again',
  method: 'POST',
  path: '/api/letters/:id/again',
  summary: 'Cho gửi lại một thư không gửi được hoặc không rõ đã đến chưa',
  permission: 'setting.manage',
  params: IdParams,
  reply: LetterRow,
});
