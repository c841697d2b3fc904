import { z } from 'zod';
import { abilitiesTo } from '../../domain/permissions/ability.ts';
import { Id, IdParams } from '../page.ts';
import { defineRoute } from '../route.ts';

/** An address of due days to subscribe to; the secret itself is shown once, when it is made. */
export const Feed = z.object({
  id: Id,
  /** The unit whose due days it carries; null for those of its maker. */
  unit: z.object({ id: Id, name: z.string() }).nullable(),
  createdAt: z.string(),
  abilities: abilitiesTo('revoke'),
});
export type Feed = z.infer<typeof Feed>;

export const listFeeds = defineRoute({
  id: 'feed.list',
  method: 'GET',
  path: '/api/calendar-feeds',
  summary: 'Địa chỉ lịch iCal của tôi đang dùng được',
  permission: 'token.manage',
  reply: z.array(Feed),
});

export const createFeed = defineRoute({
  id: 'feed.create',
  method: 'POST',
  path: '/api/calendar-feeds',
  summary: 'Tạo địa chỉ lịch iCal của tôi, hoặc của đơn vị tôi phụ trách; địa chỉ chỉ hiện một lần',
  permission: 'token.manage',
  body: z.object({ unitId: Id.nullable().default(null) }),
  reply: Feed.extend({ address: z.string() }),
  status: 201,
});

export const revokeFeed = defineRoute({
  id: 'feed.revoke',
  method: 'DELETE',
  path: '/api/calendar-feeds/:id',
  summary: 'Thu hồi một địa chỉ lịch; chương trình lịch đang dùng sẽ không đọc được nữa',
  permission: 'token.manage',
  params: IdParams,
  reply: z.undefined(),
  status: 204,
});

/** Whoever has the address may read: there is nothing else to sign in with from a calendar program. */
export const readFeed = defineRoute({
  id: 'feed.read',
  method: 'GET',
  path: '/calendar/:secret',
  summary: 'Lịch iCal (RFC 5545) các ngày đến hạn, tại một địa chỉ bí mật thu hồi được',
  permission: 'public',
  params: z.object({ secret: z.string().max(200) }),
  reply: z.string(),
  raw: { contentType: 'text/calendar; charset=utf-8' },
});
