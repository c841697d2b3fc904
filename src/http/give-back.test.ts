import Fastify from 'fastify';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { giveBackWhenIdle } from './give-back.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('memory is given back soon after the start, and after each busy time once nobody asks', async () => {
  const giveBack = vi.fn();
  const server = Fastify();
  server.get('/', async () => 'here');
  giveBackWhenIdle(server, giveBack);
  vi.advanceTimersByTime(6_000);
  expect(giveBack).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(600_000);
  expect(giveBack).toHaveBeenCalledTimes(1);
  await server.inject('/');
  vi.advanceTimersByTime(60_000);
  // Asked within that minute.
  expect(giveBack).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(60_000);
  expect(giveBack).toHaveBeenCalledTimes(2);
  await server.inject('/');
  await server.close();
  vi.advanceTimersByTime(600_000);
  expect(giveBack).toHaveBeenCalledTimes(2);
});

test('the memory is really given back', () => {
  vi.useRealTimers();
  let held: string[] | null = Array.from({ length: 300_000 }, (_, at) => `${at} ${at}`);
  const before = process.memoryUsage().heapTotal;
  expect(held.length).toBe(300_000);
  held = null;
  vi.useFakeTimers();
  giveBackWhenIdle(Fastify());
  vi.advanceTimersByTime(6_000);
  expect(process.memoryUsage().heapTotal).toBeLessThan(before);
});
