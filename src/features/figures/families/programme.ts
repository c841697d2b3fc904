import { type CountedItem, programme } from '../../../domain/figures/programme.ts';
import type { ProgrammeItem } from '../../programme/contract.ts';
import { programmesThen } from '../../programme/then.ts';
import type { FigureRecord } from '../contract.ts';
import { type FamilyAsking, type Listed, readListed } from './family.ts';

/** Items of the programmes of the period's years that were approved by then, each as it stood on the cut-off day. */
async function itemsThen(asking: FamilyAsking): Promise<ProgrammeItem[]> {
  const { tx, ctx, actor, cut, knownAt, unit } = asking;
  const years = { first: Number(cut.from.slice(0, 4)), last: Number(cut.to.slice(0, 4)) };
  const found = await programmesThen(tx, ctx, actor, years, { asOf: cut.cutOff, knownAt });
  return found.filter(({ lead }) => unit === undefined || lead.unitId === unit);
}

const firstOf = (year: number, month: number) => `${year}-${String(month).padStart(2, '0')}-01`;

const countedOf = (item: ProgrammeItem): CountedItem => ({
  ...{ id: item.id, state: item.state, timesMoved: item.timesMoved, added: item.added, cause: item.cause },
  unitId: item.lead.unitId,
  month: firstOf(item.year, item.month),
  firstMonth: firstOf(item.year, item.firstMonth),
  due: item.dueDay,
});

const lineOf = ({ id, words, lead, dueDay, state, lateness, late }: ProgrammeItem): FigureRecord => ({
  ...{ id, words, state, lateness, late },
  page: { place: 'programme', id },
  unit: lead.name,
  day: dueDay,
  source: null,
});

export const listedProgramme: Listed<ProgrammeItem, CountedItem> = {
  ...{ family: programme, rows: itemsThen, countedOf, lineOf },
};
export const readProgramme = readListed(listedProgramme);
