import { expect, test } from 'vitest';
import { killedInAStream } from './crash.ts';
import { discard, startProduct } from './product.ts';

test('kill -9 of the whole server in a stream of writes loses nothing acknowledged', async () => {
  let product = await startProduct({ demo: true });
  try {
    for (let count = 0; count < 3; count++) {
      const killed = await killedInAStream(product);
      product = killed.product;
      expect(killed.round.acknowledged).toBeGreaterThanOrEqual(40);
      expect(killed.round.lost).toEqual([]);
    }
  } finally {
    await discard(product);
  }
});
