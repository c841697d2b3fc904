import { refuse } from './refuse.ts';

/** A compound file (MS-CFB): a small file system inside one file, as legacy Office uses it. */
export interface Directory {
  bytes: Uint8Array;
  sectorSize: number;
  fat: number[];
  miniFat: number[];
  miniStream: Uint8Array;
  miniCutoff: number;
  entries: { name: string; type: number; start: number; size: number }[];
}

const lastSector = 0xfffffffa;

/**
 * Reads the directory of a compound file. Chains that loop or leave the file end where they break.
 * @throws Unreadable `damaged` when even the header is not there
 */
export function readDirectory(bytes: Uint8Array): Directory {
  if (bytes.length < 512) throw refuse('damaged');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  const sectorSize = shift === 12 ? 4096 : 512;
  const directory: Directory = {
    bytes,
    sectorSize,
    fat: [],
    miniFat: [],
    miniStream: new Uint8Array(),
    miniCutoff: view.getUint32(56, true) || 4096,
    entries: [],
  };
  directory.fat = readFat(directory, view);
  const names = chain(directory, view.getUint32(48, true), Number.MAX_SAFE_INTEGER);
  const named = new DataView(names.buffer, names.byteOffset, names.byteLength);
  for (let at = 0; at + 128 <= names.length; at += 128) {
    const length = Math.min(64, named.getUint16(at + 64, true));
    const name = new TextDecoder('utf-16le').decode(names.subarray(at, at + Math.max(0, length - 2)));
    const type = names[at + 66]!;
    if (type === 0) continue;
    directory.entries.push({
      name,
      type,
      start: named.getUint32(at + 116, true),
      size: named.getUint32(at + 120, true),
    });
  }
  const root = directory.entries.find((entry) => entry.type === 5);
  if (root) directory.miniStream = chain(directory, root.start, root.size);
  directory.miniFat = toNumbers(chain(directory, view.getUint32(60, true), Number.MAX_SAFE_INTEGER));
  return directory;
}

/** Whether the compound file has a stream or storage of that name at any level. */
export function hasStream(directory: Directory, name: string): boolean {
  return directory.entries.some((entry) => entry.name === name);
}

/** The bytes of the first stream of that name, as many as can be reached; undefined when there is none. */
export function readStream(directory: Directory, name: string): Uint8Array | undefined {
  const entry = directory.entries.find((each) => each.name === name && each.type === 2);
  if (!entry) return undefined;
  return entry.size < directory.miniCutoff
    ? miniChain(directory, entry.start, entry.size)
    : chain(directory, entry.start, entry.size);
}

function readFat({ bytes, sectorSize }: Directory, view: DataView): number[] {
  const sectors: number[] = [];
  for (let i = 0; i < 109; i++) sectors.push(view.getUint32(76 + i * 4, true));
  let next = view.getUint32(68, true);
  const seen = new Set<number>();
  while (next < lastSector && !seen.has(next)) {
    seen.add(next);
    const at = (next + 1) * sectorSize;
    if (at + sectorSize > bytes.length) break;
    for (let i = 0; i < sectorSize - 4; i += 4) sectors.push(view.getUint32(at + i, true));
    next = view.getUint32(at + sectorSize - 4, true);
  }
  const fat: number[] = [];
  for (const sector of sectors) {
    if (sector >= lastSector) continue;
    const at = (sector + 1) * sectorSize;
    const held = bytes.subarray(at, at + sectorSize);
    if (held.length === 0) break;
    for (const entry of toNumbers(held)) fat.push(entry);
  }
  return fat;
}

function toNumbers(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length >> 2 }, (_, i) => view.getUint32(i * 4, true));
}

function chain({ bytes, sectorSize, fat }: Directory, start: number, size: number): Uint8Array {
  return follow(fat, start, size, sectorSize, (sector) => {
    const at = (sector + 1) * sectorSize;
    return bytes.subarray(at, at + sectorSize);
  });
}

function miniChain({ miniFat, miniStream }: Directory, start: number, size: number): Uint8Array {
  return follow(miniFat, start, size, 64, (sector) => miniStream.subarray(sector * 64, sector * 64 + 64));
}

function follow(
  table: number[],
  start: number,
  size: number,
  step: number,
  read: (sector: number) => Uint8Array,
): Uint8Array {
  const parts: Uint8Array[] = [];
  const seen = new Set<number>();
  let length = 0;
  for (
    let sector = start;
    sector < lastSector && length < size && !seen.has(sector);
    sector = table[sector] ?? lastSector
  ) {
    seen.add(sector);
    const part = read(sector);
    if (part.length === 0) break;
    parts.push(part);
    length += step;
  }
  const whole = new Uint8Array(Math.min(size, parts.length * step));
  let at = 0;
  for (const part of parts) {
    if (at >= whole.length) break;
    whole.set(part.subarray(0, whole.length - at), at);
    at += part.length;
  }
  return whole;
}
