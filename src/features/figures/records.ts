import { z } from 'zod';
import { figureOf, isCatalogued } from '../../domain/figures/catalogue.ts';
import type { Counted } from '../../domain/figures/counted.ts';
import { directives as directiveFamily } from '../../domain/figures/directive-figures.ts';
import { type FamilyTold, type Part, tell } from '../../domain/figures/evaluate.ts';
import type { Split } from '../../domain/figures/family.ts';
import type { RecordUnit } from '../../domain/figures/figure.ts';
import { PhaseId } from '../../domain/tasks/facts.ts';
import { nameIn, phaseNamed } from '../../domain/tasks/lifecycle/names.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, Refused } from '../context.ts';
import { cursorOf, readCursor } from '../cursor.ts';
import { asOfToday, fromMatched } from '../directives/queries.ts';
import { directiveWhere } from '../directives/where.ts';
import { unitNamesOn } from '../organisation/unit-names.ts';
import { programmeNamesOn } from '../science-programmes/names.ts';
import type { listFigureRecords } from './contract.ts';
import { countedNow } from './counted-now.ts';
import { directiveLines } from './families/directives.ts';
import type { FamilyAsking, FamilyRead } from './families/family.ts';
import { filterFor, type OwnRow, ownFigures } from './own.ts';
import { ownFamily, ownReaders } from './own-listed.ts';
import { cutsOf } from './period.ts';
import { describeOwn } from './queries.ts';
import { askingOf, readFamily, seesFamily } from './read.ts';
import { countedRows, isNow, registerAt, withFields } from './register.ts';

type Asked = z.output<NonNullable<(typeof listFigureRecords)['query']>>;
type Reply = z.infer<(typeof listFigureRecords)['reply']>;

/** Where a record stands in a list: by the order of its family, then by its id. */
const Place = z.tuple([z.int32(), z.uuid()]);
type Place = z.infer<typeof Place>;

const byPlace = (a: Place, b: Place) => a[0] - b[0] || a[1].localeCompare(b[1]);

/** A figure with the records it is read from. */
interface Opened extends FamilyRead {
  family: RecordUnit;
  about: Omit<Reply['figure'], 'value'>;
}

async function openFigure(asking: FamilyAsking, id: string): Promise<Opened> {
  if (!isCatalogued(id)) return openOwn(asking, await ownFigure(asking.tx, asking.actor.agencyId, id));
  const { family, name, counts, unit, better = null } = figureOf(id);
  if (!seesFamily(asking.actor, family)) throw Refused.notFound();
  return { family, about: { id, name, counts, unit, better }, ...(await readFamily[family](asking)) };
}

async function openOwn(asking: FamilyAsking, row: OwnRow): Promise<Opened> {
  if (!seesFamily(asking.actor, row.family)) throw Refused.notFound();
  if (row.family !== 'directives') {
    const toldOf = await ownReaders[row.family](asking);
    return { family: row.family, about: describeOwn(row), ...(await toldOf(row)) };
  }
  const { tx, ctx, actor, cut, unit, knownAt, reading } = asking;
  const register = await registerAt(tx, ctx, actor.agencyId, asking);
  const filter = filterFor(row, cut, unit);
  const where = directiveWhere(actor.agencyId, filter, register.asOf);
  const shown = await register.shown();
  const { rows } = await shown(countedRows(where, fromMatched(filter))).execute(tx);
  const records = await withFields(tx, actor.agencyId, knownAt, rows);
  return {
    family: 'directives',
    about: describeOwn(row),
    told: tell(ownFamily<Counted>(directiveFamily, row.id), records, reading),
    linesOf: (ids) => directiveLines(asking, register, ids),
  };
}

async function ownFigure(tx: Tx, agencyId: string, id: string): Promise<OwnRow> {
  const row = (await ownFigures(tx, agencyId)).find((one) => one.id === id);
  if (!row) throw Refused.notFound();
  return row;
}

/** Ids of one page of the records, and where the next begins. */
function pageIn(
  { order }: FamilyTold,
  recordIds: readonly string[],
  { after, limit }: { after: Place | undefined; limit: number },
): { ids: string[]; next: string | null } {
  const places = recordIds.map((id): Place => [order(id), id]);
  const behind = places.filter((place) => !after || byPlace(place, after) > 0).toSorted(byPlace);
  const page = behind.slice(0, limit);
  const last = page.at(-1);
  return {
    ids: page.map(([, id]) => id),
    next: behind.length > limit && last ? cursorOf(last) : null,
  };
}

