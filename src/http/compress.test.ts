import { gunzipSync } from 'node:zlib';
import Fastify from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compressAnswers } from './compress.ts';

const server = Fastify();
const long = { items: Array.from({ length: 500 }, (_, at) => `Nhiệm vụ số ${at}`) };

beforeAll(async () => {
  compressAnswers(server);
  server.get('/long', async () => long);
  server.get('/short', async () => ({ ok: true }));
  server.get('/text', async (_request, reply) => reply.type('text/plain').send('x'.repeat(10_000)));
});
afterAll(() => server.close());

const ask = (url: string, encoding?: string) =>
  server.inject({ url, headers: encoding === undefined ? {} : { 'accept-encoding': encoding } });

test('a long answer goes out compressed and comes back whole', async () => {
  const answer = await ask('/long', 'br, gzip');
  expect(answer.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
  expect(Number(answer.headers['content-length'])).toBe(answer.rawPayload.length);
  expect(JSON.parse(gunzipSync(answer.rawPayload).toString())).toEqual(long);
});

test.each([undefined, 'identity', 'br', 'gzip;q=0', 'gzip; q=0.0, br'])(
  'who does not take gzip (%s) gets it plain',
  async (encoding) => {
    const answer = await ask('/long', encoding);
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect(answer.json()).toEqual(long);
  },
);

test.each(['/short', '/text'])('%s is left as it is', async (url) => {
  expect((await ask(url, 'gzip')).headers['content-encoding']).toBeUndefined();
});
