import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { standardLimits } from '../extracted.ts';
import { extract } from '../formats/extract.ts';
import { checkFigures } from './check.ts';
import { findFigures } from './find.ts';

const material = join(import.meta.dirname, '../../../../shared/reading/dev');

test('no false alarm on real texts', async () => {
  if (!existsSync(material)) {
    process.stdout.write('left out: sums in ../shared/reading/dev: not here\n');
    return;
  }
  const alarms: string[] = [];
  const names = readdirSync(material).filter((name) => name.endsWith('.txt'));
  expect(names.length).toBeGreaterThan(10);
  for (const name of names) {
    const { text, blocks } = await extract(readFileSync(join(material, name)), {
      name,
      limits: standardLimits,
    });
    for (const { message } of checkFigures(text, blocks, findFigures(text)).warnings)
      alarms.push(`${name}: ${message}`);
  }
  expect(alarms).toEqual([]);
});
