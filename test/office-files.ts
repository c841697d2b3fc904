import { strToU8, type Zippable, zipSync } from 'fflate';

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A Word paragraph with an optional style or list. */
export function docxParagraph(text: string, properties = ''): string {
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`;
}

/** A Word file around body XML; `parts` are further entries by path. */
export function docx(body: string, parts: Record<string, string> = {}): Uint8Array {
  const files: Zippable = {
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  };
  for (const [path, xml] of Object.entries(parts)) files[path] = strToU8(xml);
  return zipSync(files);
}

/** A Word table; a cell is its text, or its properties and its text. */
export function docxTable(rows: (string | [properties: string, text: string])[][]): string {
  const cell = (each: string | [string, string]) => {
    const [properties, text] = typeof each === 'string' ? ['', each] : each;
    return `<w:tc><w:tcPr>${properties}</w:tcPr>${docxParagraph(text)}</w:tc>`;
  };
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}

/** An Excel file of one sheet: rows of cell XML (`<c …/>`), merges as «A1:A2». */
export function xlsx(
  rows: string[],
  merges: string[] = [],
  formats = '<xf numFmtId="0"/><xf numFmtId="14"/>',
): Uint8Array {
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  const data = rows.map((cells, i) => `<row r="${i + 1}">${cells}</row>`).join('');
  return zipSync({
    'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="Sheet1" sheetId="1"/></sheets></workbook>'),
    'xl/styles.xml': strToU8(`<styleSheet><cellXfs>${formats}</cellXfs></styleSheet>`),
    'xl/worksheets/sheet1.xml': strToU8(
      `<worksheet><sheetData>${data}</sheetData><mergeCells>${merged}</mergeCells></worksheet>`,
    ),
  });
}

/** A cell that holds its text itself. */
export function xlsxCell(reference: string, text: string): string {
  return `<c r="${reference}" t="inlineStr"><is><t>${escapeXml(text)}</t></is></c>`;
}

/** A compound file with streams of at least 4096 bytes by name, as legacy Office writes it. */
export function compoundFile(streams: Record<string, Uint8Array>): Uint8Array {
  const entries = Object.entries(streams).map(([name, content]) => {
    const padded = new Uint8Array(Math.ceil(Math.max(4096, content.length) / 512) * 512);
    padded.set(content);
    return { name, padded };
  });
  const sectors = entries.reduce((sum, { padded }) => sum + padded.length / 512, 2);
  const file = new Uint8Array(512 * (sectors + 1));
  const view = new DataView(file.buffer);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(30, 9, true);
  view.setUint32(44, 1, true);
  view.setUint32(48, 1, true);
  view.setUint32(56, 4096, true);
  view.setInt32(60, -2, true);
  view.setInt32(68, -2, true);
  for (let i = 0; i < 109; i++) view.setInt32(76 + 4 * i, i === 0 ? 0 : -1, true);
  for (let i = 0; i < 128; i++) view.setInt32(512 + 4 * i, -1, true);
  view.setInt32(512, -3, true);
  view.setInt32(516, -2, true);
  const named = [{ name: 'Root Entry', padded: undefined }, ...entries];
  let sector = 2;
  for (const [i, { name, padded }] of named.entries()) {
    const at = 1024 + 128 * i;
    for (const [k, char] of [...name].entries()) view.setUint16(at + 2 * k, char.charCodeAt(0), true);
    view.setUint16(at + 64, 2 * name.length + 2, true);
    view.setUint8(at + 66, padded ? 2 : 5);
    view.setInt32(at + 116, padded ? sector : -2, true);
    if (!padded) continue;
    view.setUint32(at + 120, padded.length, true);
    file.set(padded, 512 * (sector + 1));
    const last = sector + padded.length / 512 - 1;
    for (; sector <= last; sector++) view.setInt32(512 + 4 * sector, sector === last ? -2 : sector + 1, true);
  }
  return file;
}

/** A Word 97 file whose body is `text`, one byte a letter from Latin-1, without formatting. */
export function wordFile(text: string): Uint8Array {
  const main = new Uint8Array(0x800 + text.length);
  const fib = new DataView(main.buffer);
  fib.setUint16(0, 0xa5ec, true);
  fib.setUint16(2, 0xc1, true);
  fib.setUint32(0x18, 0x800, true);
  fib.setUint32(0x4c, text.length, true);
  fib.setUint32(0x1a6, 21, true);
  for (let i = 0; i < text.length; i++) main[0x800 + i] = text.charCodeAt(i);
  const table = new Uint8Array(21);
  const clx = new DataView(table.buffer);
  clx.setUint8(0, 2);
  clx.setUint32(1, 16, true);
  clx.setUint32(9, text.length, true);
  clx.setUint32(15, 0x40000000 | (0x800 * 2), true);
  return compoundFile({ WordDocument: main, '0Table': table });
}
