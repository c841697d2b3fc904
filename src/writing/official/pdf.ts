import pdfmake, { type PdfNode, type PdfSection, type PdfStack, type PdfText } from 'pdfmake';
import type { OfficialDocument } from './document.ts';
import { faceFiles } from './faces.ts';
import {
  gridOf,
  type LaidBlock,
  type LaidDocument,
  type LaidParagraph,
  type LaidPart,
  type LaidTable,
} from './laid.ts';
import { layOut } from './lay-out.ts';

const font = 'Tinos';
pdfmake.setFonts({ [font]: { ...faceFiles } });
// Only the faces are read; nothing is fetched.
const known = new Set<string>(Object.values(faceFiles));
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => known.has(path));

const points = (mm: number) => (mm / 25.4) * 72;
const thin = 0.5;
const cellMargin = points(1.5);
const alignments = { left: 'left', center: 'center', right: 'right', both: 'justify' } as const;

function paragraphOf(paragraph: LaidParagraph, room: number): PdfNode[] {
  const { runs, align, firstLine = 0, inset = 0, before, after, line, rule } = paragraph;
  const words: PdfText = {
    // A line without words still takes its height.
    text: runs.map(({ text, size, bold = false, italic = false }) => ({
      text: text === '' ? ' ' : text,
      fontSize: size,
      bold,
      italics: italic,
    })),
    alignment: alignments[align],
    lineHeight: line,
    leadingIndent: points(firstLine),
    margin: [points(inset), before, points(inset), after],
  };
  if (rule === undefined) return [words];
  const side = points((room - rule) / 2);
  const drawn = { type: 'line' as const, x1: side, y1: 0, x2: side + points(rule), y2: 0, lineWidth: thin };
  return [words, { canvas: [drawn], margin: [0, 4, 0, 5] }];
}

function tableOf({ widths, header, rows, plain }: LaidTable): PdfNode {
  const padding = plain ? 0 : cellMargin;
  const line = plain ? 0 : thin;
  // Widths of pdfmake are those of the words: without padding and rules.
  const inner = widths.map((width) => points(width) - 2 * padding - line);
  const body = [...gridOf([...header, ...rows], widths.length)].map((row) =>
    row.flatMap(({ cell, column, across }) => {
      const room = widths.slice(column, column + across).reduce((sum, one) => sum + one, 0);
      const covered = Array.from({ length: across - 1 }, () => ({}));
      if (cell === null) return [{}, ...covered];
      const stack = cell.paragraphs.flatMap((one) => paragraphOf(one, room));
      const over = {
        ...(across > 1 && { colSpan: across }),
        ...((cell.down ?? 1) > 1 && { rowSpan: cell.down }),
      };
      return [{ stack, ...over }, ...covered];
    }),
  );
  return {
    table: { widths: inner, headerRows: header.length, keepWithHeaderRows: 1, dontBreakRows: true, body },
    layout: {
      hLineWidth: () => line,
      vLineWidth: () => line,
      paddingLeft: () => padding,
      paddingRight: () => padding,
      paddingTop: () => 0,
      paddingBottom: () => 0,
    },
    margin: [0, 0, 0, 6],
  };
}

function nodesOf(block: LaidBlock, room: number): PdfNode[] {
  if (block.kind === 'paragraph') return paragraphOf(block, room);
  if (block.kind === 'table') return [tableOf(block)];
  const { png, width, height } = block;
  const image = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  return [{ image, width: points(width), height: points(height), alignment: 'center', margin: [0, 6, 0, 3] }];
}

/** Whether a block holds on to the next: what is said to, and a picture to its caption. */
const holds = (block: LaidBlock) =>
  block.kind === 'picture' || (block.kind === 'paragraph' && block.keepNext === true);

/** A block that itself may run over pages is not held together with what stands before it. */
const runsOn = (block: LaidBlock) => block.kind === 'table' && (!block.plain || block.rows.length > 2);

/** Blocks that must not be parted stand in one stack. */
function heldTogether(blocks: readonly LaidBlock[], room: number): PdfNode[] {
  const nodes: PdfNode[] = [];
  let held: PdfNode[] = [];
  for (const block of blocks) {
    if (runsOn(block)) {
      nodes.push(...held, ...nodesOf(block, room));
      held = [];
      continue;
    }
    held.push(...nodesOf(block, room));
    if (holds(block)) continue;
    const stack: PdfStack = { stack: held, unbreakable: true };
    const whole =
      held.length > 1 || block.kind === 'table' || (block.kind === 'paragraph' && block.keepLines);
    nodes.push(...(whole ? [stack] : held));
    held = [];
  }
  return [...nodes, ...held];
}

function sectionOf({ page, pageNumberSize }: LaidDocument, part: LaidPart): PdfSection {
  const [width, height] = part.landscape ? [page.height, page.width] : [page.width, page.height];
  const room = width - page.left - page.right;
  let first: number | undefined;
  return {
    section: heldTogether(part.blocks, room),
    pageSize: { width: points(width), height: points(height) },
    pageMargins: [points(page.left), points(page.top), points(page.right), points(page.bottom)],
    // Numbered from 1 within the part, in the middle of the upper margin; the first page bears no number.
    header: (current) => {
      first ??= current;
      if (current === first) return null;
      return {
        text: [{ text: String(current - first + 1), fontSize: pageNumberSize, bold: false, italics: false }],
        alignment: 'center',
        lineHeight: 1,
        leadingIndent: 0,
        margin: [points(page.left), points(page.top / 2), points(page.right), 0],
      };
    },
  };
}

/**
 * A PDF of an official document: the same layout as its Word file, Tinos embedded. The same document gives the same
 * bytes. @throws RangeError where a table's cells do not fill its columns
 */
export async function pdfOf(document: OfficialDocument): Promise<Uint8Array> {
  const laid = layOut(document);
  const { page } = laid;
  const pdf = pdfmake.createPdf({
    info: { title: laid.title, creationDate: new Date('2026-01-01T00:00:00Z') },
    language: 'vi-VN',
    pageSize: { width: points(page.width), height: points(page.height) },
    pageMargins: [points(page.left), points(page.top), points(page.right), points(page.bottom)],
    defaultStyle: { font, fontSize: laid.bodySize },
    content: laid.parts.map((part) => sectionOf(laid, part)),
  });
  return new Uint8Array(await pdf.getBuffer());
}
