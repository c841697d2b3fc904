import { syllableQuality } from '../../domain/text/syllables.ts';
import { decodeStretches } from '../encodings/detect.ts';
import { utf16Of } from '../encodings/utf16.ts';
import type { Extracted } from '../extracted.ts';
import { compose } from './compose.ts';
import type { Draft, Run } from './draft.ts';

/**
 * Bytes of a text file as a string: by byte order mark, as UTF-16 without one, as UTF-8, else as one byte a letter
 * (Windows-1258 or Windows-1252, which also carries TCVN3 and VNI), whichever gives more legal syllables.
 */
export function decodeBytes(bytes: Uint8Array): { text: string; encoding?: string } {
  const wide = utf16Of(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: wide };
  const utf8 = new TextDecoder('utf-8').decode(bytes);
  const broken = utf8.match(/\uFFFD/g)?.length ?? 0;
  if (broken * 500 <= utf8.length) return { text: utf8 };
  const western = new TextDecoder('windows-1252').decode(bytes);
  const vietnamese = new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  const quality = (text: string) =>
    syllableQuality(decodeStretches(text.split('\n').map((line) => ({ text: line }))).texts.join('\n'));
  const candidates = [{ text: western }, { text: vietnamese, encoding: 'windows-1258' }, { text: utf8 }];
  return candidates.reduce((best, next) => (quality(next.text) > quality(best.text) ? next : best));
}

const lineEnd = /\r\n?|\n|\u0085|\u2028|\u2029/;
const ruled = /^\s*\|?[\s:|+-]*-{3,}[\s:|+-]*$/;

/** The cells of a line that stands in a table: between bars «| 1 | Rà soát … |», or three and more parted by tabs. */
function cellsOf(line: string): string[] | undefined {
  const bars = line.trim();
  if (/^\|.*\|$/.test(bars)) {
    const cells = bars.slice(1, -1).split('|');
    return cells.length > 2 ? cells : undefined;
  }
  const cells = line.split('\t');
  return cells.length > 2 ? cells : undefined;
}

/** The marks of bold and of headings that web texts carry, as looks: «**1. Văn phòng:**», «## Kết luận». */
function runsOf(line: string): Run[] {
  const heading = /^\s{0,3}#{1,6}\s+/.exec(line);
  const parts = line.slice(heading?.[0].length ?? 0).split('**');
  if (parts.length % 2 === 0) return [{ text: line }];
  return parts
    .map((text, i): Run => ({ text, ...((heading || i % 2 === 1) && { bold: true }) }))
    .filter(({ text }) => text !== '');
}

/** A line is a row only beside another: one line with tabs is a letterhead or a signature. */
function rowsOf(lines: string[]): Draft[] {
  const cells = lines.map((line) => cellsOf(line));
  const inTable = (i: number) =>
    cells[i] !== undefined || (ruled.test(lines[i] ?? '') && cells[i - 1] !== undefined);
  let table = 0;
  return lines.flatMap((line, i): Draft[] => {
    const row = cells[i];
    if (!inTable(i) || !(inTable(i - 1) || inTable(i + 1)))
      return [{ kind: 'paragraph', line: true, runs: runsOf(line) }];
    if (!inTable(i - 1)) table++;
    if (!row || ruled.test(line)) return [];
    return [
      {
        kind: 'row',
        table,
        cells: row.map((text, column) => ({ column, paragraphs: [[{ text: text.trim() }]] })),
      },
    ];
  });
}

/** Reads a plain text file; its lines may be cut inside sentences, its tables drawn with bars or tabs. */
export function extractText(bytes: Uint8Array): Extracted {
  const { text, encoding } = decodeBytes(bytes);
  const lines = text.split(lineEnd);
  const bar = (line: string | undefined) => /^\s*\|.*\|\s*$/.test(line ?? '');
  const drafts = rowsOf(
    lines.filter((line, i) => line.trim() !== '' || !bar(lines[i - 1]) || !bar(lines[i + 1])),
  );
  const extracted = compose(drafts, { format: 'txt' });
  return encoding
    ? { ...extracted, encoding: [encoding, extracted.encoding].filter((e) => e !== 'unicode').join('+') }
    : extracted;
}
