import { isLegacyFont } from '../encodings/detect.ts';
import { fromSymbolFont } from '../encodings/symbols.ts';
import type { Extracted } from '../extracted.ts';
import { compose } from './compose.ts';
import type { Draft, Run } from './draft.ts';
import { tokens } from './rtf-tokens.ts';
import { type TableCell, TableRows } from './table-rows.ts';

interface State {
  /** Where text goes: the document, a note, the font table, or nowhere. */
  destination: 'body' | 'note' | 'fonts' | 'none';
  font: number;
  bold: boolean;
  dropped: boolean;
  inTable: boolean;
  /** Bytes to pass over after a `\u`: what old readers show instead. */
  fallback: number;
}

interface Font {
  name: string;
  charset: number;
}

const silent = new Set(
  (
    'colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf themedata ' +
    'colorschememapping datastore listtable listoverridetable revtbl rsidtbl generator xmlnstbl fldinst bkmkstart ' +
    'bkmkend nonshppict latentstyles annotation atnid atnauthor atnref filetbl ftnsep ftnsepc aftnsep aftnsepc sp pn ' +
    'private factoidname wgrffmtfilter mmathPr'
  ).split(' '),
);
/** Starred destinations that hold text all the same. */
const spoken = new Set(['shpinst', 'pntext', 'listtext', 'fldrslt', 'footnote']);
const characters: Record<string, string> = {
  tab: '\t',
  line: '\n',
  lbr: '\n',
  page: '\f',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '-',
  '~': ' ',
  _: '-',
  '{': '{',
  '}': '}',
  '\\': '\\',
  emspace: ' ',
  enspace: ' ',
};

/**
 * Reads RTF tolerantly: text by font and code page, list numbers as written, table rows, footnotes as notes;
 * pictures, headers, style sheets and fields' instructions are left out.
 */
export function extractRtf(bytes: Uint8Array): Extracted {
  const reader = new RtfReader();
  for (const token of tokens(bytes)) {
    if (token.kind === 'open') reader.open();
    else if (token.kind === 'close') reader.close();
    else if (token.kind === 'word') reader.word(token.word, token.number);
    else if (token.kind === 'bytes') reader.text(token.bytes);
  }
  return compose(reader.end(), { format: 'rtf' });
}

class RtfReader {
  private readonly drafts: Draft[] = [];
  private readonly notes: Draft[] = [];
  private readonly fonts = new Map<number, Font>();
  private readonly table = new TableRows();
  private readonly stack: State[] = [];
  private state: State = {
    destination: 'body',
    font: 0,
    bold: false,
    dropped: false,
    inTable: false,
    fallback: 1,
  };
  private definition: TableCell[] = [];
  private next: TableCell = { merged: false, carried: false };
  private runs: Run[] = [];
  private noteRuns: Run[] = [];
  private codePage = 1252;
  private starred: boolean = false;
  private skip = 0;

  open(): void {
    if (this.stack.length < 4096) this.stack.push({ ...this.state });
  }

  close(): void {
    const inNote = this.state.destination === 'note';
    const { inTable } = this.state;
    this.state = this.stack.pop() ?? this.state;
    this.state.inTable = inTable;
    this.skip = 0;
    if (inNote && this.state.destination !== 'note') this.endNote();
  }

  word(word: string, number: number | undefined): void {
    if (word === '*') {
      this.starred = true;
      return;
    }
    const { starred } = this;
    this.starred = false;
    if (silent.has(word) || (starred && !spoken.has(word))) this.state.destination = 'none';
    else if (word === 'fonttbl') this.state.destination = 'fonts';
    else if (word === 'footnote') this.state.destination = 'note';
    else if (word === 'u' && number !== undefined) {
      this.write(fromSymbolFont(String.fromCharCode(number & 0xffff), this.fonts.get(this.state.font)?.name));
      this.skip = this.state.fallback;
    } else if (word === 'uc') this.state.fallback = Math.min(8, Math.max(0, number ?? 1));
    else if (word === 'ansicpg') this.codePage = number ?? 1252;
    else if (characters[word] !== undefined) this.write(characters[word]);
    else if (!this.look(word, number)) this.structure(word);
  }

