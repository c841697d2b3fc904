import type { Deadline } from '../deadlines/deadline.ts';
import type { ReadDirective } from '../documents/reading.ts';
import { fold } from '../text/fold.ts';
import type { NoticeLine } from './content.ts';

/** What counts of a deadline, without the place where it stands. */
export function bindingOf(deadline: Deadline): unknown {
  if (deadline.kind === 'none') return 'none';
  if (deadline.kind === 'recurring') return ['recurring', deadline.every];
  if (deadline.kind === 'relative') return ['relative', deadline.relative.amount, deadline.relative.unit];
  return [deadline.kind, deadline.bound, deadline.due];
}

const letters = (words: string) =>
  fold(words)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What a notice written by somebody's template does not give back to its reader; no screen finds it before. */
export interface ReadBackFinding {
  code: 'not-read-back' | 'read-besides';
  words: string;
}

/** A directive read says a line's words, is led by its unit and bound by its deadline. */
function isOf({ words, lead, deadline, kind }: NoticeLine, read: ReadDirective): boolean {
  const sameLead = read.lead?.unitId ? read.lead.unitId === lead?.unitId : read.lead?.name === lead?.name;
  const sameTerm =
    kind === 'standing'
      ? read.kind === 'standing'
      : JSON.stringify(bindingOf(read.deadline)) === JSON.stringify(bindingOf(deadline));
  return sameLead && sameTerm && letters(read.text).includes(letters(words));
}

/** What of a notice its own reader does not find again in the file, and what it finds there that no line says. */
export function readBackFindings(
  lines: readonly NoticeLine[],
  directives: readonly ReadDirective[],
): ReadBackFinding[] {
  const open = [...directives];
  const missed = lines.filter((line) => {
    const at = open.findIndex((one) => isOf(line, one));
    if (at >= 0) open.splice(at, 1);
    return at < 0;
  });
  return [
    ...missed.map(({ words }): ReadBackFinding => ({ code: 'not-read-back', words })),
    ...open.map(({ text }): ReadBackFinding => ({ code: 'read-besides', words: text })),
  ];
}
