import { type CountedTarget, targets } from '../../../domain/figures/targets.ts';
import type { TargetRow } from '../../targets/contract.ts';
import { knownTargets, presentTarget, shownOn } from '../../targets/queries.ts';
import type { FigureRecord } from '../contract.ts';
import { type FamilyAsking, knownBy, type Listed, readListed } from './family.ts';

/** Targets of the plan of the year the period ends in, each as it stood on the cut-off day. */
async function targetsThen({
  tx,
  ctx,
  actor,
  cut: { to, cutOff },
  knownAt,
  unit,
}: FamilyAsking): Promise<TargetRow[]> {
  const all = await knownTargets(tx, actor.agencyId, { year: Number(to.slice(0, 4)) });
  const known = all.map((one) => ({ ...one, facts: knownBy(one.facts, knownAt) }));
  const shown = await shownOn(tx, ctx, actor, known, { asOf: cutOff, knownAt });
  return known
    .map((one) => presentTarget(one, shown))
    .filter((row) => row !== null)
    .filter(({ lead }) => unit === undefined || lead.unitId === unit);
}

const countedOf = ({ id, lead, state, due, cause, timesAmended, resultOn }: TargetRow): CountedTarget => ({
  ...{ id, unitId: lead.unitId, state, due, cause, timesAmended, resultOn },
});

const lineOf = ({ id, words, lead, due, state, lateness, late, document }: TargetRow): FigureRecord => ({
  ...{ id, words, state, lateness, late },
  page: { place: 'targets', id },
  unit: lead.name,
  day: due,
  source: document.words === '' ? null : document,
});

export const listedTargets: Listed<TargetRow, CountedTarget> = {
  ...{ family: targets, rows: targetsThen, countedOf, lineOf },
};
export const readTargets = readListed(listedTargets);