  /** A byte of text after its font's code page; legacy fonts keep their bytes for `compose` to decode. */
  text(bytes: number[]): void {
    const skipped = Math.min(this.skip, bytes.length);
    this.skip -= skipped;
    const rest = skipped === 0 ? bytes : bytes.slice(skipped);
    if (this.state.destination === 'fonts') this.nameFont(rest);
    else if (this.state.destination !== 'none') this.write(this.decode(rest));
  }

  end(): Draft[] {
    this.drafts.push(...this.table.leave());
    this.endParagraph();
    return [...this.drafts, ...this.notes];
  }

  private decode(bytes: number[]): string {
    const font = this.fonts.get(this.state.font);
    const legacy = font !== undefined && isLegacyFont(font.name);
    const vietnamese = font?.charset === 163 || (this.codePage === 1258 && (font?.charset ?? 0) < 2);
    const text = new TextDecoder(vietnamese && !legacy ? 'windows-1258' : 'windows-1252').decode(
      Uint8Array.from(bytes),
    );
    if (font?.charset !== 2) return text;
    return Array.from(text, (char) => fromSymbolFont(char, font.name)).join('');
  }

  private nameFont(bytes: number[]): void {
    const font = this.fonts.get(this.state.font);
    if (font)
      font.name += String.fromCharCode(...bytes.slice(0, 80))
        .replace(/;.*$/s, '')
        .trim();
  }

  private write(text: string): void {
    const { destination, font, bold, dropped } = this.state;
    if (dropped || (destination !== 'body' && destination !== 'note')) return;
    const runs = destination === 'note' ? this.noteRuns : this.runs;
    const name = this.fonts.get(font)?.name;
    const last = runs.at(-1);
    if (last && last.font === name && last.bold === bold) last.text += text;
    else runs.push({ text, font: name, bold });
  }

  /** Character properties; false when the word is none. */
  private look(word: string, number: number | undefined): boolean {
    const on = number !== 0;
    if (word === 'f') {
      this.state.font = number ?? 0;
      if (this.state.destination === 'fonts') this.fonts.set(this.state.font, { name: '', charset: 0 });
    } else if (word === 'fcharset') {
      const font = this.fonts.get(this.state.font);
      if (font && this.state.destination === 'fonts') font.charset = number ?? 0;
    } else if (word === 'b') this.state.bold = on;
    else if (word === 'v' || word === 'deleted') this.state.dropped = on;
    else if (word === 'plain') {
      this.state.bold = false;
      this.state.dropped = false;
    } else return false;
    return true;
  }

  private structure(word: string): void {
    if (this.state.destination === 'note' && word === 'par') this.noteRuns.push({ text: '\n' });
    if (this.state.destination !== 'body') return;
    if (word === 'intbl') this.state.inTable = true;
    else if (word === 'pard') this.state.inTable = false;
    else if (word === 'par' || word === 'sect') this.endParagraph();
    else if (word === 'cell' || word === 'nestcell') this.endCell();
    else if (word === 'row' || word === 'nestrow') this.drafts.push(...this.table.endRow(this.definition));
    else if (word === 'trowd') this.definition = [];
    else if (word === 'clvmrg') this.next.carried = true;
    else if (word === 'clmrg') this.next.merged = true;
    else if (word === 'cellx') {
      if (this.definition.length < 256) this.definition.push(this.next);
      this.next = { merged: false, carried: false };
    }
  }

  private endCell(): void {
    this.table.endCell(this.runs);
    this.runs = [];
  }

  private endParagraph(): void {
    if (this.state.inTable) this.table.paragraphs.push(this.runs);
    else this.drafts.push(...this.table.leave(), { kind: 'paragraph', runs: this.runs });
    this.runs = [];
  }

  private endNote(): void {
    this.notes.push({ kind: 'note', runs: this.noteRuns });
    this.noteRuns = [];
  }
}
