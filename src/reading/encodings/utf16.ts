/** High bytes of Latin, Vietnamese (Latin extended) and combining letters and of punctuation. */
const highBytes = new Set([0x00, 0x01, 0x03, 0x1e, 0x20]);

/** Which UTF-16 the bytes are, by their mark or because every second byte is one of a few; undefined for others. */
export function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const pairs = Math.min(bytes.length, 4096) >> 1;
  if (pairs < 8) return undefined;
  const high = [0, 0];
  const zero = [0, 0];
  for (let i = 0; i < pairs * 2; i++) {
    if (bytes[i] === 0) zero[i % 2]!++;
    if (highBytes.has(bytes[i]!)) high[i % 2]!++;
  }
  const wide = (side: 0 | 1) =>
    high[side]! >= 0.98 * pairs && zero[side]! > 0.5 * pairs && zero[1 - side]! < 0.02 * pairs;
  if (wide(1)) return 'utf-16le';
  return wide(0) ? 'utf-16be' : undefined;
}
