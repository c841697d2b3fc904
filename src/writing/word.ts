import { strToU8, zipSync } from 'fflate';

/** One paragraph, in millimetres and points where it says nothing else. */
export interface WordParagraph {
  text: string;
  bold?: boolean;
  italic?: boolean;
  /** In points; that of the document unless told. */
  size?: number;
  align?: 'left' | 'center' | 'right' | 'both';
  /** First line begins 10 mm in, as running text does. */
  indent?: boolean;
  /** A rule of this width (mm) beneath, centred, as under the name of the agency and the motto. */
  rule?: number;
  /** Never parted from what follows. */
  keepNext?: boolean;
}

/** Cells are texts, or paragraphs where they have a look of their own; widths are in millimetres. */
export interface WordTable {
  widths: readonly number[];
  header?: readonly string[];
  rows: readonly (readonly (string | readonly WordParagraph[])[])[];
  /** Without rules, as letterhead and signatures are laid out. */
  plain?: boolean;
  /** Columns (from 0) set in the middle. */
  centred?: readonly number[];
}

export type WordBlock = WordParagraph | WordTable;

/** Page of Nghị định 30/2020/NĐ-CP, phụ lục I: A4, margins 20 mm above and below, 30 left, 15 right. */
const page = { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15 };
/** Width of the text, in millimetres. */
export const textWidth = page.width - page.left - page.right;
const font = 'Times New Roman';
const bodyPoints = 13;

/** Word counts twentieths of a point. */
const twips = (mm: number) => Math.round((mm / 25.4) * 1440);
// Letters XML cannot carry would make Word refuse the file.
const unfit = /[\p{Cc}\ufffe\uffff]/gu;
const xml = (text: string) =>
  text
    .toWellFormed()
    .replace(/\s/gu, ' ')
    .replace(unfit, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

function runOf({ text, bold, italic, size = bodyPoints }: WordParagraph): string {
  const look = `${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}<w:sz w:val="${size * 2}"/>`;
  return `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${xml(text)}</w:t></w:r>`;
}

function paragraphOf(paragraph: WordParagraph, room = textWidth): string {
  const { align = 'left', indent = false, keepNext = false, rule } = paragraph;
  const own = [
    keepNext ? '<w:keepNext/>' : '',
    '<w:spacing w:before="60" w:after="60"/>',
    indent ? `<w:ind w:firstLine="${twips(10)}"/>` : '',
    `<w:jc w:val="${align}"/>`,
  ].join('');
  return `<w:p><w:pPr>${own}</w:pPr>${runOf(paragraph)}</w:p>${rule === undefined ? '' : ruleOf(rule, room)}`;
}

/** An empty line with a rule above it, as wide as told. */
function ruleOf(width: number, room: number): string {
  const side = twips((room - width) / 2);
  return `<w:p><w:pPr><w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr><w:spacing w:before="40" w:after="0" w:line="120" w:lineRule="exact"/><w:ind w:left="${side}" w:right="${side}"/></w:pPr></w:p>`;
}

const tableSize = 11;

function cellOf(
  cell: string | readonly WordParagraph[],
  width: number,
  look: Partial<WordParagraph> = {},
): string {
  const paragraphs = typeof cell === 'string' ? [{ text: cell, size: tableSize, ...look }] : cell;
  const inside = paragraphs.map((paragraph) => paragraphOf(paragraph, width - 4)).join('');
  return `<w:tc><w:tcPr><w:tcW w:w="${twips(width)}" w:type="dxa"/></w:tcPr>${inside}</w:tc>`;
}

function tableOf({ widths, header, rows, plain, centred = [] }: WordTable): string {
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
  const borders = sides.map(
    (side) => `<w:${side} w:val="${plain ? 'nil' : 'single'}" w:sz="4" w:space="0" w:color="000000"/>`,
  );
  const total = twips(widths.reduce((sum, width) => sum + width, 0));
  const head = header
    ? `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${header
        .map((text, at) => cellOf(text, widths[at] ?? 0, { bold: true, align: 'center' }))
        .join('')}</w:tr>`
    : '';
  const body = rows.map(
    (row) =>
      `<w:tr><w:trPr><w:cantSplit/></w:trPr>${row
        .map((cell, at) => cellOf(cell, widths[at] ?? 0, { align: centred.includes(at) ? 'center' : 'left' }))
        .join('')}</w:tr>`,
  );
  const grid = widths.map((width) => `<w:gridCol w:w="${twips(width)}"/>`).join('');
  return `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:tblBorders>${borders.join('')}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${head}${body.join('')}</w:tbl><w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/></w:pPr></w:p>`;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const r = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const wordTypes = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const contentTypes = `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${wordTypes}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${wordTypes}.styles+xml"/><Override PartName="/word/header1.xml" ContentType="${wordTypes}.header+xml"/></Types>`;
const rootRelations = `${declaration}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`;
const documentRelations = `${declaration}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${office}/header" Target="header1.xml"/></Relationships>`;
const styles = `${declaration}<w:styles ${w}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}" w:cs="${font}"/><w:sz w:val="${bodyPoints * 2}"/><w:szCs w:val="${bodyPoints * 2}"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>`;
/** The number of the page, in the middle above, from the second page on. */
const header = `${declaration}<w:hdr ${w}><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>`;
const section = `<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:pgSz w:w="${twips(page.width)}" w:h="${twips(page.height)}"/><w:pgMar w:top="${twips(page.top)}" w:right="${twips(page.right)}" w:bottom="${twips(page.bottom)}" w:left="${twips(page.left)}" w:header="${twips(10)}" w:footer="${twips(10)}" w:gutter="0"/><w:titlePg/></w:sectPr>`;

/**
 * A Word file (.docx) laid out by Nghị định 30/2020/NĐ-CP: A4, its margins, a Times face, page numbers in the middle
 * above from the second page on. The same blocks give the same bytes.
 */
export function wordOf(blocks: readonly WordBlock[]): Uint8Array {
  const body = blocks.map((block) => ('widths' in block ? tableOf(block) : paragraphOf(block))).join('');
  const files = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': rootRelations,
    'word/document.xml': `${declaration}<w:document ${w} ${r}><w:body>${body}${section}</w:body></w:document>`,
    'word/_rels/document.xml.rels': documentRelations,
    'word/styles.xml': styles,
    'word/header1.xml': header,
  };
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])),
    // Zip cannot say nothing about the time; a fixed one keeps the bytes the same.
    { mtime: new Date('2026-01-01T00:00:00Z') },
  );
}

/** Names of agency and state side by side above a document, each with its rule (Nghị định 30/2020/NĐ-CP, phụ lục I). */
export function letterhead(agency: string, place: string): WordTable {
  const left: WordParagraph[] = [
    { text: agency.toLocaleUpperCase('vi'), bold: true, size: 12, align: 'center', rule: 25 },
  ];
  const right: WordParagraph[] = [
    { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', bold: true, size: 12, align: 'center' },
    { text: 'Độc lập - Tự do - Hạnh phúc', bold: true, size: 13, align: 'center', rule: 62 },
    { text: place, italic: true, size: 13, align: 'center' },
  ];
  return { plain: true, widths: [68, textWidth - 68], rows: [[left, right]] };
}
