import { type Image, loadImage } from '@napi-rs/canvas';
import { type Extracted, type ExtractOptions, Unreadable } from '../extracted.ts';
import { cappedScale, turn } from '../ocr/raster.ts';
import { readPageImage } from '../ocr/read-page.ts';
import { startRecogniser } from '../ocr/recogniser.ts';
import { extractedFrom } from '../pages/extracted-from.ts';
import { readImageHeader } from './image-header.ts';

/** The largest picture unpacked, pixels: four bytes each in memory. */
const mostPixels = 64e6;
/** Short side of a page, inches (A4): tells the dots an inch of a picture that says nothing of its size. */
const pageInches = 8.27;
/** Letters of 13 points are read best between these resolutions. */
const fewestDpi = 150;
const mostDpi = 300;
/** Enlarging further adds no letters. */
const mostEnlarged = 4;

/**
 * Unpacks a picture, turned upright as its EXIF orientation asks.
 * @throws Unreadable where it is of another kind, broken, or too large to unpack
 */
export async function openImage(bytes: Uint8Array): Promise<Image> {
  const header = readImageHeader(bytes);
  if (!header) {
    throw new Unreadable(
      'image-kind',
      'Không nhận ra loại ảnh hoặc ảnh bị hỏng. Hãy lưu lại thành JPEG, PNG hoặc PDF rồi nạp lại.',
    );
  }
  if (header.width * header.height > mostPixels || header.width < 1 || header.height < 1) {
    throw new Unreadable(
      'image-size',
      `Ảnh ${header.width} × ${header.height} điểm quá lớn. Hãy thu nhỏ xuống dưới ${mostPixels / 1e6} triệu điểm rồi nạp lại.`,
    );
  }
  try {
    return await loadImage(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch {
    throw new Unreadable('damaged', 'Ảnh bị hỏng nên không mở được. Hãy chụp hoặc quét lại rồi nạp lại.');
  }
}

/**
 * Reads a picture of one page (scan or phone photo) by OCR.
 * @throws Unreadable where the picture cannot be opened
 */
export async function extractImage(bytes: Uint8Array, options: ExtractOptions): Promise<Extracted> {
  const image = await openImage(bytes);
  const given = Math.min(image.width, image.height) / pageInches;
  const dpi = Math.min(mostDpi, Math.max(fewestDpi, given));
  const scale = cappedScale(image.width, image.height, Math.min(mostEnlarged, dpi / given));
  const { canvas } = turn(image, 0, scale);
  const recogniser = await startRecogniser();
  try {
    const page = await readPageImage(canvas, 1, dpi, recogniser);
    options.progress?.(1, 1, 'Nhận dạng chữ');
    return extractedFrom('image', [page], 1, []);
  } finally {
    await recogniser.close();
  }
}
