/** A stretch `[start, end)` of the text. */
export interface Stretch {
  start: number;
  end: number;
}

const abbreviations =
  /(?:^|[\s(.])(?:TP|Tp|tp|TS|ThS|Ths|PGS|GS|BS|KS|CN|NCS|TX|TT|Q|P|H|T|St|tr|Nxb|VD|vd|v\.v|ĐT|KT|TL|TM|TUQ|Mr|Ms|\p{Lu})$/u;

function endsSentence(flat: string, at: number, depth: number): boolean {
  const mark = flat[at];
  if (mark === '!' || mark === '?') return depth === 0;
  if (mark !== '.' && mark !== '…') return false;
  if (depth > 0 || flat[at + 1] === '.' || flat[at - 1] === ' ') return false;
  const after = flat.slice(at + 1, at + 5);
  if (/^["”')]{0,2}\s+["“'(]?\p{Lu}/u.test(after))
    return !abbreviations.test(flat.slice(Math.max(0, at - 6), at));
  // glued: «quy định.Sở Tài chính»
  return /[\p{Ll})]/u.test(flat[at - 1] ?? '') && /^\p{Lu}\p{Ll}/u.test(after) && mark === '.';
}

const openBracketReach = 400;
/** A full stop after fewer letters is a speck of the scan («Sở. Tài chính»). */
const shortestSentence = 8;

/** Cuts a paragraph into sentences; never inside brackets, numbers or titles («TP. HCM», «1/5. 000»). */
export function sentences(flat: string, start: number, end: number): Stretch[] {
  const found: Stretch[] = [];
  let from = start;
  let depth = 0;
  let openedAt = start;
  for (let i = start; i < end; i++) {
    const c = flat[i];
    if (c === '(' && depth++ === 0) openedAt = i;
    else if (c === ')') depth = Math.max(0, depth - 1);
    if (depth > 0 && i - openedAt > openBracketReach) depth = 0; // a bracket nobody closed
    if (i - from < shortestSentence || !endsSentence(flat, i, depth)) continue;
    found.push({ start: from, end: i + 1 });
    from = i + 1;
  }
  found.push({ start: from, end });
  return found.map((s) => trimmed(flat, s)).filter((s) => s.end > s.start);
}

/** Cuts a sentence at the semicolons outside brackets. */
export function clauses(flat: string, sentence: Stretch): Stretch[] {
  const found: Stretch[] = [];
  let from = sentence.start;
  let depth = 0;
  for (let i = sentence.start; i < sentence.end; i++) {
    const c = flat[i];
    if (c === '(') depth++;
    else if (c === ')') depth = Math.max(0, depth - 1);
    else if (c === ';' && depth === 0) {
      found.push({ start: from, end: i + 1 });
      from = i + 1;
    }
  }
  found.push({ start: from, end: sentence.end });
  return found.map((s) => trimmed(flat, s)).filter((s) => s.end > s.start);
}

function trimmed(flat: string, { start, end }: Stretch): Stretch {
  let a = start;
  let b = end;
  while (a < b && flat[a] === ' ') a++;
  while (b > a && flat[b - 1] === ' ') b--;
  return { start: a, end: b };
}
