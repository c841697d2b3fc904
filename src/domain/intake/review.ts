import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import { canonicalJson } from '../canonical.ts';
import { Span } from '../deadlines/deadline.ts';
import { DocumentHead } from '../documents/reading.ts';
import { cutSpans, joined, LineFields, lineOver, type ReadAs, wordsOf } from './line.ts';

const Id = z.uuid();

/** The head as a clerk types it: what the register can hold and search. */
const EditedHead = DocumentHead.extend({
  kind: z.string().max(40).nullable(),
  number: z.string().max(100).nullable(),
  date: Day.nullable(),
  issuer: z.string().max(300).nullable(),
  subject: z.string().max(5000).nullable(),
});

/** One act of a clerk on the review; each names the version it saw, so that nobody's edit is lost. */
export const ReviewEdit = z.discriminatedUnion('act', [
  z.object({ act: z.literal('change'), lineId: Id, version: z.int(), fields: LineFields.partial() }),
  /** Cuts the line's words at an offset of the document's text; the second part becomes a new line. */
  z.object({ act: z.literal('split'), lineId: Id, version: z.int(), at: z.int().min(0) }),
  /** Joins a line with a later one, which leaves the list. */
  z.object({ act: z.literal('merge'), lineId: Id, version: z.int(), withId: Id, withVersion: z.int() }),
  /** A stretch of the text becomes a line. */
  z.object({ act: z.literal('add'), span: Span }),
  z.object({ act: z.literal('head'), version: z.int(), fields: EditedHead.partial() }),
  /** Takes back the latest act of this person here. */
  z.object({ act: z.literal('undo') }),
]);
export type ReviewEdit = z.infer<typeof ReviewEdit>;

export interface Line {
  id: string;
  position: number;
  fields: LineFields;
  readAs: ReadAs;
  /** False once merged into another or taken back: kept for undo, shown to nobody. */
  present: boolean;
  version: number;
}

export interface ReviewState {
  text: string;
  head: DocumentHead;
  headVersion: number;
  lines: readonly Line[];
}

type Remembered = Pick<Line, 'id' | 'fields' | 'position' | 'present'>;

/** What stood before an act, enough to take it back. */
export interface Before {
  head?: DocumentHead;
  lines: Remembered[];
  made: string[];
}

/** What stood after an act: where it still stands so, nobody has worked on it since. */
export interface After {
  head?: DocumentHead;
  lines: Remembered[];
}

export interface Changes {
  head?: DocumentHead;
  /** Lines as they stand after the act, versions already raised; `made` among them are new. */
  lines: Line[];
  before: Before;
}

export type Outcome =
  | { changes: Changes }
  /** Somebody else changed it first: what stands now, so that both can be shown. */
  | { stale: { lineId?: string } }
  | { refused: string };

const raised = (line: Line, change: Partial<Line>): Line => ({
  ...line,
  ...change,
  version: line.version + 1,
});
const remembered = ({ id, fields, position, present }: Remembered): Remembered => ({
  id,
  fields,
  position,
  present,
});

/** What an act leaves behind, to be kept for undo. */
export const afterOf = ({ head, lines }: Changes): After => ({
  ...(head ? { head } : {}),
  lines: lines.map(remembered),
});

/** What an act changes; `newId` names the line that a cut or an addition makes. */
export function decideEdit(
  state: ReviewState,
  edit: Exclude<ReviewEdit, { act: 'undo' }>,
  newId: string,
): Outcome {
  switch (edit.act) {
    case 'head':
      return edit.version === state.headVersion
        ? {
            changes: {
              head: { ...state.head, ...edit.fields },
              lines: [],
              before: { head: state.head, lines: [], made: [] },
            },
          }
        : { stale: {} };
    case 'change':
      return withLine(state, edit, (line) => change(state, line, edit.fields));
    case 'split':
      return withLine(state, edit, (line) => split(state, line, edit.at, newId));
    case 'merge':
      return withLine(state, edit, (line) =>
        withLine(state, { lineId: edit.withId, version: edit.withVersion }, (other) =>
          merge(state, line, other),
        ),
      );
    case 'add':
      return add(state, edit.span, newId);
  }
}

function withLine(
  state: ReviewState,
  seen: { lineId: string; version: number },
  act: (line: Line) => Outcome,
): Outcome {
  const line = state.lines.find((one) => one.id === seen.lineId && one.present);
  if (line === undefined)
    return {
      refused: 'Dòng này không còn: có thể người khác đã gộp hoặc bỏ. Xem lại danh sách rồi làm tiếp.',
    };
  return line.version === seen.version ? act(line) : { stale: { lineId: line.id } };
}

