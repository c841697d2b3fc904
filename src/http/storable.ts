import { isStorable } from '../domain/text/storable.ts';
import { Refused } from '../features/context.ts';

/** Nothing we ask for nests deeper; what does could only exhaust the stack. */
const deepest = 50;

/** Path of the first text in a value of JSON that cannot be kept, «units.0.name»; undefined where all can. */
function findUnstorable(value: unknown, path: string, depth = 0): string | undefined {
  if (typeof value === 'string') return isStorable(value) ? undefined : path;
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth > deepest) return path;
  for (const [name, inner] of Object.entries(value)) {
    const under = path === '' ? name : `${path}.${name}`;
    const found = isStorable(name) ? findUnstorable(inner, under, depth + 1) : path;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Refuses input with text that cannot be kept, before any query meets it. @throws Refused 400 */
export function refuseUnstorable(value: unknown): void {
  const path = findUnstorable(value, '');
  if (path !== undefined) {
    throw Refused.invalid([
      { path, message: 'Có ký tự hỏng không lưu được. Xoá ký tự đó hoặc gõ lại đoạn này.' },
    ]);
  }
}
