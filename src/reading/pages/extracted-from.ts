import type { ReadingWarning } from '../../domain/documents/reading.ts';
import { syllableQuality } from '../../domain/text/syllables.ts';
import type { Extracted } from '../extracted.ts';
import { type Assembled, assemble, cleanLine } from './assemble.ts';
import { dropFurniture } from './furniture.ts';
import { dropScribbles } from './noise.ts';
import type { Page } from './page.ts';
import { joinPages, type Margins, marginsOf, paragraphsOf } from './paragraphs.ts';

const usual: Margins = { left: 0.14, right: 0.93 };
const mostDoubts = 40;

/**
 * Pages with placed words become clean text with blocks, places and warnings.
 * @param pageCount of the file, which may be more than were read
 */
export function extractedFrom(
  format: 'pdf' | 'image',
  pages: Page[],
  pageCount: number,
  before: ReadingWarning[],
): Extracted {
  const warnings = [...before];
  const stamps = dropFurniture(pages);
  if (stamps.length > 0) {
    warnings.push({
      code: 'signature-stamp',
      message: `Bỏ ngoài nội dung khung chữ ký số hoặc dấu sao y: ${cleanLine(stamps.join('; '))}`,
    });
  }
  for (const page of pages) {
    const written = [...page.notes, ...dropScribbles(page)];
    if (written.length > 0) {
      warnings.push({
        code: 'handwriting',
        message: `Trang ${page.number} có chữ ghi thêm, không thuộc văn bản: ${cleanLine(written.join(' | '))}`,
      });
    }
  }
  const margins = pageMargins(pages);
  const paragraphs = joinPages(
    pages.map((page, i) => paragraphsOf(page, margins[i]!)),
    pages.map((page, i) => margins[i]!.right * page.width),
  );
  const assembled = assemble(paragraphs, new Map(pages.map((page) => [page.number, page])));
  warnings.push(...doubts(assembled));
  const { text, blocks, places } = assembled;
  if (text.trim() === '') {
    warnings.push({
      code: 'no-text',
      message: 'Không thấy chữ nào trong tệp. Hãy quét hoặc chụp lại rõ hơn, đủ sáng, rồi nạp lại.',
    });
  }
  const methods = new Set(pages.map((page) => page.method));
  const method = methods.size > 1 ? 'mixed' : methods.has('ocr') ? 'ocr' : 'text';
  return { format, method, pages: pageCount, quality: syllableQuality(text), text, blocks, places, warnings };
}

/** Margins of every page; a page with few long lines takes those of a page that has them, before it if possible. */
function pageMargins(pages: Page[]): Margins[] {
  const found = pages.map(marginsOf);
  return found.map((margins, i) => {
    if (margins?.sure) return margins;
    const before = found.slice(0, i).findLast((other) => other?.sure);
    return before ?? found.find((other) => other?.sure) ?? margins ?? usual;
  });
}

/** Lines OCR is unsure of, worst first up to a number that a person can look through, then in text order. */
function doubts({ lines, text }: Assembled): ReadingWarning[] {
  const unsure = lines.flatMap(({ span, page, line }) => {
    const worst = Math.min(
      ...line.words.map((word) => (/[\p{L}\d]/u.test(word.text) ? (word.confidence ?? 100) : 100)),
    );
    return worst < 55 ? [{ span, page, worst }] : [];
  });
  return unsure
    .sort((a, b) => a.worst - b.worst)
    .slice(0, mostDoubts)
    .sort((a, b) => a.span[0] - b.span[0])
    .map(({ span, page }) => ({
      code: 'doubtful-ocr',
      message: `Trang ${page}: chữ nhận dạng chưa chắc, hãy đối chiếu với ảnh: «${text.slice(...span)}»`,
      span,
    }));
}
