import { type Canvas, createCanvas, PDFDocument, type SKRSContext2D } from '@napi-rs/canvas';
import { closePdf, drawPdfPage, openPdf, registerFonts } from '../src/reading/formats/pdf-document.ts';

/**
 * A part of a page: a paragraph; a heading in the middle; two columns of centred lines side by side (agency and
 * motto, recipients and signature); or a ruled table, its column widths as shares of the text width.
 */
export type ScanPart =
  | string
  | { centre: string; bold?: boolean }
  | { left: string[]; right: string[] }
  | { widths: number[]; rows: string[][] };

export interface ScanLook {
  /** Dots an inch of the image; 200 unless told. */
  dpi?: number;
  /** Degrees the paper lies turned clockwise. */
  skew?: number;
  /** Quarter turns clockwise, as when a page goes in sideways or upside down. */
  quarterTurns?: 0 | 1 | 2 | 3;
  /** Grain, as the largest change of a pixel's brightness, 0..255. */
  noise?: number;
  /** Shadow over one corner, 0 none to 1 black. */
  shade?: number;
  /** JPEG quality 0..100; 70 unless told. */
  quality?: number;
  /** Same seed, same grain. */
  seed?: number;
  format?: 'pdf' | 'png' | 'jpeg';
}

const a4 = { width: 595, height: 842 };
const margin = { left: 85, right: 43, top: 57, bottom: 57 };
const size = 13.5;
const leading = 18;
const textWidth = a4.width - margin.left - margin.right;

/** Draws parts down a page, in points. */
class Pen {
  private readonly context: SKRSContext2D;
  private y = margin.top + size;

  constructor(context: SKRSContext2D) {
    this.context = context;
    context.fillStyle = 'black';
    context.strokeStyle = 'black';
    context.lineWidth = 0.8;
    this.face(false);
  }

  draw(part: ScanPart): void {
    if (typeof part === 'string') this.paragraph(part);
    else if ('centre' in part) this.centred(part.centre, part.bold ?? true);
    else if ('left' in part) this.sideBySide(part.left, part.right);
    else this.table(part.widths, part.rows);
  }

  private face(bold: boolean, points = size): void {
    this.context.font = `${bold ? '700' : '400'} ${points}px Tinos`;
  }

