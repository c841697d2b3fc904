import type { Deadline } from '../deadlines/deadline.ts';
import { isStanding } from '../deadlines/phrases.ts';
import { parseTyped } from '../deadlines/typed.ts';
import type { DirectiveKind } from '../documents/reading.ts';

/** What a typed deadline means, or in Vietnamese why it means nothing. */
export type Term = { ok: true; deadline: Deadline; kind: DirectiveKind } | { ok: false; message: string };

/**
 * The deadline of a conclusion as typed on the day of the conference (ISO): «trước 15/12» is of the next December,
 * «thường xuyên» a standing duty without an end, nothing typed no deadline.
 */
export function termOf(typed: string, day: string): Term {
  const said = typed.trim();
  if (said === '') return { ok: true, deadline: { kind: 'none' }, kind: 'do' };
  const read = parseTyped(said, { today: day });
  if (read.ok) return { ...read, kind: 'do' };
  return isStanding(said) ? { ok: true, deadline: { kind: 'none' }, kind: 'standing' } : read;
}
