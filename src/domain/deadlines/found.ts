import type { Deadline, Span } from './deadline.ts';
import { type Folded, originalSpan } from './folded.ts';

/** A deadline phrase with its place in the folded text, before its words are cut out. */
export interface Found {
  start: number;
  end: number;
  deadline: UnplacedDeadline;
}

type Without<T> = T extends { kind: 'none' } ? never : Omit<T, 'text' | 'span'>;
export type UnplacedDeadline = Without<Deadline>;

/** Gives a found phrase its words and its span in the original text. */
export function placed(folded: Folded, found: Found): { deadline: Deadline; span: Span } {
  const span = originalSpan(folded, found.start, found.end);
  const text = folded.original.slice(span[0], span[1]).normalize('NFC').replace(/\s+/gu, ' ').trim();
  return { deadline: { ...found.deadline, text, span }, span };
}

/** Marks the stretches that phrases take of a folded text, so that overlaps are told in time linear in the text. */
export class Taken {
  readonly #marks: Uint8Array;

  constructor(length: number) {
    this.#marks = new Uint8Array(length + 1);
  }

  isFree({ start, end }: { start: number; end: number }): boolean {
    return this.#marks.subarray(start, end).indexOf(1) < 0;
  }

  take({ start, end }: { start: number; end: number }): void {
    this.#marks.fill(1, start, end);
  }
}
