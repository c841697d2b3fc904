import { z } from 'zod';
import { abilitiesTo } from '../../domain/permissions/ability.ts';
import { Permission } from '../../domain/permissions/permission.ts';
import { Day, Id, IdParams } from '../page.ts';
import { defineRoute } from '../route.ts';

export const ApiToken = z.object({
  id: Id,
  name: z.string(),
  scopes: z.array(Permission),
  createdAt: z.string(),
  expiresOn: Day,
  lastUsedOn: Day.nullable(),
  abilities: abilitiesTo('revoke'),
});

export const listTokens = defineRoute({
  id: 'token.list',
  method: 'GET',
  path: '/api/tokens',
  summary: 'Mã truy cập API của tôi',
  permission: 'signed-in',
  reply: z.array(ApiToken),
});

export const createToken = defineRoute({
  id: 'token.create',
  method: 'POST',
  path: '/api/tokens',
  summary: 'Tạo mã truy cập có phạm vi và hạn dùng; chỉ hiện một lần',
  permission: 'token.manage',
  body: z.object({
    name: z.string().trim().min(2, 'Đặt tên cho mã').max(100),
    scopes: z.array(Permission).min(1, 'Chọn ít nhất một quyền'),
    expiresOn: Day,
  }),
  reply: ApiToken.extend({ secret: z.string() }),
  status: 201,
});

export const revokeToken = defineRoute({
  id: 'token.revoke',
  method: 'DELETE',
  path: '/api/tokens/:id',
  summary: 'Thu hồi mã truy cập',
  permission: 'token.manage',
  params: IdParams,
  reply: z.undefined(),
  status: 204,
});
