import { type UnzipFileInfo, unzipSync } from 'fflate';
import type { ReadingLimits } from '../extracted.ts';
import { refuse } from './refuse.ts';

/** Below this an archive may unpack at any ratio: it harms nobody. */
const harmless = 16 << 20;

/** An office file has some dozens; a damaged directory may claim billions. */
const mostEntries = 20_000;

/** Names of an archive's entries, as far as its directory can be read. */
export function entryNames(bytes: Uint8Array): string[] {
  const names: string[] = [];
  const filter = ({ name }: UnzipFileInfo) => {
    if (names.push(name) > mostEntries) throw refuse('bomb');
    return false;
  };
  try {
    unzipSync(bytes, { filter });
  } catch {
    return names;
  }
  return names;
}

/**
 * Unpacks the wanted entries of an archive. Sizes are judged by the directory before anything is unpacked, and no
 * entry can write past the size it declares.
 * @throws Unreadable `bomb` past the limits, `damaged` when the archive cannot be read
 */
export function unpack(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  limits: ReadingLimits,
): Map<string, Uint8Array> {
  let total = 0;
  let entries = 0;
  const seen = new Set<string>();
  const filter = ({ name, originalSize }: UnzipFileInfo) => {
    if (++entries > mostEntries) throw refuse('bomb');
    if (seen.has(name) || !wanted(name)) return false;
    seen.add(name);
    total += originalSize;
    if (total > limits.unpackedBytes || (total > harmless && total > limits.unpackRatio * bytes.length)) {
      throw refuse('bomb');
    }
    return true;
  };
  try {
    return new Map(Object.entries(unzipSync(bytes, { filter })));
  } catch (error) {
    throw error instanceof Error && error.name === 'Unreadable' ? error : refuse('damaged');
  }
}

/**
 * Judges an archive by its directory alone, for readers that unpack by themselves and piece by piece.
 * @throws Unreadable `bomb` past the limits, `damaged` when it cannot be read
 */
export function refuseBomb(bytes: Uint8Array, limits: ReadingLimits): void {
  let total = 0;
  let entries = 0;
  const filter = ({ originalSize }: UnzipFileInfo) => {
    total += originalSize;
    if (++entries > mostEntries || total > limits.unpackedBytes) throw refuse('bomb');
    if (total > harmless && total > limits.unpackRatio * bytes.length) throw refuse('bomb');
    return false;
  };
  try {
    unzipSync(bytes, { filter });
  } catch (error) {
    throw error instanceof Error && error.name === 'Unreadable' ? error : refuse('damaged');
  }
}
