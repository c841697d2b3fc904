import type { Deadline } from '../../src/domain/deadlines/deadline.ts';
import type { Reading } from '../../src/domain/documents/reading.ts';
import type { OfficialDocument } from '../../src/writing/official/document.ts';
import { capitals } from '../../src/writing/official/document.ts';
import { shownNumber } from '../../src/writing/official/setter.ts';
import type { Written } from './generate.ts';

/** What counts of a deadline, without the place where it stands. */
function bindingOf(deadline: Deadline): unknown {
  if (deadline.kind === 'none') return 'none';
  if (deadline.kind === 'recurring') return ['recurring', deadline.every];
  if (deadline.kind === 'relative') return ['relative', deadline.relative.amount, deadline.relative.unit];
  return [deadline.kind, deadline.bound, deadline.due];
}

/** How many were found as written, how many were written, how many read; and the lines of what differs. */
export interface Compared {
  right: number;
  written: number;
  read: number;
  differing: string[];
}

/** Directives by all that matters at once: words, lead, coordinating units, deadline. */
export function compare(written: readonly Written[], { directives }: Reading): Compared {
  const keyOf = (...parts: unknown[]) => JSON.stringify(parts);
  const wanted = written.map((one) => keyOf(one.text, one.lead, one.coordinating, bindingOf(one.deadline)));
  const found = directives.map(({ text, lead, coordinating, deadline }) =>
    keyOf(
      text,
      lead?.name ?? null,
      coordinating.map(({ name }) => name),
      bindingOf(deadline),
    ),
  );
  const open = [...found];
  const missed = wanted.filter((key) => {
    const at = open.indexOf(key);
    if (at >= 0) open.splice(at, 1);
    return at < 0;
  });
  return {
    right: wanted.length - missed.length,
    written: wanted.length,
    read: found.length,
    differing: [...missed.map((key) => `- ${key}`), ...open.map((key) => `+ ${key}`)],
  };
}

/** F1 of what was read against what was written. */
export const f1 = ({ right, written, read }: Pick<Compared, 'right' | 'written' | 'read'>): number =>
  written + read === 0 ? 1 : (2 * right) / (written + read);

/** What of a document's head was not read as written: number, day, issuer and subject. */
export function headDiffering(
  { number, sign, date, issuer, title }: OfficialDocument,
  { document }: Reading,
): string[] {
  const wanted = {
    kind: 'TB',
    number: `${shownNumber(number)}/${sign}`,
    date,
    issuer: capitals(issuer),
    subject: title.subject,
  };
  const keys = Object.keys(wanted) as (keyof typeof wanted)[];
  return keys
    .filter((key) => wanted[key] !== document[key])
    .map((key) => `${key}: ${wanted[key]} → ${document[key]}`);
}
