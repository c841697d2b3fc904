import { type DocFile, uint8, uint16, uint32 } from './doc-file.ts';
import { ListCounter, type ListLevel } from './list-numbers.ts';

/** Number formats by their code (MS-DOC Nfc). */
const formats: Record<number, string> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  22: 'decimalZero',
  23: 'bullet',
  255: 'none',
};

/** Automatic list numbers of a Word 97 document: definitions (PlfLst) and the lists that use them (PlfLfo). */
export class DocLists {
  private readonly counters = new Map<number, ListCounter>();
  /** Identity of the definition by list override, from 1. */
  private readonly overrides: number[] = [];

  constructor(file: DocFile) {
    if (file.old) return;
    this.readDefinitions(file);
    const at = uint32(file.main, 0x2ea);
    const count = Math.min(uint32(file.table, at), Math.floor(uint32(file.main, 0x2ee) / 16));
    for (let i = 0; i < count; i++) this.overrides.push(uint32(file.table, at + 4 + 16 * i));
  }

  /** The mark of the next item of that override (from 1) and level (from 0); empty for none. */
  next(override: number, level: number): string {
    const definition = this.overrides[override - 1];
    return definition === undefined ? '' : (this.counters.get(definition)?.next(level) ?? '');
  }

  /** The levels of all lists follow the table of lists, one after the other. */
  private readDefinitions({ main, table }: DocFile): void {
    const begin = uint32(main, 0x2e2);
    const size = uint32(main, 0x2e6);
    const count = Math.min(uint16(table, begin), Math.floor(size / 28));
    let at = begin + size;
    for (let i = 0; i < count; i++) {
      const entry = begin + 2 + 28 * i;
      const simple = (uint8(table, entry + 26) & 1) === 1;
      const levels = new Map<number, ListLevel>();
      for (let level = 0; level < (simple ? 1 : 9) && at < table.byteLength; level++) {
        const read = readLevel(table, at);
        levels.set(level, read.level);
        at = read.end;
      }
      this.counters.set(uint32(table, entry), new ListCounter(levels));
    }
  }
}

/** One LVL: start, format, sizes of its formatting, then the text in which a unit below 9 stands for a level. */
function readLevel(table: DataView, at: number): { level: ListLevel; end: number } {
  const format = formats[uint8(table, at + 4)] ?? 'decimal';
  const textAt = at + 28 + uint8(table, at + 24) + uint8(table, at + 25);
  const length = Math.min(uint16(table, textAt), 255);
  let text = '';
  for (let i = 0; i < length; i++) {
    const unit = uint16(table, textAt + 2 + 2 * i);
    text += unit < 9 ? `%${unit + 1}` : String.fromCharCode(unit);
  }
  const legal = (uint8(table, at + 5) & 4) !== 0;
  return { level: { format, text, start: uint32(table, at), legal }, end: textAt + 2 + 2 * length };
}
