import { fromSymbolFont } from '../encodings/symbols.ts';
import type { Extracted } from '../extracted.ts';
import { compose } from './compose.ts';
import { type DocFile, openDoc } from './doc-file.ts';
import { type DocFormat, readFormat } from './doc-format.ts';
import { DocLists } from './doc-lists.ts';
import type { Draft, Run } from './draft.ts';
import { readDirectory } from './ole.ts';
import { TableRows } from './table-rows.ts';

/**
 * Reads a Word 6 to Word 2003 document: body with table rows, then footnotes, endnotes and text boxes as notes.
 * Deleted and hidden text, headers and comments are left out.
 * @throws Unreadable `password` when encrypted, `damaged` when there is no text stream
 */
export function extractDoc(bytes: Uint8Array): Extracted {
  const file = openDoc(readDirectory(bytes));
  const format = readFormat(file);
  const lists = new DocLists(file);
  const { body, footnotes, headers, comments, endnotes, textBoxes } = file.counts;
  const afterNotes = body + footnotes + headers + comments;
  const notes: [number, number][] = [
    [body, body + footnotes],
    [afterNotes, afterNotes + endnotes + textBoxes],
  ];
  const drafts = storyDrafts(file, format, lists, 0, body > 0 ? body : file.text.length);
  for (const [from, to] of notes) {
    for (const draft of storyDrafts(file, format, lists, from, to)) {
      if (draft.kind !== 'row') drafts.push({ ...draft, kind: 'note' });
    }
  }
  return compose(drafts, { format: 'doc' });
}

/** Paragraphs end in 0D, cells and rows in 07, fields run 13 code 14 result 15. */
function storyDrafts(file: DocFile, format: DocFormat, lists: DocLists, from: number, to: number): Draft[] {
  const drafts: Draft[] = [];
  const table = new TableRows();
  const fields: boolean[] = [];
  let runs: Run[] = [];
  for (let at = from; at < Math.min(to, file.text.length); at++) {
    const char = file.text.charAt(at);
    if (char === '\x13') fields.push(true);
    else if (char === '\x14') fields.splice(-1, 1, false);
    else if (char === '\x15') fields.pop();
    else if (char === '\x07' || char === '\r') {
      const row = format.rows.get(at) ?? (file.old && char === '\x07' && runs.length === 0 ? [] : undefined);
      const item = format.lists.get(at);
      const mark = item ? lists.next(item.override, item.level) : '';
      if (mark !== '' && runs.some((run) => run.text.trim() !== '')) {
        runs.unshift({ text: `${mark} `, font: runs[0]!.font, bold: runs[0]!.bold });
      }
      if (row) drafts.push(...table.endRow(row));
      else if (char === '\x07') table.endCell(runs);
      else if (format.inTable.has(at)) table.paragraphs.push(runs);
      else {
        drafts.push(...table.leave(), { kind: 'paragraph', runs });
      }
      runs = [];
      fields.length = 0;
    } else if (!fields.includes(true) && !format.dropped[at]) addCharacter(runs, char, format, at);
  }
  drafts.push(...table.leave(), { kind: 'paragraph', runs });
  return drafts;
}

/** Characters that stand for something else: line break, page break, hyphens; pictures and notes say nothing. */
const special: Record<string, string> = { '\v': '\n', '\f': '\n', '\x1e': '-', '\t': '\t', '\n': '\n' };

function addCharacter(runs: Run[], char: string, format: DocFormat, at: number): void {
  const font = format.fonts[format.font[at]!];
  const bold = format.bold[at] === 1;
  const text = char < ' ' ? (special[char] ?? '') : fromSymbolFont(char, font);
  if (text === '') return;
  const last = runs.at(-1);
  if (last && last.font === font && last.bold === bold) last.text += text;
  else runs.push({ text, font, bold });
}
