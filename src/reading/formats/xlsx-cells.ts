import type { Run } from './draft.ts';
import { child, type Element, elementsOf, textOf } from './xml.ts';

/** Built-in formats of dates (ECMA-376 18.8.30), those of East Asia included. */
const dateFormats = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
const percentFormats = new Set([9, 10]);

/** What cells show: shared strings, dates by their format, numbers without rounding noise. */
export class CellText {
  private readonly strings: Run[][];
  private readonly formats: ('date' | 'percent' | 'number')[];
  private readonly since1904: boolean;

  constructor(strings: Element | undefined, styles: Element | undefined, workbook: Element) {
    this.strings = elementsOf(strings).map(richRuns);
    this.formats = formatsOf(styles);
    this.since1904 = ['1', 'true'].includes(child(workbook, 'workbookPr')?.attributes.date1904 ?? '');
  }

  /** The runs of a cell (`c`); undefined when it shows nothing. */
  runs(cell: Element): Run[] | undefined {
    const type = cell.attributes.t ?? 'n';
    if (type === 'inlineStr') return inked(richRuns(child(cell, 'is') ?? cell));
    const held = child(cell, 'v');
    if (!held) return undefined;
    const value = textOf(held);
    if (type === 's') return inked(this.strings[Number(value)] ?? []);
    if (type === 'e') return undefined;
    if (type === 'b') return [{ text: value === '1' ? 'x' : '' }];
    if (type === 'd') return [{ text: value.replace(/^(\d{4})-(\d{2})-(\d{2}).*$/, '$3/$2/$1') }];
    if (type === 'str') return inked([{ text: value }]);
    return inked([
      { text: this.shown(Number(value), this.formats[Number(cell.attributes.s ?? 0)] ?? 'number', value) },
    ]);
  }

  private shown(number: number, format: 'date' | 'percent' | 'number', raw: string): string {
    if (!Number.isFinite(number)) return raw;
    if (format === 'date' && number >= 1 && number < 2_958_466) return this.date(number);
    if (format === 'percent') return `${tidy(number * 100)}%`;
    return tidy(number);
  }

  /** A serial day as dd/mm/yyyy; the serial of 29/2/1900, which never was, shifts the days before it. */
  private date(serial: number): string {
    const days = Math.floor(serial) + (this.since1904 ? 1462 : 0);
    const date = new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * 86_400_000);
    const two = (part: number) => String(part).padStart(2, '0');
    return `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
  }
}

const tidy = (number: number) => String(Number(number.toPrecision(12))).replace('.', ',');

const inked = (runs: Run[]) => (runs.some((run) => run.text.trim() !== '') ? runs : undefined);

/** Rich text in runs with their fonts; pronunciation guides are left out. */
function richRuns(item: Element): Run[] {
  return elementsOf(item).flatMap((part) => {
    if (part.name === 't') return [{ text: textOf(part) }];
    if (part.name !== 'r') return [];
    const properties = child(part, 'rPr');
    const held = child(part, 't');
    const font = child(properties, 'rFont')?.attributes.val;
    return held ? [{ text: textOf(held), font, bold: child(properties, 'b') !== undefined }] : [];
  });
}

function formatsOf(styles: Element | undefined): ('date' | 'percent' | 'number')[] {
  const codes = new Map(
    elementsOf(child(styles, 'numFmts')).map(({ attributes }) => [
      Number(attributes.numFmtId),
      attributes.formatCode ?? '',
    ]),
  );
  return elementsOf(child(styles, 'cellXfs')).map(({ attributes }) => {
    const id = Number(attributes.numFmtId ?? 0);
    const code = (codes.get(id) ?? '').replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
    if (dateFormats.has(id) || /[dy]/i.test(code)) return 'date';
    return percentFormats.has(id) || code.includes('%') ? 'percent' : 'number';
  });
}
