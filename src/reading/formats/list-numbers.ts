/** One level of an automatic list: how its number looks (`%1.%2`) and where it starts. */
export interface ListLevel {
  format: string;
  text: string;
  start: number;
  /** Shows the levels above as plain numbers whatever their own format. */
  legal?: boolean;
  /** Level (from 1) whose step restarts this one; 0 never; absent: every higher level. */
  restartAfter?: number;
}

/** Counts one automatic list as Word does. */
export class ListCounter {
  private readonly counts: (number | undefined)[] = [];
  private readonly levels: Map<number, ListLevel>;

  constructor(levels: Map<number, ListLevel>) {
    this.levels = levels;
  }

  /** Makes the next item of `level` begin at `start`. */
  restart(level: number, start: number): void {
    this.counts[level] = start - 1;
  }

  /** Steps to the next item and returns its mark as written («1.», «a)», «Điều 3.», «-»); empty for none. */
  next(level: number): string {
    const definition = this.levels.get(level);
    if (!definition) return '';
    this.counts[level] = (this.counts[level] ?? definition.start - 1) + 1;
    for (let deeper = level + 1; deeper < 9; deeper++) {
      const after = this.levels.get(deeper)?.restartAfter;
      if (after === undefined || (after > 0 && level < after)) this.counts[deeper] = undefined;
    }
    if (definition.format === 'bullet') return bulletMark(definition.text);
    if (definition.format === 'none') return definition.text.replace(/%\d/g, '').trim();
    return definition.text
      .replace(/%(\d)/g, (_, digit: string) => this.shown(Number(digit) - 1, definition))
      .trim();
  }

  private shown(level: number, within: ListLevel): string {
    const definition = this.levels.get(level);
    const count = this.counts[level] ?? definition?.start ?? 1;
    return formatNumber(count, within.legal ? 'decimal' : (definition?.format ?? 'decimal'));
  }
}

/** Bullets that are letters or signs stay; symbols of whatever font become the dash that officers type. */
function bulletMark(text: string): string {
  const mark = text.trim();
  return /^[-–—+*•]$/.test(mark) ? mark : '-';
}

const romans: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** A list number in the format that Word names (ECMA-376 ST_NumberFormat). */
export function formatNumber(count: number, format: string): string {
  switch (format) {
    case 'decimalZero':
      return String(count).padStart(2, '0');
    case 'upperRoman':
      return roman(count).toUpperCase();
    case 'lowerRoman':
      return roman(count);
    case 'upperLetter':
      return letter(count).toUpperCase();
    case 'lowerLetter':
      return letter(count);
    default:
      return String(count);
  }
}

function roman(count: number): string {
  let rest = Math.min(Math.max(count, 0), 3999);
  let out = '';
  for (const [step, letters] of romans) {
    while (rest >= step) {
      out += letters;
      rest -= step;
    }
  }
  return out;
}

/** a … z, then aa, bb as Word counts. */
function letter(count: number): string {
  if (count < 1) return '';
  return String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.min(1 + Math.floor((count - 1) / 26), 8));
}
