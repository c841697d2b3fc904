import { describe, expect, test } from 'vitest';
import { type DeliveryFact, deliveryOf } from './delivery.ts';

const wished = '2026-08-11T00:00:00Z';
const fact = (
  minute: number,
  number: number,
  kind: DeliveryFact['kind'],
  permanent = false,
): DeliveryFact => ({
  try: number,
  kind,
  permanent,
  recordedAt: Temporal.Instant.from(wished).add({ minutes: minute }).toString(),
});
const at = (minute: number, ...facts: DeliveryFact[]) =>
  deliveryOf(wished, facts, Temporal.Instant.from(wished).add({ minutes: minute }));
const minutesTo = (delivery: ReturnType<typeof at>) =>
  delivery.state === 'waiting'
    ? Temporal.Instant.from(wished).until(delivery.nextTryAt, { largestUnit: 'minutes' }).minutes
    : null;

describe('where a letter stands', () => {
  test('wished for, it waits for its first try, however long the system was down', () => {
    expect(at(0)).toEqual({ state: 'waiting', tries: 0, nextTryAt: wished });
    expect(at(60 * 24 * 20).state).toBe('waiting');
  });

  test('the pauses grow and then stay', () => {
    const failed: DeliveryFact[] = [];
    const pauses = Array.from({ length: 8 }, (_, index) => {
      failed.push(fact(index, index + 1, 'begun'), fact(index, index + 1, 'failed'));
      return (minutesTo(at(index, ...failed)) ?? 0) - index;
    });
    expect(pauses).toEqual([1, 5, 15, 60, 120, 240, 240, 240]);
  });

  test('under way, until the try must have died: before the body tried again, after it unknown', () => {
    expect(at(14, fact(0, 1, 'begun')).state).toBe('under-way');
    expect(minutesTo(at(15, fact(0, 1, 'begun')))).toBe(15);
    expect(at(14, fact(0, 1, 'begun'), fact(0, 1, 'handed')).state).toBe('under-way');
    expect(at(15, fact(0, 1, 'begun'), fact(0, 1, 'handed')).state).toBe('unknown');
  });

  test('an answer ends it, whatever is recorded beside', () => {
    const sent = [fact(0, 1, 'begun'), fact(0, 1, 'handed'), fact(1, 1, 'sent')];
    expect(at(9, ...sent).state).toBe('sent');
    expect(at(9, ...sent, fact(2, 2, 'begun'), fact(3, 2, 'failed')).state).toBe('sent');
  });

  test('refused for good, or for ten days, it has failed', () => {
    expect(at(1, fact(0, 1, 'begun'), fact(0, 1, 'failed', true)).state).toBe('failed');
    const once = [fact(0, 1, 'begun'), fact(0, 1, 'failed')];
    expect(at(10 * 24 * 60 - 1, ...once).state).toBe('waiting');
    expect(at(10 * 24 * 60, ...once).state).toBe('failed');
  });

  test('asked for again it begins anew', () => {
    const lost = [fact(0, 1, 'begun'), fact(0, 1, 'handed'), fact(0, 1, 'unknown')];
    const again = fact(300, 1, 'again');
    expect(minutesTo(at(301, ...lost, again))).toBe(300);
    expect(minutesTo(at(310, again, ...lost, fact(302, 2, 'begun'), fact(302, 2, 'failed')))).toBe(303);
    expect(at(310, again, ...lost, fact(302, 2, 'begun'), fact(303, 2, 'sent')).state).toBe('sent');
  });
});
