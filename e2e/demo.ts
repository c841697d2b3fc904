import { execFile } from 'node:child_process';
import { access, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inject } from 'vitest';
import { exampleDocuments } from '../examples/notices.ts';
import { type Caller, eventually, signIn } from './people.ts';
import { newDataDir, type Product, startProduct } from './product.ts';

/**
 * Starts the product on a copy of the invented department. Filling it and reading its documents takes half a minute of
 * a processor: the first file of the run that asks does it for all, the others wait for it.
 */
export async function startDemo(
  options: { hostName?: string; env?: Record<string, string> } = {},
): Promise<Product> {
  const dataDir = await newDataDir();
  await layDemo(dataDir);
  return startProduct({ ...options, dataDir });
}

/** Puts a copy of the invented department into a folder. */
export async function layDemo(folder: string): Promise<void> {
  const filled = await filledDemo(inject('sharedFolder'));
  // The cluster belongs to PostgreSQL's own account where root runs the tests.
  await promisify(execFile)('cp', ['-a', `${filled}/.`, folder]);
}

/** Folder of a demo whose documents have all been read, stopped. @throws Error where the one that fills it failed */
async function filledDemo(shared: string): Promise<string> {
  const folder = join(shared, 'demo');
  const mine = await mkdir(join(shared, 'filling')).then(
    () => true,
    () => false,
  );
  if (mine) {
    try {
      await fill(folder);
      await writeFile(join(shared, 'filled-well'), '');
    } catch (error) {
      await writeFile(join(shared, 'filled-badly'), String(error));
      throw error;
    }
  }
  const isThere = (name: string) =>
    access(join(shared, name)).then(
      () => true,
      () => false,
    );
  const well = await eventually(async () => {
    if (await isThere('filled-badly')) return false;
    return (await isThere('filled-well')) || undefined;
  }, 240);
  if (!well) throw new Error('The demo could not be filled');
  return `${folder}-demo`;
}

async function fill(dataDir: string): Promise<void> {
  const product = await startProduct({ demo: true, dataDir });
  await allRead(await signIn(product, 'office'));
  await product.stop();
}

/** Waits until every document of the invented department has come in and been read. */
async function allRead(clerk: Caller): Promise<void> {
  const all = exampleDocuments(Temporal.Now.plainDateISO('Asia/Ho_Chi_Minh')).length;
  await eventually(async () => {
    const { items } = (await (await clerk.get('/api/intakes?limit=200')).json()) as {
      items: { state: string }[];
    };
    const waiting = items.some(({ state }) => state === 'waiting' || state === 'reading');
    return (items.length >= all && !waiting) || undefined;
  }, 240);
}
