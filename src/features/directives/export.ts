import { plainDay } from '../../domain/calendar/plain-day.ts';
import { sayDeadline } from '../../domain/deadlines/words.ts';
import type { DirectiveFilter } from '../../domain/directives/filter.ts';
import { stateWords } from '../../domain/directives/state.ts';
import { type CellValue, csvOf, type SheetColumn, sheetOf } from '../../writing/sheet.ts';
import type { Actor, Context } from '../context.ts';
import { shownUnder } from './as-of.ts';
import { asOfToday, findDirectives, presentDirective } from './queries.ts';

const columns: SheetColumn[] = [
  { header: 'STT', width: 6 },
  { header: 'Nhiệm vụ', width: 80 },
  { header: 'Đơn vị chủ trì', width: 30 },
  { header: 'Đơn vị phối hợp', width: 30 },
  { header: 'Sản phẩm', width: 30 },
  { header: 'Hạn theo văn bản', width: 26 },
  { header: 'Ngày cuối còn đúng hạn', width: 14 },
  { header: 'Hạn giao lần đầu', width: 14 },
  { header: 'Số lần gia hạn', width: 10 },
  { header: 'Tiến độ (%)', width: 10 },
  { header: 'Người thực hiện', width: 24 },
  { header: 'Tình trạng', width: 18 },
  { header: 'Còn, muộn', width: 22 },
  { header: 'Ngày giao', width: 12 },
  { header: 'Văn bản giao', width: 40 },
];

/** No export carries more: an agency has some thousands of directives a year, and a file must open in Excel. */
const mostRows = 100_000;

async function rowsOf(ctx: Context, actor: Actor, filter: DirectiveFilter): Promise<CellValue[][]> {
  const calendar = await ctx.calendar();
  const { asOf, found } = await ctx.store.read(actor.scope, async (tx) => {
    const day = await asOfToday(tx, ctx, actor.agencyId, calendar, filter.asOf);
    const shown = await shownUnder(tx, actor.agencyId, filter, day, calendar);
    return {
      asOf: day,
      found: await findDirectives(tx, actor.agencyId, filter, day, { limit: mostRows }, shown),
    };
  });
  const day = (text: string | null): CellValue => (text === null ? null : plainDay(text));
  return found.map((selected, index) => {
    const row = presentDirective(selected, asOf, calendar);
    return [
      index + 1,
      row.words,
      row.lead?.name ?? 'Không nêu',
      row.coordinating.map((party) => party.name).join('; '),
      row.product,
      sayDeadline(row.deadline),
      day(row.dueDay),
      day(row.firstDueDay),
      row.timesExtended,
      row.percent,
      row.assignee?.name ?? null,
      stateWords[row.state],
      row.lateness,
      day(row.givenOn),
      row.document?.label ?? 'Giao bằng lời',
    ];
  });
}

/** Directives under a filter as an Excel sheet, in the list's order. */
export async function directivesXlsx(
  ctx: Context,
  actor: Actor,
  filter: DirectiveFilter,
): Promise<Uint8Array> {
  return sheetOf('Nhiệm vụ giao', columns, await rowsOf(ctx, actor, filter));
}

/** The same rows as CSV. */
export async function directivesCsv(ctx: Context, actor: Actor, filter: DirectiveFilter): Promise<string> {
  return csvOf(columns, await rowsOf(ctx, actor, filter));
}
