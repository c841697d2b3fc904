import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { servePage } from './page.ts';

let folder: string;
const server = Fastify();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trongtam-page-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Trọng Tâm</title>');
  await writeFile(join(folder, 'assets', 'main-1.js'), 'plain');
  await writeFile(join(folder, 'assets', 'main-1.js.br'), 'squeezed');
  const isPage = await servePage(server, folder);
  server.setNotFoundHandler(async (request, reply) =>
    (await isPage(request, reply)) ? reply : reply.code(404).send(''),
  );
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

test.each(['/', '/?token=abc', '/directives/1', '/sign-in'])(
  '%s is the page, asked for anew each time',
  async (url) => {
    const response = await server.inject(url);
    expect(response.statusCode).toBe(200);
    expect(response.headers['cache-control']).toBe('no-cache');
    expect(response.body).toContain('Trọng Tâm');
  },
);

test('an asset never changes and goes out compressed', async () => {
  const response = await server.inject({
    url: '/assets/main-1.js',
    headers: { 'accept-encoding': 'gzip, br' },
  });
  expect(response.body).toBe('squeezed');
  expect(response.headers).toMatchObject({
    'content-encoding': 'br',
    'cache-control': 'public, max-age=31536000, immutable',
  });
});

test.each(['/assets/none.js', '/api/none', '/../package.json'])('%s is not the page', async (url) => {
  const response = await server.inject(url);
  expect(response.body).not.toContain('"name"');
  if (!url.includes('..')) expect(response.statusCode).toBe(404);
});
