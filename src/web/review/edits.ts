import { type Calendar, makeCalendar } from '../../domain/calendar/calendar.ts';
import { canonicalJson } from '../../domain/canonical.ts';
import { dueDayOf } from '../../domain/directives/due-day.ts';
import { doubtsOf, type LineFields, type ReadAs } from '../../domain/intake/line.ts';
import { decideEdit, type Line, type ReviewEdit } from '../../domain/intake/review.ts';
import type { EditResult, Review, ReviewLine } from '../../features/intake/contract.ts';

/** An edit on its way to the server; `newId` names the line it makes until the server has named it. */
export interface Entry {
  key: string;
  edit: ReviewEdit;
  newId: string;
  /** Sent once without an answer: it may have been taken. */
  tried: boolean;
}

type Act = Exclude<ReviewEdit, { act: 'undo' }>;

export type ReviewContent = Pick<Review, 'text' | 'head' | 'lines'>;

let calendar: Calendar | undefined;
/** The published calendar, made once: its years cost some time. */
export const usualCalendar = () => {
  calendar ??= makeCalendar();
  return calendar;
};

/** The values of a line that people change. */
export function fieldsOf(line: ReviewLine): LineFields {
  const {
    spans,
    words,
    lead,
    leadNone,
    coordinating,
    kind,
    product,
    quantity,
    deadline,
    deadlineNone,
    mark,
  } = line;
  return {
    spans,
    words,
    lead,
    leadNone,
    coordinating,
    kind,
    product,
    quantity,
    deadline,
    deadlineNone,
    mark,
  };
}

const readAsOf = ({ action, outline, confidence, fieldConfidence }: ReviewLine): ReadAs => ({
  action,
  outline,
  confidence,
  fieldConfidence,
});

/** The edit with the versions that stand now, for showing it before the server has answered. */
function asOfNow(edit: Act, content: ReviewContent): Act {
  const versionOf = (id: string) => content.lines.find((line) => line.id === id)?.version ?? 0;
  if (edit.act === 'head') return { ...edit, version: content.head.version };
  if (edit.act === 'merge')
    return { ...edit, version: versionOf(edit.lineId), withVersion: versionOf(edit.withId) };
  return 'lineId' in edit ? { ...edit, version: versionOf(edit.lineId) } : edit;
}

/** The review as it will stand once the waiting edits are saved; an edit that no longer fits changes nothing. */
export function withEdits<Content extends ReviewContent>(
  content: Content,
  entries: readonly Entry[],
): Content {
  return entries.reduce(withEdit, content);
}

function withEdit<Content extends ReviewContent>(content: Content, { edit, newId }: Entry): Content {
  if (edit.act === 'undo') return content;
  const { version: headVersion, ...head } = content.head;
  const lines: Line[] = content.lines.map((line) => ({
    id: line.id,
    position: line.position,
    fields: fieldsOf(line),
    readAs: readAsOf(line),
    present: true,
    version: line.version,
  }));
  const outcome = decideEdit({ text: content.text, head, headVersion, lines }, asOfNow(edit, content), newId);
  if (!('changes' in outcome)) return content;
  const { changes } = outcome;
  const known = new Map(content.lines.map((line) => [line.id, line]));
  for (const line of changes.lines) {
    if (line.present) known.set(line.id, presentLine(line, known.get(line.id)));
    else known.delete(line.id);
  }
  return {
    ...content,
    head: changes.head ? { ...changes.head, version: headVersion + 1 } : content.head,
    lines: [...known.values()].sort((a, b) => a.position - b.position),
  };
}

function presentLine(
  { id, position, fields, readAs, version }: Line,
  before: ReviewLine | undefined,
): ReviewLine {
  const sameDeadline = before !== undefined && before.deadline === fields.deadline;
  return {
    ...fields,
    ...readAs,
    id,
    position,
    version,
    doubts: doubtsOf(fields, readAs),
    lastDay: sameDeadline ? before.lastDay : dueDayOf(fields.deadline, usualCalendar()),
    changedBy: before?.changedBy ?? null,
  };
}

/** The queue with one more edit; typing on in the same line is one edit, so long as the first is not yet on its way. */
export function queued(entries: readonly Entry[], entry: Entry, sending: string | null): Entry[] {
  const last = entries.at(-1);
  const { edit } = entry;
  const waits = last !== undefined && last.key !== sending && !last.tried;
  const both = waits ? combined(last.edit, edit) : null;
  if (waits && both !== null) return [...entries.slice(0, -1), { ...last, edit: both }];
  if (waits && edit.act === 'undo' && last.edit.act !== 'undo') return entries.slice(0, -1);
  return [...entries, entry];
}