function change(state: ReviewState, line: Line, fields: Partial<LineFields>): Outcome {
  const next: LineFields = { ...line.fields, ...fields };
  if (next.spans.some(([start, end]) => start >= end || end > state.text.length)) {
    return { refused: 'Chỗ chọn nằm ngoài văn bản. Chọn lại các chữ của nhiệm vụ.' };
  }
  if (fields.spans && fields.words === undefined) next.words = wordsOf(state.text, next.spans);
  if (next.lead !== null) next.leadNone = false;
  if (next.deadline.kind !== 'none') next.deadlineNone = false;
  return {
    changes: { lines: [raised(line, { fields: next })], before: { lines: [remembered(line)], made: [] } },
  };
}

function split(state: ReviewState, line: Line, at: number, newId: string): Outcome {
  const parts = cutSpans(state.text, line.fields.spans, at);
  if (parts === null) return { refused: 'Chỗ cắt phải nằm giữa hai chữ của nhiệm vụ. Chọn chỗ khác.' };
  const [before, after] = parts;
  const part = (spans: Span[]): LineFields => {
    const { deadline } = line.fields;
    const own =
      deadline.kind === 'none' ||
      spans.some(([start, end]) => deadline.span[0] < end && deadline.span[1] > start);
    return {
      ...line.fields,
      spans,
      words: wordsOf(state.text, spans),
      deadline: own ? deadline : { kind: 'none' },
      mark: 'open',
    };
  };
  const made: Line = { ...line, id: newId, position: between(state, line), fields: part(after), version: 1 };
  return {
    changes: {
      lines: [raised(line, { fields: part(before) }), made],
      before: { lines: [remembered(line)], made: [newId] },
    },
  };
}

function merge(state: ReviewState, line: Line, other: Line): Outcome {
  if (line.id === other.id) return { refused: 'Chọn hai nhiệm vụ khác nhau để gộp.' };
  return {
    changes: {
      lines: [
        raised(line, { fields: joined(line.fields, other.fields, state.text) }),
        raised(other, { present: false }),
      ],
      before: { lines: [remembered(line), remembered(other)], made: [] },
    },
  };
}

function add(state: ReviewState, span: Span, newId: string): Outcome {
  if (span[1] > state.text.length || wordsOf(state.text, [span]) === '') {
    return { refused: 'Kéo qua ít nhất một chữ của văn bản để thêm nhiệm vụ.' };
  }
  const { fields, readAs } = lineOver(span, state.text);
  const earlier = state.lines.filter((line) => line.present && (line.fields.spans[0]?.[0] ?? 0) <= span[0]);
  const previous = earlier.toSorted((a, b) => a.position - b.position).at(-1);
  const position = previous
    ? between(state, previous)
    : Math.min(1, ...state.lines.map((line) => line.position)) - 1;
  return {
    changes: {
      lines: [{ id: newId, position, fields, readAs, present: true, version: 1 }],
      before: { lines: [], made: [newId] },
    },
  };
}

/** A place in the order just after a line, before the next one. */
function between(state: ReviewState, line: Line): number {
  const later = state.lines.filter((one) => one.position > line.position).map((one) => one.position);
  return later.length === 0 ? line.position + 1 : (line.position + Math.min(...later)) / 2;
}

/**
 * Takes an act back: everything it touched must still stand as the act left it, else somebody has worked on it
 * since and nothing is taken from them.
 */
export function decideUndo(state: ReviewState, before: Before, after: After): Outcome {
  const current = new Map(state.lines.map((line) => [line.id, line]));
  const lines: Line[] = [];
  for (const left of after.lines) {
    const line = current.get(left.id);
    if (line === undefined || canonicalJson(remembered(line)) !== canonicalJson(left))
      return { stale: { lineId: left.id } };
    const old = before.lines.find((one) => one.id === left.id);
    lines.push(raised(line, old ?? { present: false }));
  }
  if (after.head && canonicalJson(state.head) !== canonicalJson(after.head)) return { stale: {} };
  return {
    changes: {
      ...(before.head ? { head: before.head } : {}),
      lines,
      before: { lines: after.lines, made: [], ...(after.head ? { head: after.head } : {}) },
    },
  };
}
