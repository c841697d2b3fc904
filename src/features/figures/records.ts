import { z } from 'zod';
import type { Calendar } from '../../domain/calendar/calendar.ts';
import { type FigureId, figureIds, figureOf } from '../../domain/figures/catalogue.ts';
import type { Counted } from '../../domain/figures/counted.ts';
import { evaluate, keyOf, type Split, splitBy, splits } from '../../domain/figures/evaluate.ts';
import type { FigureValue } from '../../domain/figures/figure.ts';
import { lastly, type Tx } from '../../storage/store.ts';
import { type Actor, type Context, Refused } from '../context.ts';
import { cursorOf, readCursor } from '../cursor.ts';
import { type Found, foundBy, fromMatched, presentDirective } from '../directives/queries.ts';
import { directiveWhere } from '../directives/where.ts';
import type { listFigureRecords } from './contract.ts';
import { filterFor, type OwnRow, ownFigures } from './own.ts';
import { cutsOf } from './period.ts';
import { describeOwn, type Read, readPeriod } from './queries.ts';
import { countedRows, shownThen } from './register.ts';

type Asked = z.output<NonNullable<(typeof listFigureRecords)['query']>>;
type Reply = z.infer<(typeof listFigureRecords)['reply']>;

/** Where a record stands in the order of a register: how urgent, then its id. */
const Place = z.tuple([z.int32(), z.uuid()]);
type Place = z.infer<typeof Place>;

const byPlace = (a: Place, b: Place) => a[0] - b[0] || a[1].localeCompare(b[1]);

const daysOf = (iso: string) => Math.round((Date.parse(iso) - Date.parse('2000-01-01')) / 86_400_000);

/** What is still to be done before what is over: the nearest deadline first of the one, the latest first of the other. */
function urgencyOf({ phase, due }: Counted): number {
  if (phase === 'accepted' || phase === 'stopped') return due === null ? 999_999 : 900_000 - daysOf(due);
  return due === null ? 600_000 : 500_000 + daysOf(due);
}

/** A figure read once: what it is, and its number and records among some directives. */
interface Opened {
  about: Omit<Reply['figure'], 'value'>;
  directives: readonly Counted[];
  of(directives: readonly Counted[]): FigureValue;
  split(by: Split): ReadonlyMap<string, FigureValue>;
}

const isCatalogued = (id: string): id is FigureId => figureIds.some((one) => one === id);

function openCatalogued(id: FigureId, { register: { directives }, reading }: Read): Opened {
  const { name, counts, unit, better = null } = figureOf(id);
  return {
    about: { id, name, counts, unit, better },
    directives,
    of: (some) => evaluate(some, reading).get(id) ?? { value: null, recordIds: [] },
    split: (by) => splitBy(id, directives, reading, by),
  };
}

async function openOwn(tx: Tx, actor: Actor, row: OwnRow, read: Read, unit?: string): Promise<Opened> {
  const filter = filterFor(row, read.cut, unit);
  const where = directiveWhere(actor.agencyId, filter, read.register.asOf);
  const shown = await read.register.shown();
  const { rows } = await shown(countedRows(where, fromMatched(filter))).execute(tx);
  const of = (some: readonly Counted[]): FigureValue => ({
    value: some.length,
    recordIds: some.map(({ id }) => id),
  });
  return {
    about: describeOwn(row),
    directives: rows,
    of,
    split(by) {
      const parts = [...Map.groupBy(rows, (one) => keyOf(one, by))];
      return new Map(parts.map(([key, part]) => [key, of(part)]));
    },
  };
}

/**
 * A page of the directives behind a figure as they stood at its cut-off, and the figure told apart.
 * @throws Refused 400, 404
 */
export async function listRecordsOf(ctx: Context, actor: Actor, asked: Asked): Promise<Reply> {
  const calendar = await ctx.calendar();
  const { period } = cutsOf(asked, ctx.today());
  const after = readCursor(asked.cursor, Place);
  const { agencyId } = actor;
  const { knownAt, unit, figure, by, key = '' } = asked;
  return ctx.store.read(actor.scope, async (tx) => {
    const read = await readPeriod(tx, ctx, agencyId, { cut: period, knownAt, unit, calendar });
    const { asOf } = read.register;
    const opened = isCatalogued(figure)
      ? openCatalogued(figure, read)
      : await openOwn(tx, actor, await ownFigure(tx, agencyId, figure), read, unit);
    const part = by && opened.directives.filter((one) => keyOf(one, by) === key);
    const { value, recordIds } = opened.of(part ?? opened.directives);
    const nameOf = (split: Split, one: string) => (split === 'unit' ? (asOf.unitNames.get(one) ?? '') : one);
    const told = new Map(opened.directives.map((one) => [one.id, one]));
    const inOrder = recordIds
      .flatMap((id): Place[] => {
        const one = told.get(id);
        return one ? [[urgencyOf(one), id]] : [];
      })
      .toSorted(byPlace);
    const behind = after ? inOrder.filter((place) => byPlace(place, after) > 0) : inOrder;
    const page = behind.slice(0, asked.limit);
    const ids = page.map(([, id]) => id);
    const items = await rowsOf(tx, ctx, actor, ids, read, { knownAt, calendar });
    const last = page.at(-1);
    return {
      items: items.map((row) => presentDirective(row, asOf, calendar)),
      next: behind.length > asked.limit && last ? cursorOf(last) : null,
      total: recordIds.length,
      period,
      figure: { ...opened.about, value },
      splits: part
        ? []
        : splits.map((split) => ({
            by: split,
            parts: [...opened.split(split)]
              .map(([one, told]) => ({ key: one, name: nameOf(split, one), value: told.value }))
              .toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0) || a.name.localeCompare(b.name, 'vi')),
          })),
    };
  });
}

/** Rows of some directives in their order, as they stood then; only these are put together. */
async function rowsOf(
  tx: Tx,
  ctx: Context,
  { agencyId }: Actor,
  ids: readonly string[],
  { cut, register: { asOf } }: Read,
  { knownAt, calendar }: { knownAt: string | undefined; calendar: Calendar },
): Promise<Found[]> {
  const shown = await shownThen(tx, ctx, agencyId, { ids }, { cut, knownAt, asOf, calendar });
  const [rows] = await lastly(tx, [shown(foundBy(agencyId, { ids }, asOf, { limit: ids.length }))]);
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

async function ownFigure(tx: Tx, agencyId: string, id: string): Promise<OwnRow> {
  const row = (await ownFigures(tx, agencyId)).find((one) => one.id === id);
  if (!row) throw Refused.notFound();
  return row;
}
