import { plainDay } from '../../domain/calendar/plain-day.ts';
import { sayDeadline } from '../../domain/deadlines/words.ts';
import type { DirectiveFilter } from '../../domain/directives/filter.ts';
import { stateWords } from '../../domain/directives/state.ts';
import { inBatches } from '../../storage/store.ts';
import { beginCsv, beginSheet, type CellValue, type SheetColumn } from '../../writing/sheet.ts';
import type { Actor, Context } from '../context.ts';
import { shownUnder } from './as-of.ts';
import type { DirectiveRow } from './contract.ts';
import { asOfToday, everyFound, presentDirective } from './queries.ts';

const columns: SheetColumn[] = [
  { header: 'STT', width: 6 },
  { header: 'Nhiệm vụ', width: 80 },
  { header: 'Đơn vị chủ trì', width: 30 },
  { header: 'Đơn vị phối hợp', width: 30 },
  { header: 'Sản phẩm', width: 30 },
  { header: 'Hạn theo văn bản', width: 26 },
  { header: 'Ngày cuối còn đúng hạn', width: 14, day: true },
  { header: 'Hạn giao lần đầu', width: 14, day: true },
  { header: 'Số lần gia hạn', width: 10 },
  { header: 'Tiến độ (%)', width: 10 },
  { header: 'Người thực hiện', width: 24 },
  { header: 'Tình trạng', width: 18 },
  { header: 'Còn, muộn', width: 22 },
  { header: 'Ngày giao', width: 12, day: true },
  { header: 'Văn bản giao', width: 40 },
];

/** No export carries more: an agency has some thousands of directives a year, and a file must open in Excel. */
const mostRows = 100_000;

/** The rows of the table, some thousand at a time, each handed over and forgotten. */
async function eachRow(
  ctx: Context,
  actor: Actor,
  filter: DirectiveFilter,
  take: (row: CellValue[]) => void,
): Promise<void> {
  const calendar = await ctx.calendar();
  const { agencyId } = actor;
  await ctx.store.read(actor.scope, async (tx) => {
    const asOf = await asOfToday(tx, ctx, agencyId, calendar, filter.asOf);
    const shown = await shownUnder(tx, agencyId, filter, asOf, calendar);
    let place = 0;
    for await (const batch of inBatches(tx, shown(everyFound(agencyId, filter, asOf))))
      for (const selected of batch) {
        place += 1;
        if (place <= mostRows) take(rowOf(place, presentDirective(selected, asOf, calendar)));
      }
  });
}

function rowOf(place: number, row: DirectiveRow): CellValue[] {
  const day = (text: string | null): CellValue => (text === null ? null : plainDay(text));
  return [
    place,
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
}

/** Directives under a filter as an Excel sheet, in the list's order. */
export async function directivesXlsx(
  ctx: Context,
  actor: Actor,
  filter: DirectiveFilter,
): Promise<Uint8Array> {
  const sheet = beginSheet('Nhiệm vụ giao', columns);
  await eachRow(ctx, actor, filter, sheet.add);
  return sheet.finish();
}

/** The same rows as CSV. */
export async function directivesCsv(ctx: Context, actor: Actor, filter: DirectiveFilter): Promise<Buffer> {
  const csv = beginCsv(columns);
  await eachRow(ctx, actor, filter, csv.add);
  return csv.finish();
}
