import { z } from 'zod';
import { Id, IdParams } from '../page.ts';
import { defineRoute } from '../route.ts';

/** An account outside, as the agency sees it. */
export const OutsideAccount = z.object({
  id: Id,
  userName: z.string(),
  name: z.string(),
  partner: z.object({ id: Id, kind: z.enum(['organisation', 'person']), name: z.string() }),
  /** The investigator whose tasks alone an organisation's account sees; null for all of the organisation's. */
  investigator: z.object({ id: Id, name: z.string() }).nullable(),
  secondFactor: z.boolean(),
  open: z.boolean(),
  invitedAt: z.string(),
});
export type OutsideAccount = z.infer<typeof OutsideAccount>;

export const listOutsideAccounts = defineRoute({
  id: 'account.listOutside',
  method: 'GET',
  path: '/api/portal-accounts',
  summary: 'Tài khoản của tổ chức chủ trì, chủ nhiệm ngoài cơ quan',
  permission: 'account.invite',
  reply: z.array(OutsideAccount),
});

export const inviteOutside = defineRoute({
  id: 'account.inviteOutside',
  method: 'POST',
  path: '/api/portal-accounts',
  summary: 'Mời một tổ chức, cá nhân: tạo tài khoản với mật khẩu ban đầu chỉ hiện một lần',
  permission: 'account.invite',
  body: z.object({
    partnerId: Id,
    /** Narrows an organisation's account to the tasks of one of its investigators. */
    investigatorId: Id.nullable().default(null),
    fullName: z.string().trim().min(1, 'Ghi họ tên người dùng').max(200),
    userName: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[a-z0-9._-]{3,40}$/u, 'Tên đăng nhập: 3–40 chữ không dấu, số, dấu chấm, gạch'),
  }),
  reply: OutsideAccount.extend({ password: z.string() }),
  status: 201,
});

export const changeOutsideAccess = defineRoute({
  id: 'account.changeOutside',
  method: 'POST',
  path: '/api/portal-accounts/:id/access',
  summary: 'Đóng hoặc mở lại một tài khoản ngoài cơ quan',
  permission: 'account.invite',
  params: IdParams,
  body: z.object({ open: z.boolean() }),
  reply: OutsideAccount,
});
