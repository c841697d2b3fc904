import { afterEach, expect, test } from 'vitest';
import { takeEarly } from './early.ts';

const early = (answers: Record<string, Response>) => {
  const asked = new Map(
    Object.entries(answers).map(([address, answer]) => [address, Promise.resolve(answer)]),
  );
  Object.assign(globalThis, { trongtamEarly: asked });
  return asked;
};
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'trongtamEarly');
});

test('an answer asked early is handed on once', async () => {
  const answer = new Response('{}');
  early({ '/api/session': answer });
  expect(await takeEarly('/api/session')).toBe(answer);
  expect(takeEarly('/api/session')).toBeUndefined();
});

test('what the code asked first is known, so that nobody asks it early any more', () => {
  const asked = early({});
  expect(takeEarly('/api/today')).toBeUndefined();
  expect(asked.has('/api/today')).toBe(true);
});

test('a change sent meanwhile makes every early answer old', () => {
  early({ '/api/today': new Response('{}') });
  expect(takeEarly('/api/demo/sign-in', 'POST')).toBeUndefined();
  expect(takeEarly('/api/today')).toBeUndefined();
});

test('without early questions the server is asked as ever', () => {
  expect(takeEarly('/api/today')).toBeUndefined();
});
