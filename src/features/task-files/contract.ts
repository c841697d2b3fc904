import { z } from 'zod';
import { attachmentKinds } from '../../domain/calls/dossier.ts';
import { Id, IdParams } from '../page.ts';
import { defineRoute } from '../route.ts';

/** A file that goes along with a dossier or a step, opened in a worker with limits before it was kept. */
export const AttachedFile = z.object({
  id: Id,
  name: z.string(),
  kind: z.enum(attachmentKinds),
  bytes: z.int(),
  sha256: z.string(),
});
export type AttachedFile = z.infer<typeof AttachedFile>;

/** Files that are to go along with a step, by id. */
export const FileIds = z.array(Id).max(30, 'Kèm nhiều nhất 30 tệp một lần').default([]);

/** A file with the fact it is evidence of: that of the agency, where it took note of what a host sent. */
export const TaskFile = AttachedFile.extend({ factId: Id });
export type TaskFile = z.infer<typeof TaskFile>;

export const attachTaskFile = defineRoute({
  id: 'task.attach',
  method: 'POST',
  path: '/api/tasks/:id/files',
  summary:
    'Gửi lên một tệp để kèm bước sắp ghi: PDF, Word, Excel hoặc ảnh, đến 32 MB, được mở thử trước khi nhận',
  permission: 'task.record',
  params: IdParams,
  reply: AttachedFile,
  status: 201,
  upload: true,
});

export const listTaskFiles = defineRoute({
  id: 'task.files',
  method: 'GET',
  path: '/api/tasks/:id/files',
  summary: 'Tệp kèm các bước của một nhiệm vụ, do cơ quan hoặc nơi thực hiện gửi',
  permission: 'task.view',
  params: IdParams,
  reply: z.array(TaskFile),
});

export const readTaskFile = defineRoute({
  id: 'task.file',
  method: 'GET',
  path: '/api/tasks/:id/files/:fileId',
  summary: 'Một tệp kèm một bước của nhiệm vụ',
  permission: 'task.view',
  params: z.object({ id: Id, fileId: Id }),
  reply: z.unknown(),
  raw: { contentType: 'application/octet-stream' },
});
