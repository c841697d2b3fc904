import { utf16Of } from '../encodings/utf16.ts';
import type { Extracted } from '../extracted.ts';
import { hasStream, readDirectory } from './ole.ts';
import { type Refusal, refuse } from './refuse.ts';
import { entryNames } from './zip.ts';

const latin1 = new TextDecoder('windows-1252');

const images: [offset: number, magic: string][] = [
  [0, '\x89PNG'],
  [0, '\xFF\xD8\xFF'],
  [0, 'II*\0'],
  [0, 'MM\0*'],
  [0, 'BM'],
  [0, 'GIF8'],
  [8, 'WEBP'],
  [4, 'ftypheic'],
  [4, 'ftypheix'],
  [4, 'ftypmif1'],
  [4, 'ftypavif'],
];

const refused: [offset: number, magic: string, why: Refusal][] = [
  [0, 'Rar!', 'archive'],
  [0, '7z\xBC\xAF', 'archive'],
  [0, '\x1F\x8B', 'archive'],
  [0, 'BZh', 'archive'],
  [0, '\xFD7zXZ', 'archive'],
  [257, 'ustar', 'archive'],
  [0, 'MSCF', 'archive'],
  [0, 'MZ', 'program'],
  [0, '\x7FELF', 'program'],
  [0, 'ID3', 'media'],
  [0, 'RIFF', 'media'],
  [0, 'OggS', 'media'],
  [4, 'ftyp', 'media'],
];

const has = (bytes: Uint8Array, offset: number, magic: string) =>
  [...magic].every((char, i) => bytes[offset + i] === char.charCodeAt(0));

/**
 * What kind of file the bytes are, by their content; the name's ending is never believed.
 * @throws Unreadable with advice when no reader fits: empty, archive, password, old spreadsheet, unknown …
 */
export function sniff(bytes: Uint8Array): Extracted['format'] {
  if (bytes.length === 0) throw refuse('empty');
  const head = latin1.decode(bytes.subarray(0, 2048));
  if (bytes.every((byte) => byte === 0 || byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09))
    throw refuse('empty');
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf';
  if (/^\s*\{\s*\\rt/.test(head)) return 'rtf';
  if (has(bytes, 0, 'PK\x03\x04') || has(bytes, 0, 'PK\x05\x06')) return sniffZip(bytes);
  if (has(bytes, 0, '\xD0\xCF\x11\xE0')) return sniffOle(bytes);
  if (images.some(([offset, magic]) => has(bytes, offset, magic)) && !looksLikeText(bytes)) return 'image';
  const reason = refused.find(([offset, magic]) => has(bytes, offset, magic));
  if (reason && !looksLikeText(bytes)) throw refuse(reason[2]);
  if (/^\s*(?:\w[\w-]*:.*\r?\n)*MIME-Version:/i.test(head))
    throw refuse(/multipart\/related/i.test(head) ? 'web-archive' : 'message');
  if (/<(?:w:wordDocument|pkg:package)\b/.test(head)) throw refuse('word-xml');
  if (/<(?:!doctype\s+html|html|head|body|div|table|p|meta|article)[\s>]/i.test(head.replaceAll('\0', '')))
    return 'html';
  if (looksLikeText(bytes)) return 'txt';
  throw refuse('unknown');
}

function sniffZip(bytes: Uint8Array): Extracted['format'] {
  const names = new Set(entryNames(bytes).map((name) => name.replaceAll('\\', '/')));
  const holds = (pattern: RegExp) => [...names].some((name) => pattern.test(name));
  if (holds(/^word\/document\d*\.xml$/)) return 'docx';
  if (holds(/^xl\/workbook\.xml$/)) return 'xlsx';
  if (holds(/^xl\/workbook\.bin$/)) throw refuse('binary-spreadsheet');
  if (holds(/^ppt\//)) throw refuse('presentation');
  if (names.has('mimetype') && names.has('content.xml')) throw refuse('open-document');
  throw refuse(
    names.size === 0 || holds(/^(?:word|xl|_rels|docProps)\/|^\[Content_Types\]\.xml$/)
      ? 'damaged'
      : 'archive',
  );
}

function sniffOle(bytes: Uint8Array): Extracted['format'] {
  const directory = readDirectory(bytes);
  const holds = (name: string) => hasStream(directory, name);
  if (holds('WordDocument')) return 'doc';
  if (holds('EncryptedPackage') || holds('EncryptionInfo')) throw refuse('password');
  if (holds('Workbook') || holds('Book')) throw refuse('old-spreadsheet');
  if (holds('PowerPoint Document')) throw refuse('presentation');
  if (holds('__properties_version1.0')) throw refuse('message');
  throw refuse('other-office');
}

/** Text has hardly any control bytes, or is UTF-16. */
function looksLikeText(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 8192);
  if (utf16Of(sample)) return true;
  const control = sample.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length;
  return control <= sample.length * 0.02;
}
