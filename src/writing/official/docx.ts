import { type Entry, zipOf } from '../zip.ts';
import type { OfficialDocument } from './document.ts';
import { drawing, numbered, packageParts } from './docx-package.ts';
import {
  type GridPlace,
  gridOf,
  type LaidDocument,
  type LaidParagraph,
  type LaidPart,
  type LaidPicture,
  type LaidRun,
  type LaidTable,
} from './laid.ts';
import { layOut } from './lay-out.ts';

/** Word counts twentieths of a point. */
const twips = (mm: number) => Math.round((mm / 25.4) * 1440);
const ofPoints = (points: number) => Math.round(points * 20);

const xml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function runOf({ text, bold, italic, size }: LaidRun): string {
  const look = `${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>`;
  return `<w:r><w:rPr>${look}</w:rPr>${text === '' ? '' : `<w:t xml:space="preserve">${xml(text)}</w:t>`}</w:r>`;
}

function indentOf(firstLine: number, inset: number): string {
  const sides = inset > 0 ? ` w:left="${twips(inset)}" w:right="${twips(inset)}"` : '';
  const first = firstLine > 0 ? ` w:firstLine="${twips(firstLine)}"` : '';
  return sides + first === '' ? '' : `<w:ind${sides}${first}/>`;
}

/** `w:line` counts 240ths of a line. */
function paragraphOf(paragraph: LaidParagraph, room: number): string {
  const { runs, align, firstLine = 0, inset = 0, before, after, line, keepNext, keepLines, rule } = paragraph;
  const own = [
    keepNext ? '<w:keepNext/>' : '',
    keepLines ? '<w:keepLines/>' : '',
    `<w:spacing w:before="${ofPoints(before)}" w:after="${ofPoints(after)}" w:line="${Math.round(line * 240)}" w:lineRule="auto"/>`,
    indentOf(firstLine, inset),
    `<w:jc w:val="${align}"/>`,
  ].join('');
  const words = `<w:p><w:pPr>${own}</w:pPr>${runs.map(runOf).join('')}</w:p>`;
  return rule === undefined ? words : words + ruleOf(rule, room, keepNext);
}

/** An empty line with a rule above it, as wide as told. */
function ruleOf(width: number, room: number, keepNext?: boolean): string {
  const side = twips((room - width) / 2);
  return `<w:p><w:pPr>${keepNext ? '<w:keepNext/>' : ''}<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr><w:spacing w:before="60" w:after="0" w:line="120" w:lineRule="exact"/><w:ind w:left="${side}" w:right="${side}"/></w:pPr></w:p>`;
}

/** White between a ruled cell's edge and its words. */
const cellMargin = 1.5;

function cellOf({ cell, column, across }: GridPlace, { widths, plain }: LaidTable): string {
  const width = widths.slice(column, column + across).reduce((sum, one) => sum + one, 0);
  const merge = cell === null ? '<w:vMerge/>' : (cell.down ?? 1) > 1 ? '<w:vMerge w:val="restart"/>' : '';
  const span = across > 1 ? `<w:gridSpan w:val="${across}"/>` : '';
  const paragraphs = cell?.paragraphs.length ? cell.paragraphs : null;
  const room = plain ? width : width - 2 * cellMargin;
  const inside = paragraphs?.map((one) => paragraphOf(one, room)).join('') ?? '<w:p/>';
  const properties = `<w:tcW w:w="${twips(width)}" w:type="dxa"/>${span}${merge}`;
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${inside}</w:tc>`;
}

/** An empty line of next to no height: Word joins tables that touch, and cannot end a section in one. */
const gap = (inside = '') =>
  `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>${inside}</w:pPr></w:p>`;

/** Row by row: a register may have thousands. */
function* tableOf(table: LaidTable): Generator<string> {
  const { widths, header, rows, plain } = table;
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(
    (side) => `<w:${side} w:val="${plain ? 'nil' : 'single'}" w:sz="4" w:space="0" w:color="000000"/>`,
  );
  const margin = twips(plain ? 0 : cellMargin);
  const margins = ['left', 'right'].map((side) => `<w:${side} w:w="${margin}" w:type="dxa"/>`);
  const rowOf = (places: readonly GridPlace[], head: boolean) =>
    `<w:tr><w:trPr><w:cantSplit/>${head ? '<w:tblHeader/>' : ''}</w:trPr>${places.map((place) => cellOf(place, table)).join('')}</w:tr>`;
  const total = twips(widths.reduce((sum, width) => sum + width, 0));
  const properties = `<w:tblW w:w="${total}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>${borders.join('')}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>${margins.join('')}</w:tblCellMar>`;
  const grid = widths.map((width) => `<w:gridCol w:w="${twips(width)}"/>`).join('');
  yield `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>`;
  for (const row of gridOf(header, widths.length)) yield rowOf(row, true);
  for (const row of gridOf(rows, widths.length)) yield rowOf(row, false);
  yield `</w:tbl>${gap()}`;
}

/** Word counts 360,000ths of a centimetre for pictures. */
const emu = (mm: number) => Math.round(mm * 36_000);

function pictureOf({ width, height, alt }: LaidPicture, number: number): string {
  const inside = drawing({ number, width: emu(width), height: emu(height), alt: xml(alt) });
  return `<w:p><w:pPr><w:keepNext/><w:spacing w:before="120" w:after="60"/><w:jc w:val="center"/></w:pPr><w:r>${inside}</w:r></w:p>`;
}

function sectionOf({ page }: LaidDocument, { landscape }: LaidPart): string {
  const [width, height] = landscape ? [page.height, page.width] : [page.width, page.height];
  const turned = landscape ? ' w:orient="landscape"' : '';
  return `<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:type w:val="nextPage"/><w:pgSz w:w="${twips(width)}" w:h="${twips(height)}"${turned}/><w:pgMar w:top="${twips(page.top)}" w:right="${twips(page.right)}" w:bottom="${twips(page.bottom)}" w:left="${twips(page.left)}" w:header="${twips(page.top / 2)}" w:footer="${twips(page.bottom / 2)}" w:gutter="0"/><w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>`;
}

/** What is read from the first page to the last, piece by piece. */
function* bodyOf(laid: LaidDocument): Generator<string> {
  const { width, height, left, right } = laid.page;
  let pictures = 0;
  for (const [at, part] of laid.parts.entries()) {
    const room = (part.landscape ? height : width) - left - right;
    for (const block of part.blocks) {
      if (block.kind === 'paragraph') yield paragraphOf(block, room);
      else if (block.kind === 'table') yield* tableOf(block);
      else yield pictureOf(block, ++pictures);
    }
    const section = sectionOf(laid, part);
    yield at === laid.parts.length - 1 ? section : gap(section);
  }
}

/**
 * A Word file (.docx) of an official document: Nghị định 30/2020/NĐ-CP by the rules of its day. The same document gives
 * the same bytes. @throws RangeError where a table's cells do not fill its columns
 */
export function docxOf(document: OfficialDocument): Uint8Array {
  const laid = layOut(document);
  const pictures = laid.parts.flatMap(({ blocks }) => blocks).filter((block) => block.kind === 'picture');
  const parts = packageParts({
    body: bodyOf(laid),
    title: xml(laid.title),
    bodySize: laid.bodySize,
    pageNumber: `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${numbered(laid.pageNumberSize)}</w:p>`,
    pictures: pictures.length,
  });
  const images = pictures.map(
    ({ png }, at): Entry => ({ path: `word/media/image${at + 1}.png`, pieces: [png] }),
  );
  return zipOf([...parts, ...images]);
}
