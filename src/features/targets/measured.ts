import { figureOf, isCatalogued } from '../../domain/figures/catalogue.ts';
import { type TargetStanding, targetStandingOf } from '../../domain/targets/standing.ts';
import type { Tx } from '../../storage/store.ts';
import type { Actor, Context } from '../context.ts';
import { cutOfYear, figuresOfYears } from '../figures/tied.ts';
import type { KnownTarget } from './queries.ts';

/** What the register says of targets that are measured by a figure, by target: the value, and the day it is of. */
export type Measured = ReadonlyMap<string, { value: number | null; on: string }>;

/** The results on a day of those targets that a figure measures; after its last day a target's result is of that day. */
export async function measuredOn(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  known: readonly KnownTarget[],
  { day, knownAt }: { day: string; knownAt?: string },
): Promise<Measured> {
  const tied = known.flatMap(({ id, year, facts }) => {
    const now = targetStandingOf(facts, day)?.now;
    if (!now?.figure) return [];
    return [{ id, figure: now.figure, year, day: now.due < day ? now.due : day }];
  });
  const values = await figuresOfYears(tx, ctx, actor, tied, knownAt);
  return new Map(
    tied.map(({ id, figure, ...of }, at) => {
      const value = values[at] ?? null;
      const isRate = isCatalogued(figure) && figureOf(figure).unit === 'tenths-of-percent';
      return [id, { value: value !== null && isRate ? value / 10 : value, on: cutOfYear(of).cutOff }];
    }),
  );
}

/** A target as it stands with the result its figure gives; as it was reported where none measures it. */
export function withMeasured(
  standing: TargetStanding,
  measured: ReturnType<Measured['get']>,
): TargetStanding {
  if (measured === undefined) return standing;
  const { value, on } = measured;
  const report = { factId: '', on, words: '', cause: null, link: null };
  return { ...standing, reports: value === null ? [] : [{ ...report, value }] };
}
