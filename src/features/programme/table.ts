import { plainDay } from '../../domain/calendar/plain-day.ts';
import { causeWords } from '../../domain/directives/sentence.ts';
import type { ProgrammeFilter } from '../../domain/programme/filter.ts';
import { itemStateWords } from '../../domain/programme/words.ts';
import { type SheetColumn, sheetOf } from '../../writing/sheet.ts';
import type { Actor, Context } from '../context.ts';
import { getProgramme } from './queries.ts';

const columns: SheetColumn[] = [
  { header: 'STT', width: 6 },
  { header: 'Tháng', width: 8 },
  { header: 'Nội dung công việc', width: 70 },
  { header: 'Đơn vị chủ trì', width: 30 },
  { header: 'Đơn vị phối hợp', width: 30 },
  { header: 'Sản phẩm', width: 24 },
  { header: 'Cấp trình', width: 22 },
  { header: 'Ngày cuối còn đúng hạn', width: 14, day: true },
  { header: 'Tình trạng', width: 16 },
  { header: 'Tiến độ (%)', width: 10 },
  { header: 'Chậm', width: 24 },
  { header: 'Nguyên nhân', width: 24 },
  { header: 'Tháng đầu tiên', width: 10 },
  { header: 'Số lần chuyển tháng', width: 10 },
];

/** The programme under a filter with what became of it, as .xlsx in the order of the months. */
export async function programmeXlsx(
  ctx: Context,
  actor: Actor,
  filter: ProgrammeFilter,
): Promise<Uint8Array> {
  const { items, year } = await getProgramme(ctx, actor, filter);
  return sheetOf(
    `Chương trình ${year}`,
    columns,
    items.map((item, at) => [
      ...[at + 1, item.month, item.words, item.lead.name],
      ...[item.coordinating.map(({ name }) => name).join('; '), item.product, item.submittedTo],
      ...[plainDay(item.dueDay), itemStateWords[item.state], item.directive?.percent ?? null],
      ...[item.lateness || null, item.cause && causeWords[item.cause], item.firstMonth, item.timesMoved],
    ]),
  );
}
