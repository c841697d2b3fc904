import { strToU8 } from 'fflate';
import { unicodeToTcvn3 } from '../src/reading/encodings/tcvn3.ts';
import { sheetOf } from '../src/writing/sheet.ts';
import { docxOf } from './docx.ts';
import type { ExampleDocument } from './notices.ts';
import { drawPdf, drawScan, type ScanPart } from './scan.ts';

const plain = (paragraph: string) => paragraph.replace(/^# /u, '');

/** The document's lines one under another, for formats without columns. */
const linesOf = (document: ExampleDocument) =>
  document.paragraphs.flatMap((part) => (typeof part === 'string' ? [part] : [...part.left, ...part.right]));
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function htmlOf(document: ExampleDocument): Uint8Array {
  const body = linesOf(document).map((text) =>
    text.startsWith('# ') ? `<h1>${escaped(plain(text))}</h1>` : `<p>${escaped(text)}</p>`,
  );
  return strToU8(
    `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${escaped(document.name)}</title></head><body><nav>Trang chủ</nav><article>${body.join('\n')}</article></body></html>`,
  );
}

/** An .rtf of the nineties: single bytes in TCVN3, the font named .VnTime. */
function rtfOf(document: ExampleDocument): Uint8Array {
  const bytes = (text: string) =>
    [...unicodeToTcvn3(plain(text))]
      .map((letter) => {
        const code = letter.codePointAt(0) ?? 0;
        if (letter === '\\' || letter === '{' || letter === '}') return `\\${letter}`;
        return code < 0x80 ? letter : `\\'${code.toString(16).padStart(2, '0')}`;
      })
      .join('');
  const body = linesOf(document)
    .map((text) => `\\pard ${bytes(text)}\\par`)
    .join('\n');
  return strToU8(
    `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fnil .VnTime;}}\\f0\\fs28\n${body}\n}`,
    true,
  );
}

function scanParts(document: ExampleDocument): ScanPart[] {
  return document.paragraphs.map((part) => {
    if (typeof part !== 'string') return part;
    if (!part.startsWith('# ')) return part;
    return /^# \d/u.test(part) ? plain(part) : { centre: plain(part), bold: true };
  });
}

/** The document as the file it reaches the office as, with its name; the same bytes on every machine. */
export async function fileOf(document: ExampleDocument): Promise<{ name: string; bytes: Uint8Array }> {
  switch (document.as) {
    case 'txt':
      return { name: `${document.name}.txt`, bytes: strToU8(linesOf(document).map(plain).join('\n\n')) };
    case 'docx':
      return { name: `${document.name}.docx`, bytes: docxOf(document) };
    case 'html':
      return { name: `${document.name}.html`, bytes: htmlOf(document) };
    case 'rtf-tcvn3':
      return { name: `${document.name}.rtf`, bytes: rtfOf(document) };
    case 'xlsx': {
      const [header = [], ...rows] = document.table ?? [];
      return {
        name: `${document.name}.xlsx`,
        bytes: await sheetOf(
          'Kế hoạch',
          header.map((text) => ({ header: text, width: 24 })),
          rows,
        ),
      };
    }
    case 'pdf':
      return { name: `${document.name}.pdf`, bytes: drawPdf([scanParts(document)]) };
    case 'scan':
      return {
        name: `${document.name}.pdf`,
        bytes: drawScan([scanParts(document)], { format: 'pdf', dpi: 150, skew: 1.6, noise: 24, seed: 7 }),
      };
    case 'photo':
      return {
        name: `${document.name}.jpg`,
        bytes: drawScan([scanParts(document)], {
          format: 'jpeg',
          dpi: 150,
          skew: 0.8,
          shade: 0.4,
          noise: 18,
          seed: 11,
        }),
      };
  }
}
