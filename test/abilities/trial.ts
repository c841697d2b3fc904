import { expect } from 'vitest';
import type { Ability } from '../../src/domain/permissions/ability.ts';
import type { Route } from '../../src/features/route.ts';
import type { Visitor } from '../server.ts';

/** A record as somebody sees it. */
export interface Seen {
  abilities: Partial<Record<string, Ability>>;
  version?: number;
}

interface Attempt {
  params?: Record<string, string>;
  body?: unknown;
  headers?: Record<string, string>;
}

/** One record and acts to try on it, one after the other, each with what a valid request says. */
export interface Trial<Record_ extends Seen = Seen> {
  policy: { rules: Readonly<Record<string, { route: Route }>> };
  acts: readonly string[];
  /** The record as it stands for the viewer; null for whom it may not be looked at. */
  look(viewer: Visitor): Promise<Record_ | null>;
  attempt(act: string, seen: Record_ | null): Attempt;
}

/** Whether an act was possible and impossible at least once, by the door of the act and its name. */
export type Tally = Map<string, { possible: number; not: number }>;

export const tallied = (route: Route, act: string) => `${route.id} ${act}`;

/** The JSON of an address, or null where it may not be looked at. */
export async function seenAt<T>(viewer: Visitor, url: string): Promise<T | null> {
  const answer = await viewer.call('GET', url);
  return answer.statusCode === 200 ? answer.json<T>() : null;
}

/**
 * What a record says of an act is what its command does: `true` is taken, words are refused with exactly these words,
 * and an act it does not tell of has a closed door.
 */
export async function tryActs(
  viewer: Visitor,
  { policy, acts, look, attempt }: Trial,
  { tally, settle }: { tally: Tally; settle: () => Promise<void> },
): Promise<void> {
  for (const act of acts) {
    await settle();
    const seen = await look(viewer);
    const ability = seen?.abilities[act];
    const { route } = policy.rules[act]!;
    const { params = {}, body, headers = {} } = attempt(act, seen);
    const url = route.path.replace(/:(\w+)/gu, (_, name: string) => params[name] ?? '');
    const version = seen?.version === undefined ? {} : { 'if-match': `"${seen.version}"` };
    const answer = await viewer.call(route.method, url, body, { ...version, ...headers });
    const told = `${route.id} ${act}: ${String(ability)} → ${answer.statusCode} ${answer.statusCode < 300 ? '' : answer.body}`;
    const count = tally.get(tallied(route, act)) ?? { possible: 0, not: 0 };
    tally.set(tallied(route, act), count);
    if (ability === true) {
      count.possible += 1;
      expect(answer.statusCode, told).toBeLessThan(300);
    } else {
      count.not += 1;
      if (ability === undefined) expect(answer.statusCode, told).toBe(403);
      else {
        expect([403, 409], told).toContain(answer.statusCode);
        expect(answer.json<{ detail: string }>().detail, told).toBe(ability);
      }
    }
  }
}
