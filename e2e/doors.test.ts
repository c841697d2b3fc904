import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileOf } from '../examples/files.ts';
import { exampleDocuments } from '../examples/notices.ts';
import type { Reading } from '../src/domain/documents/reading.ts';
import { processesIn } from '../src/storage/launcher/postmaster.ts';
import { material } from '../test/material.ts';
import { root } from '../test/repository.ts';
import { startDemo } from './demo.ts';
import { type Caller, eventually, signIn } from './people.ts';
import { discard, type Product, startProduct } from './product.ts';

let product: Product;
let clerk: Caller;

beforeAll(async () => {
  product = await startDemo();
  clerk = await signIn(product, 'office');
});
afterAll(() => discard(product));

const example = async (as: 'docx' | 'scan') => {
  const document = exampleDocuments(Temporal.PlainDate.from('2025-05-20')).find((one) => one.as === as);
  if (!document) throw new Error(`No example comes as ${as}`);
  return fileOf(document);
};

async function read(file: string): Promise<Reading> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(root, 'bin/trongtam.mjs'), 'read', '--json', file],
    {
      maxBuffer: 1 << 28,
    },
  );
  return JSON.parse(stdout) as Reading;
}

interface Line {
  words: string;
  lead: { name: string } | null;
  deadline: unknown;
}

test.each([
  ['a notice', 'reading/dev/n03.txt', 'n03.txt', 'docx'],
  ['a scan', 'reading/dev/scans/o03.pdf', 'o03.pdf', 'scan'],
] as const)('%s read by the command line and through the API is the same', async (_, path, name, standIn) => {
  const bytes = material(path);
  const file = bytes ? { name, bytes } : await example(standIn);
  const local = join(product.dataDir, file.name.replaceAll(' ', '-'));
  await writeFile(local, file.bytes);
  const received = await clerk.upload('/api/intakes', file.name, file.bytes);
  expect(received.status).toBe(201);
  const [{ intake }] = (await received.json()) as [{ intake: { id: string } }];
  const lines = await eventually(async () => {
    const { review } = (await (await clerk.get(`/api/intakes/${intake.id}`)).json()) as {
      review: { lines: Line[] } | null;
    };
    return review?.lines;
  }, 120);
  const reading = await read(local);
  expect(lines.map((line) => [line.words, line.lead?.name ?? null, line.deadline])).toEqual(
    reading.directives.map((one) => [one.text, one.lead?.name ?? null, one.deadline]),
  );
  expect(lines.length).toBeGreaterThan(0);
});

test('a second start on the same data says so and stops', async () => {
  await expect(startProduct({ demo: true, dataDir: product.dataDir })).rejects.toThrow(/đang/u);
});

test('it stops cleanly and comes back with everything', async () => {
  const before = (await (await clerk.get('/api/documents')).json()) as { total: number };
  // Twice, as a terminal and npm do: the second signal must not cut the stop short.
  const stopped = product.stop();
  setTimeout(() => product.process.kill('SIGTERM'), 5);
  expect(await stopped).toBe(0);
  expect(await processesIn(join(product.dataDir, 'postgres'))).toEqual([]);
  product = await startProduct({ demo: true, dataDir: product.dataDir });
  clerk = await signIn(product, 'office');
  expect(((await (await clerk.get('/api/documents')).json()) as { total: number }).total).toBe(before.total);
});
