import type { Extracted, ExtractOptions } from '../extracted.ts';
import { refuse } from './refuse.ts';
import { sniff } from './sniff.ts';

type Reader = (bytes: Uint8Array, options: ExtractOptions) => Extracted | Promise<Extracted>;

/** Readers are loaded when first needed: a notice in Word must not wait for the PDF and OCR engines. */
const readers: Record<Extracted['format'], () => Promise<Reader>> = {
  txt: async () => (await import('./text.ts')).extractText,
  html: async () => (await import('./html.ts')).extractHtml,
  docx: async () => (await import('./docx.ts')).extractDocx,
  doc: async () => (await import('./doc.ts')).extractDoc,
  rtf: async () => (await import('./rtf.ts')).extractRtf,
  xlsx: async () => (await import('./xlsx.ts')).extractXlsx,
  pdf: async () => (await import('./pdf.ts')).extractPdf,
  image: async () => (await import('./image.ts')).extractImage,
};

/**
 * Bytes of any supported file → clean composed text with its blocks, in the calling thread. For files from outside
 * use `readInWorker` (sandbox.ts), which adds the limits of time and memory.
 * @throws Unreadable with a Vietnamese sentence saying why and what to do; nothing else for a bad file
 */
export async function extract(bytes: Uint8Array, options: ExtractOptions): Promise<Extracted> {
  if (bytes.length > options.limits.bytes) throw refuse('too-large');
  const reader = await readers[sniff(bytes)]();
  try {
    return await reader(bytes, options);
  } catch (error) {
    if (error instanceof Error && error.name === 'Unreadable') throw error;
    throw Object.assign(refuse('damaged'), { cause: error });
  }
}
