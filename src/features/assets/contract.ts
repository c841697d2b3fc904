import { z } from 'zod';
import { AssetLine, AssetStage, SettlementForm } from '../../domain/assets/asset.ts';
import { abilitiesTo } from '../../domain/permissions/ability.ts';
import { RestsOn } from '../../domain/tasks/facts.ts';
import { Day, Id, IdParams } from '../page.ts';
import { contentTypes, type PaperFormat } from '../papers/contract.ts';
import { defineRoute } from '../route.ts';
import { RuleCited } from '../tasks/shown.ts';

/** An asset of a task as it was counted last. */
export const Asset = AssetLine.extend({
  id: Id,
  countedOn: Day,
  suggestion: z.object({ form: SettlementForm, why: z.string() }).nullable(),
});
export type Asset = z.infer<typeof Asset>;

/** A task with the assets it leaves. */
export const AssetTask = z.object({
  id: Id,
  /** How often anything was recorded of its assets. */
  version: z.int(),
  title: z.string(),
  codes: z.array(z.string()),
  host: z.string().nullable(),
  unit: z.string(),
  endedOn: Day.nullable(),
  stage: AssetStage,
  /** By when the step that waits is due. */
  due: Day.nullable(),
  late: z.boolean(),
  assets: z.array(Asset),
  originalValue: z.number(),
  foundValue: z.number(),
  /** Who decides over this value, and the rule that says so; null where no rule is in force. */
  authority: z.object({ by: z.string(), rule: RuleCited }).nullable(),
  /** Forms the law of the task lists. */
  forms: z.array(SettlementForm),
  abilities: abilitiesTo('count'),
});
export type AssetTask = z.infer<typeof AssetTask>;

export const AssetFilter = z.object({
  stage: AssetStage.optional(),
  q: z.string().trim().max(300).optional(),
  unit: Id.optional(),
  late: z.stringbool().optional(),
});
export type AssetFilter = z.infer<typeof AssetFilter>;

export const AssetWorkspace = z.object({
  today: Day,
  /** Tasks under the filter, the first to be due first. */
  items: z.array(AssetTask),
  total: z.int(),
  /** Tasks in each stage under the rest of the filter. */
  counts: z.object({ plan: z.int(), decide: z.int(), handOver: z.int(), settled: z.int() }),
  /** The directive under which all of this is reported; null where none is linked. */
  directive: z
    .object({
      id: Id,
      words: z.string(),
      /** What the register shows, and what the counts of all tasks come to now. */
      percent: z.int(),
      counted: z.int(),
    })
    .nullable(),
  abilities: abilitiesTo('act'),
});
export type AssetWorkspace = z.infer<typeof AssetWorkspace>;

export const assetWorkspace = defineRoute({
  id: 'asset.list',
  method: 'GET',
  path: '/api/assets',
  summary: 'Tài sản của các nhiệm vụ KH&CN đã kết thúc, với phương án và thẩm quyền xử lý',
  permission: 'task.view',
  query: AssetFilter,
  reply: AssetWorkspace,
});

export const countAssets = defineRoute({
  id: 'asset.count',
  method: 'PUT',
  path: '/api/assets/:id',
  summary: 'Ghi kết quả kiểm kê tài sản của một nhiệm vụ: cả danh sách như đang có',
  permission: 'task.record',
  params: IdParams,
  body: z.object({
    on: Day,
    /** Without an id where it is new; one that is on record and left out was listed by mistake. */
    assets: z.array(AssetLine.extend({ id: Id.nullable() })).max(500),
  }),
  reply: AssetTask,
  versioned: true,
});

/** What is recorded of the assets of a task at once. */
export const AssetAct = z.enum(['none', 'planned', 'decided', 'handedOver']);
export type AssetAct = z.infer<typeof AssetAct>;

const ManyDone = z.object({
  done: z.array(z.object({ id: Id, words: z.string(), factId: Id.nullable() })),
  refused: z.array(z.object({ id: Id, words: z.string(), reason: z.string() })),
});
export type ManyDone = z.infer<typeof ManyDone>;

export const settleAssets = defineRoute({
  id: 'asset.settle',
  method: 'POST',
  path: '/api/assets/acts',
  summary:
    'Ghi phương án, quyết định hoặc bàn giao tài sản cho nhiều nhiệm vụ một lần; dry=true chỉ xem trước',
  permission: 'task.record',
  body: z.object({
    ids: z.array(Id).min(1, 'Chọn ít nhất một nhiệm vụ').max(500),
    act: AssetAct,
    on: Day,
    restsOn: RestsOn.omit({ documentId: true }).nullable().default(null),
    dry: z.boolean().default(false),
  }),
  reply: ManyDone,
});

export const undoSettling = defineRoute({
  id: 'asset.undo',
  method: 'POST',
  path: '/api/assets/acts/undo',
  summary: 'Hoàn tác việc vừa ghi cho nhiều nhiệm vụ',
  permission: 'task.record',
  body: z.object({
    facts: z
      .array(z.object({ id: Id, factId: Id }))
      .min(1)
      .max(500),
  }),
  reply: z.object({ undone: z.int() }),
});

export const reportAssets = defineRoute({
  id: 'asset.report',
  method: 'POST',
  path: '/api/assets/report',
  summary: 'Báo tiến độ xử lý tài sản vào nhiệm vụ được giao trong sổ, theo số nhiệm vụ đã xử lý xong',
  permission: 'task.record',
  body: z.object({ directiveId: Id }),
  reply: z.object({ percent: z.int() }),
});

export const AssetPaper = z.enum(['proposal', 'decision']);
export type AssetPaper = z.infer<typeof AssetPaper>;

const paper = (format: PaperFormat) =>
  defineRoute({
    id: `asset.paper.${format}`,
    method: 'GET',
    path: `/api/assets/paper.${format}`,
    summary: `Tờ trình hoặc quyết định xử lý tài sản của các nhiệm vụ đã chọn, ${format === 'docx' ? 'Word' : 'PDF'}`,
    permission: 'task.view',
    query: z.object({
      kind: AssetPaper,
      /** Parted by commas. */
      ids: z
        .string()
        .transform((ids) => ids.split(','))
        .pipe(z.array(Id).min(1).max(300, 'Chọn nhiều nhất 300 nhiệm vụ cho một văn bản')),
    }),
    reply: z.unknown(),
    raw: { contentType: contentTypes[format] },
  });

export const assetPaperDocx = paper('docx');
export const assetPaperPdf = paper('pdf');
