import { z } from 'zod';
import { Id } from '../page.ts';
import { defineRoute } from '../route.ts';

/** A file that was imported: when, by whom, with how many rows. */
export const KnownImport = z.object({
  id: Id,
  fileName: z.string(),
  rows: z.int(),
  recordedAt: z.string(),
  by: z.string().nullable(),
});
export type KnownImport = z.infer<typeof KnownImport>;

export const DirectiveImport = z.object({
  /** Whether these rows are in the register now: by this request, or by an earlier one with the same file. */
  stored: z.boolean(),
  /** The import they came with, by which the register can be filtered; null before it. */
  id: Id.nullable(),
  /** Rows that hold a directive, and of those the ones with a fault. */
  rows: z.int(),
  faulty: z.int(),
  /** Every fault by row and column, the first thousand. */
  faults: z.array(
    z.object({
      /** From 1, as Excel shows it. */
      row: z.int(),
      column: z.string(),
      message: z.string(),
    }),
  ),
  /** What is stored but worth knowing: columns not used, days taken. */
  notes: z.array(z.string()),
  /** The same file was imported before: nothing is stored twice. */
  known: KnownImport.nullable(),
});
export type DirectiveImport = z.infer<typeof DirectiveImport>;

export const importDirectives = defineRoute({
  id: 'directive.import',
  method: 'POST',
  path: '/api/directives/import',
  summary: 'Nhập sổ nhiệm vụ từ Excel hoặc CSV: tất cả các dòng hoặc không dòng nào; dry=true chỉ xem trước',
  permission: 'directive.give',
  upload: true,
  query: z.object({ dry: z.stringbool().default(true) }),
  reply: DirectiveImport,
});

/** How far the import of the viewer is that runs now. */
export const ImportProgress = z.object({
  stage: z.enum(['checking', 'storing']),
  rows: z.int(),
});
export type ImportProgress = z.infer<typeof ImportProgress>;

export const getImportProgress = defineRoute({
  id: 'directive.importProgress',
  method: 'GET',
  path: '/api/directives/import/progress',
  summary: 'Việc nhập đang chạy đã đến dòng nào; null khi không có việc nhập nào',
  permission: 'directive.give',
  reply: ImportProgress.nullable(),
});

const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const directiveImportTemplate = defineRoute({
  id: 'directive.importTemplate',
  method: 'GET',
  path: '/api/directives/import.xlsx',
  summary: 'Mẫu Excel để nhập sổ nhiệm vụ',
  permission: 'directive.give',
  reply: z.unknown(),
  raw: { contentType: sheet },
});

/** The rows that cannot be imported, with the reason beside each. */
export const directiveImportErrors = defineRoute({
  id: 'directive.importErrors',
  method: 'POST',
  path: '/api/directives/import/errors.xlsx',
  summary: 'Những dòng chưa nhập được của một sổ nhiệm vụ, kèm lý do',
  permission: 'directive.give',
  upload: true,
  reply: z.unknown(),
  raw: { contentType: sheet },
});
