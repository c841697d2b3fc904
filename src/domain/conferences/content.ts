import { z } from 'zod';
import { Deadline } from '../deadlines/deadline.ts';
import { sayDay } from '../deadlines/words.ts';
import { DirectiveKind } from '../documents/reading.ts';
import { ReviewFigure } from '../reviews/figures.ts';
import { keysIn } from '../reviews/words.ts';

const UnitNamed = z.object({ unitId: z.string(), name: z.string() });

/** A conclusion as the notice tells it. */
export const NoticeLine = z.object({
  lineId: z.string(),
  words: z.string(),
  lead: UnitNamed.nullable(),
  coordinating: z.array(UnitNamed),
  product: z.string().nullable(),
  deadline: Deadline,
  kind: DirectiveKind,
});
export type NoticeLine = z.infer<typeof NoticeLine>;

/** Open work of before that the notice reminds of. Days are ISO. */
export const CarriedTask = z.object({
  id: z.string(),
  words: z.string(),
  unit: z.string(),
  product: z.string().nullable(),
  firstDue: z.string().nullable(),
  due: z.string().nullable(),
  timesExtended: z.number(),
  /** Working days. */
  daysLate: z.number(),
});
export type CarriedTask = z.infer<typeof CarriedTask>;

/** Everything a notice says: drafted from the register while it is open, kept as it was once issued. */
export const NoticeContent = z.object({
  /** «05/TB-SKHCN» and the day of signing; null until it is issued. */
  number: z.string().nullable(),
  date: z.string().nullable(),
  chair: z.string(),
  meeting: z.string(),
  heldOn: z.string(),
  /** Paragraphs, one a line, with the places of figures. */
  assessment: z.string(),
  figures: z.array(ReviewFigure),
  lines: z.array(NoticeLine),
  carried: z.array(CarriedTask),
  signature: z.object({ lines: z.array(z.string()), name: z.string().nullable() }),
});
export type NoticeContent = z.infer<typeof NoticeContent>;

/** Drafted sentences; each stands only where records are behind every number in it. */
const sentences = (day: string): readonly string[] => [
  `Đến ngày ${sayDay(day)}, cơ quan còn {{open}} nhiệm vụ đang thực hiện.`,
  'Trong đó {{overdue}} nhiệm vụ đã quá hạn; việc quá hạn lâu nhất đã quá {{longest-overdue}} ngày làm việc.',
  'Đã gia hạn {{extended}} nhiệm vụ, tổng cộng {{times-extended}} lần.',
];

/** The assessment drafted from figures as they stood on a day. */
export function draftAssessment(day: string, figures: readonly ReviewFigure[]): string {
  const supported = new Set(
    figures.filter(({ value, recordIds }) => value && recordIds.length > 0).map(({ key }) => key),
  );
  return sentences(day)
    .filter((sentence) => keysIn(sentence).every((key) => supported.has(key)))
    .join(' ');
}