/** What parts are called whose key is not their name; the screen knows the words of what is chosen from a list. */
type PartNames = Partial<Record<Split, (key: string) => string>>;

/** Units and programmes by the name they bore on a day, steps and phases in the language of the screens. */
async function partNames(
  tx: Tx,
  ctx: Context,
  { agencyId, language }: Actor,
  { day, splits }: { day: string; splits: readonly { by: Split }[] },
): Promise<PartNames> {
  const units = await unitNamesOn(tx, ctx, agencyId, day, true);
  const byProgramme = splits.some(({ by }) => by === 'programme');
  const programmes = byProgramme ? await programmeNamesOn(tx, agencyId, day) : new Map<string, string>();
  const unit = (key: string) => units.get(key) ?? '';
  return {
    ...{ unit, asker: unit, programme: (key) => programmes.get(key) ?? '' },
    step: (key) => nameIn(language, key),
    phase: (key) => (key === '' ? '' : phaseNamed(PhaseId.parse(key), language)),
  };
}

/** A figure told apart, the largest part first. */
const splitsShown = (
  splits: readonly { by: Split; parts: ReadonlyMap<string, number | null> }[],
  names: PartNames,
): Reply['splits'] =>
  splits.map(({ by, parts }) => ({
    by,
    parts: [...parts]
      .map(([key, value]) => ({ key, name: names[by]?.(key) ?? key, value }))
      .toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0) || a.name.localeCompare(b.name, 'vi')),
  }));

/** One page of a figure's records, and what is told with it. */
interface Page extends Pick<Opened, 'family' | 'about' | 'linesOf'> {
  value: number | null;
  total: number;
  ids: string[];
  next: string | null;
  splits: readonly { by: Split; parts: ReadonlyMap<string, number | null> }[];
}

interface PageAsked {
  part: Part | undefined;
  after: Place | undefined;
  limit: number;
}

/** From all records of the family, as they are read for every figure. */
async function pageOfRead(asking: FamilyAsking, id: string, { part, ...page }: PageAsked): Promise<Page> {
  const { told, ...opened } = await openFigure(asking, id);
  const { value, recordIds } = told.valueOf(id, part);
  const splits = part
    ? []
    : told.apart(id).map(({ by, parts }) => ({
        by,
        parts: new Map([...parts].map(([key, one]) => [key, one.value])),
      }));
  return { ...opened, ...pageIn(told, recordIds, page), value, total: recordIds.length, splits };
}

/** Counted by the database where it can be: a number of directives of today's register. Null where it cannot. */
async function pageCounted(asking: FamilyAsking, id: string, asked: PageAsked): Promise<Page | null> {
  const { tx, ctx, actor, cut, calendar } = asking;
  if (!isCatalogued(id) || figureOf(id).family !== 'directives' || !isNow(ctx, asking)) return null;
  const asOf = await asOfToday(tx, ctx, actor.agencyId, calendar, cut.cutOff);
  const counted = await countedNow(asking, asOf, id, asked);
  if (counted === null) return null;
  const { name, counts, unit, better = null } = figureOf(id);
  const page = counted.places.slice(0, asked.limit);
  const last = page.at(-1);
  return {
    family: 'directives',
    about: { id, name, counts, unit, better },
    linesOf: (ids) => directiveLines(asking, { asOf }, ids),
    value: counted.total,
    total: counted.total,
    ids: page.map(([, one]) => one),
    next: counted.places.length > asked.limit && last ? cursorOf(last) : null,
    splits: counted.splits,
  };
}

/**
 * A page of the records behind a figure as they stood at its cut-off, and the figure told apart.
 * @throws Refused 400, 404
 */
export async function listRecordsOf(ctx: Context, actor: Actor, asked: Asked): Promise<Reply> {
  const calendar = await ctx.calendar();
  const { period } = cutsOf(asked, ctx.today());
  const after = readCursor(asked.cursor, Place);
  const { knownAt, unit, figure, by, key = '', limit } = asked;
  return ctx.store.read(actor.scope, async (tx) => {
    const asking = await askingOf(tx, ctx, actor, { cut: period, knownAt, unit, calendar });
    const wanted: PageAsked = { part: by && { by, key }, after, limit };
    const page = (await pageCounted(asking, figure, wanted)) ?? (await pageOfRead(asking, figure, wanted));
    const names = await partNames(tx, ctx, actor, { day: period.cutOff, splits: page.splits });
    const { family, about, value, total, ids, next, splits, linesOf } = page;
    return {
      items: await linesOf(ids),
      ...{ next, total, period, family },
      figure: { ...about, value },
      splits: splitsShown(splits, names),
    };
  });
}
