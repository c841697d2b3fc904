import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import { plainDay } from '../calendar/plain-day.ts';
import type { Language } from '../text/language.ts';

/** How hosts are found (Luật 29/2013 Đ29–31; Luật 93/2025 Đ30): as the step `called` says it. */
export const callModes = {
  selection: 'tuyển chọn',
  direct: 'giao trực tiếp',
  grant: 'tài trợ',
} as const;
export const CallMode = z.enum(Object.keys(callModes) as (keyof typeof callModes)[]);
export type CallMode = z.infer<typeof CallMode>;

const line = (message: string, length = 500) => z.string().trim().min(1, message).max(length);

/** What is said when a call is opened, and when it is extended. */
export const CallOpened = z.object({
  /** Of the notice, «15/TB-SKHCN». */
  number: line('Ghi số thông báo', 100),
  title: line('Ghi nội dung thông báo').min(10, 'Ghi rõ nội dung thông báo'),
  mode: CallMode,
  closesOn: Day,
  /** What hosts should know besides: conditions, where to ask. */
  words: z.string().trim().max(8000).default(''),
  contact: line('Ghi nơi liên hệ', 500),
});
export type CallOpened = z.infer<typeof CallOpened>;

export const CallExtended = z.object({
  number: line('Ghi số thông báo gia hạn', 100),
  closesOn: Day,
  reason: z.string().trim().min(3, 'Nêu lý do').max(1000),
});
export type CallExtended = z.infer<typeof CallExtended>;

export type CallBody = ({ kind: 'opened' } & CallOpened) | ({ kind: 'extended' } & CallExtended);

export interface CallFact {
  happenedOn: string;
  recordedAt: string;
  body: CallBody;
}

/** A call as it stands. */
export interface KnownCall extends Omit<CallOpened, 'closesOn'> {
  openedOn: string;
  /** Last day of filing as it stands now, ISO. */
  closesOn: string;
  firstClosesOn: string;
  extensions: (CallExtended & { on: string })[];
}

/** Folds the facts of a call; null before it was opened. In whatever order they come, the latest extension holds. */
export function callOf(facts: readonly CallFact[]): KnownCall | null {
  const ordered = facts.toSorted((a, b) =>
    `${a.happenedOn} ${a.recordedAt}` < `${b.happenedOn} ${b.recordedAt}` ? -1 : 1,
  );
  const first = ordered.find(({ body }) => body.kind === 'opened');
  if (first?.body.kind !== 'opened') return null;
  const { kind: _, closesOn: firstClosesOn, ...opened } = first.body;
  const extensions = ordered.flatMap(({ happenedOn: on, body }) => {
    if (body.kind !== 'extended') return [];
    const { kind: _, ...said } = body;
    return [{ ...said, on }];
  });
  const closesOn = extensions.at(-1)?.closesOn ?? firstClosesOn;
  return { ...opened, openedOn: first.happenedOn, closesOn, firstClosesOn, extensions };
}

/** Where the offices are: a day ends there, whatever clock the host's machine shows. */
const officeZone = 'Asia/Ho_Chi_Minh';

/** The first instant at which nothing can be filed any more: the end of the closing day (BLDS 91/2015 Đ148(6)). */
export const closingInstant = (closesOn: string): Temporal.Instant =>
  plainDay(closesOn).add({ days: 1 }).toZonedDateTime(officeZone).toInstant();

/** Whether something may be filed at an instant, by the server's clock. */
export const isOpenAt = (closesOn: string, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(now, closingInstant(closesOn)) < 0;

/** An instant as it is printed for people here, to the second: «23:59:58 ngày 30/11/2026». */
export function sayInstant(instant: Temporal.Instant | string, language: Language = 'vi'): string {
  const at = Temporal.Instant.from(instant.toString()).toZonedDateTimeISO(officeZone);
  const two = (value: number) => String(value).padStart(2, '0');
  const time = [at.hour, at.minute, at.second].map(two).join(':');
  return `${time} ${language === 'vi' ? 'ngày ' : ''}${two(at.day)}/${two(at.month)}/${at.year}`;
}
