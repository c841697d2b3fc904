import { figureOf, isCatalogued } from '../../domain/figures/catalogue.ts';
import { type RecordUnit, unitWords } from '../../domain/figures/figure.ts';
import { type CellValue, workbookOf } from '../../writing/sheet.ts';
import type { Actor, Context } from '../context.ts';
import type { FigureReading, FigureRow } from './contract.ts';
import { listFiguresOf } from './queries.ts';

const familyNames: Record<RecordUnit, string> = {
  directives: 'Nhiệm vụ giao',
  documents: 'Văn bản',
  targets: 'Chỉ tiêu',
  programme: 'Chương trình công tác',
  requests: 'Hỏi đáp giữa các đơn vị',
  drafts: 'Xây dựng văn bản',
  opinions: 'Góp ý dự thảo',
  tasks: 'Nhiệm vụ KH&CN',
  inspections: 'Kiểm tra nhiệm vụ KH&CN',
  'task-changes': 'Điều chỉnh nhiệm vụ KH&CN',
  'task-steps': 'Thời gian các bước',
};

const familyIn = (id: string) => familyNames[isCatalogued(id) ? figureOf(id).family : 'directives'];

/** A share in percent, which its unit says. */
const cellOf = (value: number | null, { unit }: FigureRow): CellValue =>
  value !== null && unit === 'tenths-of-percent' ? value / 10 : value;

/** Every figure of a period with what it is compared with, and how each is counted, as one workbook. @throws Refused 400 */
export async function figuresXlsx(ctx: Context, actor: Actor, asked: FigureReading): Promise<Uint8Array> {
  const { figures, own, period } = await listFiguresOf(ctx, actor, asked);
  return workbookOf([
    {
      name: `Số liệu ${period.words}`,
      columns: [
        { header: 'Nhóm', width: 24 },
        { header: 'Số liệu', width: 50 },
        { header: 'Trong kỳ', width: 12 },
        { header: 'Tính bằng', width: 16 },
        { header: 'Kỳ trước', width: 12 },
        { header: 'Cùng kỳ năm trước', width: 14 },
        { header: 'Cách tính', width: 90 },
      ],
      rows: [...figures, ...own].map((row) => [
        ...[familyIn(row.id), row.name, cellOf(row.value, row), unitWords[row.unit] || '%'],
        ...[cellOf(row.before, row), cellOf(row.lastYear, row), row.counts],
      ]),
    },
  ]);
}
