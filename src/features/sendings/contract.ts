import { z } from 'zod';
import { abilitiesTo } from '../../domain/permissions/ability.ts';
import { StepBody } from '../../domain/tasks/facts.ts';
import { Day, Id, IdParams } from '../page.ts';
import { defineRoute } from '../route.ts';
import { AttachedFile } from '../task-files/contract.ts';

/** What a host or an investigator sent on a task, as the agency sees it. */
export const Sending = z.object({
  /** Of the fact that says it. */
  id: Id,
  on: Day,
  recordedAt: z.string(),
  by: z.string(),
  words: z.string(),
  /** What is to be recorded where it waits for that. */
  event: (StepBody as unknown as z.ZodType<StepBody>).nullable(),
  became: z.enum(['counted', 'waiting', 'noted', 'returned']),
  reason: z.string().nullable(),
  /** The fact by which the agency recorded it. */
  notedBy: Id.nullable(),
  files: z.array(AttachedFile),
  abilities: abilitiesTo('sendBack'),
});
export type Sending = z.infer<typeof Sending>;

export const listSendings = defineRoute({
  id: 'task.sendings',
  method: 'GET',
  path: '/api/tasks/:id/sendings',
  summary: 'Điều tổ chức chủ trì, chủ nhiệm gửi qua cổng về một nhiệm vụ, kèm tệp',
  permission: 'task.view',
  params: IdParams,
  reply: z.array(Sending),
});

export const sendBack = defineRoute({
  id: 'task.sendBack',
  method: 'POST',
  path: '/api/tasks/:id/sendings/:factId/return',
  summary: 'Trả lại điều tổ chức chủ trì, chủ nhiệm đã gửi mà cơ quan không ghi nhận, nêu lý do',
  permission: 'task.record',
  params: z.object({ id: Id, factId: Id }),
  body: z.object({ reason: z.string().trim().min(3, 'Nêu lý do').max(1000) }),
  reply: z.array(Sending),
});
