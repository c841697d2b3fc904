import { plainDay } from '../../domain/calendar/plain-day.ts';
import { causeWords } from '../../domain/directives/sentence.ts';
import type { TargetFilter } from '../../domain/targets/filter.ts';
import { aimWords, targetStateWords } from '../../domain/targets/words.ts';
import { type SheetColumn, sheetOf } from '../../writing/sheet.ts';
import type { Actor, Context } from '../context.ts';
import { listTargets } from './queries.ts';

const columns: SheetColumn[] = [
  { header: 'STT', width: 6 },
  { header: 'Chỉ tiêu', width: 60 },
  { header: 'Đơn vị chủ trì', width: 30 },
  { header: 'Đơn vị tính', width: 14 },
  { header: 'Yêu cầu', width: 10 },
  { header: 'Giao', width: 12 },
  { header: 'Hạn', width: 12, day: true },
  ...['I', 'II', 'III', 'IV'].map((quarter) => ({ header: `Kế hoạch luỹ kế quý ${quarter}`, width: 12 })),
  { header: 'Kết quả', width: 12 },
  { header: 'Tính đến ngày', width: 12, day: true },
  { header: 'So với chỉ tiêu (%)', width: 12 },
  { header: 'So với kế hoạch đến nay (%)', width: 14 },
  { header: 'Tình trạng', width: 16 },
  { header: 'Chậm', width: 24 },
  { header: 'Nguyên nhân', width: 24 },
  { header: 'Cấp giao', width: 20 },
  { header: 'Văn bản giao', width: 40 },
];

/** The table of targets under a filter as .xlsx, in the order of the list. */
export async function targetsXlsx(ctx: Context, actor: Actor, filter: TargetFilter): Promise<Uint8Array> {
  const { items, year } = await listTargets(ctx, actor, filter);
  return sheetOf(
    `Chỉ tiêu ${year}`,
    columns,
    items.map((row, at) => {
      const done = row.measure === 'yes-no';
      return [
        ...[at + 1, row.words, row.lead.name, done ? 'xong/chưa' : row.unit],
        ...[done ? null : aimWords[row.aim], row.value, plainDay(row.due)],
        ...row.quarters,
        ...[row.result, row.resultOn === null ? null : plainDay(row.resultOn), row.percent],
        ...[row.percentToDate, targetStateWords[row.state], row.lateness || null],
        ...[row.cause === null ? null : causeWords[row.cause], row.assignedBy, row.document.words],
      ];
    }),
  );
}
