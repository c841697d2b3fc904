import { directives } from '../../../domain/figures/directive-figures.ts';
import { tell } from '../../../domain/figures/evaluate.ts';
import { lastly } from '../../../storage/store.ts';
import type { DirectiveRow } from '../../directives/contract.ts';
import { foundBy, presentDirective } from '../../directives/queries.ts';
import type { FigureRecord } from '../contract.ts';
import { type RegisterThen, registerAt, shownThen } from '../register.ts';
import type { FamilyAsking, FamilyRead } from './family.ts';

/** Directives of the register. */
export async function readDirectives(asking: FamilyAsking): Promise<FamilyRead & { register: RegisterThen }> {
  const { tx, ctx, actor, reading } = asking;
  const register = await registerAt(tx, ctx, actor.agencyId, asking);
  return {
    register,
    told: tell(directives, register.directives, reading),
    linesOf: (ids) => directiveLines(asking, register, ids),
  };
}

const lineOf = ({
  id,
  words,
  lead,
  dueDay,
  state,
  lateness,
  late,
  document,
}: DirectiveRow): FigureRecord => ({
  ...{ id, words, state, lateness, late },
  page: { place: 'directives', id },
  unit: lead?.name ?? null,
  day: dueDay,
  source: document && { documentId: document.id, words: document.number ?? document.label },
});

/** Some directives as they stood then; only these are put together. The last statement of its transaction. */
export async function directiveLines(
  { tx, ctx, actor: { agencyId }, cut, knownAt, calendar }: FamilyAsking,
  { asOf }: Pick<RegisterThen, 'asOf'>,
  ids: readonly string[],
): Promise<FigureRecord[]> {
  const shown = await shownThen(tx, ctx, agencyId, { ids }, { cut, knownAt, asOf, calendar });
  const [rows] = await lastly(tx, [shown(foundBy(agencyId, { ids }, asOf, { limit: ids.length }))]);
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = found.get(id);
    return row ? [lineOf(presentDirective(row, asOf, calendar))] : [];
  });
}
