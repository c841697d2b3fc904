import { notTheirs } from '../../domain/permissions/ability.ts';
import type { Role } from '../../domain/permissions/permission.ts';
import { makePolicy } from '../policy.ts';
import { createFeed, revokeFeed } from './contract.ts';

const leading: readonly Role[] = ['director', 'office', 'head'];

/** Whether somebody with these posts answers for a unit. */
export const leads = (posts: readonly { unitId: string; role: Role }[], unitId: string) =>
  posts.some((post) => post.unitId === unitId && leading.includes(post.role));

/** A feed of one's own due days (no unit), or of a unit one leads by these own posts. */
export const feedingPolicy = makePolicy<
  'create',
  { unitId: string | null; posts: readonly { unitId: string; role: Role }[] }
>({
  create: {
    route: createFeed,
    refusal({ personId, permissions }, { unitId, posts }) {
      if (personId === null || !permissions.has('directive.view'))
        return notTheirs('Tài khoản này không xem nhiệm vụ của cơ quan nên không có lịch đến hạn.');
      return unitId === null || leads(posts, unitId)
        ? null
        : notTheirs('Chỉ người phụ trách đơn vị tạo được lịch của đơn vị đó.');
    },
  },
});

/** A feed of the viewer's own; those of others are not seen. */
export const feedPolicy = makePolicy<'revoke', null>({ revoke: { route: revokeFeed } });
