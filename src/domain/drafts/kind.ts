import { searchable } from '../text/search.ts';
import type { ActKind } from './facts.ts';

/** How kinds begin, folded, as plans write them. */
const beginnings: readonly (readonly [string, ActKind])[] = [
  ['nghi quyet', 'council-resolution'],
  ['quyet dinh cua thu tuong', 'prime-decision'],
  ['quyet dinh', 'committee-decision'],
  ['thong tu', 'circular'],
  ['nghi dinh', 'decree'],
  ['luat', 'law'],
];

/** The kind of act named by the first text that begins with one; «Nghị quyết quy định chính sách …». */
export const kindNamed = (...texts: readonly (string | null)[]): ActKind =>
  texts
    .flatMap((text) => beginnings.filter(([begins]) => searchable(text ?? '').startsWith(begins)))
    .map(([, kind]) => kind)[0] ?? 'other';
