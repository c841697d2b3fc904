import { windowOf } from '../../domain/calendar/periods.ts';
import { figureOf, isCatalogued, measuringFigures } from '../../domain/figures/catalogue.ts';
import type { Cut } from '../../domain/figures/comparison.ts';
import type { FigureUnit, RecordUnit } from '../../domain/figures/figure.ts';
import type { Tx } from '../../storage/store.ts';
import type { Actor, Context } from '../context.ts';
import { asOfToday } from '../directives/queries.ts';
import { readDirectives } from './families/directives.ts';
import { readDocuments } from './families/documents.ts';
import { readDrafts, readOpinions } from './families/drafts.ts';
import type { FamilyAsking, FamilyRead, ReadFamily } from './families/family.ts';
import { readProgramme } from './families/programme.ts';
import { readRequests } from './families/requests.ts';
import { readInspections, readTaskChanges, readTaskSteps, readTasks } from './families/tasks.ts';
import { countDirectives, ownFigures } from './own.ts';
import { readingOf } from './period.ts';
import { registerAt } from './register.ts';

/** Families whose figures can measure a target; those of targets count targets. */
const measuring: Partial<Record<RecordUnit, ReadFamily>> = {
  directives: readDirectives,
  requests: readRequests,
  programme: readProgramme,
  drafts: readDrafts,
  opinions: readOpinions,
  tasks: readTasks,
  inspections: readInspections,
  'task-changes': readTaskChanges,
  'task-steps': readTaskSteps,
  documents: readDocuments,
};

/** The figures a target may be tied to: of the catalogue, and the agency's own over the register that are still read. */
export async function figuresToTie(
  tx: Tx,
  ctx: Context,
  { agencyId }: Actor,
): Promise<Map<string, { name: string; unit: FigureUnit }>> {
  const own = await ownFigures(tx, agencyId, ctx.today().toString());
  return new Map<string, { name: string; unit: FigureUnit }>([
    ...own
      .filter(({ family }) => family === 'directives')
      .map(({ id, name, family }) => [id, { name, unit: family }] as const),
    ...measuringFigures.map((figure) => [figure.id, figure] as const),
  ]);
}

/** A figure of the year up to a day. */
export interface AskedOfYear {
  figure: string;
  year: number;
  day: string;
}

/** The days of a reporting year up to a day; of the calendar's where no rule gives them. */
export function cutOfYear({ year, day }: Pick<AskedOfYear, 'year' | 'day'>): Cut {
  const window = yearWindow(year);
  const cutOff = day < window.from ? window.from : day > window.to ? window.to : day;
  return { ...window, cutOff };
}

function yearWindow(year: number): { from: string; to: string } {
  try {
    const { from, to } = windowOf({ kind: 'year', year, n: 1 });
    return { from: from.toString(), to: to.toString() };
  } catch (error) {
    if (error instanceof RangeError) return { from: `${year}-01-01`, to: `${year}-12-31` };
    throw error;
  }
}

/** Numbers of figures, each of its year up to its day, with all that is recorded or as known at a moment; in order. */
export async function figuresOfYears(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  asked: readonly AskedOfYear[],
  knownAt?: string,
): Promise<(number | null)[]> {
  const calendar = await ctx.calendar();
  const read = new Map<string, FamilyRead>();
  const values: (number | null)[] = [];
  for (const one of asked) {
    const cut = cutOfYear(one);
    const { soonUntil } = await asOfToday(tx, ctx, actor.agencyId, calendar, cut.cutOff);
    const asking: FamilyAsking = {
      ...{ tx, ctx, actor, cut, knownAt, calendar, unit: undefined, among: [{ cut, knownAt }] },
      reading: readingOf(cut, soonUntil, calendar),
    };
    if (!isCatalogued(one.figure)) {
      values.push(await ownValue(asking, one.figure));
      continue;
    }
    const { family } = figureOf(one.figure);
    const key = `${family} ${one.year} ${cut.cutOff}`;
    const found = read.get(key) ?? (await measuring[family]?.(asking));
    if (found) read.set(key, found);
    values.push(found?.told.valueOf(one.figure).value ?? null);
  }
  return values;
}

async function ownValue(asking: FamilyAsking, id: string): Promise<number | null> {
  const { tx, ctx, actor } = asking;
  const own = (await ownFigures(tx, actor.agencyId)).filter((row) => row.id === id);
  const register = await registerAt(tx, ctx, actor.agencyId, asking);
  return (await countDirectives(asking, own, register))[0] ?? null;
}
