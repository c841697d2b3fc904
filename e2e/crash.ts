import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { killAll } from '../bench/crash.ts';
import { type Caller, eventually, signIn } from './people.ts';
import { type Product, startProduct } from './product.ts';

/** What came of one round: how many writes the server had acknowledged when it was killed, and how many are missing. */
export interface Round {
  acknowledged: number;
  lost: string[];
}

/**
 * Kills the whole server with SIGKILL in the middle of a stream of writes, starts it again on the same data and looks
 * for every write it had acknowledged.
 * @param writes how many must be acknowledged before the kill
 */
export async function killedInAStream(
  product: Product,
  writes = 40,
): Promise<{ product: Product; round: Round }> {
  const clerk = await signIn(product, 'office');
  const unit = ((await (await clerk.get('/api/units')).json()) as { id: string }[])[0];
  if (!unit) throw new Error('No unit to give work to');
  const acknowledged: string[] = [];
  const writing = Array.from({ length: 4 }, () => write(clerk, unit.id, acknowledged));
  await eventually(async () => (acknowledged.length >= writes ? true : undefined));
  await killAll(product.process, join(product.dataDir, 'postgres'));
  await Promise.all(writing);
  const again = await startProduct({ demo: true, dataDir: product.dataDir });
  const found = await allWords(await signIn(again, 'office'));
  return {
    product: again,
    round: { acknowledged: acknowledged.length, lost: acknowledged.filter((words) => !found.has(words)) },
  };
}

/** Gives directives until the server no longer answers; notes those it has confirmed. */
async function write(clerk: Caller, leadUnitId: string, acknowledged: string[]): Promise<void> {
  for (;;) {
    const words = `Việc thử độ bền ${randomUUID()}`;
    const body = { words, leadUnitId, deadline: { kind: 'none' }, givenOn: '2026-11-24' };
    const answer = await clerk
      .post('/api/directives', body, { 'idempotency-key': randomUUID() })
      .catch(() => null);
    if (answer === null) return;
    if (answer.status === 201) acknowledged.push(words);
  }
}

async function allWords(clerk: Caller): Promise<Set<string>> {
  const found = new Set<string>();
  let cursor = '';
  do {
    const page = (await (
      await clerk.get(`/api/directives?limit=200&q=${encodeURIComponent('thử độ bền')}${cursor}`)
    ).json()) as {
      items: { words: string }[];
      next: string | null;
    };
    for (const { words } of page.items) found.add(words);
    cursor = page.next === null ? '' : `&cursor=${page.next}`;
  } while (cursor !== '');
  return found;
}
