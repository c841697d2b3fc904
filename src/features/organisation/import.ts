import type { z } from 'zod';
import { type ImportPlan, planImport, type UnitRef } from '../../domain/organisation/import-plan.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, command, Refused } from '../context.ts';
import type { ImportResult } from './contract.ts';
import { type Card, findPersons, insertPerson, insertPost, type PersonFound, updateCard } from './persons.ts';
import { findUnits } from './queries.ts';
import { errorSheet, readSheet } from './sheet.ts';
import { insertUnit } from './units.ts';

type Result = z.infer<typeof ImportResult>;
type ImportRows = Awaited<ReturnType<typeof readSheet>>;
/** For the audit: a card is changed in place, so what it was stands only there. */
interface CardChange {
  id: string;
  before: Card;
  after: Card;
}

/** Cards as they stand before the import, by person. */
type Cards = ReadonlyMap<string, PersonFound>;

/** What the rows would do to the agency as it stands today, with the cards it would change. */
async function planned(
  tx: Tx,
  ctx: Context,
  agencyId: string,
  rows: ImportRows,
): Promise<{ plan: ImportPlan; cards: Cards }> {
  const today = ctx.today().toString();
  const units = await findUnits(tx, agencyId, today);
  const persons = await findPersons(tx, agencyId, { on: today, today });
  return {
    plan: planImport(rows, { units, persons }),
    cards: new Map(persons.map((person) => [person.id, person])),
  };
}

/**
 * Imports units and persons from Excel. Rows with faults are left out and told; the others are stored together. Importing
 * the same file again changes nothing.
 * @param dry only tells what would be stored
 */
export async function importOrganisation(
  ctx: Context,
  actor: Actor,
  bytes: Uint8Array,
  dry: boolean,
): Promise<Result> {
  const rows = await readSheet(bytes);
  if (dry) {
    const { plan } = await ctx.store.read(actor.scope, (tx) => planned(tx, ctx, actor.agencyId, rows));
    return present(plan, false);
  }
  const detail: { changed: CardChange[] } = { changed: [] };
  const act = { action: 'organisation.imported', recordKind: 'agency', recordId: actor.agencyId, detail };
  return command(ctx, actor, act, async (tx) => {
    const { plan, cards } = await planned(tx, ctx, actor.agencyId, rows);
    detail.changed = await store(tx, ctx, actor, plan, cards);
    return present(plan, true);
  });
}

/** The rows of a file that cannot be imported, as a sheet with the reason beside each. */
export async function importErrors(ctx: Context, actor: Actor, bytes: Uint8Array): Promise<Uint8Array> {
  const rows = await readSheet(bytes);
  const { plan } = await ctx.store.read(actor.scope, (tx) => planned(tx, ctx, actor.agencyId, rows));
  const faults = plan.rows.flatMap(({ row, kind, name, message }) => {
    const from = rows.find((one) => one.row === row && one.kind === kind && one.name === name);
    return from && message !== undefined ? [{ row: from, message }] : [];
  });
  return errorSheet(faults);
}

async function store(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  { units, persons }: ImportPlan,
  cards: Cards,
): Promise<CardChange[]> {
  const changed: CardChange[] = [];
  const today = ctx.today().toString();
  const opened = new Map<string, string>();
  const idOf = (unit: UnitRef) => ('id' in unit ? unit.id : opened.get(unit.newName)!);
  for (const { parent, ...unit } of units) {
    const parentId = parent && idOf(parent);
    opened.set(unit.name, await insertUnit(tx, ctx, actor, { ...unit, parentId, openedOn: today }));
  }
  for (const { id: known, post, ...card } of persons) {
    const id = known ?? (await insertPerson(tx, ctx, actor, card));
    const before = cards.get(id);
    if (before) {
      if (!(await updateCard(tx, actor.agencyId, id, before.version, card))) {
        throw Refused.conflict('Có người vừa sửa một người trong danh sách này. Chưa nhập gì; hãy nhập lại.');
      }
      const { fullName, staffCode, email } = before;
      changed.push({ id, before: { fullName, staffCode, email }, after: card });
    }
    if (post) {
      const { unit, role, title } = post;
      await insertPost(tx, ctx, actor, id, { unitId: idOf(unit), role, title, from: today });
    }
  }
  return changed;
}

function present({ rows }: ImportPlan, stored: boolean): Result {
  const count = (kind: 'unit' | 'person', outcome: string) =>
    rows.filter((row) => row.kind === kind && row.outcome === outcome).length;
  return {
    stored,
    units: { new: count('unit', 'new'), known: count('unit', 'known') },
    persons: {
      new: count('person', 'new'),
      changed: count('person', 'changed'),
      known: count('person', 'known'),
    },
    rows: rows.toSorted((a, b) => a.row - b.row),
  };
}
