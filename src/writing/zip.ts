import { constants, crc32, deflateRawSync } from 'node:zlib';

/** A file within an archive: what stands in it comes piece by piece, so that a long one is never whole in memory. */
export interface Entry {
  path: string;
  pieces: Iterable<string | Uint8Array>;
}

/** Bytes that are packed at once. */
const atOnce = 1 << 18;

/** 01/01/2026 in days of DOS: zip cannot say nothing about the time, and a fixed one keeps the bytes the same. */
const day = ((2026 - 1980) << 9) | (1 << 5) | 1;

/** An entry packed, and what the archive says of it. */
interface Packed {
  path: Buffer;
  checksum: number;
  size: number;
  chunks: Buffer[];
}

const encoder = new TextEncoder();

/** Pieces put together to some size, in bytes that are written over for the next. */
function* gathered(pieces: Entry['pieces']): Generator<Uint8Array> {
  const room = new Uint8Array(atOnce);
  let used = 0;
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      yield room.subarray(0, used);
      used = 0;
      yield piece;
      continue;
    }
    for (let rest = piece; rest !== ''; ) {
      const { read, written } = encoder.encodeInto(rest, room.subarray(used));
      used += written;
      rest = rest.slice(read);
      if (rest === '') break;
      yield room.subarray(0, used);
      used = 0;
    }
  }
  yield room.subarray(0, used);
}

function pack({ path, pieces }: Entry): Packed {
  const packed: Packed = { path: Buffer.from(path), checksum: 0, size: 0, chunks: [] };
  for (const chunk of gathered(pieces)) {
    packed.checksum = crc32(chunk, packed.checksum);
    packed.size += chunk.length;
    // Each chunk ends on a whole byte and is not the last: one behind the other they are one stream.
    packed.chunks.push(deflateRawSync(chunk, { finishFlush: constants.Z_SYNC_FLUSH }));
  }
  packed.chunks.push(deflateRawSync(Buffer.alloc(0)));
  return packed;
}

const sizeOf = (chunks: readonly Buffer[]) => chunks.reduce((sum, { length }) => sum + length, 0);

/** What stands before an entry and, again, in the directory: deflated, with names in UTF-8. */
function described({ path, checksum, size, chunks }: Packed): Buffer {
  const told = Buffer.alloc(26);
  const [version, names, deflated] = [20, 0x800, 8];
  told.writeUInt16LE(version, 0);
  told.writeUInt16LE(names, 2);
  told.writeUInt16LE(deflated, 4);
  told.writeUInt16LE(day, 8);
  told.writeUInt32LE(checksum, 10);
  told.writeUInt32LE(sizeOf(chunks), 14);
  told.writeUInt32LE(size, 18);
  told.writeUInt16LE(path.length, 22);
  return told;
}

const signature = (letters: string) => Buffer.from(`PK${letters}`, 'latin1');

/** Where an entry begins, in the directory. */
function listed(entry: Packed, offset: number): Buffer[] {
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  const madeBy = Buffer.from([20, 0]);
  return [signature('\x01\x02'), madeBy, described(entry), rest, entry.path];
}

/** An archive as Word and Excel read it; the same entries give the same bytes. */
export function zipOf(entries: Iterable<Entry>): Uint8Array {
  const written: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  let count = 0;
  for (const one of entries) {
    const packed = pack(one);
    const file = [signature('\x03\x04'), described(packed), packed.path, ...packed.chunks];
    directory.push(...listed(packed, offset));
    written.push(...file);
    offset += sizeOf(file);
    count += 1;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(sizeOf(directory), 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...written, ...directory, signature('\x05\x06'), end]);
}