/** Two changes of one line, or of the head, as one. */
function combined(first: ReviewEdit, second: ReviewEdit): ReviewEdit | null {
  if (first.act === 'change' && second.act === 'change' && first.lineId === second.lineId)
    return { ...first, fields: { ...first.fields, ...second.fields } };
  if (first.act === 'head' && second.act === 'head')
    return { ...first, fields: { ...first.fields, ...second.fields } };
  return null;
}

export interface AfterSaved {
  entries: Entry[];
  /** The lasting id of the line that was made. */
  named: string | undefined;
}

/**
 * The edits still to be sent after the server took `sent`: a line it made gets the server's id, and versions follow
 * where the server's stand elsewhere than foreseen.
 */
export function afterSaved(
  entries: readonly Entry[],
  sent: Entry,
  before: ReviewContent,
  reply: EditResult,
): AfterSaved {
  const foreseen = withEdits(before, [sent]);
  const made = foreseen.lines.find((line) => line.id === sent.newId);
  const known = new Set(before.lines.map((line) => line.id));
  const named = made && reply.lines.find((line) => !known.has(line.id) && same(line.spans, made.spans));
  let rest = entries.filter((entry) => entry.key !== sent.key);
  if (named) rest = rest.map((entry) => ({ ...entry, edit: renamed(entry.edit, sent.newId, named.id) }));
  for (const line of sent.edit.act === 'undo' ? before.lines : []) {
    const now = reply.lines.find((one) => one.id === line.id);
    if (now && now.version === line.version + 1) rest = shifted(rest, line.id, 1);
  }
  if (sent.edit.act === 'undo' && reply.head.version === before.head.version + 1)
    rest = shifted(rest, null, 1);
  return { entries: rest, named: named?.id };
}

/** Whether what stands now is already what the edit wanted: its answer was lost, or both wanted the same. */
export function isAlreadyDone(edit: ReviewEdit, now: ReviewContent): boolean {
  if (edit.act === 'add') return now.lines.some((line) => same(line.spans, [edit.span]));
  if (edit.act === 'head') return holds(edit.fields, now.head);
  if (edit.act !== 'change') return false;
  const line = now.lines.find((one) => one.id === edit.lineId);
  return line !== undefined && holds(edit.fields, line);
}

/** The queue without an edit that changes nothing any more; the line's later edits follow the version that stands. */
export function withoutEdit(entries: readonly Entry[], { key, edit }: Entry, now: ReviewContent): Entry[] {
  const rest = entries.filter((entry) => entry.key !== key);
  if (edit.act === 'head') return shifted(rest, null, now.head.version - edit.version - 1);
  const line = edit.act === 'change' && now.lines.find((one) => one.id === edit.lineId);
  return line ? shifted(rest, line.id, line.version - edit.version - 1) : rest;
}

/** The later edits of a line (or of the head, for null) with their versions moved on. */
export function shifted(entries: readonly Entry[], lineId: string | null, by: number): Entry[] {
  return entries.map((entry) => {
    const { edit } = entry;
    if (edit.act === 'head')
      return lineId === null ? { ...entry, edit: { ...edit, version: edit.version + by } } : entry;
    if (edit.act === 'merge' && edit.withId === lineId)
      return { ...entry, edit: { ...edit, withVersion: edit.withVersion + by } };
    return 'lineId' in edit && edit.lineId === lineId
      ? { ...entry, edit: { ...edit, version: edit.version + by } }
      : entry;
  });
}

/** The edit with a line under another id. */
export function renamed(edit: ReviewEdit, from: string, to: string): ReviewEdit {
  const swap = (id: string) => (id === from ? to : id);
  if (edit.act === 'merge') return { ...edit, lineId: swap(edit.lineId), withId: swap(edit.withId) };
  return 'lineId' in edit ? { ...edit, lineId: swap(edit.lineId) } : edit;
}

const same = (a: unknown, b: unknown) => canonicalJson(a) === canonicalJson(b);
const holds = (wanted: object, now: object) =>
  Object.entries(wanted).every(([name, value]) => same(value, now[name as keyof typeof now]));
