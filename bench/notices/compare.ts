import { exampleAgency, exampleUnits } from '../../examples/agency.ts';
import { bindingOf } from '../../src/domain/conferences/read-back.ts';
import type { Reading } from '../../src/domain/documents/reading.ts';
import type { AgencyUnits } from '../../src/domain/organisation/match.ts';
import { fold } from '../../src/domain/text/fold.ts';
import type { OfficialDocument } from '../../src/writing/official/document.ts';
import { capitals } from '../../src/writing/official/document.ts';
import { shownNumber } from '../../src/writing/official/setter.ts';
import type { Written } from './generate.ts';

/** How many were found as written, how many were written, how many read; and the lines of what differs. */
export interface Compared {
  right: number;
  written: number;
  read: number;
  differing: string[];
}

/** A directive by all that matters at once. */
interface Compare {
  words: string;
  /** Lead, coordinating units and deadline as one text. */
  binding: string;
}

/** Pairs off what was read with what was written. */
function pairOff(
  wanted: readonly Compare[],
  found: readonly Compare[],
  sameWords: (a: string, b: string) => boolean,
): Compared {
  const open = [...found];
  const missed = wanted.filter(({ words, binding }) => {
    const at = open.findIndex((one) => one.binding === binding && sameWords(one.words, words));
    if (at >= 0) open.splice(at, 1);
    return at < 0;
  });
  const say = ({ words, binding }: Compare) => `${words} ${binding}`;
  return {
    right: wanted.length - missed.length,
    written: wanted.length,
    read: found.length,
    differing: [...missed.map((one) => `- ${say(one)}`), ...open.map((one) => `+ ${say(one)}`)],
  };
}

/** Directives by their very words, lead, coordinating units and deadline. */
export function compare(written: readonly Written[], { directives }: Reading): Compared {
  return pairOff(
    written.map(({ text, lead, coordinating, deadline }) => ({
      words: text,
      binding: JSON.stringify([lead, coordinating, bindingOf(deadline)]),
    })),
    directives.map(({ text, lead, coordinating, deadline }) => ({
      words: text,
      binding: JSON.stringify([
        lead?.name ?? null,
        coordinating.map(({ name }) => name),
        bindingOf(deadline),
      ]),
    })),
    (a, b) => a === b,
  );
}

/** The units of the notices as an agency has them; the name is the id. */
export const knownUnits: AgencyUnits = {
  agency: { name: exampleAgency.name, shortName: exampleAgency.shortName },
  units: exampleUnits.map((unit) => ({ id: unit.name, ...unit })),
};

/** Words alike but for marks and single letters, which no scan keeps wholly: nine of ten are the same. */
function alike(a: string, b: string): boolean {
  const wordsOf = (text: string) =>
    fold(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean);
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const open = [...right];
  const shared = left.filter((word) => {
    const at = open.indexOf(word);
    if (at >= 0) open.splice(at, 1);
    return at >= 0;
  });
  return shared.length >= 0.9 * Math.max(left.length, right.length);
}

/** Directives of a scan read with `knownUnits`: the units of the agency and the deadline exactly, the words alike. */
export function compareScan(written: readonly Written[], { directives }: Reading): Compared {
  return pairOff(
    written.map(({ text, lead, coordinating, deadline }) => ({
      words: text,
      binding: JSON.stringify([lead, coordinating, bindingOf(deadline)]),
    })),
    directives.map(({ text, lead, coordinating, deadline }) => ({
      words: text,
      binding: JSON.stringify([
        lead?.unitId ?? null,
        coordinating.map(({ unitId, name }) => unitId ?? name),
        bindingOf(deadline),
      ]),
    })),
    alike,
  );
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
