import { lateness, lateOf } from '../../../domain/calendar/due.ts';
import { type Opinion, opinionsOf } from '../../../domain/drafts/opinions.ts';
import { type DraftStanding, draftStandingOf } from '../../../domain/drafts/standing.ts';
import { type CountedDraft, countedDraft, drafts } from '../../../domain/figures/drafts.ts';
import { type CountedOpinion, countedOpinion, opinions } from '../../../domain/figures/opinions.ts';
import type { DraftRow } from '../../drafts/contract.ts';
import {
  type KnownDraft,
  knownDrafts,
  lastDayOf,
  presentDraft,
  type Shown,
  shownOn,
} from '../../drafts/queries.ts';
import type { FigureRecord } from '../contract.ts';
import { type FamilyAsking, knownBy, type Listed, readListed } from './family.ts';

/** A draft as it stood on the cut-off day, with the facts known of it. */
interface DraftThen {
  known: KnownDraft;
  standing: DraftStanding;
  row: DraftRow;
  shown: Shown;
}

async function draftsThen({ tx, ctx, actor, cut, knownAt, unit }: FamilyAsking): Promise<DraftThen[]> {
  const shown = await shownOn(tx, ctx, actor, cut.cutOff);
  const all = await knownDrafts(tx, actor.agencyId);
  return all.flatMap((one) => {
    const known = { ...one, facts: knownBy(one.facts, knownAt) };
    const standing = draftStandingOf(known.facts, { asOf: shown.day });
    const row = presentDraft(known, shown);
    if (standing === null || row === null) return [];
    return unit === undefined || row.lead.unitId === unit ? [{ known, standing, row, shown }] : [];
  });
}

const countedOf = ({ standing, row, shown }: DraftThen): CountedDraft => {
  const [day, lastDay] = [shown.day, lastDayOf(standing, shown)];
  return countedDraft(standing, { id: row.id, unitId: row.lead.unitId, day, lastDay });
};

const draftLine = ({ row, standing }: DraftThen): FigureRecord => ({
  ...{ id: row.id, words: row.title, state: row.state, lateness: row.lateness, late: row.late },
  page: { place: 'drafts', id: row.id },
  unit: row.lead.name,
  day: standing.days.issued,
  source: row.document,
});

/** Legal drafts, each as it stood on the cut-off day. */
export const listedDrafts: Listed<DraftThen, CountedDraft> = {
  ...{ family: drafts, rows: draftsThen, countedOf, lineOf: draftLine },
};
export const readDrafts = readListed(listedDrafts);

type OpinionThen = DraftThen & { opinion: Opinion };

const asksOf = ({ known, standing, shown }: DraftThen) =>
  opinionsOf(known.facts, shown.day, lastDayOf(standing, shown));

/** Opinions asked for by the cut-off, each by its draft. */
export const listedOpinions: Listed<OpinionThen, CountedOpinion> = {
  family: opinions,
  rows: async (asking) =>
    (await draftsThen(asking)).flatMap((draft) => asksOf(draft).map((opinion) => ({ ...draft, opinion }))),
  countedOf: ({ opinion, standing, row }) => countedOpinion(opinion, standing, row.lead.unitId),
  lineOf: opinionLine,
};
export const readOpinions = readListed(listedOpinions);

function opinionLine({ opinion, row, shown: { day, calendar } }: OpinionThen): FigureRecord {
  const { id, whom, lastDay, state, answeredOn, document } = opinion;
  const late = lateness(lastDay, answeredOn ?? day, calendar);
  const told = answeredOn === null || late.late ? late : null;
  return {
    ...{ id, state, day: lastDay, unit: row.lead.name, source: document },
    words: `${whom.name}: ${row.title}`,
    page: { place: 'drafts', id: row.id },
    lateness: told?.words ?? '',
    late: told && lateOf(told, false),
  };
}
