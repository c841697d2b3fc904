import type { Span } from '../../domain/deadlines/deadline.ts';
import type { Citation } from '../../domain/documents/reading.ts';
import type { ReviewLine } from '../../features/intake/contract.ts';

/** What some words of the text are, apart from belonging to lines. */
export type Role = 'deadline' | 'party' | 'citation' | 'found' | 'warned';

/** A stretch of the text over which nothing changes: the lines it belongs to, in order, and what it is. */
export interface Segment {
  start: number;
  end: number;
  lineIds: string[];
  roles: Role[];
}

interface Marked {
  span: Span;
  lineId?: string;
  role?: Role;
}

/** Where every line stands in the text, and in it the words of deadlines and parties. */
export function marksOf(lines: readonly ReviewLine[], citations: readonly Citation[] = []): Marked[] {
  return [
    ...lines
      .filter((line) => line.mark !== 'dropped')
      .flatMap((line) => [
        ...line.spans.map((span): Marked => ({ span, lineId: line.id })),
        ...(line.deadline.kind !== 'none' && isFromText(line.deadline.span, line)
          ? [{ span: line.deadline.span, role: 'deadline' } as const]
          : []),
        ...[line.lead, ...line.coordinating].flatMap((party): Marked[] =>
          party?.span ? [{ span: party.span, role: 'party' }] : [],
        ),
      ]),
    ...citations.map(({ span }): Marked => ({ span, role: 'citation' })),
  ];
}

/** A typed deadline has its place in what was typed, not in the text. */
const isFromText = ([start, end]: Span, line: ReviewLine) =>
  start > 0 || line.spans.some(([from, to]) => from <= start && end <= to);

/**
 * Cuts a stretch of the text where marks begin and end, so that each piece is drawn once however many marks overlap.
 * Empty marks and those outside the stretch are left out; the pieces cover the stretch without gaps.
 */
export function segmentsOf(from: number, to: number, marks: readonly Marked[]): Segment[] {
  const within = marks.filter(({ span: [start, end] }) => start < end && start < to && end > from);
  const cuts = new Set([from, to]);
  for (const { span } of within) {
    cuts.add(Math.max(from, span[0]));
    cuts.add(Math.min(to, span[1]));
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((start, index) => {
    const over = within.filter(({ span }) => span[0] <= start && span[1] > start);
    return {
      start,
      end: places[index + 1] ?? to,
      lineIds: unique(over.flatMap(({ lineId }) => lineId ?? [])),
      roles: unique(over.flatMap(({ role }) => role ?? [])),
    };
  });
}

const unique = <Item>(items: readonly Item[]): Item[] => [...new Set(items)];

/** The paragraphs of the text, as stretches without their line feeds. */
export function paragraphsOf(text: string): Span[] {
  return [...text.matchAll(/[^\n]+/gu)].map(({ 0: words, index }) => [index, index + words.length]);
}

/** Whether a paragraph looks like a heading: short, numbered or in capitals, without a full stop. */
export function isHeading(words: string): boolean {
  const said = words.trim();
  if (said.length === 0 || said.length > 120 || /[.;,]$/u.test(said)) return false;
  const capitals = said === said.toLocaleUpperCase('vi') && /\p{L}{3}/u.test(said);
  return capitals || /^(?:[IVX]+|[A-Z]|\d+(?:\.\d+)*)[.)]?\s+\p{Lu}[^.;]*:?$/u.test(said);
}
