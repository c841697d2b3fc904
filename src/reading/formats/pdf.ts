import type { Canvas } from '@napi-rs/canvas';
import type { ReadingWarning } from '../../domain/documents/reading.ts';
import { syllableQuality } from '../../domain/text/syllables.ts';
import type { Extracted, ExtractOptions } from '../extracted.ts';
import { readPageImage } from '../ocr/read-page.ts';
import { type Recogniser, startRecogniser } from '../ocr/recogniser.ts';
import { extractedFrom } from '../pages/extracted-from.ts';
import { lineText, type Page, plainShares } from '../pages/page.ts';
import { closePdf, drawPdfPage, openPdf, type PDFDocumentProxy, type PDFPageProxy } from './pdf-document.ts';
import { type PageGraphics, readGraphics } from './pdf-graphics.ts';
import { linesOf } from './pdf-lines.ts';
import { refuse } from './refuse.ts';

/** A text layer with a smaller share of legal syllables than this is not believed. */
const believed = 0.85;
const marked = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/giu;
const pointsPerInch = 72;

/**
 * Reads a PDF: the text layer by the places of its letters where it can be believed, else the page's picture by OCR.
 * @throws Unreadable where the file is locked or damaged
 */
export async function extractPdf(bytes: Uint8Array, options: ExtractOptions): Promise<Extracted> {
  const pdf = await openPdf(bytes);
  const ocr = new LazyRecogniser();
  try {
    return await readPdf(pdf, options, ocr);
  } finally {
    await ocr.close();
    await closePdf(pdf);
  }
}

/** One recogniser for the whole document, started by the first page that needs it. */
class LazyRecogniser {
  private started: Promise<Recogniser> | null = null;

  get(): Promise<Recogniser> {
    this.started ??= startRecogniser();
    return this.started;
  }

  async close(): Promise<void> {
    await (await this.started)?.close();
  }
}

async function readPdf(
  pdf: PDFDocumentProxy,
  options: ExtractOptions,
  ocr: LazyRecogniser,
): Promise<Extracted> {
  const { limits, progress } = options;
  const until = performance.now() + 0.9 * limits.milliseconds;
  const count = Math.min(pdf.numPages, limits.pages);
  const pages: Page[] = [];
  const warnings: ReadingWarning[] = [];
  for (let number = 1; number <= count && performance.now() < until; number++) {
    const taken = await takePage(pdf, number);
    const page = taken?.canvas ? await recognise(taken, await ocr.get()) : taken?.page;
    if (page) pages.push(page);
    else {
      warnings.push({
        code: 'page-unread',
        message: `Trang ${number} bị lỗi nên không đọc được; hãy đối chiếu với bản gốc.`,
      });
    }
    progress?.(number, count, taken?.canvas ? 'Nhận dạng chữ' : 'Đọc chữ');
  }
  if (pages.length === 0 && warnings.length > 0) throw refuse('damaged');
  const reached = pages.length + warnings.length;
  if (reached < pdf.numPages) {
    warnings.push({
      code: 'pages-left-out',
      message: `Tệp có ${pdf.numPages} trang; chỉ đọc ${reached} trang đầu. Hãy tách tệp nếu cần đọc phần còn lại.`,
    });
  }
  return extractedFrom('pdf', pages, pdf.numPages, warnings);
}

/** A page read from its text layer (`page`), or drawn for OCR (`canvas`). */
type Taken =
  | { page: Page; canvas?: undefined }
  | { page?: undefined; canvas: Canvas; number: number; dpi: number; notes: string[] };

/** Takes a page out of the file; null where its part of the file is broken. */
async function takePage(pdf: PDFDocumentProxy, number: number): Promise<Taken | null> {
  try {
    const page = await pdf.getPage(number);
    const taken = await takeText(page);
    page.cleanup();
    return taken;
  } catch {
    return null;
  }
}

async function takeText(page: PDFPageProxy): Promise<Taken> {
  const graphics = await readGraphics(page);
  const notes = await notesOf(page);
  const { width, height } = page.getViewport({ scale: 1 });
  const lines = linesOf(graphics.glyphs);
  const number = page.pageNumber;
  if (isBelievable(lines.map(lineText).join(' '), graphics)) {
    const { rules } = graphics;
    const toShares = plainShares(width, height);
    return { page: { number, width, height, method: 'text', lines, rules, notes, toShares } };
  }
  const canvas = await drawPdfPage(page, dpiFor(graphics));
  return { canvas, number, dpi: (canvas.width / width) * pointsPerInch, notes };
}

/** Recognises a drawn page; null where its picture cannot be. */
async function recognise(
  drawn: Extract<Taken, { canvas: Canvas }>,
  recogniser: Recogniser,
): Promise<Page | null> {
  try {
    const page = await readPageImage(drawn.canvas, drawn.number, drawn.dpi, recogniser);
    return { ...page, notes: drawn.notes };
  } catch {
    return null;
  }
}

/**
 * Whether a page's text layer can be taken as its text: enough legal syllables, and Vietnamese letters among them.
 * A page with neither text nor picture is believed to be empty.
 */
function isBelievable(text: string, graphics: PageGraphics): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 20) return graphics.imageShare < 0.1 && graphics.turned < 20;
  if (graphics.turned > graphics.glyphs.length) return false;
  const share = (text.match(marked)?.length ?? 0) / letters;
  return syllableQuality(text) >= believed && share > 0.05;
}

/** A scan is drawn at its own resolution, within what OCR likes; drawn text at 250 dpi. */
function dpiFor({ imageShare, imagePixelsPerPoint }: PageGraphics): number {
  if (imageShare < 0.5) return 250;
  return Math.min(300, Math.max(200, imagePixelsPerPoint * pointsPerInch));
}

/** Texts that somebody put over the page with a PDF tool: minutes of the leader, not words of the document. */
async function notesOf(page: PDFPageProxy): Promise<string[]> {
  const annotations = (await page.getAnnotations()) as {
    subtype?: string;
    contentsObj?: { str?: string };
    textContent?: string[];
  }[];
  return annotations
    .filter(({ subtype }) => subtype === 'FreeText' || subtype === 'Text')
    .map((note) => note.contentsObj?.str || note.textContent?.join(' ') || '')
    .map((text) => text.replace(/\s+/gu, ' ').trim())
    .filter((text) => text !== '');
}
