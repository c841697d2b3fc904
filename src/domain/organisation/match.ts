import { z } from 'zod';
import { fold } from '../text/fold.ts';

const Day = z.iso.date();

/** An agency's units as a reader needs them; `from` and `to` are the days a unit's name holds, both included. */
export const AgencyUnits = z.object({
  agency: z.object({ name: z.string().min(1), shortName: z.string().optional() }),
  units: z.array(
    z.object({
      id: z.string().min(1),
      name: z.string().min(1),
      abbreviation: z.string().optional(),
      aliases: z.array(z.string()).default([]),
      from: Day.optional(),
      to: Day.optional(),
    }),
  ),
});
export type AgencyUnits = z.infer<typeof AgencyUnits>;
export type NamedUnit = AgencyUnits['units'][number];

/** The unit a printed name means, and how sure that is (1: its very name). */
export interface UnitMatch {
  unitId: string;
  score: number;
}

const leastScore = 0.8;
const clearLead = 0.05;

/** Abbreviations of the words for kinds of bodies; written out before comparing. */
const kindWords: Record<string, string> = {
  p: 'phong',
  vp: 'van phong',
  tt: 'trung tam',
  cc: 'chi cuc',
  ttra: 'thanh tra',
  ubnd: 'uy ban nhan dan',
  'kh&cn': 'khoa hoc va cong nghe',
  khcn: 'khoa hoc va cong nghe',
  tdc: 'tieu chuan do luong chat luong',
  tcdlcl: 'tieu chuan do luong chat luong',
  cgcn: 'chuyen giao cong nghe',
};
const unmeaning = new Set(['va', 'cua', 'thuoc', 'so', 'cac', 'don', 'vi', '&']);

function wordsOf(name: string): string[] {
  const words = fold(name)
    .replace(/[^\p{L}\p{N}&]+/gu, ' ')
    .trim()
    .split(' ');
  return words
    .flatMap((word) => (kindWords[word] ?? word).split(' '))
    .filter((word) => word !== '' && word !== '&');
}

const initials = (words: string[]) => words.map((word) => word[0] ?? '').join('');

/** True where `short` is `long` with a run of words put as initials: «phong qlkh» for «phong quan ly khoa hoc». */
function abbreviates(short: string[], long: string[]): boolean {
  if (short.length === 0) return long.length === 0;
  const [head = '', ...rest] = short;
  if (long[0] === head && abbreviates(rest, long.slice(1))) return true;
  if (head.length < 2 || head.length > long.length) return false;
  for (const skipped of [head.length, ...skippedAnds(long, head.length)]) {
    const run = long.slice(0, skipped);
    const letters = [initials(run), initials(run.filter((word) => word !== 'va'))];
    if (letters.includes(head) && abbreviates(rest, long.slice(skipped))) return true;
  }
  return false;
}

const skippedAnds = (long: string[], letters: number) =>
  [1, 2].map((n) => letters + n).filter((n) => n <= long.length);

function similarity(a: string[], b: string[]): number {
  const left = a.filter((word) => !unmeaning.has(word));
  const right = b.filter((word) => !unmeaning.has(word));
  if (left.length === 0 || right.length === 0) return 0;
  const free = [...right];
  let shared = 0;
  for (const word of left) {
    const at = free.findIndex((other) => other === word || oneLetterApart(other, word));
    if (at >= 0) shared += free.splice(at, 1)[0] === word ? 1 : 0.9;
  }
  return (2 * shared) / (left.length + right.length);
}

/** OCR misreads single letters («thòng» folds to «thong» already; «đảu» for «đầu», «l» for «i»). */
function oneLetterApart(a: string, b: string): boolean {
  if (a.length < 4 || Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const [restA, restB] = [a.slice(i), b.slice(i)];
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1);
}

function score(printed: string[], name: string): number {
  const own = wordsOf(name);
  if (printed.join(' ') === own.join(' ')) return 1;
  if (abbreviates(printed, own) || abbreviates(own, printed)) return 0.95;
  return Math.min(0.92, similarity(printed, own));
}

/**
 * Finds the unit a printed name means in the agency's list: by name, abbreviation and aliases, without
 * marks, with words put as initials and with single letters misread.
 * `on` (ISO day) leaves out units whose name did not hold that day. Nothing when two units fit alike.
 */
export function matchUnit(
  printed: string,
  { agency, units }: AgencyUnits,
  on?: string,
): UnitMatch | undefined {
  const own = [agency.name, agency.shortName ?? ''].map((name) => wordsOf(name).join(' ')).filter(Boolean);
  let words = wordsOf(printed).join(' ');
  for (const name of own) if (words.endsWith(` ${name}`)) words = words.slice(0, -name.length - 1);
  const wanted = words.replace(/ (thuoc )?so$/, '').split(' ');
  const holding = units.filter((unit) => !on || ((unit.from ?? '') <= on && on <= (unit.to ?? '9999')));
  const scored = holding
    .map((unit) => ({
      unitId: unit.id,
      score: Math.max(...namesOf(unit).map((name) => score(wanted, name))),
    }))
    .sort((a, b) => b.score - a.score);
  const [best] = scored;
  // Another name of the same unit is no rival.
  const second = scored.find(({ unitId }) => unitId !== best?.unitId);
  if (!best || best.score < leastScore) return undefined;
  if (second && best.score < 1 && best.score - second.score < clearLead) return undefined;
  return { unitId: best.unitId, score: best.score };
}

const namesOf = (unit: NamedUnit) => [
  unit.name,
  ...(unit.abbreviation ? [unit.abbreviation] : []),
  ...unit.aliases,
];
