import type { Reading } from '../src/domain/documents/reading.ts';
import { type ReadingLimits, standardLimits } from '../src/reading/extracted.ts';
import { read } from '../src/reading/read.ts';

/** Tighter than the standard ones: a few hundred files must be read within a minute. */
export const hostileLimits: ReadingLimits = {
  ...standardLimits,
  unpackedBytes: 32 << 20,
  pages: 2,
  milliseconds: 30_000,
  heapMiB: 512,
};

/**
 * Reads a hostile file and says what is wrong with the outcome: undefined for a reading with text or a warning, and
 * for a refusal that tells in Vietnamese what to do.
 */
export async function faultOf(bytes: Uint8Array): Promise<string | undefined> {
  try {
    return faultOfReading(await read(bytes, { limits: hostileLimits }));
  } catch (error) {
    if (!(error instanceof Error)) return 'threw something that is no error';
    if (error.name !== 'Unreadable') return `crashed: ${error.stack}`;
    const advises = /[Hh]ãy|Không|Đừng/.test(error.message);
    return advises ? causeOf(error) : `refusal without advice: ${error.message}`;
  }
}

/** A reader that broke on its own code is a fault even where the caller sees a refusal. */
function causeOf({ cause }: Error): string | undefined {
  const broke = cause instanceof TypeError || cause instanceof ReferenceError || cause instanceof RangeError;
  return broke ? `broke: ${cause.stack}` : undefined;
}

function faultOfReading({ text, warnings, directives }: Reading): string | undefined {
  if (!/[\p{L}\d]/u.test(text) && warnings.length === 0) return 'empty reading without a warning';
  for (const { span } of directives) {
    if (span[0] < 0 || span[1] > text.length || span[0] >= span[1])
      return `directive outside the text: ${span}`;
  }
  return text === text.normalize('NFC') ? undefined : 'text is not composed';
}
