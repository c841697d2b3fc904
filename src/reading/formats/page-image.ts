import type { Canvas } from '@napi-rs/canvas';
import { Unreadable } from '../extracted.ts';
import { cappedScale, turn } from '../ocr/raster.ts';
import { openImage } from './image.ts';
import { readImageHeader } from './image-header.ts';
import { closePdf, drawPdfPage, openPdf } from './pdf-document.ts';

const pointsPerInch = 72;
const widest = 3000;
const quality = 82;

/**
 * Draws one page of a PDF or a picture for the screen, as WebP.
 * @param page from 1; a picture has one
 * @param size `width` in pixels, at most 3000
 * @throws Unreadable where the file cannot be opened or has no such page
 */
export async function renderPage(
  bytes: Uint8Array,
  page: number,
  size: { width: number },
): Promise<Uint8Array> {
  const width = Math.min(widest, Math.max(1, Math.round(size.width)));
  const canvas = readImageHeader(bytes)
    ? await drawImage(bytes, page, width)
    : await drawPdf(bytes, page, width);
  return canvas.encode('webp', quality);
}

const noSuchPage = (page: number, count: number) =>
  new Unreadable('no-such-page', `Tệp chỉ có ${count} trang, không có trang ${page}.`);

async function drawImage(bytes: Uint8Array, page: number, width: number): Promise<Canvas> {
  if (page !== 1) throw noSuchPage(page, 1);
  const image = await openImage(bytes);
  return turn(image, 0, cappedScale(image.width, image.height, width / image.width)).canvas;
}

async function drawPdf(bytes: Uint8Array, page: number, width: number): Promise<Canvas> {
  const pdf = await openPdf(bytes);
  try {
    if (page < 1 || page > pdf.numPages) throw noSuchPage(page, pdf.numPages);
    const opened = await pdf.getPage(page);
    return await drawPdfPage(opened, (width / opened.getViewport({ scale: 1 }).width) * pointsPerInch);
  } finally {
    await closePdf(pdf);
  }
}
