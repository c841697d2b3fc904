import { fold } from '../../domain/text/fold.ts';

/** A unit as it can be named: its name, abbreviation and other names. */
export interface NamedUnit {
  id: string;
  name: string;
  abbreviation: string | null;
  aliases: readonly { alias: string }[];
}

/**
 * Units that what is typed may mean, the likeliest first: every typed word begins a word of one of the unit's names, or
 * the initials of a name begin with it. Marks, case and «đ» do not matter; nothing typed gives all.
 */
export function matchingUnits<Unit extends NamedUnit>(units: readonly Unit[], typed: string): Unit[] {
  const wanted = wordsOf(typed);
  if (wanted.length === 0) return [...units];
  return units
    .map((unit) => ({ unit, score: Math.max(...namesOf(unit).map((name) => score(name, wanted))) }))
    .filter((one) => one.score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ unit }) => unit);
}

const wordsOf = (name: string) =>
  fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

const namesOf = ({ name, abbreviation, aliases }: NamedUnit) =>
  [name, abbreviation ?? '', ...aliases.map(({ alias }) => alias)].filter(Boolean).map(wordsOf);

function score(name: readonly string[], wanted: readonly string[]): number {
  if (name.join(' ') === wanted.join(' ')) return 4;
  if (name.join(' ').startsWith(wanted.join(' '))) return 3;
  if (initialsOf(name).some((initials) => initials.startsWith(wanted.join('')))) return 2;
  return wanted.every((word) => name.some((own) => own.startsWith(word))) ? 1 : 0;
}

/** «phong quan ly khoa hoc» as «pqlkh» and, without the kind of body, «qlkh». */
function initialsOf(name: readonly string[]): string[] {
  const letters = name.map((word) => word[0] ?? '').join('');
  return name.length < 3 ? [letters] : [letters, letters.slice(1), letters.slice(2)];
}
