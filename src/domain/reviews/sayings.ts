import { figureSaid } from '../figures/said.ts';
import { fold } from '../text/fold.ts';
import { draftedSentences } from './draft.ts';
import { piecesOf } from './words.ts';

/** Words alone, folded, a space between each two. */
const bare = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim();

/** The words of a drafted sentence to each side of a figure, as far as the next one. */
interface Saying {
  key: string;
  before: string;
  after: string;
}

function sayingsOf(sentence: string): Saying[] {
  const pieces = piecesOf(sentence);
  const textAt = (at: number) => {
    const piece = pieces[at];
    return piece && 'text' in piece ? bare(piece.text) : '';
  };
  return pieces.flatMap((piece, at) =>
    'key' in piece ? [{ key: piece.key, before: textAt(at - 1), after: textAt(at + 1) }] : [],
  );
}

/** What is said most closely stands first: «xong muộn so với hạn giao lần đầu» before «xong muộn». */
const sayings = draftedSentences
  .flatMap(sayingsOf)
  .toSorted((a, b) => b.before.length + b.after.length - a.before.length - a.after.length);

/**
 * The figure that a number in a report speaks of: as our own drafts say it, or as reports do.
 * @param before the words of its sentence before the number, from the number before it
 * @param after the words from the number on, what is counted first
 * @returns null where it may be any number
 */
export function figureSpokenOf(before: string, after: string): string | null {
  const [lead, rest] = [` ${bare(before)}`, `${bare(after)} `];
  const said = sayings.find(
    (one) => lead.endsWith(` ${one.before}`) && rest.startsWith(`${one.after} `.trimStart()),
  );
  return said?.key ?? figureSaid(after, before);
}
