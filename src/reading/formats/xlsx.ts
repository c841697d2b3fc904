import type { ReadingWarning } from '../../domain/documents/reading.ts';
import type { Extracted, ExtractOptions } from '../extracted.ts';
import { compose } from './compose.ts';
import { type Draft, type DraftCell, plain, type Run } from './draft.ts';
import { refuse } from './refuse.ts';
import { CellText } from './xlsx-cells.ts';
import { child, type Element, elementsOf, parseXml } from './xml.ts';
import { unpack } from './zip.ts';

const parts = /^xl\/(?:workbook|sharedStrings|styles|worksheets\/[^/]+|_rels\/workbook)\.xml(?:\.rels)?$/;
/** A task table is never larger; a whole database is not a document. */
const mostRows = 20_000;

/**
 * Reads a workbook: visible sheets in order, each row with its cells, merged cells carried down, dates as
 * dd/mm/yyyy. Rows of a single cell before the table begins are titles.
 */
export function extractXlsx(bytes: Uint8Array, { limits }: ExtractOptions): Extracted {
  const files = unpack(bytes, (name) => parts.test(name), limits);
  const root = (name: string) => {
    const file = files.get(name);
    return file && parseXml(file).root;
  };
  const workbook = root('xl/workbook.xml');
  if (!workbook) throw refuse('damaged');
  const cells = new CellText(root('xl/sharedStrings.xml'), root('xl/styles.xml'), workbook);
  const sheets = sheetsOf(workbook, root('xl/_rels/workbook.xml.rels'));
  const drafts: Draft[] = [];
  const warnings: ReadingWarning[] = [];
  for (const [index, sheet] of sheets.entries()) {
    const data = root(sheet.path);
    if (!data) continue;
    const read = sheetDrafts(data, cells, index + 1);
    if (sheets.length > 1 && read.drafts.length > 0 && !/^sheet\d*$/i.test(sheet.name))
      drafts.push(plain(sheet.name, 'heading'));
    drafts.push(...read.drafts);
    if (read.cut) {
      const message = `Trang tính «${sheet.name}» quá dài: chỉ đọc ${mostRows} dòng đầu. Hãy tách tệp nếu cần đọc hết.`;
      warnings.push({ code: 'rows-left-out', message });
    }
  }
  return compose(drafts, { format: 'xlsx', pages: Math.max(1, sheets.length), warnings });
}

function sheetsOf(workbook: Element, relations: Element | undefined): { name: string; path: string }[] {
  const targets = new Map(
    elementsOf(relations).map(({ attributes }) => [attributes.Id, attributes.Target ?? '']),
  );
  return elementsOf(child(workbook, 'sheets'))
    .filter(({ attributes }) => (attributes.state ?? 'visible') === 'visible')
    .map(({ attributes }, i) => {
      const target = targets.get(attributes['r:id'] ?? '') ?? `worksheets/sheet${i + 1}.xml`;
      return {
        name: attributes.name ?? '',
        path: target.startsWith('/') ? target.slice(1) : `xl/${target}`,
      };
    });
}

function sheetDrafts(sheet: Element, cells: CellText, table: number): { drafts: Draft[]; cut: boolean } {
  const merges = mergesOf(sheet);
  const drafts: Draft[] = [];
  const rows = elementsOf(child(sheet, 'sheetData'));
  let begun = false;
  for (const [i, row] of rows.slice(0, mostRows).entries()) {
    if (['1', 'true'].includes(row.attributes.hidden ?? '')) continue;
    const number = Number(row.attributes.r ?? i + 1);
    const read = rowCells(row, number, cells, merges);
    const filled = read.filter((cell) => cell.paragraphs.length > 0);
    begun ||= filled.length > 1;
    if (filled.length === 0) continue;
    if (begun) drafts.push({ kind: 'row', table, cells: read });
    else drafts.push({ kind: 'paragraph', runs: filled[0]!.paragraphs[0]! });
  }
  return { drafts, cut: rows.length > mostRows };
}

interface Merge {
  left: number;
  right: number;
  top: number;
  bottom: number;
  held?: Run[][];
}

function rowCells(row: Element, number: number, cells: CellText, merges: Merge[]): DraftCell[] {
  const read: DraftCell[] = [];
  let next = 0;
  for (const cell of elementsOf(row)) {
    const column = columnOf(cell.attributes.r) ?? next;
    next = column + 1;
    const runs = cells.runs(cell);
    read.push({ column, paragraphs: runs ? [runs] : [] });
  }
  for (const merge of merges) {
    if (number < merge.top || number > merge.bottom) continue;
    const at = read.find((cell) => cell.column === merge.left);
    if (number === merge.top) merge.held = at?.paragraphs;
    else if (merge.held && merge.held.length > 0) {
      if (at) at.carried = merge.held;
      else read.push({ column: merge.left, paragraphs: [], carried: merge.held });
    }
  }
  return read.sort((a, b) => a.column - b.column);
}

function mergesOf(sheet: Element): Merge[] {
  return elementsOf(child(sheet, 'mergeCells')).flatMap(({ attributes }) => {
    const found = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(attributes.ref ?? '');
    if (!found) return [];
    const [, left, top, right, bottom] = found;
    const merge = {
      left: columnOf(left) ?? 0,
      right: columnOf(right) ?? 0,
      top: Number(top),
      bottom: Number(bottom),
    };
    return merge.bottom > merge.top ? [merge] : [];
  });
}

/** «C7» → 2; undefined when there is no column letter. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  return letters === undefined
    ? undefined
    : [...letters].reduce((sum, char) => sum * 26 + char.charCodeAt(0) - 64, 0) - 1;
}
