export interface ImageHeader {
  kind: 'png' | 'jpeg' | 'webp' | 'gif' | 'bmp';
  /** Pixels as stored, before the turning that EXIF asks for. */
  width: number;
  height: number;
}

const ascii = (bytes: Uint8Array, at: number, length: number) =>
  String.fromCharCode(...bytes.subarray(at, at + length));

/** The size of a picture from its header alone, before anything is unpacked; null for other or broken files. */
export function readImageHeader(bytes: Uint8Array): ImageHeader | null {
  if (bytes.length < 30) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (ascii(bytes, 1, 3) === 'PNG') {
    return { kind: 'png', width: view.getUint32(16), height: view.getUint32(20) };
  }
  if (ascii(bytes, 0, 3) === 'GIF') {
    return { kind: 'gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
  }
  if (ascii(bytes, 0, 2) === 'BM') {
    const height = Math.abs(view.getInt32(22, true));
    return { kind: 'bmp', width: view.getInt32(18, true), height };
  }
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP') return webp(bytes, view);
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? jpeg(bytes, view) : null;
}

function webp(bytes: Uint8Array, view: DataView): ImageHeader | null {
  const kind = ascii(bytes, 12, 4);
  const made = (width: number, height: number): ImageHeader => ({ kind: 'webp', width, height });
  if (kind === 'VP8 ') return made(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
  if (kind === 'VP8L') {
    const bits = view.getUint32(21, true);
    return made((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1);
  }
  if (kind !== 'VP8X') return null;
  const three = (at: number) => view.getUint16(at, true) + (bytes[at + 2]! << 16) + 1;
  return made(three(24), three(27));
}

/** Walks the segments of a JPEG to its frame header. */
function jpeg(bytes: Uint8Array, view: DataView): ImageHeader | null {
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { kind: 'jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}
