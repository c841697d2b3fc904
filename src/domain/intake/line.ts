import { z } from 'zod';
import { Deadline, Span } from '../deadlines/deadline.ts';
import { DirectiveKind, Party, type ReadDirective } from '../documents/reading.ts';

/** open: not looked at; accepted: a person took it as it stands; dropped: not a directive. */
export const LineMark = z.enum(['open', 'accepted', 'dropped']);
export type LineMark = z.infer<typeof LineMark>;

/** A party as people choose it: a unit of the agency by its id, or anybody else by name. */
const OwnParty = Party.extend({ name: z.string().trim().min(1).max(300), unitId: z.uuid().optional() });

/** Values a person may change on a line of the review; spans point into the reading's text. */
export const LineFields = z.object({
  spans: z.array(Span).min(1).max(500),
  words: z.string().trim().min(1, 'Nhiệm vụ phải có lời').max(20_000),
  lead: OwnParty.nullable(),
  /** «Không nêu đơn vị»: a person said that there is none. */
  leadNone: z.boolean(),
  coordinating: z.array(OwnParty).max(100),
  kind: DirectiveKind,
  product: z.string().max(2000).nullable(),
  quantity: z.object({ value: z.number(), unit: z.string().nullable() }).nullable(),
  deadline: Deadline,
  /** «Không có hạn»: a person said that there is none. */
  deadlineNone: z.boolean(),
  mark: LineMark,
});
export type LineFields = z.infer<typeof LineFields>;

/** What the reader made of a line, kept beside what people make of it. */
export const ReadAs = z.object({
  action: z.string(),
  outline: z.array(z.string()),
  confidence: z.number(),
  fieldConfidence: z.object({ lead: z.number(), deadline: z.number(), boundary: z.number() }),
});
export type ReadAs = z.infer<typeof ReadAs>;

/** Something on a line that a person must still look at, and why. */
export const Doubt = z.object({ field: z.enum(['lead', 'deadline', 'words', 'kind']), message: z.string() });
export type Doubt = z.infer<typeof Doubt>;

/** Below this a field is shown for a look; measured on the reader's own confidence, a setting of the screen. */
const doubtfulBelow = 0.6;

/** The line a directive read from a document begins the review with. */
export function lineOf(read: ReadDirective): { fields: LineFields; readAs: ReadAs } {
  return {
    fields: {
      spans: [read.span],
      words: read.text,
      lead: read.lead,
      leadNone: false,
      coordinating: read.coordinating,
      kind: read.kind,
      product: read.product,
      quantity: read.quantity,
      deadline: read.deadline,
      deadlineNone: false,
      mark: 'open',
    },
    readAs: {
      action: read.action,
      outline: read.outline,
      confidence: read.confidence,
      fieldConfidence: read.fieldConfidence,
    },
  };
}

/** A line a person drew over words that the reader had left out. */
export function lineOver(span: Span, text: string): { fields: LineFields; readAs: ReadAs } {
  const words = wordsOf(text, [span]);
  return {
    fields: {
      spans: [span],
      words,
      lead: null,
      leadNone: false,
      coordinating: [],
      kind: 'do',
      product: null,
      quantity: null,
      deadline: { kind: 'none' },
      deadlineNone: false,
      mark: 'open',
    },
    readAs: {
      action: firstWords(words),
      outline: [],
      confidence: 1,
      fieldConfidence: { lead: 0, deadline: 0, boundary: 1 },
    },
  };
}

/** The words of one or more stretches of the text, line breaks within a sentence healed. */
export function wordsOf(text: string, spans: readonly Span[]): string {
  return spans
    .map(([start, end]) => text.slice(start, end).replace(/\s+/gu, ' ').trim())
    .filter(Boolean)
    .join(' ');
}

/** The opening two words, as the action of a line nobody has named an action for. */
const firstWords = (words: string) => words.split(' ').slice(0, 2).join(' ').toLocaleLowerCase('vi');

