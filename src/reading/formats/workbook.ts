import { strFromU8, Unzip, UnzipInflate } from 'fflate';
import type { ReadingLimits } from '../extracted.ts';
import { unpack } from './zip.ts';

/** What a workbook says beside the values of its first sheet. */
export interface AboutWorkbook {
  /** Names of its sheets in their order; hidden ones left out. */
  sheets: string[];
  /** Columns of the first sheet, from 0, whose numbers are shown as percent: Excel keeps 45 % as 0.45 and 100 % as 1. */
  percentColumns: ReadonlySet<number>;
}

/** Formats are looked at so far down: a register formats its columns, not its cells. Bytes of the sheet's XML. */
const lookAt = 512 << 10;

/** Sheets and percent columns of a workbook; none where it does not say. @throws Unreadable past the limits */
export function aboutWorkbook(bytes: Uint8Array, limits: ReadingLimits): AboutWorkbook {
  const said = ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml'];
  const parts = unpack(bytes, (name) => said.includes(name), limits);
  const [workbook = '', rels = '', styles = ''] = said.map((name) =>
    strFromU8(parts.get(name) ?? new Uint8Array()),
  );
  const sheets = tagsOf(workbook, 'sheet').map((tag) => ({
    name: decoded(attributeOf(tag, 'name') ?? ''),
    relation: attributeOf(tag, '[a-zA-Z]+:id'),
    hidden: attributeOf(tag, 'state') !== undefined,
  }));
  const target = tagsOf(rels, 'Relationship').find((tag) => attributeOf(tag, 'Id') === sheets[0]?.relation);
  const path = target && attributeOf(target, 'Target');
  const percents = percentStyles(styles);
  return {
    sheets: sheets.filter(({ hidden }, at) => at === 0 || !hidden).map(({ name }) => name),
    percentColumns:
      path === undefined || percents.size === 0
        ? new Set()
        : columnsWith(percents, beginningOf(bytes, path.startsWith('/') ? path.slice(1) : `xl/${path}`)),
  };
}

const tagsOf = (xml: string, name: string) =>
  [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, 'gu'))].map(([tag]) => tag);
const attributeOf = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`, 'u').exec(tag)?.[1];
const decoded = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

/** Places of the cell formats that show percent: the two built-in ones, and those that write the sign. */
function percentStyles(styles: string): Set<string> {
  const own = tagsOf(styles, 'numFmt').filter((tag) => attributeOf(tag, 'formatCode')?.includes('%'));
  const ids = new Set(['9', '10', ...own.flatMap((tag) => attributeOf(tag, 'numFmtId') ?? [])]);
  const formats = /<(?:\w+:)?cellXfs[\s>].*?<\/(?:\w+:)?cellXfs>/su.exec(styles)?.[0] ?? '';
  return new Set(
    tagsOf(formats, 'xf').flatMap((tag, at) =>
      ids.has(attributeOf(tag, 'numFmtId') ?? '') ? [String(at)] : [],
    ),
  );
}

/** The first bytes of an entry, unpacked no further. */
function beginningOf(bytes: Uint8Array, path: string): string {
  let text = '';
  const archive = new Unzip((file) => {
    if (file.name !== path) return;
    file.ondata = (error, chunk) => {
      if (error === null && text.length < lookAt) text += strFromU8(chunk, true);
    };
    file.start();
  });
  archive.register(UnzipInflate);
  const step = 64 << 10;
  for (let at = 0; at < bytes.length && text.length < lookAt; at += step)
    archive.push(bytes.subarray(at, at + step), at + step >= bytes.length);
  return text;
}

/** Columns that hold a cell of such a format. */
function columnsWith(styles: ReadonlySet<string>, sheet: string): Set<number> {
  const columns = new Set<number>();
  for (const tag of tagsOf(sheet, 'c')) {
    const letters = /^[A-Z]{1,3}/u.exec(attributeOf(tag, 'r') ?? '')?.[0];
    if (letters && styles.has(attributeOf(tag, 's') ?? '')) columns.add(columnNumber(letters));
  }
  return columns;
}

const columnNumber = (letters: string) =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
