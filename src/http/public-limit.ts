import type { FastifyRequest } from 'fastify';
import { Refused } from '../features/context.ts';

/** So many questions an address may ask without signing in, in such a time: the same as of the sign-in. */
const most = 120;
const window = 60_000;

/** Counts questions of people who are not signed in by address; a stranger must not keep the house busy. */
export function publicLimit(): (request: FastifyRequest) => void {
  let begun = 0;
  let asked = new Map<string, number>();
  return ({ ip }) => {
    const now = performance.now();
    if (now - begun > window) {
      begun = now;
      asked = new Map();
    }
    const times = (asked.get(ip) ?? 0) + 1;
    asked.set(ip, times);
    if (times > most)
      throw Refused.tooMany('Hỏi quá nhiều lần trong một phút từ địa chỉ này. Chờ một phút rồi mở lại.');
  };
}
