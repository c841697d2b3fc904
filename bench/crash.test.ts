import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { temporaryFolder } from '../test/folder.ts';
import { crash } from './crash.ts';

let folder: string;
beforeAll(async () => {
  folder = await temporaryFolder('crash');
});
afterAll(() => rm(folder, { recursive: true }));

it('loses no acknowledged transaction when everything is killed in a stream of writes', async () => {
  const report = await crash(3, join(folder, 'd'), () => undefined);
  expect(report).toMatchObject({ lost: 0, torn: 0 });
  expect(report.acknowledged).toBeGreaterThanOrEqual(300);
}, 120_000);
