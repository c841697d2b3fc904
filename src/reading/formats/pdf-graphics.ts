import { OPS, Util } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Rule } from '../pages/page.ts';
import type { PDFPageProxy } from './pdf-document.ts';

/** A letter where it stands on the page, in points from the top left. */
export interface Glyph {
  text: string;
  x0: number;
  x1: number;
  baseline: number;
  size: number;
  bold: boolean;
}

export interface PageGraphics {
  glyphs: Glyph[];
  /** Letters of lines that do not run from left to right (watermarks, turned pages). */
  turned: number;
  rules: Rule[];
  /** Width of the widest image in pixels over the width it covers in points; 0 without images. */
  imagePixelsPerPoint: number;
  /** Share of the page that the largest image covers. */
  imageShare: number;
}

type Matrix = [number, number, number, number, number, number];
interface PdfGlyph {
  unicode: string;
  width: number;
  isSpace: boolean;
}
interface PdfFont {
  fontMatrix?: number[];
  name?: string;
  bold?: boolean;
  black?: boolean;
}

interface State {
  ctm: Matrix;
  font: PdfFont;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  hScale: number;
  leading: number;
  rise: number;
}

const identity: Matrix = [1, 0, 0, 1, 0, 0];
const times = (a: Matrix, b: Matrix): Matrix => Util.transform(a, b) as Matrix;
const apply = ([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] => [
  a * x + c * y + e,
  b * x + d * y + f,
];

/**
 * Walks the drawing operators of a page and keeps what reading needs: every letter with its exact place (the order
 * of drawing says nothing about the order of reading), straight ruling lines, and how much of the page is image.
 */
export async function readGraphics(page: PDFPageProxy): Promise<PageGraphics> {
  const noAnnotations = 0;
  const list = await page.getOperatorList({ annotationMode: noAnnotations });
  const viewport = page.getViewport({ scale: 1 });
  const walker = new Walker(viewport.transform as Matrix, (id) =>
    page.commonObjs.has(id) ? (page.commonObjs.get(id) as PdfFont) : {},
  );
  for (let i = 0; i < list.fnArray.length; i++) walker.step(list.fnArray[i]!, list.argsArray[i]);
  const area = viewport.width * viewport.height;
  return { ...walker.found, imageShare: area > 0 ? walker.imageArea / area : 0 };
}

class Walker {
  readonly found = { glyphs: [] as Glyph[], turned: 0, rules: [] as Rule[], imagePixelsPerPoint: 0 };
  imageArea = 0;
  private readonly fontOf: (id: string) => PdfFont;
  private state: State;
  private readonly saved: State[] = [];
  private textMatrix = identity;
  private lineMatrix = identity;

  constructor(base: Matrix, fontOf: (id: string) => PdfFont) {
    this.fontOf = fontOf;
    this.state = {
      ctm: base,
      font: {},
      fontSize: 0,
      charSpacing: 0,
      wordSpacing: 0,
      hScale: 1,
      leading: 0,
      rise: 0,
    };
  }

  step(operator: number, args: unknown): void {
    const list = (args ?? []) as unknown[];
    const numbers = list as number[];
    switch (operator) {
      case OPS.save:
        this.saved.push({ ...this.state });
        break;
      case OPS.restore:
      case OPS.endGroup:
      case OPS.paintFormXObjectEnd:
        this.state = this.saved.pop() ?? this.state;
        break;
      case OPS.transform:
        this.state.ctm = times(this.state.ctm, list as unknown as Matrix);
        break;
      case OPS.paintFormXObjectBegin:
        this.enter(list[0]);
        break;
      case OPS.beginGroup:
        this.enter((list[0] as { matrix?: unknown }).matrix);
        break;
      case OPS.constructPath:
        this.path(list[1] as ArrayLike<number>[]);
        break;
      case OPS.paintImageXObject:
        this.image(numbers[1]!);
        break;
      case OPS.paintInlineImageXObject:
      case OPS.paintImageMaskXObject:
        this.image((list[0] as { width?: number }).width ?? 0);
        break;
      default:
        this.text(operator, list);
    }
  }

  private text(operator: number, list: unknown[]): void {
    const numbers = list as number[];
    const { state } = this;
    switch (operator) {
      case OPS.beginText:
        this.textMatrix = this.lineMatrix = identity;
        break;
      case OPS.setFont:
        state.font = this.fontOf(list[0] as string);
        state.fontSize = numbers[1]!;
        break;
      case OPS.setCharSpacing:
        state.charSpacing = numbers[0]!;
        break;
      case OPS.setWordSpacing:
        state.wordSpacing = numbers[0]!;
        break;
      case OPS.setHScale:
        state.hScale = numbers[0]! / 100;
        break;
      case OPS.setLeading:
        state.leading = -numbers[0]!;
        break;
      case OPS.setTextRise:
        state.rise = numbers[0]!;
        break;
      case OPS.setTextMatrix:
        this.textMatrix = this.lineMatrix = Array.from(list[0] as ArrayLike<number>) as Matrix;
        break;
      case OPS.setLeadingMoveText:
        state.leading = numbers[1]!;
        this.move(numbers[0]!, numbers[1]!);
        break;
      case OPS.moveText:
        this.move(numbers[0]!, numbers[1]!);
        break;
      case OPS.nextLine:
        this.move(0, state.leading);
        break;
      case OPS.showText:
        this.show(list[0] as (PdfGlyph | number | null)[]);
        break;
    }
  }

  private enter(matrix: unknown): void {
    this.saved.push({ ...this.state });
    if (matrix) this.state.ctm = times(this.state.ctm, Array.from(matrix as ArrayLike<number>) as Matrix);
  }

  private move(x: number, y: number): void {
    this.textMatrix = this.lineMatrix = times(this.lineMatrix, [1, 0, 0, 1, x, y]);
  }

  private show(glyphs: (PdfGlyph | number | null)[]): void {
    const { state } = this;
    const unit = (state.font.fontMatrix?.[0] ?? 0.001) * state.fontSize;
    const bold = Boolean(state.font.bold || state.font.black || /bold|black/iu.test(state.font.name ?? ''));
    for (const glyph of glyphs) {
      let advance: number;
      if (typeof glyph === 'number') advance = (-glyph * state.fontSize) / 1000;
      else if (glyph === null) continue;
      else {
        const width = glyph.width * unit;
        this.place(glyph.unicode, width * state.hScale, bold);
        advance = width + state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0);
      }
      this.textMatrix = times(this.textMatrix, [1, 0, 0, 1, advance * state.hScale, 0]);
    }
  }

  private place(text: string, width: number, bold: boolean): void {
    const { state } = this;
    const matrix = times(state.ctm, this.textMatrix);
    const [x0, baseline] = apply(matrix, 0, state.rise);
    const [x1, end] = apply(matrix, width, state.rise);
    const size = Math.abs(state.fontSize) * Math.hypot(matrix[2], matrix[3]);
    if (x1 < x0 || Math.abs(end - baseline) > 0.1 * (x1 - x0) + 0.01 * size) this.found.turned++;
    else this.found.glyphs.push({ text, x0, x1, baseline, size, bold });
  }

  private image(pixels: number): void {
    const [a, b, c, d] = this.state.ctm;
    const area = Math.abs(a * d - b * c);
    if (area <= this.imageArea) return;
    this.imageArea = area;
    this.found.imagePixelsPerPoint = pixels / Math.max(1, Math.hypot(a, b));
  }

  /** Thin filled boxes and straight strokes are ruling lines; boxes drawn as strokes give their four sides. */
  private path(parts: (ArrayLike<number> | null)[]): void {
    const curve: Record<number, number> = { 2: 6, 3: 4 };
    for (const data of parts) {
      // A path that is painted without having been drawn.
      if (data === null) continue;
      let points: [number, number][] = [];
      for (let i = 0; i < data.length; ) {
        const kind = data[i]!;
        if (kind === 0 || kind === 1) {
          if (kind === 0) {
            this.rulesOf(points);
            points = [];
          }
          points.push(apply(this.state.ctm, data[i + 1]!, data[i + 2]!));
          i += 3;
        } else if (kind === 4) {
          if (points.length > 0) points.push(points[0]!);
          i += 1;
        } else i += 1 + (curve[kind] ?? 6);
      }
      this.rulesOf(points);
    }
  }

  private rulesOf(points: [number, number][]): void {
    const straight = 1;
    for (let i = 1; i < points.length; i++) {
      const [ax, ay] = points[i - 1]!;
      const [bx, by] = points[i]!;
      const length = Math.max(Math.abs(ax - bx), Math.abs(ay - by));
      if (length < 6 || Math.min(Math.abs(ax - bx), Math.abs(ay - by)) > straight) continue;
      this.found.rules.push({
        x0: Math.min(ax, bx),
        y0: Math.min(ay, by),
        x1: Math.max(ax, bx),
        y1: Math.max(ay, by),
      });
    }
  }
}
