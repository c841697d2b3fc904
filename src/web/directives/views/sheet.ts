/** A sheet of A4 across, in units of 1/96 inch. */
export const sheetSize = { width: 1123, height: 794 } as const;
const margin = 36;
/** Where a view may draw. */
export const field = {
  x: margin,
  y: 84,
  width: sheetSize.width - 2 * margin,
  height: 794 - 84 - 46,
} as const;

/** What a view draws into `field`, and what did not fit. */
export interface Drawing {
  body: string;
  /** «và 120 nhiệm vụ nữa»; empty where all is drawn. */
  left: string;
}

export interface SheetHead {
  agency: string;
  title: string;
  filter: string;
  asOf: string;
}

export const ink = {
  text: '#16202c',
  quiet: '#4a5768',
  line: '#cdd5df',
  soft: '#eef1f5',
  blue: '#1b4b8f',
  blueSoft: '#e9f0fa',
  late: '#b3261e',
  lateSoft: '#fdecea',
  soon: '#7d5200',
  fine: '#1d6b43',
} as const;

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A share of the size a letter takes on average; a little too much, so that nothing runs over. */
const letterWidth = 0.56;

/** Words broken into lines of a width, the last one cut with «…» where more was said. */
export function linesOf(words: string, width: number, size: number, most: number): string[] {
  const letters = Math.max(4, Math.floor(width / (size * letterWidth)));
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(/\s+/u)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length <= letters) line = longer;
    else {
      if (line !== '') lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  const cut = lines
    .slice(0, most)
    .map((one) => (one.length > letters ? `${one.slice(0, letters - 1)}…` : one));
  const last = cut.at(-1);
  if (lines.length > most && last !== undefined && !last.endsWith('…'))
    cut[cut.length - 1] = `${last.slice(0, letters - 1).trimEnd()}…`;
  return cut;
}

interface Look {
  size?: number;
  bold?: boolean;
  fill?: string;
  anchor?: 'start' | 'middle' | 'end';
}

/** One line of text. */
export function text(words: string, x: number, y: number, look: Look = {}): string {
  const { size = 11, bold = false, fill = ink.text, anchor = 'start' } = look;
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${bold ? 600 : 400}" fill="${fill}" text-anchor="${anchor}">${escaped(words)}</text>`;
}

/** Several lines beneath one another; gives the drawing and how high it is. */
export function block(
  words: string,
  x: number,
  y: number,
  room: { width: number; most: number },
  look: Look = {},
): { drawn: string; height: number } {
  const size = look.size ?? 11;
  const step = Math.round(size * 1.35);
  const lines = linesOf(words, room.width, size, room.most);
  return {
    drawn: lines.map((line, at) => text(line, x, y + size + at * step, look)).join(''),
    height: lines.length * step,
  };
}

/** A box. */
export function box(
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  stroke = 'none',
): string {
  return `<rect x="${x}" y="${y}" width="${Math.max(0, width)}" height="${Math.max(0, height)}" rx="4" fill="${fill}" stroke="${stroke}"/>`;
}

/** A straight line. */
export const stroke = (x1: number, y1: number, x2: number, y2: number, color: string = ink.line): string =>
  `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${color}"/>`;

/** The whole sheet: whose it is, under which filter, as of which day, and the drawing of the view. */
export function sheetOf(head: SheetHead, { body, left }: Drawing): string {
  const { width, height } = sheetSize;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    text(head.agency, margin, 40, { size: 12, fill: ink.quiet }),
    text(head.asOf, width - margin, 40, { size: 12, fill: ink.quiet, anchor: 'end' }),
    text(head.title, margin, 62, { size: 17, bold: true }),
    text(linesOf(head.filter, 620, 12, 1)[0] ?? '', width - margin, 62, { size: 12, anchor: 'end' }),
    stroke(margin, 72, width - margin, 72),
    body,
    text(left, margin, height - 24, { size: 11, fill: ink.quiet }),
    '</svg>',
  ].join('');
}