/**
 * What a person must look at before the line goes into the register. A missing lead or deadline must be given
 * or stated as none; a doubtful field is settled by accepting the line or changing the field.
 */
export function doubtsOf(fields: LineFields, readAs: ReadAs): Doubt[] {
  if (fields.mark === 'dropped') return [];
  const doubts: Doubt[] = [];
  const settled = fields.mark === 'accepted';
  if (fields.lead === null) {
    if (!fields.leadNone)
      doubts.push({ field: 'lead', message: 'Chưa rõ đơn vị chủ trì: chọn đơn vị hoặc ghi «không nêu»' });
  } else if (!settled && readAs.fieldConfidence.lead < doubtfulBelow) {
    doubts.push({ field: 'lead', message: `Đơn vị «${fields.lead.name}» đọc chưa chắc` });
  }
  if (fields.deadline.kind === 'none') {
    if (!fields.deadlineNone && fields.kind === 'do') {
      doubts.push({ field: 'deadline', message: 'Chưa có hạn: đặt hạn hoặc ghi «không có hạn»' });
    }
  } else if ('yearUnknown' in fields.deadline && fields.deadline.yearUnknown) {
    doubts.push({ field: 'deadline', message: `Hạn «${fields.deadline.text}» chưa rõ năm` });
  } else if (!settled && readAs.fieldConfidence.deadline < doubtfulBelow) {
    doubts.push({ field: 'deadline', message: `Hạn «${fields.deadline.text}» đọc chưa chắc` });
  }
  if (!settled && readAs.fieldConfidence.boundary < doubtfulBelow) {
    doubts.push({ field: 'words', message: 'Xem lại chỗ bắt đầu và kết thúc của nhiệm vụ' });
  }
  return doubts;
}

/** Whether a line may not go into the register as it stands: nobody said who leads, or by when, or in which year. */
export function isOpenQuestion(fields: LineFields): boolean {
  if (fields.mark === 'dropped') return false;
  const noLead = fields.lead === null && !fields.leadNone;
  const noDeadline = fields.deadline.kind === 'none' && !fields.deadlineNone && fields.kind === 'do';
  const noYear = 'yearUnknown' in fields.deadline && fields.deadline.yearUnknown === true;
  return noLead || noDeadline || noYear;
}

/** Where a cut at `at` leaves two parts that both hold words; null when it does not. */
export function cutSpans(text: string, spans: readonly Span[], at: number): [Span[], Span[]] | null {
  const before: Span[] = [];
  const after: Span[] = [];
  for (const [start, end] of spans) {
    if (start < at) before.push([start, Math.min(end, at)]);
    if (end > at) after.push([Math.max(start, at), end]);
  }
  return wordsOf(text, before) === '' || wordsOf(text, after) === '' ? null : [before, after];
}

/** Two lines as one: the words of both, each field from the first that states it. */
export function joined(first: LineFields, second: LineFields, text: string): LineFields {
  const spans = [...first.spans, ...second.spans]
    .toSorted((a, b) => a[0] - b[0])
    .reduce<Span[]>((all, span) => {
      const last = all.at(-1);
      const adjoining = last !== undefined && /^[\s;.,]*$/u.test(text.slice(last[1], span[0]));
      if (last !== undefined && (adjoining || span[0] <= last[1])) last[1] = Math.max(last[1], span[1]);
      else all.push([...span]);
      return all;
    }, []);
  return {
    ...first,
    spans,
    words: wordsOf(text, spans),
    lead: first.lead ?? second.lead,
    leadNone: first.leadNone && second.leadNone,
    coordinating: [
      ...first.coordinating,
      ...second.coordinating.filter((party) => !first.coordinating.some((one) => one.name === party.name)),
    ],
    product: first.product ?? second.product,
    quantity: first.quantity ?? second.quantity,
    deadline: first.deadline.kind === 'none' ? second.deadline : first.deadline,
    deadlineNone: first.deadlineNone && second.deadlineNone,
    mark: 'open',
  };
}