  private wrap(text: string, width: number, indent: number): string[] {
    const lines: string[] = [];
    let line = '';
    for (const word of text.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      const room = width - (lines.length === 0 ? indent : 0);
      if (line !== '' && this.context.measureText(longer).width > room) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    return [...lines, line];
  }

  private paragraph(text: string): void {
    const indent = 34;
    for (const [i, line] of this.wrap(text, textWidth, indent).entries()) {
      this.context.fillText(line, margin.left + (i === 0 ? indent : 0), this.y);
      this.y += leading;
    }
    this.y += 4;
  }

  private middle(text: string, x: number): void {
    this.context.fillText(text, x - this.context.measureText(text).width / 2, this.y);
  }

  private centred(text: string, bold: boolean): void {
    this.face(bold);
    this.y += 6;
    for (const line of this.wrap(text, textWidth * 0.75, 0)) {
      this.middle(line, margin.left + textWidth / 2);
      this.y += leading;
    }
    this.y += 6;
    this.face(false);
  }

  private sideBySide(left: string[], right: string[]): void {
    this.face(false, size - 1.5);
    for (let i = 0; i < Math.max(left.length, right.length); i++) {
      this.middle(left[i] ?? '', margin.left + textWidth * 0.2);
      this.middle(right[i] ?? '', margin.left + textWidth * 0.7);
      this.y += leading;
    }
    this.y += leading;
    this.face(false);
  }

  private table(widths: number[], rows: string[][]): void {
    const pad = 4;
    const edges = [margin.left];
    for (const width of widths) edges.push(edges.at(-1)! + width * textWidth);
    let top = this.y - size;
    for (const row of rows) {
      const cells = row.map((text, i) => this.wrap(text, edges[i + 1]! - edges[i]! - 2 * pad, 0));
      const bottom = top + Math.max(...cells.map((lines) => lines.length)) * leading + pad;
      for (const [i, lines] of cells.entries()) {
        this.context.strokeRect(edges[i]!, top, edges[i + 1]! - edges[i]!, bottom - top);
        for (const [k, line] of lines.entries())
          this.context.fillText(line, edges[i]! + pad, top + size + k * leading);
      }
      top = bottom;
    }
    this.y = top + leading + size;
  }
}

/** mulberry32: the same numbers 0..1 from the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function spoil(canvas: Canvas, { noise = 0, shade = 0, seed = 1 }: ScanLook): void {
  if (noise === 0 && shade === 0) return;
  const random = randomFrom(seed);
  const context = canvas.getContext('2d');
  const image = context.getImageData(0, 0, canvas.width, canvas.height);
  for (let y = 0, i = 0; y < canvas.height; y++) {
    for (let x = 0; x < canvas.width; x++, i += 4) {
      const light = 1 - (shade * (x / canvas.width + y / canvas.height)) / 2;
      const value = image.data[i]! * light + (random() - 0.5) * 2 * noise;
      image.data[i] = image.data[i + 1] = image.data[i + 2] = value;
    }
  }
  context.putImageData(image, 0, 0);
}

function drawPage(parts: ScanPart[], look: ScanLook): Canvas {
  const { dpi = 200, skew = 0, quarterTurns = 0 } = look;
  const scale = dpi / 72;
  const lying = quarterTurns % 2 === 1;
  const [width, height] = lying ? [a4.height, a4.width] : [a4.width, a4.height];
  const canvas = createCanvas(Math.round(width * scale), Math.round(height * scale));
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(scale, scale);
  context.translate(width / 2, height / 2);
  context.rotate((skew * Math.PI) / 180 + (quarterTurns * Math.PI) / 2);
  context.translate(-a4.width / 2, -a4.height / 2);
  const pen = new Pen(context);
  for (const part of parts) pen.draw(part);
  context.resetTransform();
  spoil(canvas, look);
  return canvas;
}

/** A page as it lies turned on the glass, whose edges cut off what reaches beyond. */
function laidAskew(page: Canvas, skew: number): Canvas {
  const { width, height } = page;
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.translate(width / 2, height / 2);
  context.rotate((skew * Math.PI) / 180);
  context.drawImage(page, -width / 2, -height / 2);
  context.resetTransform();
  return canvas;
}

/** A PDF whose pages are nothing but JPEG pictures, as an office scanner makes it. */
function wrapInPdf(pictures: { jpeg: Buffer; canvas: Canvas }[]): Buffer {
  const chunks: Buffer[] = [];
  const offsets: number[] = [];
  let length = 0;
  const write = (chunk: string | Buffer) => {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk, 'latin1') : chunk;
    chunks.push(bytes);
    length += bytes.length;
  };
  const object = (number: number, head: string, stream?: Buffer) => {
    offsets[number] = length;
    write(`${number} 0 obj\n${head}\n`);
    if (stream) {
      write('stream\n');
      write(stream);
      write('\nendstream\n');
    }
    write('endobj\n');
  };
  write('%PDF-1.4\n');
  const kids = pictures.map((_, i) => `${3 + 3 * i} 0 R`).join(' ');
  object(1, '<< /Type /Catalog /Pages 2 0 R >>');
  object(2, `<< /Type /Pages /Kids [${kids}] /Count ${pictures.length} >>`);
  for (const [i, { jpeg, canvas }] of pictures.entries()) {
    const first = 3 + 3 * i;
    const [width, height] = canvas.width < canvas.height ? [a4.width, a4.height] : [a4.height, a4.width];
    const draw = Buffer.from(`q ${width} 0 0 ${height} 0 0 cm /Im Do Q`);
    object(
      first,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Resources << /XObject << /Im ${first + 2} 0 R >> >> /Contents ${first + 1} 0 R >>`,
    );
    object(first + 1, `<< /Length ${draw.length} >>`, draw);
    object(
      first + 2,
      `<< /Type /XObject /Subtype /Image /Width ${canvas.width} /Height ${canvas.height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>`,
      jpeg,
    );
  }
  const table = length;
  const count = 3 + 3 * pictures.length;
  const rows = offsets.slice(1).map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  write(`xref\n0 ${count}\n0000000000 65535 f \n${rows.join('')}`);
  write(`trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`);
  return Buffer.concat(chunks);
}

/**
 * Draws pages as a scanner or a phone would give them, always the same for the same input.
 * @param pages the parts of each page, from top to bottom; what does not fit on the paper is cut off
 * @returns a PDF of pictures, or one picture (the first page) for `png` and `jpeg`
 */
export function drawScan(pages: ScanPart[][], look: ScanLook = {}): Buffer {
  registerFonts();
  const { format = 'pdf', quality = 70 } = look;
  const first = () => drawPage(pages[0] ?? [], look);
  if (format === 'png') return first().toBuffer('image/png');
  if (format === 'jpeg') return first().toBuffer('image/jpeg', quality);
  return wrapInPdf(
    pages.map((parts, i) => {
      const canvas = drawPage(parts, { ...look, seed: (look.seed ?? 1) + i });
      return { canvas, jpeg: canvas.toBuffer('image/jpeg', quality) };
    }),
  );
}

/**
 * A PDF printed and laid on a scanner, each page with a grain of its own.
 * @returns a PDF of pictures
 */
export async function scanOf(printed: Uint8Array, look: ScanLook = {}): Promise<Buffer> {
  const { dpi = 200, skew = 0, quality = 70, seed = 1 } = look;
  const pdf = await openPdf(printed);
  try {
    const pictures: Parameters<typeof wrapInPdf>[0] = [];
    for (let page = 1; page <= pdf.numPages; page++) {
      const canvas = laidAskew(await drawPdfPage(await pdf.getPage(page), dpi), skew);
      spoil(canvas, { ...look, seed: seed + page });
      pictures.push({ canvas, jpeg: canvas.toBuffer('image/jpeg', quality) });
    }
    return wrapInPdf(pictures);
  } finally {
    await closePdf(pdf);
  }
}

/** The same pages as a born-digital PDF with a sound text layer. */
export function drawPdf(pages: ScanPart[][]): Buffer {
  registerFonts();
  const pdf = new PDFDocument();
  for (const parts of pages) {
    const pen = new Pen(pdf.beginPage(a4.width, a4.height) as unknown as SKRSContext2D);
    for (const part of parts) pen.draw(part);
    pdf.endPage();
  }
  return pdf.close();
}
