import { fold } from '../../domain/text/fold.ts';
import type { Block } from '../extracted.ts';
import { type Parties, readParties } from '../units/parties.ts';
import { readInstruction } from './instruction.ts';
import { markAt } from './marks.ts';
import { tokenise } from './tokens.ts';

const salutation = /kinh gui\s*:?|\bdien\s*:\s*$/;
const furthest = 40;
const mostAddressees = 15;

export interface Addressee {
  parties: Parties;
  /** Where the salutation begins, and where the body after the addressees does. */
  start: number;
  end: number;
}

/** To whom a letter is addressed («Kính gửi: …»), as printed, and where its body begins. */
export function addresseeOf(flat: string, blocks: Block[]): Addressee | undefined {
  const at = blocks
    .slice(0, furthest)
    .findIndex((b) => salutation.test(fold(flat.slice(b.start, b.end)).trim().slice(0, 120)));
  const first = blocks[at];
  if (!first) return undefined;
  const line = flat.slice(first.start, first.end);
  const colon = line.indexOf(':');
  const names: string[] = [];
  let start = first.start + colon + 1;
  let end = first.end;
  const here = colon < 0 ? '' : clean(line.slice(colon + 1));
  if (here) names.push(here);
  for (const block of blocks.slice(at + 1, at + 1 + mostAddressees)) {
    const item = flat.slice(block.start, block.end);
    if (item.trim() === '') continue;
    const mark = markAt(item);
    const more = mark?.kind === 'dash' || (names.length > 0 && /[;,]\s*$/.test(flat.slice(start, end)));
    if (!more) break;
    if (names.length === 0) start = block.start + (mark?.length ?? 0);
    names.push(clean(item.slice(mark?.length ?? 0)));
    end = block.end;
  }
  if (names.length === 0) return undefined;
  return { parties: { name: names.join('; '), span: [start, end] }, start: first.start, end };
}

const clean = (name: string) => name.replace(/\s+/g, ' ').replace(/^[-–\s]+|[.;,\s]+$/g, '');

/**
 * Numbered instructions above the salutation of a scan are minutes written by hand on the paper's head
 * («1. Phòng X chuẩn bị …»): routing inside the receiving office, no directives of the paper.
 */
export function handwrittenNotes(
  flat: string,
  blocks: Block[],
  salutationStart: number,
): [number, number] | undefined {
  const notes = blocks.filter(({ start, end }) => {
    const line = flat.slice(start, end);
    const mark = end <= salutationStart ? markAt(line) : undefined;
    return mark?.kind === 'number' && readInstruction(tokenise(flat, start + mark.length, end)) !== undefined;
  });
  const [first, last] = [notes[0], notes.at(-1)];
  return first && last ? [first.start, last.end] : undefined;
}

const hostReach = 2_000;
const hosted = /(làm việc|buổi họp|cuộc họp) với (?=(?:lãnh đạo |Ban Thường vụ |tập thể )?\p{L})/u;

/** The body a leader's conclusions are for: «kết luận … tại buổi làm việc với lãnh đạo tỉnh X». */
export function hostOf(text: string): Parties | undefined {
  const match = hosted.exec(text.slice(0, hostReach));
  if (!match) return undefined;
  const from = match.index + match[0].length;
  const lineEnd = text.indexOf('\n', from);
  return readParties(tokenise(text, from, lineEnd < 0 ? text.length : lineEnd), 0)?.parties;
}
