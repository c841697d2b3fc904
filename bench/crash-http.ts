import { parseArgs } from 'node:util';
import { killedInAStream } from '../e2e/crash.ts';
import { discard, startProduct } from '../e2e/product.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '20' } } });

let product = await startProduct({ demo: true });
let acknowledged = 0;
let lost = 0;
for (let round = 1; round <= Number(values.rounds); round++) {
  const killed = await killedInAStream(product, 100);
  product = killed.product;
  acknowledged += killed.round.acknowledged;
  lost += killed.round.lost.length;
  process.stdout.write(
    `round ${round}: acknowledged ${killed.round.acknowledged}, lost ${killed.round.lost.length}\n`,
  );
}
await discard(product);
process.stdout.write(`${values.rounds} rounds over HTTP: acknowledged ${acknowledged}, lost ${lost}\n`);
process.exitCode = lost === 0 ? 0 : 1;
