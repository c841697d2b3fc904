import { edgeNumber, pageNumber, stamp, stampField } from '../page-marks.ts';
import { type Line, left, lineText, type Page, right } from './page.ts';
import { findGrids, isInside } from './tables.ts';

const isStamp = (text: string) => stamp.test(text) || stampField.test(text);
const isNumber = (text: string) => pageNumber.test(text) || edgeNumber.test(text);

/** Shares of the page's height in which page numbers, and headers and footers, stand. */
const numberEdge = 0.1;
const runningEdge = 0.075;
const bare = (line: Line) =>
  lineText(line)
    .normalize('NFD')
    .replace(/[\p{M}\d\s]+/gu, '')
    .toLowerCase();
const atEdge = (line: Line, page: Page, edge: number) =>
  line.baseline < edge * page.height || line.baseline > (1 - edge) * page.height;

/**
 * Takes page numbers, running headers and footers (the same line, digits apart, on at least three pages and a third of them)
 * and the printed frame of a digital signature off the pages.
 * @returns the signature frames' lines, so that they can be named in a warning
 */
export function dropFurniture(pages: Page[]): string[] {
  const seen = new Map<string, number>();
  for (const page of pages) {
    const lines = new Set(page.lines.filter((line) => atEdge(line, page, runningEdge)).map(bare));
    for (const text of lines) seen.set(text, (seen.get(text) ?? 0) + 1);
  }
  const running = (line: Line, page: Page) => {
    const times = seen.get(bare(line)) ?? 0;
    return (
      atEdge(line, page, runningEdge) && bare(line).length > 3 && times >= 3 && times >= pages.length / 3
    );
  };
  const stamps: string[] = [];
  for (const page of pages) {
    const tables = findGrids(page.rules, page.width);
    page.lines = page.lines.filter((line) => {
      if (tables.some(({ box }) => isInside(line.words[0]!, box))) return true;
      if (isStamp(lineText(line)) && right(line) - left(line) < 0.5 * page.width) {
        stamps.push(lineText(line));
        return false;
      }
      return !(running(line, page) || (atEdge(line, page, numberEdge) && isNumber(lineText(line))));
    });
  }
  return stamps;
}
