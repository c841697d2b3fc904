import type { ReadingWarning } from '../../domain/documents/reading.ts';
import type { Extracted, ExtractOptions } from '../extracted.ts';
import { compose } from './compose.ts';
import { readBody } from './docx-body.ts';
import { Numbering } from './docx-numbering.ts';
import { Styles } from './docx-styles.ts';
import { refuse } from './refuse.ts';
import { type Element, elementsOf, parseXml } from './xml.ts';
import { entryNames, unpack } from './zip.ts';

const parts = /^word\/(?:document\d*|styles\d*|numbering\d*|footnotes\d*|endnotes\d*)\.xml$/;
const pictures = /^word\/media\//;
/** A document of so few letters with pictures is most likely a scan pasted into Word. */
const fewLetters = 300;
const macros = /^word\/vbaProject\.bin$/;

/**
 * Reads a Word document: body in order with automatic numbers written out, tables, text boxes, footnotes; inserted
 * text kept, deleted and hidden text left out. Macros are never run, only named in a warning.
 */
export function extractDocx(bytes: Uint8Array, { limits }: ExtractOptions): Extracted {
  const files = unpack(bytes, (name) => parts.test(name.replaceAll('\\', '/')), limits);
  let broken = false;
  const part = (pattern: RegExp): Element | undefined => {
    const name = [...files.keys()].find((each) => pattern.test(each.replaceAll('\\', '/')));
    if (name === undefined) return undefined;
    const parsed = parseXml(files.get(name)!);
    broken ||= parsed.broken;
    return parsed.root;
  };
  const document = part(/document\d*\.xml$/);
  const body = elementsOf(document).find((element) => element.name === 'w:body');
  if (!body) throw refuse('damaged');
  const drafts = readBody(body, {
    styles: new Styles(part(/styles\d*\.xml$/)),
    numbering: new Numbering(part(/numbering\d*\.xml$/)),
    footnotes: notesOf(part(/footnotes\d*\.xml$/)),
    endnotes: notesOf(part(/endnotes\d*\.xml$/)),
  });
  const extracted = compose(drafts, { format: 'docx' });
  const names = entryNames(bytes);
  if (names.some((name) => macros.test(name))) extracted.warnings.push(warnings.macros);
  if (broken) extracted.warnings.push(warnings.broken);
  const mostlyPictures = extracted.text.length < fewLetters && names.some((name) => pictures.test(name));
  if (mostlyPictures) extracted.warnings.push(warnings.pictures);
  return extracted;
}

const warnings = {
  macros: {
    code: 'macros',
    message:
      'Tệp có macro. Hệ thống chỉ đọc chữ, không chạy macro; đừng bật macro nếu không rõ nguồn gốc tệp.',
  },
  broken: {
    code: 'damaged-part',
    message: 'Tệp Word bị hỏng một phần: chỉ đọc được những đoạn còn nguyên. Hãy đối chiếu với bản gốc.',
  },
  pictures: {
    code: 'mostly-pictures',
    message:
      'Tệp Word có rất ít chữ và có ảnh: có thể là ảnh chụp văn bản. Hãy lưu thành PDF rồi nạp lại để nhận dạng chữ trong ảnh.',
  },
} satisfies Record<string, ReadingWarning>;

/** Notes by id; separators and continuation marks carry a type and are left out. */
function notesOf(root: Element | undefined): Map<string, Element> {
  const notes = elementsOf(root).filter(({ attributes }) => (attributes['w:type'] ?? 'normal') === 'normal');
  return new Map(notes.map((note) => [note.attributes['w:id'] ?? '', note]));
}
