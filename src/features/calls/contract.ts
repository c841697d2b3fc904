import { z } from 'zod';
import { CallExtended, CallMode, CallOpened } from '../../domain/calls/call.ts';
import { DossierContent } from '../../domain/calls/dossier.ts';
import { abilitiesTo } from '../../domain/permissions/ability.ts';
import { Day, Id, IdParams } from '../page.ts';
import { defineRoute } from '../route.ts';
import { RuleCited } from '../tasks/shown.ts';

/** A call in the list. */
export const CallRow = z.object({
  id: Id,
  number: z.string(),
  title: z.string(),
  mode: CallMode,
  openedOn: Day,
  /** The last day of filing, as extended since. */
  closesOn: Day,
  /** Whether something may still be filed, by the server's clock. */
  open: z.boolean(),
  tasks: z.int(),
  /** Valid dossiers through the portal; never whose before they are opened. */
  dossiers: z.int(),
});
export type CallRow = z.infer<typeof CallRow>;

const FileShown = z.object({ id: Id, name: z.string(), bytes: z.int(), sha256: z.string() });

/** A dossier as it was filed, once dossiers are opened. */
export const DossierOpened = z.object({
  id: Id,
  receipt: z.string(),
  filedAt: z.string(),
  sha256: z.string(),
  host: z.object({ id: Id, name: z.string() }),
  content: DossierContent.omit({ files: true }),
  files: z.array(FileShown),
});

/** One call: its notice in words, its tasks, and of each task how many dossiers came. */
export const Call = CallRow.extend({
  version: z.int(),
  words: z.string(),
  contact: z.string(),
  firstClosesOn: Day,
  extensions: z.array(CallExtended.extend({ on: Day })),
  /** The rules by which it was opened and extended on its tasks. */
  rules: z.array(RuleCited),
  items: z.array(
    z.object({
      taskId: Id,
      title: z.string(),
      count: z.int(),
      /** Opened on; null while only their number is known. */
      openedOn: Day.nullable(),
      dossiers: z.array(DossierOpened),
    }),
  ),
  abilities: abilitiesTo('extend'),
});
export type Call = z.infer<typeof Call>;

export const CallList = z.object({ items: z.array(CallRow), abilities: abilitiesTo('openCall') });
export type CallList = z.infer<typeof CallList>;

export const listCalls = defineRoute({
  id: 'call.list',
  method: 'GET',
  path: '/api/calls',
  summary: 'Các thông báo tuyển chọn, giao trực tiếp, tài trợ của cơ quan',
  permission: 'task.view',
  reply: CallList,
});

export const getCall = defineRoute({
  id: 'call.get',
  method: 'GET',
  path: '/api/calls/:id',
  summary: 'Một thông báo: nhiệm vụ, số hồ sơ đã nhận; nội dung hồ sơ sau khi mở',
  permission: 'task.view',
  params: IdParams,
  reply: Call,
  versioned: true,
});

export const openCall = defineRoute({
  id: 'call.open',
  method: 'POST',
  path: '/api/calls',
  summary: 'Ra thông báo cho một hoặc nhiều nhiệm vụ của danh mục đặt hàng',
  permission: 'task.decide',
  body: CallOpened.extend({
    taskIds: z.array(Id).min(1, 'Chọn ít nhất một nhiệm vụ').max(100),
    on: Day,
  }),
  reply: Call,
  status: 201,
  creates: true,
});

export const extendCall = defineRoute({
  id: 'call.extend',
  method: 'POST',
  path: '/api/calls/:id/extensions',
  summary: 'Gia hạn nhận hồ sơ của một thông báo, cho mọi nhiệm vụ của nó',
  permission: 'task.decide',
  params: IdParams,
  body: CallExtended,
  reply: Call,
});

export const readDossierFile = defineRoute({
  id: 'call.dossierFile',
  method: 'GET',
  path: '/api/calls/:id/files/:fileId',
  summary: 'Một tệp của hồ sơ đã mở',
  permission: 'task.view',
  params: z.object({ id: Id, fileId: Id }),
  reply: z.unknown(),
  raw: { contentType: 'application/octet-stream' },
});

/** What anybody may see of a call: the notice and nothing of what came in. */
export const PublicCall = z.object({
  id: Id,
  agency: z.string(),
  number: z.string(),
  title: z.string(),
  mode: CallMode,
  openedOn: Day,
  closesOn: Day,
  open: z.boolean(),
  tasks: z.int(),
});
export type PublicCall = z.infer<typeof PublicCall>;

export const PublicCallPage = PublicCall.extend({
  words: z.string(),
  contact: z.string(),
  extensions: z.array(z.object({ number: z.string(), closesOn: Day, reason: z.string(), on: Day })),
  items: z.array(
    z.object({
      taskId: Id,
      title: z.string(),
      field: z.string().nullable(),
      aims: z.string(),
      products: z.string(),
    }),
  ),
});
export type PublicCallPage = z.infer<typeof PublicCallPage>;

export const listPublicCalls = defineRoute({
  id: 'publicCall.list',
  method: 'GET',
  path: '/api/public/calls',
  summary: 'Các thông báo đang nhận hồ sơ và mới hết hạn, ai cũng xem được',
  permission: 'public',
  reply: z.array(PublicCall),
});

export const getPublicCall = defineRoute({
  id: 'publicCall.get',
  method: 'GET',
  path: '/api/public/calls/:id',
  summary: 'Một thông báo với các nhiệm vụ của nó, ai cũng xem được',
  permission: 'public',
  params: IdParams,
  reply: PublicCallPage,
});

export const publicNotice = defineRoute({
  id: 'publicCall.notice',
  method: 'GET',
  path: '/api/public/calls/:id/notice',
  summary: 'Văn bản thông báo hoặc thông báo gia hạn, PDF hoặc Word',
  permission: 'public',
  params: IdParams,
  query: z.object({
    format: z.enum(['pdf', 'docx']).default('pdf'),
    /** The how manieth extension, from 1; the call itself without. */
    extension: z.coerce.number().int().min(1).max(50).optional(),
  }),
  reply: z.unknown(),
  raw: { contentType: 'application/octet-stream' },
});
