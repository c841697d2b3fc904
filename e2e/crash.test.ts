import { expect, test } from 'vitest';
import { killedInAStream } from './crash.ts';
import { startDemo } from './demo.ts';
import { discard } from './product.ts';

test('kill -9 of the whole server in a stream of writes loses nothing acknowledged', async () => {
  let product = await startDemo();
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
