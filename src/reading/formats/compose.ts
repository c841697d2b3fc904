import type { ReadingWarning } from '../../domain/documents/reading.ts';
import { syllableQuality } from '../../domain/text/syllables.ts';
import { decodeStretches, type Stretch, sameDecoding } from '../encodings/detect.ts';
import { cleanLetters } from '../encodings/letters.ts';
import { type Block, type Extracted, Unreadable } from '../extracted.ts';
import { dropFurniture, joinLines, type Line } from '../furniture.ts';
import { hasListMark } from '../pages/list-mark.ts';
import type { Draft, DraftParagraph, DraftRow, Run } from './draft.ts';
import { textWarnings } from './text-warnings.ts';

/** What a reader says of its source beside the paragraphs. */
export interface Source {
  format: Extracted['format'];
  pages?: number;
  encoding?: string;
  warnings?: ReadingWarning[];
}

/** About this many letters fill a page of an administrative document, where the source does not count its pages. */
const lettersPerPage = 2600;

/**
 * Decodes drafts and writes them out as clean text with blocks: paragraphs parted by a line feed, cells by a tab.
 * @throws Unreadable `empty` when nothing is left to read
 */
export function compose(drafts: Draft[], source: Source): Extracted {
  const { decode, encodings } = decoderFor(drafts);
  const stamps: string[] = [];
  const writer: Writer = { text: '', blocks: [] };
  for (const group of groups(withoutLayoutTables(drafts, decode))) {
    if (group.kind === 'row') writeRow(writer, group.row, decode);
    else {
      const kept = dropFurniture(linesOf(group.paragraphs, decode));
      stamps.push(...kept.stamps);
      for (const line of joinLines(kept.lines)) writeLine(writer, line, group.paragraphs[0]!);
    }
  }
  const { text, blocks } = writer;
  if (!/[\p{L}\d]/u.test(text)) {
    throw new Unreadable(
      'empty',
      'Tệp không có chữ nào để đọc. Nếu văn bản là ảnh chụp dán vào tệp, hãy lưu thành PDF rồi nạp lại để hệ thống nhận dạng chữ.',
    );
  }
  const quality = syllableQuality(text);
  return {
    format: source.format,
    method: 'text',
    pages: source.pages ?? Math.max(1, Math.ceil(text.length / lettersPerPage)),
    encoding: source.encoding ?? encodings.join('+'),
    quality,
    text,
    blocks,
    warnings: [...(source.warnings ?? []), ...textWarnings(text, quality, encodings, stamps)],
  };
}

type Decode = (runs: Run[]) => string;

/** All runs of a document decoded together, for the short ones lean on the long ones. */
function decoderFor(drafts: Draft[]): { decode: Decode; encodings: string[] } {
  const stretches: (Stretch & { caps?: boolean })[] = [];
  const places = new Map<Run[], { from: number; to: number }>();
  const add = (runs: Run[]) => {
    if (places.has(runs)) return;
    const from = stretches.length;
    for (const run of runs) {
      const last = stretches.length > from ? stretches.at(-1) : undefined;
      if (last && sameDecoding(last.font, run.font) && last.caps === run.caps) last.text += run.text;
      else stretches.push({ text: run.text, font: run.font, caps: run.caps });
    }
    places.set(runs, { from, to: stretches.length });
  };
  for (const draft of drafts) {
    if (draft.kind !== 'row') add(draft.runs);
    else
      for (const cell of draft.cells)
        for (const runs of [...cell.paragraphs, ...(cell.carried ?? [])]) add(runs);
  }
  const { texts, encodings } = decodeStretches(stretches);
  const decode: Decode = (runs) => {
    const { from, to } = places.get(runs)!;
    const shown = stretches
      .slice(from, to)
      .map(({ caps }, i) => (caps ? texts[from + i]!.toUpperCase() : texts[from + i]!));
    return cleanLetters(shown.join(''));
  };
  return { decode, encodings };
}

/** Words of the two heads and of the closing block, which are set in tables only to stand side by side. */
const layoutWords =
  /cộng hòa xã hội chủ nghĩa|cộng hoà xã hội chủ nghĩa|độc lập\s*[-–]\s*tự do|nơi nhận\s*:|^\s*số\s*:/imu;

