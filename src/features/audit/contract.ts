import { z } from 'zod';
import { Id, PageQuery, pageOf } from '../page.ts';
import { defineRoute } from '../route.ts';

export const AuditRow = z.object({
  id: Id,
  recordedAt: z.string(),
  who: z.string(),
  action: z.string(),
  recordKind: z.string(),
  recordId: z.string(),
  sentence: z.string(),
  detail: z.unknown(),
  traceId: z.string(),
  sealed: z.boolean(),
});

export const listAudit = defineRoute({
  id: 'audit.list',
  method: 'GET',
  path: '/api/audit',
  summary: 'Nhật ký mọi lần ghi và đăng nhập',
  permission: 'audit.view',
  query: PageQuery.extend({ recordId: z.string().max(100).optional() }),
  reply: pageOf(AuditRow),
});

export const verifyAudit = defineRoute({
  id: 'audit.verify',
  method: 'POST',
  path: '/api/audit/verify',
  summary: 'Kiểm tra chuỗi băm của nhật ký',
  permission: 'audit.view',
  reply: z.object({
    ok: z.boolean(),
    events: z.int(),
    seals: z.int(),
    broken: z.array(z.object({ seal: z.string(), reason: z.string() })),
  }),
});
