/** The mark before a list item: its kind, its label («2.1», «a», «-»), and the characters it takes. */
export interface Mark {
  kind: string;
  label: string;
  length: number;
}

const patterns: { kind: string; pattern: RegExp }[] = [
  { kind: 'part', pattern: /^(?:phần|chương|mục)\s+([ivx]{1,5}|\d{1,2}|thứ\s\p{L}+)\s*[.:)–-]?\s*/iu },
  { kind: 'article', pattern: /^điều\s+(\d{1,3})\s*[.:]\s*/iu },
  { kind: 'roman', pattern: /^([IVX]{1,5}|HI|IH|TI|1I)\s?[.)–-]\s*(?=\p{L})/u },
  { kind: 'decimal', pattern: /^(\d{1,2}(?:\.\d{1,2}){1,3})[.)]?\s*(?=[\p{Lu}"“(])/u },
  { kind: 'bracketed', pattern: /^\((\d{1,2}|[a-zđ])\)\s*/u },
  {
    kind: 'number', // scans read 1 as l
    pattern: /^(\d{1,2}(?=\s?\.\s*[\p{L}"“(])|l(?=\s?\.\s*\p{Lu}))\s?\.\s*/u,
  },
  { kind: 'number-', pattern: /^(\d{1,2})\s?[-–]\s*(?=[\p{L}"“(])/u },
  { kind: 'number)', pattern: /^(\d{1,2})\s?\)\s*(?=[\p{L}"“(])/u },
  { kind: 'slash', pattern: /^(\d{1,2})\/\s*(?=\p{Lu})/u },
  { kind: 'letter', pattern: /^([a-zđ©])\s?[.)]\s*(?=[\p{L}"“(])/u },
  { kind: 'plus', pattern: /^([+*◦○])\s*(?=[\p{L}\d"“(])/u },
  { kind: 'dash', pattern: /^([-–—•●▪·]|[_~¬|. ]{0,4}[-–—•●▪·_~¬])\s*(?=[\p{L}\d"“(])/u },
];

/** The list mark at the beginning of `line`, if it has one. */
export function markAt(line: string): Mark | undefined {
  const lead = line.length - line.trimStart().length;
  const rest = line.slice(lead, lead + 40);
  for (const { kind, pattern } of patterns) {
    const match = pattern.exec(rest);
    if (!match) continue;
    const label = match[1] ?? '';
    const depth = kind === 'decimal' ? kind + label.split('.').length : kind;
    return { kind: depth, label, length: lead + match[0].length };
  }
  return undefined;
}

/** Past the specks and marks that a scan or a typist put before the first word. */
export function skipNoise(flat: string, from: number, to: number): number {
  let i = from;
  while (i < to && /[\s'.,|“”"*]/.test(flat[i] as string)) i++;
  return i;
}
