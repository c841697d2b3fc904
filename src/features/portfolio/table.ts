import { plainDay } from '../../domain/calendar/plain-day.ts';
import { typeWords } from '../../domain/tasks/about.ts';
import { type TaskFilter, taskStateWords } from '../../domain/tasks/filter.ts';
import { levelWords, regimeWords } from '../../domain/tasks/rules/vocabulary.ts';
import { type SheetColumn, sheetOf } from '../../writing/sheet.ts';
import type { Actor, Context } from '../context.ts';
import { listTasks } from '../tasks/list.ts';

const columns: SheetColumn[] = [
  { header: 'STT', width: 6 },
  { header: 'Mã số', width: 20 },
  { header: 'Tên nhiệm vụ', width: 70 },
  { header: 'Cấp', width: 12 },
  { header: 'Loại', width: 20 },
  { header: 'Lĩnh vực', width: 20 },
  { header: 'Đơn vị quản lý', width: 28 },
  { header: 'Theo luật', width: 30 },
  { header: 'Tổ chức chủ trì', width: 32 },
  { header: 'Chủ nhiệm', width: 24 },
  { header: 'Tình trạng', width: 22 },
  { header: 'Đang ở bước', width: 36 },
  { header: 'Hạn gần nhất', width: 12, day: true },
  { header: 'Muộn', width: 8 },
  { header: 'Hợp đồng từ', width: 12, day: true },
  { header: 'đến', width: 12, day: true },
  { header: 'Số lần gia hạn', width: 10 },
  { header: 'Ngân sách nhà nước (đồng)', width: 18 },
  { header: 'Nguồn khác (đồng)', width: 18 },
  { header: 'Xếp loại nghiệm thu', width: 16 },
  { header: 'Ngày kết thúc', width: 12, day: true },
  { header: 'Kết thúc', width: 24 },
];

const dayCell = (iso: string | null) => (iso === null ? null : plainDay(iso));
const ratings: Record<string, string> = {
  excellent: 'Xuất sắc',
  achieved: 'Đạt',
  'not-achieved': 'Không đạt',
};

/** No export carries more; an agency runs some dozens of tasks a year. */
const mostRows = 100_000;

/** The portfolio under a filter as .xlsx, in the order of the list. */
export async function tasksXlsx(ctx: Context, actor: Actor, filter: TaskFilter): Promise<Uint8Array> {
  const { items } = await listTasks(ctx, actor, { ...filter, limit: mostRows });
  return sheetOf(
    'Nhiệm vụ KH&CN',
    columns,
    items.map((row, at) => [
      ...[at + 1, row.codes.join('; '), row.title, levelWords[row.level], typeWords[row.type]],
      ...[row.field, row.unit.name, regimeWords[row.regime], row.host?.name ?? null],
      ...[row.investigator?.name ?? null, taskStateWords[row.state], row.mainStepName],
      ...[dayCell(row.due), row.late ? 'muộn' : null, dayCell(row.startsOn), dayCell(row.endsOn)],
      ...[row.timesExtended, row.stateMoney, row.otherMoney],
      ...[
        row.rating === null ? null : (ratings[row.rating] ?? row.rating),
        dayCell(row.endedOn),
        row.endedAs,
      ],
    ]),
  );
}
