import type { z } from 'zod';
import { type FigureId, figureIds, figureOf } from '../../domain/figures/catalogue.ts';
import type { Counted } from '../../domain/figures/counted.ts';
import { evaluate, keyOf, type Split, splitBy, splits } from '../../domain/figures/evaluate.ts';
import type { FigureValue } from '../../domain/figures/figure.ts';
import { lastly, type Tx } from '../../storage/store.ts';
import { type Actor, type Context, Refused } from '../context.ts';
import { cursorOf, readCursor } from '../cursor.ts';
import { After, foundBy, fromMatched, presentDirective } from '../directives/queries.ts';
import { directiveWhere } from '../directives/where.ts';
import type { listFigureRecords } from './contract.ts';
import { filterFor, type OwnRow, ownFigures } from './own.ts';
import { cutsOf } from './period.ts';
import { describeOwn, type Read, readPeriod } from './queries.ts';
import { countedRows } from './register.ts';

type Asked = z.output<NonNullable<(typeof listFigureRecords)['query']>>;
type Reply = z.infer<(typeof listFigureRecords)['reply']>;

/** A figure read once: what it is, and its number and records among some directives. */
interface Opened {
  about: Omit<Reply['figure'], 'value'>;
  directives: readonly Counted[];
  of(directives: readonly Counted[]): FigureValue;
  split(by: Split): ReadonlyMap<string, FigureValue>;
}

const isCatalogued = (id: string): id is FigureId => figureIds.some((one) => one === id);

function openCatalogued(id: FigureId, { directives, reading }: Read): Opened {
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
  const { rows } = await read.register.shown(countedRows(where, fromMatched(filter))).execute(tx);
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
  const after = readCursor(asked.cursor, After);
  const { agencyId } = actor;
  const { knownAt, unit, figure, by, key = '' } = asked;
  return ctx.store.read(actor.scope, async (tx) => {
    const read = await readPeriod(tx, ctx, agencyId, period, { knownAt, unit, calendar });
    const { asOf, shown } = read.register;
    const opened = isCatalogued(figure)
      ? openCatalogued(figure, read)
      : await openOwn(tx, actor, await ownFigure(tx, agencyId, figure), read, unit);
    const part = by && opened.directives.filter((one) => keyOf(one, by) === key);
    const { value, recordIds } = opened.of(part ?? opened.directives);
    const nameOf = (split: Split, one: string) => (split === 'unit' ? (asOf.unitNames.get(one) ?? '') : one);
    const page = { limit: asked.limit + 1, after };
    const [rows] = await lastly(tx, [shown(foundBy(agencyId, { ids: recordIds }, asOf, page))]);
    const items = rows.slice(0, asked.limit);
    const last = items.at(-1);
    return {
      items: items.map((row) => presentDirective(row, asOf, calendar)),
      next: rows.length > asked.limit && last ? cursorOf([last.rank, last.key, last.id]) : null,
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

async function ownFigure(tx: Tx, agencyId: string, id: string): Promise<OwnRow> {
  const row = (await ownFigures(tx, agencyId)).find((one) => one.id === id);
  if (!row) throw Refused.notFound();
  return row;
}
