import type { Canvas, Image } from '@napi-rs/canvas';
import { countSyllables, syllableQuality } from '../../domain/text/syllables.ts';
import { around, type Box, type Line, lineText, type Page } from '../pages/page.ts';
import { findGrids, type Grid, isInside, linesWith } from '../pages/tables.ts';
import { type Back, crop, type Grey, greyOf, turn } from './raster.ts';
import type { Recogniser } from './recogniser.ts';
import { findRules, withoutRules } from './rules.ts';
import { findSkew } from './skew.ts';

/** A page image set upright: what is recognised, and the way back to the image as it came. */
interface Upright {
  grey: Grey;
  back: Back;
  dpi: number;
}

const quarter = Math.PI / 2;
/** Slopes under a fifth of a degree are left alone: turning blurs letters more than they harm. */
const leastSlope = 0.0087;
/** Under this share of legal syllables a page may be lying upside down. */
const poor = 0.6;

const allText = (lines: Line[]) => lines.map(lineText).join(' ');
const qualityOf = (lines: Line[]) => syllableQuality(allText(lines));
/** How many legal syllables and numbers the lines hold. */
const understood = (lines: Line[]) =>
  countSyllables(allText(lines)).legal + (allText(lines).match(/\S*\d\S*/gu)?.length ?? 0);

/**
 * Recognises the words of a page image: sets it upright (any small slope, sideways, upside down), reads it with
 * Sauvola's threshold, and ruled tables a second time with Otsu's.
 * @param number of the page, from 1
 * @param dpi of the image, which tells letters from specks
 * @returns lines in pixels of the upright image; `toShares` leads back to the image as given
 */
export async function readPageImage(
  source: Canvas | Image,
  number: number,
  dpi: number,
  recogniser: Recogniser,
): Promise<Page> {
  const first =
    'getContext' in source
      ? { canvas: source, back: (x: number, y: number): [number, number] => [x, y] }
      : turn(source, 0);
  const grey = greyOf(first.canvas);
  const { radians, sideways } = findSkew(grey);
  const straight = -radians - (sideways ? quarter : 0);
  const upright: Upright =
    sideways || Math.abs(radians) > leastSlope
      ? turned(source, straight, dpi)
      : { grey, back: first.back, dpi };
  let best = await passes(upright, recogniser);
  let chosen = upright;
  if (best.lines.length > 0 && qualityOf(best.lines) < poor) {
    const over = turned(source, straight + 2 * quarter, dpi);
    const other = await passes(over, recogniser);
    if (qualityOf(other.lines) > qualityOf(best.lines)) {
      best = other;
      chosen = over;
    }
  }
  const { back, grey: image } = chosen;
  const toShares = (box: Box): Box => {
    const corners = [back(box[0], box[1]), back(box[2], box[1]), back(box[0], box[3]), back(box[2], box[3])];
    const [x0, y0, x1, y1] = around(corners.map(([x, y]) => [x, y, x, y]));
    return [x0 / source.width, y0 / source.height, x1 / source.width, y1 / source.height];
  };
  return { number, width: image.width, height: image.height, method: 'ocr', ...best, notes: [], toShares };
}

function turned(source: Canvas | Image, radians: number, dpi: number): Upright {
  const { canvas, back } = turn(source, radians);
  return { grey: greyOf(canvas), back, dpi };
}

/**
 * Words of an upright page. A page with ruled tables is read with their lines painted over, and each table a second
 * time column by column with the other threshold, so that lines do not run on from cell to cell; the reading with
 * more legal syllables and numbers stays.
 */
async function passes(
  { grey, dpi }: Upright,
  recogniser: Recogniser,
): Promise<Pick<Page, 'lines' | 'rules'>> {
  const rules = findRules(grey);
  const grids = findGrids(rules, grey.width);
  if (grids.length === 0) return { lines: await recogniser.recognise(grey, dpi, 'sauvola'), rules };
  const bare = withoutRules(
    grey,
    grids.flatMap((grid) => grid.rules),
  );
  let lines = await recogniser.recognise(bare, dpi, 'sauvola');
  for (const column of grids.flatMap(columnsOf)) {
    const first = linesWith(lines, (word) => isInside(word, column));
    const again = await readPart(bare, dpi, column, recogniser);
    if (understood(again) >= understood(first)) {
      lines = [...linesWith(lines, (word) => !isInside(word, column)), ...again];
    }
  }
  return { lines, rules };
}

const columnsOf = ({ columns, box }: Grid): Box[] =>
  columns.slice(1).map((end, i) => [columns[i]!, box[1], end, box[3]]);

async function readPart(grey: Grey, dpi: number, box: Box, recogniser: Recogniser): Promise<Line[]> {
  const [x0, y0, x1, y1] = box.map(Math.round) as Box;
  const lines = await recogniser.recognise(crop(grey, x0, y0, x1, y1), dpi, 'otsu');
  return lines.map((line) => ({
    ...line,
    baseline: line.baseline + y0,
    words: line.words.map((word) => {
      const [a, b, c, d] = word.box;
      return { ...word, box: [a + x0, b + y0, c + x0, d + y0] as Box };
    }),
  }));
}
