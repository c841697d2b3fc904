import { sayDeadline } from '../../domain/deadlines/words.ts';
import { isOpenQuestion } from '../../domain/intake/line.ts';
import type { ReviewLine } from '../../features/intake/contract.ts';
import { showDay } from '../i18n/format.ts';
import { fieldsOf } from './edits.ts';

/** question: must be answered before the register; doubtful: should be looked at; the rest needs nothing. */
export type LineState = 'dropped' | 'question' | 'doubtful' | 'accepted' | 'clear';

export function stateOf(line: ReviewLine): LineState {
  if (line.mark === 'dropped') return 'dropped';
  if (isOpenQuestion(fieldsOf(line))) return 'question';
  if (line.doubts.length > 0) return 'doubtful';
  return line.mark === 'accepted' ? 'accepted' : 'clear';
}

export const needsLook = (line: ReviewLine) => ['question', 'doubtful'].includes(stateOf(line));

export type Filter = 'all' | 'doubtful' | 'clear';

export function inFilter(line: ReviewLine, filter: Filter): boolean {
  if (filter === 'all') return true;
  return needsLook(line) === (filter === 'doubtful') && line.mark !== 'dropped';
}

/** How sure the reader was, as one to five dots. */
export const dotsOf = ({ confidence }: ReviewLine) => Math.min(5, Math.max(1, Math.round(confidence * 5)));

interface ChipWords {
  standing: string;
  stop: string;
  none: string;
  noneSaid: string;
  noYear: string;
}

export interface Chip {
  text: string;
  tone: 'blue' | 'soon' | 'plain';
}

/** The short answer to «by when», at the end of a line's row. */
export function chipOf(line: ReviewLine, said: ChipWords): Chip {
  const { deadline } = line;
  const tone = needsLook(line) && line.doubts.some(({ field }) => field === 'deadline') ? 'soon' : 'blue';
  if (line.lastDay !== null) return { text: showDay(line.lastDay), tone };
  if (line.kind === 'stop') return { text: said.stop, tone: 'blue' };
  if (deadline.kind === 'relative')
    return { text: sayDeadline(deadline).replace(/ (?:kể từ|trước|so với) .*$/u, ''), tone };
  if (deadline.kind === 'recurring') return { text: sayDeadline(deadline), tone };
  if (deadline.kind !== 'none') return { text: said.noYear, tone: 'soon' };
  if (line.kind === 'standing') return { text: said.standing, tone: 'plain' };
  return line.deadlineNone ? { text: said.noneSaid, tone: 'plain' } : { text: said.none, tone: 'soon' };
}
