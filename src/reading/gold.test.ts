import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Real texts with hand-made annotations lie beside the repository, where there are any. */
const root = join(import.meta.dirname, '../..');
const material = join(root, '../shared/reading');

function totals(): Record<string, number> {
  const command = [process.execPath, join(root, 'bin/trongtam.mjs'), 'read', '--json'];
  const scorer = [join(material, 'score.mjs'), '--docs', join(material, 'dev'), '--', ...command];
  const printed = execFileSync(process.execPath, scorer, { encoding: 'utf8', cwd: root });
  const total = printed.slice(printed.indexOf('TOTAL'));
  return Object.fromEntries(
    [...total.matchAll(/(directive F1|lead|dated|citation F1|failed) ([\d.]+)/g)].map(([, name, value]) => [
      name,
      Number(value),
    ]),
  );
}

test('readings of real texts stay above the floors', { timeout: 180_000 }, () => {
  if (!existsSync(join(material, 'score.mjs'))) {
    process.stdout.write(
      'left out: floors on ../shared/reading/dev (directives, leads, deadlines, citations): not here\n',
    );
    return;
  }
  const score = totals();
  expect(score.failed).toBe(0);
  expect(score['directive F1']).toBeGreaterThanOrEqual(93);
  expect(score.lead).toBeGreaterThanOrEqual(95);
  expect(score.dated).toBeGreaterThanOrEqual(95);
  expect(score['citation F1']).toBeGreaterThanOrEqual(95);
});
