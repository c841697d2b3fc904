import { strToU8, zipSync } from 'fflate';
import type { ExampleDocument, SideBySide } from './notices.ts';

const xml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function paragraph(text: string): string {
  const heading = text.startsWith('# ');
  const run = `${heading ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${xml(heading ? text.slice(2) : text)}</w:t>`;
  return `<w:p><w:r>${run}</w:r></w:p>`;
}

/** A table cell of one or more paragraphs, `width` in twentieths of a point. */
const cell = (texts: string[], width: number) =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${texts.map(paragraph).join('')}</w:tc>`;

const row = (cells: string[][], width: number) =>
  `<w:tr>${cells.map((texts) => cell(texts, width)).join('')}</w:tr>`;

const tableOf = (rows: string[]) =>
  `<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/></w:tblPr>${rows.join('')}</w:tbl>`;

/** Side by side is a table without rules, as offices lay it out. */
const sideBySide = ({ left, right }: SideBySide) => tableOf([row([left, right], 4500)]);

/** A small Word file of the document: paragraphs, then its task table. */
export function docxOf(document: ExampleDocument): Uint8Array {
  const body =
    document.paragraphs
      .map((part) => (typeof part === 'string' ? paragraph(part) : sideBySide(part)))
      .join('') +
    (document.table
      ? tableOf(
          document.table.map((texts) =>
            row(
              texts.map((text) => [text]),
              1800,
            ),
          ),
        )
      : '');
  return zipSync(
    {
      '[Content_Types].xml': strToU8(
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      ),
      '_rels/.rels': strToU8(
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      ),
      'word/document.xml': strToU8(
        `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
      ),
    },
    { mtime: new Date('2026-01-01T00:00:00Z') },
  );
}
