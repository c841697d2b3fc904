import type { Readable, Writable } from 'node:stream';

/** A POSIX «ustar» archive, read and written as a stream: any `tar` opens our backups. */

const block = 512;
const regularFile = '0';

/** One file of an archive; its body must be read (or skipped) before the next entry is asked for. */
export interface TarEntry {
  name: string;
  size: number;
  body: AsyncIterable<Uint8Array>;
}

/** The archive is cut off or is no archive. */
export class TarFault extends Error {
  override name = 'TarFault';
}

function checksum(header: Uint8Array): number {
  // The checksum's own eight bytes count as spaces.
  return header.reduce((sum, byte, index) => sum + (index >= 148 && index < 156 ? 32 : byte), 0);
}

/** A name of up to 255 bytes as ustar splits it: prefix and last part. */
function splitName(name: string): [prefix: string, last: string] {
  if (Buffer.byteLength(name) <= 100) return ['', name];
  const cut = name.lastIndexOf('/');
  return [name.slice(0, cut), name.slice(cut + 1)];
}

function header(name: string, size: number): Buffer {
  const bytes = Buffer.alloc(block);
  const [prefix, last] = splitName(name);
  const octal = (value: number, width: number) => value.toString(8).padStart(width, '0');
  bytes.write(last, 0, 100);
  bytes.write(octal(0o600, 7), 100);
  bytes.write(octal(0, 7), 108);
  bytes.write(octal(0, 7), 116);
  bytes.write(octal(size, 11), 124);
  bytes.write(octal(0, 11), 136);
  bytes.write(regularFile, 156);
  bytes.write('ustar\0' + '00', 257);
  bytes.write(prefix, 345, 155);
  bytes.write(`${octal(checksum(bytes), 6)}\0 `, 148);
  return bytes;
}

/** Waits while the receiver is full, so a slow disk does not fill the memory. */
async function write(target: Writable, bytes: Uint8Array): Promise<void> {
  if (target.errored) throw target.errored;
  if (target.write(bytes)) return;
  await new Promise<void>((resolve, reject) => {
    const settle = (error?: Error) => {
      target.off('drain', settle).off('error', settle).off('close', settle);
      if (target.errored || error) reject(target.errored ?? error);
      else resolve();
    };
    target.once('drain', settle).once('error', settle).once('close', settle);
  });
}

/** Appends one file. @param size of the body in bytes, exactly */
export async function writeEntry(
  target: Writable,
  name: string,
  size: number,
  body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<void> {
  await write(target, header(name, size));
  let written = 0;
  for await (const chunk of body) {
    written += chunk.byteLength;
    await write(target, chunk);
  }
  if (written !== size) throw new TarFault(`${name}: ${written} bytes instead of ${size}`);
  await write(target, Buffer.alloc(-size & (block - 1)));
}

/** Ends the archive (two empty blocks); the target stays open. */
export async function endArchive(target: Writable): Promise<void> {
  await write(target, Buffer.alloc(2 * block));
}

/** Hands out a stream's bytes in the amounts asked for. */
class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #rest: Uint8Array = new Uint8Array();

  constructor(source: Readable) {
    this.#chunks = source[Symbol.asyncIterator]();
  }

  /** Up to `most` bytes; empty at the end of the stream. */
  async some(most: number): Promise<Uint8Array> {
    while (this.#rest.byteLength === 0) {
      const next = await this.#chunks.next();
      if (next.done) return this.#rest;
      this.#rest = next.value;
    }
    const part = this.#rest.subarray(0, most);
    this.#rest = this.#rest.subarray(part.byteLength);
    return part;
  }

  async *exactly(size: number): AsyncGenerator<Uint8Array> {
    for (let left = size; left > 0; ) {
      const part = await this.some(left);
      if (part.byteLength === 0) throw new TarFault('The archive is cut off');
      left -= part.byteLength;
      yield part;
    }
  }

  async whole(size: number): Promise<Buffer> {
    return Buffer.concat(await Array.fromAsync(this.exactly(size)));
  }
}

function text(bytes: Buffer, from: number, length: number): string {
  const field = bytes.subarray(from, from + length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end < 0 ? length : end);
}

/**
 * The files of an archive in order; what of a body is left unread is skipped.
 * @throws TarFault when it is cut off, damaged or no ustar archive
 */
export async function* readEntries(source: Readable): AsyncGenerator<TarEntry> {
  const reader = new ByteReader(source);
  for (;;) {
    const head = await reader.whole(block);
    if (head.every((byte) => byte === 0)) return;
    if (text(head, 257, 5) !== 'ustar' || Number.parseInt(text(head, 148, 8), 8) !== checksum(head)) {
      throw new TarFault('Not a ustar archive');
    }
    const [prefix, last] = [text(head, 345, 155), text(head, 0, 100)];
    const size = Number.parseInt(text(head, 124, 12), 8);
    const body = reader.exactly(size);
    yield { name: prefix ? `${prefix}/${last}` : last, size, body };
    for await (const _ of body);
    await reader.whole(-size & (block - 1));
  }
}
