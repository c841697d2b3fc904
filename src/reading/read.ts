import type { Reading, ReadingWarning } from '../domain/documents/reading.ts';
import type { AgencyUnits } from '../domain/organisation/match.ts';
import { findCitations } from './citations.ts';
import { findDirectives } from './directives/find.ts';
import { type Extracted, type Progress, type ReadingLimits, standardLimits } from './extracted.ts';
import { checkFigures } from './figures/check.ts';
import { findFigures } from './figures/find.ts';
import { extract } from './formats/extract.ts';
import { readHead } from './head.ts';

export interface ReadTextOptions {
  /** The agency's own units: parties named in the paper get their `unitId`. */
  agency?: AgencyUnits;
  /** ISO day whose unit names are used; default: the paper's own date. */
  on?: string;
}

export interface ReadOptions extends ReadTextOptions {
  /** File name, for the format where the bytes leave it open. */
  name?: string;
  limits?: ReadingLimits;
  progress?: Progress;
}

/** Understands a text already extracted. Pure: the same input gives the same reading, byte for byte. */
export function readText(extracted: Extracted, options: ReadTextOptions = {}): Reading {
  const { text, blocks } = extracted;
  const { head, bodyStart, signatureStart, warnings: headWarnings } = readHead(text, blocks);
  const found = findDirectives(text, blocks, {
    bodyStart,
    bodyEnd: signatureStart ?? text.length,
    kind: head.kind,
    documentDate: head.date,
    agency: options.agency,
    on: options.on,
  });
  const figures = findFigures(text);
  const warnings: ReadingWarning[] = [
    ...extracted.warnings,
    ...headWarnings,
    ...found.warnings,
    ...checkFigures(text, blocks, figures).warnings,
  ];
  const empty = text.trim() === '';
  if (empty && warnings.length === 0) {
    warnings.push({
      code: 'empty',
      message: 'Không đọc được chữ nào trong tệp; hãy kiểm tra tệp hoặc quét lại rõ hơn.',
    });
  }
  return {
    document: head,
    source: {
      format: extracted.format,
      pages: extracted.pages,
      method: extracted.method,
      ...(extracted.encoding && { encoding: extracted.encoding }),
      quality: extracted.quality,
    },
    text,
    directives: found.directives,
    citations: findCitations(text, head),
    figures,
    warnings,
    ...(extracted.places && { places: extracted.places }),
  };
}

/**
 * Reads a file: its bytes to text and places, then to directives, citations and figures.
 * Throws `Unreadable` when the file cannot be read within the limits.
 */
export async function read(bytes: Uint8Array, options: ReadOptions = {}): Promise<Reading> {
  const { name, limits = standardLimits, progress } = options;
  const extracted = await extract(bytes, { name, limits, progress });
  return readText(extracted, options);
}
