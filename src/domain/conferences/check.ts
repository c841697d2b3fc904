import { typedNumbers } from '../reviews/words.ts';
import { fold } from '../text/fold.ts';
import type { Conference, Line } from './standing.ts';
import { termOf } from './term.ts';

/** What does not hold in a notice before it is issued. */
export const findingCodes = [
  'no-lines',
  'no-words',
  'no-lead',
  'lead-gone',
  'term-unclear',
  'same-line',
  'no-product',
  'no-deadline',
  'deadline-past',
  'coordinating-gone',
  'unanswered',
  'typed-numbers',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** These no reason sets aside: without them there is no directive. */
const blocking: ReadonlySet<FindingCode> = new Set([
  ...(['no-lines', 'no-words', 'no-lead', 'lead-gone', 'term-unclear'] as const),
]);
export const blocks = (code: FindingCode): boolean => blocking.has(code);

export interface Finding {
  code: FindingCode;
  /** The line or proposal it was found in; null for the notice as a whole. */
  id: string | null;
  /** The words of it, or what was found. */
  words: string;
}

/** What is known of the day of issue. */
export interface IssueDay {
  today: string;
  /** Whether a unit still stands. */
  stands: (unitId: string) => boolean;
  /** The last day in time of a deadline given today, ISO; null where none binds. */
  dueOf: (line: Line) => string | null;
  /** The assessment as it will read, with its placeholders. */
  assessment: string;
}

/** Everything that does not hold, what blocks first. */
export function findingsOf(conference: Conference, day: IssueDay): Finding[] {
  const { plan, lines, proposals } = conference;
  const whole = (code: FindingCode, words = ''): Finding => ({ code, id: null, words });
  const answering = new Set(lines.map(({ line }) => line.answers));
  const found = [
    ...(lines.length === 0 ? [whole('no-lines')] : []),
    ...lines.flatMap((line) => ofLine(line, plan.day, day)),
    ...doubled(lines),
    ...proposals
      .filter(({ id, form, answered }) => form !== 'remark' && answered === null && !answering.has(id))
      .map(({ id, unit, words }): Finding => ({ code: 'unanswered', id, words: `${unit.name}: ${words}` })),
    ...typedNumbers(day.assessment).map((number) => whole('typed-numbers', number)),
  ];
  return found.toSorted((a, b) => Number(blocks(b.code)) - Number(blocks(a.code)));
}

function ofLine(one: Line, heldOn: string, { today, stands, dueOf }: IssueDay): Finding[] {
  const { words, lead, coordinating, product, term } = one.line;
  const read = termOf(term, heldOn);
  const due = dueOf(one);
  const codes: [FindingCode, boolean][] = [
    ['no-words', words === ''],
    ['no-lead', lead === null],
    ['lead-gone', lead !== null && !stands(lead.unitId)],
    ['term-unclear', !read.ok],
    ['no-product', product === null],
    ['no-deadline', read.ok && read.deadline.kind === 'none' && read.kind === 'do'],
    ['deadline-past', due !== null && due < today],
    ['coordinating-gone', coordinating.some(({ unitId }) => !stands(unitId))],
  ];
  return codes.filter(([, holds]) => holds).map(([code]) => ({ code, id: one.id, words }));
}

/** Lines that say the same to the same unit as one before them. */
function doubled(lines: readonly Line[]): Finding[] {
  const said = new Set<string>();
  return lines.flatMap(({ id, line }) => {
    const key = `${line.lead?.unitId} ${fold(line.words).replace(/\W+/gu, ' ').trim()}`;
    if (line.words === '' || !said.has(key)) {
      said.add(key);
      return [];
    }
    return [{ code: 'same-line', id, words: line.words } as const];
  });
}