/** Tables that only place things on the page become paragraphs, cell after cell. */
function withoutLayoutTables(drafts: Draft[], decode: Decode): Draft[] {
  const rows = Map.groupBy(
    drafts.filter((draft) => draft.kind === 'row'),
    (row) => row.table,
  );
  const layout = new Set<number>();
  for (const [table, held] of rows) {
    const cells = held.flatMap((row) => row.cells);
    if (held.length > 6 || held.some((row) => row.cells.length > 3)) continue;
    const single = held.length <= 2 && held.every((row) => row.cells.length === 1);
    if (single || cells.some((cell) => cell.paragraphs.some((runs) => layoutWords.test(decode(runs)))))
      layout.add(table);
  }
  return drafts.flatMap((draft): Draft[] => {
    if (draft.kind !== 'row' || !layout.has(draft.table)) return [draft];
    const paragraphs = draft.cells.flatMap((cell) => cell.paragraphs);
    return paragraphs.map((runs) => ({ kind: 'paragraph', runs, page: draft.page }));
  });
}

type Group = { kind: 'row'; row: DraftRow } | { kind: 'lines'; paragraphs: DraftParagraph[] };

/** Lines of plain text are taken together, so that sentences can be joined; every other paragraph stands alone. */
function groups(drafts: Draft[]): Group[] {
  const found: Group[] = [];
  for (const draft of drafts) {
    const last = found.at(-1);
    if (draft.kind === 'row') found.push({ kind: 'row', row: draft });
    else if (draft.line && last?.kind === 'lines' && last.paragraphs[0]!.line) last.paragraphs.push(draft);
    else found.push({ kind: 'lines', paragraphs: [draft] });
  }
  return found;
}

function linesOf(paragraphs: DraftParagraph[], decode: Decode): Line[] {
  const lines: Line[] = [];
  let gap = true;
  for (const { runs } of paragraphs) {
    const inked = runs.filter((run) => run.text.trim() !== '');
    const bold = inked.length > 0 && inked.every((run) => run.bold === true);
    for (const piece of decode(runs).split(/(\f)|\n/)) {
      const text = piece?.replace(/[\t ]+/g, ' ').trim();
      if (text === undefined) continue;
      if (text !== '') lines.push({ text, gap, ...(bold ? { bold } : {}) });
      gap = text === '';
    }
  }
  return lines;
}

interface Writer {
  text: string;
  blocks: Block[];
}

function writeLine(writer: Writer, line: Line, from: DraftParagraph): void {
  if (writer.text !== '') writer.text += '\n';
  const start = writer.text.length;
  writer.text += line.text;
  writer.blocks.push({
    kind: from.kind,
    start,
    end: writer.text.length,
    ...(from.page === undefined ? {} : { page: from.page }),
    ...(line.bold ? { bold: true } : {}),
  });
}

function writeRow(writer: Writer, row: DraftRow, decode: Decode): void {
  const cells = row.cells.map((cell) => ({
    column: cell.column,
    text: cellText(cell.paragraphs, decode),
    carried: cell.carried && cellText(cell.carried, decode),
  }));
  if (cells.every((cell) => cell.text === '')) return;
  if (writer.text !== '') writer.text += '\n';
  const start = writer.text.length;
  const block: Block = { kind: 'row', start, end: start, table: row.table, cells: [] };
  for (const [i, cell] of cells.entries()) {
    if (i > 0) writer.text += '\t';
    const from = writer.text.length;
    writer.text += cell.text;
    const placed = { start: from, end: writer.text.length, column: cell.column };
    block.cells!.push(cell.carried ? { ...placed, carried: cell.carried } : placed);
  }
  block.end = writer.text.length;
  if (row.page !== undefined) block.page = row.page;
  writer.blocks.push(block);
}

/** Paragraphs of a cell: list items keep their line, a phrase broken by the narrow column is written in one. */
function cellText(paragraphs: Run[][], decode: Decode): string {
  let text = '';
  for (const line of paragraphs.flatMap((runs) => decode(runs).split(/[\n\f]/))) {
    const tidy = line.replace(/[\t ]+/g, ' ').trim();
    if (tidy === '') continue;
    const apart = hasListMark(tidy) || (/[.;:,]$/.test(text) && /^\p{Lu}/u.test(tidy));
    text += text === '' ? tidy : (apart ? '\n' : ' ') + tidy;
  }
  return text;
}
