import { figureOf, isCatalogued } from '../../domain/figures/catalogue.ts';
import type { Cut } from '../../domain/figures/comparison.ts';
import { judge, targetStandingOf } from '../../domain/targets/standing.ts';
import type { Tx } from '../../storage/store.ts';
import { knownTargets } from '../targets/queries.ts';
import type { FigureRow } from './contract.ts';
import { knownBy } from './families/family.ts';
import { cutOfYear } from './tied.ts';

export type Plan = NonNullable<FigureRow['plan']>;

/**
 * What targets of the year plan for figures, by figure, in its unit; only for a period that begins with the year, since plans
 * are running totals. Of several targets tied to one figure the first assigned.
 */
export async function plansOf(
  tx: Tx,
  agencyId: string,
  { from, to, cutOff }: Cut,
  knownAt: string | undefined,
): Promise<ReadonlyMap<string, Plan>> {
  const year = Number(to.slice(0, 4));
  if (from !== cutOfYear({ year, day: cutOff }).from) return new Map();
  const known = await knownTargets(tx, agencyId, { year });
  const plans = known.flatMap(({ id, facts }): [string, Plan][] => {
    const standing = targetStandingOf(knownBy(facts, knownAt), cutOff);
    const figure = standing?.now.figure;
    if (!standing || !figure || standing.withdrawnOn !== null) return [];
    const isRate = isCatalogued(figure) && figureOf(figure).unit === 'tenths-of-percent';
    const shown = (value: number) => (isRate ? Math.round(value * 10) : value);
    const { planToDate } = judge(standing, year, cutOff);
    const { value, words } = standing.now;
    return [
      [
        figure,
        { targetId: id, words, value: shown(value), toDate: planToDate === null ? null : shown(planToDate) },
      ],
    ];
  });
  return new Map(plans.toReversed());
}
