import { z } from 'zod';
import { ImportProgress } from '../imports/contract.ts';
import { Id } from '../page.ts';
import { defineRoute } from '../route.ts';

/** What a row comes to: a new task, more of a known one, nothing new, or faults. */
export const RowOutcome = z.enum(['new', 'more', 'same', 'faulty']);
export type RowOutcome = z.infer<typeof RowOutcome>;

/** Rows and money of one outcome. */
export const Sum = z.object({ rows: z.int(), stateMoney: z.number(), otherMoney: z.number() });
export type Sum = z.infer<typeof Sum>;

/** A portfolio as it came in. */
export const PortfolioImport = z.object({
  /** Whether what is sound is stored now. */
  stored: z.boolean(),
  rows: z.int(),
  faulty: z.int(),
  /** The first thousand, by row and column. */
  faults: z.array(z.object({ row: z.int(), column: z.string(), message: z.string() })),
  /** Worth knowing: columns not used, days taken, headings left out. */
  notes: z.array(z.string()),
  /** Counts and sums: what the file holds is what is made, what was there and what is faulty, or `off` says by how much not. */
  sums: z.object({
    file: Sum,
    made: Sum,
    /** Tasks known before, with the money on record. */
    there: Sum,
    faulty: Sum,
    off: Sum,
    /** What the file's own row of totals says, less what its rows sum up to; null where it has none. */
    stated: Sum.omit({ rows: true }).nullable(),
  }),
  /** Tasks known before of which something is recorded. */
  more: z.int(),
  /** Organisations and persons that are new. */
  partners: z.int(),
  facts: z.int(),
  /** The first thousand that are not faulty, with what is recorded of each and what is left as it is. */
  items: z.array(
    z.object({
      row: z.int(),
      outcome: RowOutcome,
      taskId: Id.nullable(),
      code: z.string().nullable(),
      title: z.string(),
      does: z.array(z.object({ on: z.string(), words: z.string() })),
      differs: z.array(z.string()),
    }),
  ),
});
export type PortfolioImport = z.infer<typeof PortfolioImport>;

export const importPortfolio = defineRoute({
  id: 'task.import',
  method: 'POST',
  path: '/api/tasks/import',
  summary: 'Nhập danh mục nhiệm vụ KH&CN từ Excel hoặc CSV; dry=true chỉ xem trước. Nhập lại không tạo trùng',
  permission: 'task.decide',
  upload: true,
  query: z.object({ dry: z.stringbool().default(true) }),
  reply: PortfolioImport,
});

export const portfolioImportProgress = defineRoute({
  id: 'task.importProgress',
  method: 'GET',
  path: '/api/tasks/import/progress',
  summary: 'Việc nhập danh mục đang chạy đã đến dòng nào; null khi không có việc nhập nào',
  permission: 'task.decide',
  reply: ImportProgress.nullable(),
});

const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const portfolioTemplate = defineRoute({
  id: 'task.importTemplate',
  method: 'GET',
  path: '/api/tasks/import.xlsx',
  summary: 'Mẫu Excel để nhập danh mục nhiệm vụ KH&CN',
  permission: 'task.decide',
  reply: z.unknown(),
  raw: { contentType: sheet },
});

/** The rows that cannot be imported as they stood, with the reasons beside each. */
export const portfolioImportErrors = defineRoute({
  id: 'task.importErrors',
  method: 'POST',
  path: '/api/tasks/import/errors.xlsx',
  summary: 'Những dòng chưa nhập được của một danh mục nhiệm vụ, kèm lý do',
  permission: 'task.decide',
  upload: true,
  reply: z.unknown(),
  raw: { contentType: sheet },
});
