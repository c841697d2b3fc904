import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Canvas, createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/types/src/display/api.d.ts';
import { cappedScale, mostPixels } from '../ocr/raster.ts';
import { refuse } from './refuse.ts';

export type { PDFDocumentProxy, PDFPageProxy };

const require = createRequire(import.meta.url);
const pdfjsFolder = dirname(require.resolve('pdfjs-dist/package.json'));
const tinosFolder = dirname(require.resolve('@expo-google-fonts/tinos/package.json'));

const pointsPerInch = 72;

/**
 * Makes Tinos (metrics of Times New Roman, all Vietnamese letters) known to the canvas, also under the name of the
 * fonts that documents leave out. Without it unembedded fonts are drawn as boxes.
 */
export function registerFonts(): void {
  if (GlobalFonts.has('Tinos')) return;
  for (const face of ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic']) {
    const file = join(tinosFolder, face, `Tinos_${face}.ttf`);
    for (const family of ['Tinos', 'Times New Roman', 'serif']) GlobalFonts.registerFromPath(file, family);
  }
}

/**
 * Opens a PDF for reading and drawing, without running any script in it.
 * @throws Unreadable in Vietnamese when it is locked by a password or damaged
 */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  registerFonts();
  const task = getDocument({
    data: Uint8Array.from(bytes),
    verbosity: 0,
    enableXfa: false,
    // A font left out of the file is then drawn with the one registered under its name.
    useSystemFonts: true,
    maxImageSize: mostPixels * 4,
    cMapUrl: `${join(pdfjsFolder, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(pdfjsFolder, 'standard_fonts')}/`,
    wasmUrl: `${join(pdfjsFolder, 'wasm')}/`,
    iccUrl: `${join(pdfjsFolder, 'iccs')}/`,
  });
  try {
    return await task.promise;
  } catch (error) {
    await task.destroy();
    throw refuse(error instanceof Error && error.name === 'PasswordException' ? 'password' : 'damaged');
  }
}

export async function closePdf(pdf: PDFDocumentProxy): Promise<void> {
  await pdf.loadingTask.destroy();
}

/**
 * Draws a page on white; notes laid over the page are left out so that they do not hide the text.
 * @param dpi dots an inch; lowered where the page would pass `mostPixels`
 */
export async function drawPdfPage(page: PDFPageProxy, dpi: number): Promise<Canvas> {
  const size = page.getViewport({ scale: 1 });
  const scale = cappedScale(size.width, size.height, dpi / pointsPerInch);
  const viewport = page.getViewport({ scale });
  const canvas = createCanvas(
    Math.max(1, Math.round(viewport.width)),
    Math.max(1, Math.round(viewport.height)),
  );
  const noAnnotations = 0;
  await page.render({
    canvas: canvas as unknown as HTMLCanvasElement,
    viewport,
    annotationMode: noAnnotations,
    background: 'white',
  }).promise;
  return canvas;
}
