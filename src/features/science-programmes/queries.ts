import { sql } from 'kysely';
import type { ScienceProgrammeBody } from '../../domain/science-programmes/facts.ts';
import {
  type ScienceProgrammeStanding,
  scienceProgrammeOn,
  scienceProgrammeSentence,
} from '../../domain/science-programmes/standing.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, Refused } from '../context.ts';
import { type KnownRecord, knownRecords } from '../planning/facts.ts';
import { historyOn, onlyToday } from '../planning/shown.ts';
import { asItStands, portfolioAsOf } from '../tasks/as-of.ts';
import { type NowRow, presentRow } from '../tasks/present.ts';
import type { ScienceProgramme, ScienceProgrammeRow, ScienceProgrammes } from './contract.ts';
import { scienceProgrammePolicy, scienceProgrammesPolicy } from './policy.ts';

interface Shown {
  known: KnownRecord<ScienceProgrammeBody>;
  standing: ScienceProgrammeStanding;
  files: readonly NowRow[];
}

/** Programmes described by a day, each with its tasks as they stood. */
async function shownOn(
  tx: Tx,
  ctx: Context,
  agencyId: string,
  { asOf, day, id }: { asOf: string | undefined; day: string; id?: string },
): Promise<Shown[]> {
  const records = await knownRecords(tx, agencyId, 'science_programme', id);
  const portfolio = asOf === undefined ? asItStands : await portfolioAsOf(tx, ctx, agencyId, asOf);
  const { rows } = await portfolio(sql<NowRow>`
    select n.* from task_now n where n.agency_id = ${agencyId}
      and n.programme_id = any(${records.map((one) => one.id)}::uuid[])
    order by n.begun_on desc, n.task_id`).execute(tx);
  const tasks = Map.groupBy(rows, ({ programme_id }) => programme_id);
  return records.flatMap((known) => {
    const standing = scienceProgrammeOn(known.facts, day);
    return standing ? [{ known, standing, files: tasks.get(known.id) ?? [] }] : [];
  });
}

function presentProgramme({ known, standing: { profile }, files }: Shown): ScienceProgrammeRow {
  const { code, name, level, from, to, stateMoney } = profile;
  const counts: ScienceProgrammeRow['counts'] = { proposed: 0, running: 0, ending: 0, ended: 0 };
  for (const { state } of files) counts[state] += 1;
  return {
    ...{ id: known.id, version: known.facts.length, code, name, level, from, to },
    ...{ tasks: files.length, counts, stateMoney },
    granted: files.reduce((sum, { state_money }) => sum + (state_money ?? 0), 0),
  };
}

/** All programmes as they stand, or stood on a day, the latest first. */
export function listScienceProgrammes(
  ctx: Context,
  actor: Actor,
  { asOf }: { asOf?: string | undefined },
): Promise<ScienceProgrammes> {
  const today = ctx.today().toString();
  const day = asOf ?? today;
  return ctx.store.read(actor.scope, async (tx) => {
    const shown = await shownOn(tx, ctx, actor.agencyId, { asOf, day });
    return {
      asOf: day,
      items: shown
        .map(presentProgramme)
        .toSorted((a, b) => b.from.localeCompare(a.from) || a.code.localeCompare(b.code)),
      abilities: onlyToday(scienceProgrammesPolicy.abilitiesOf(actor, null), { day, today }),
    };
  });
}

/** One programme as it stands, or stood on a day. @throws Refused 404 */
export const getScienceProgramme = (
  ctx: Context,
  actor: Actor,
  id: string,
  asOf?: string,
): Promise<ScienceProgramme> =>
  ctx.store.read(actor.scope, (tx) => readScienceProgramme(tx, ctx, actor, id, asOf));

/** As `getScienceProgramme`, in a transaction of the caller. */
export async function readScienceProgramme(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  id: string,
  asOf?: string,
): Promise<ScienceProgramme> {
  const today = ctx.today().toString();
  const day = asOf ?? today;
  const [shown] = await shownOn(tx, ctx, actor.agencyId, { asOf, day, id });
  if (!shown) throw Refused.notFound();
  const { profile, frame, board, boardRestsOn, reports } = shown.standing;
  return {
    ...presentProgramme(shown),
    ...{ asOf: day, profile, frame, boardRestsOn },
    board: [...board],
    reports: [...reports],
    files: shown.files.map((row) => presentRow(row, { day, language: actor.language })),
    history: historyOn(shown.known.facts, day).map(({ fact, told }) => ({
      ...told,
      sentence: scienceProgrammeSentence(fact.body),
    })),
    abilities: onlyToday(scienceProgrammePolicy.abilitiesOf(actor, null), { day, today }),
  };
}
