import { draftIsUnder, opinionIsUnder } from '../../domain/drafts/filter.ts';
import { inHand } from '../../domain/figures/answers.ts';
import { documents } from '../../domain/figures/documents.ts';
import { tell } from '../../domain/figures/evaluate.ts';
import type { Family } from '../../domain/figures/family.ts';
import { type OwnFamily, ownFilterOf } from '../../domain/figures/own-families.ts';
import { itemIsUnder } from '../../domain/programme/filter.ts';
import { requestIsUnder } from '../../domain/requests/request.ts';
import { targetIsUnder } from '../../domain/targets/filter.ts';
import { documentIdsUnder } from '../documents/queries.ts';
import { ofYear } from '../drafts/queries.ts';
import { linesOfPapers, papersThen } from './families/documents.ts';
import { listedDrafts, listedOpinions } from './families/drafts.ts';
import { type FamilyAsking, type FamilyRead, type Listed, linesFrom } from './families/family.ts';
import { listedProgramme } from './families/programme.ts';
import { listedRequests } from './families/requests.ts';
import { listedTargets } from './families/targets.ts';
import { countDirectives, type OwnRow } from './own.ts';
import type { RegisterThen } from './register.ts';

/** A family with one figure alone, of all records it is given: a filter said which. */
export const ownFamily = <One extends { id: string }>(
  { splits, order, name }: Pick<Family<One>, 'splits' | 'order' | 'name'>,
  id: string,
): Family<One> => ({
  ...{ splits, order, name },
  place: (one) => one,
  groups: { own: [{ id, name: '', counts: '', unit: name, holds: () => true }] },
});

/** Reads the records of own figures over one family: its rows once, those of each figure by its filter. */
type OwnReader = (asking: FamilyAsking) => Promise<(own: OwnRow) => Promise<FamilyRead>>;

async function readOwn<Row, One extends { id: string }>(
  asking: FamilyAsking,
  { family, rows, countedOf, lineOf }: Listed<Row, One>,
  under: (query: string) => (row: Row) => boolean,
): ReturnType<OwnReader> {
  const all = await rows(asking);
  return async ({ id, query }) => {
    const some = all.filter(under(query));
    return {
      told: tell(ownFamily(family, id), some.map(countedOf), asking.reading),
      linesOf: linesFrom(some.map(lineOf)),
    };
  };
}

/**
 * Own figures over lists other than the register: of the plan of the year the period ends in, items of the period's months,
 * what was to be answered in the period, documents entered in it.
 */
export const ownReaders: Record<Exclude<OwnFamily, 'directives'>, OwnReader> = {
  targets: (asking) =>
    readOwn(asking, listedTargets, (query) => {
      const filter = ownFilterOf('targets', query);
      return (row) => targetIsUnder(filter, row);
    }),
  programme: (asking) =>
    readOwn(asking, listedProgramme, (query) => {
      const filter = ownFilterOf('programme', query);
      const { from, to } = asking.cut;
      return (row) => {
        const { month } = listedProgramme.countedOf(row);
        return month >= from && month <= to && itemIsUnder(filter, row);
      };
    }),
  drafts: (asking) =>
    readOwn(asking, listedDrafts, (query) => {
      const filter = ownFilterOf('drafts', query);
      const year = Number(asking.cut.to.slice(0, 4));
      return ({ row }) => ofYear(row, year) && draftIsUnder(filter, row);
    }),
  opinions: (asking) =>
    readOwn(asking, listedOpinions, (query) => {
      const filter = ownFilterOf('opinions', query);
      return (one) =>
        inHand(listedOpinions.countedOf(one), asking.cut) &&
        opinionIsUnder(filter, one.opinion, one.row.lead.unitId);
    }),
  requests: (asking) =>
    readOwn(asking, listedRequests, (query) => {
      const filter = ownFilterOf('requests', query);
      return ({ asked }) => requestIsUnder(filter, asked, asking.cut.cutOff);
    }),
  documents: async (asking) => {
    const papers = await papersThen(asking);
    return async ({ id, query }) => {
      const filter = ownFilterOf('documents', query);
      const under = await documentIdsUnder(asking.tx, asking.actor.agencyId, filter);
      const some = papers.filter(({ documentId }) => documentId !== null && under.has(documentId));
      return {
        told: tell(ownFamily(documents, id), some, asking.reading),
        linesOf: linesOfPapers(asking, some),
      };
    };
  },
};

/** How many records each own figure has in a period. */
export async function countOwn(
  asking: FamilyAsking,
  own: readonly OwnRow[],
  register: RegisterThen,
): Promise<number[]> {
  const counts = new Map<string, number>();
  const ofFamily = (family: OwnFamily) => own.filter((row) => row.family === family);
  const directives = ofFamily('directives');
  const numbers = await countDirectives(asking, directives, register);
  for (const [at, { id }] of directives.entries()) counts.set(id, numbers[at] ?? 0);
  for (const [family, read] of Object.entries(ownReaders)) {
    const rows = ofFamily(family as OwnFamily);
    if (rows.length === 0) continue;
    const toldOf = await read(asking);
    for (const row of rows) counts.set(row.id, (await toldOf(row)).told.valueOf(row.id).value ?? 0);
  }
  return own.map(({ id }) => counts.get(id) ?? 0);
}
