import { sql } from 'kysely';
import type { DirectiveFilter } from '../../domain/directives/filter.ts';
import type { Cut } from '../../domain/figures/comparison.ts';
import { cleanDefinition, type DatedBy, ownFilter } from '../../domain/figures/own.ts';
import type { OwnFamily } from '../../domain/figures/own-families.ts';
import { uuidv7 } from '../../storage/ids.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, command, Refused } from '../context.ts';
import { fromMatched } from '../directives/queries.ts';
import { directiveWhere } from '../directives/where.ts';
import type { FamilyAsking } from './families/family.ts';
import { addingPolicy, ownFigurePolicy } from './policy.ts';
import type { RegisterThen } from './register.ts';

/** A figure of the agency's own as it was added, and withdrawn. */
export interface OwnRow {
  id: string;
  name: string;
  family: OwnFamily;
  query: string;
  datedBy: DatedBy;
  addedOn: string;
  addedBy: string;
  withdrawnOn: string | null;
  reason: string | null;
}

/** Own figures, the oldest first; one withdrawn by a day is read for that day no more. */
export async function ownFigures(tx: Tx, agencyId: string, on?: string): Promise<OwnRow[]> {
  const { rows } = await sql<OwnRow>`
    select f.id, f.name, f.family, f.query, f.dated_by as "datedBy", f.added_on as "addedOn",
      coalesce(p.full_name, 'Hệ thống') as "addedBy", w.withdrawn_on as "withdrawnOn", w.reason
    from own_figure f
    left join own_figure_withdrawal w on w.agency_id = f.agency_id and w.figure_id = f.id
    left join person p on p.agency_id = f.agency_id and p.id = f.recorded_by
    where f.agency_id = ${agencyId}
      ${on === undefined ? sql`` : sql`and (w.withdrawn_on is null or w.withdrawn_on > ${on})`}
    order by f.recorded_at, f.id`.execute(tx);
  return rows;
}

/** The filter of an own figure in a period, of one unit where one is asked for. */
export function filterFor(
  { query, datedBy }: OwnRow,
  cut: Cut,
  unit: string | undefined,
): DirectiveFilter & { ids?: readonly string[] } {
  const filter = ownFilter(query, datedBy, cut);
  if (unit === undefined) return filter;
  // A figure about other units has nothing of this one.
  return filter.unit && !filter.unit.includes(unit) ? { ids: [] } : { ...filter, unit: [unit] };
}

/** How many directives each own figure of the register has in a period, in one statement. */
export async function countDirectives(
  { tx, actor: { agencyId }, cut, unit }: FamilyAsking,
  own: readonly OwnRow[],
  register: RegisterThen,
): Promise<number[]> {
  if (own.length === 0) return [];
  const filters = own.map((row) => filterFor(row, cut, unit));
  const counts = filters.map(
    (filter, at) =>
      sql`count(*) filter (where ${directiveWhere(agencyId, filter, register.asOf)})::int as ${sql.id(`c${at}`)}`,
  );
  const words = filters.find(({ q }) => q !== undefined) ?? {};
  const shown = await register.shown();
  const { rows } = await shown(
    sql<Record<string, number>>`
        select ${sql.join(counts)} from ${fromMatched(words)} where n.agency_id = ${agencyId}`,
  ).execute(tx);
  return own.map((_, at) => rows[0]?.[`c${at}`] ?? 0);
}

/** Adds a figure by a filter of a list. @throws Refused 400, 403 */
export async function addOwnFigure(
  ctx: Context,
  actor: Actor,
  input: { name: string; family: OwnFamily; query: string; datedBy: DatedBy },
): Promise<{ id: string }> {
  addingPolicy.insist('add', actor, null);
  const definition = { ...input, name: input.name.normalize('NFC'), query: cleaned(input) };
  const id = uuidv7();
  const act = { action: 'figure.added', recordKind: 'figure', recordId: id, detail: definition };
  return command(ctx, actor, act, async (tx) => {
    const same = (await ownFigures(tx, actor.agencyId, ctx.today().toString())).some(
      ({ name }) => name.toLocaleLowerCase('vi') === definition.name.toLocaleLowerCase('vi'),
    );
    if (same)
      throw Refused.invalid([
        { path: 'name', message: 'Đã có số liệu tên này. Đặt tên khác cho dễ phân biệt.' },
      ]);
    await tx
      .insertInto('own_figure')
      .values({
        agency_id: actor.agencyId,
        id,
        name: definition.name,
        family: definition.family,
        query: definition.query,
        dated_by: definition.datedBy,
        added_on: ctx.today().toString(),
        recorded_at: ctx.clock().toString(),
        recorded_by: actor.personId,
      })
      .execute();
    return { id };
  });
}

/** The page on which each list is filtered. */
const filteredAt: Record<OwnFamily, string> = {
  directives: 'sổ nhiệm vụ',
  targets: 'trang Chỉ tiêu',
  programme: 'trang Chương trình công tác',
  drafts: 'trang Dự thảo văn bản',
  opinions: 'trang Dự thảo văn bản',
  requests: 'trang Hỏi đáp giữa các đơn vị',
  documents: 'sổ văn bản',
};

/** What a question's list may show one person is no filter all see alike. */
const ownToViewer = /(^|&)(mine|directive|id)=/u;

function cleaned({ family, query, datedBy }: { family: OwnFamily; query: string; datedBy: DatedBy }): string {
  if (family !== 'directives' && datedBy !== 'standing')
    throw Refused.invalid([
      { path: 'datedBy', message: 'Số liệu này chỉ đếm như vào ngày chốt. Chọn «Không ngày nào».' },
    ]);
  try {
    return cleanDefinition(family, query);
  } catch {
    if (family === 'requests' && ownToViewer.test(query))
      throw Refused.invalid([
        {
          path: 'query',
          message:
            'Bỏ lọc theo đơn vị của tôi và theo một nhiệm vụ: số liệu của cơ quan phải như nhau với mọi người xem.',
        },
      ]);
    const message = `Bộ lọc này không phải của ${filteredAt[family]} hoặc có chỗ sai. Lọc lại ở ${filteredAt[family]} rồi thêm.`;
    throw Refused.invalid([{ path: 'query', message }]);
  }
}

/** From today on it is read no more; earlier cut-offs still show it. @throws Refused 403, 404, 409 */
export async function withdrawOwnFigure(
  ctx: Context,
  actor: Actor,
  id: string,
  reason: string,
): Promise<void> {
  const act = { action: 'figure.withdrawn', recordKind: 'figure', recordId: id, detail: { reason } };
  await command(ctx, actor, act, async (tx) => {
    const row = (await ownFigures(tx, actor.agencyId)).find((one) => one.id === id);
    if (!row) throw Refused.notFound();
    ownFigurePolicy.insist('withdraw', actor, { withdrawn: row.withdrawnOn !== null });
    const made = await tx
      .insertInto('own_figure_withdrawal')
      .values({
        agency_id: actor.agencyId,
        id: uuidv7(),
        figure_id: id,
        reason,
        withdrawn_on: ctx.today().toString(),
        recorded_at: ctx.clock().toString(),
        recorded_by: actor.personId,
      })
      .onConflict((conflict) => conflict.columns(['agency_id', 'figure_id']).doNothing())
      .returning('id')
      .executeTakeFirst();
    // Somebody was quicker.
    if (!made) ownFigurePolicy.insist('withdraw', actor, { withdrawn: true });
  });
}
