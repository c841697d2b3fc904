import { z } from 'zod';
import { InNameOf } from '../../domain/directives/facts.ts';
import { abilitiesTo } from '../../domain/permissions/ability.ts';
import { InstallationRole, Permission, Role } from '../../domain/permissions/permission.ts';
import { Day, Id } from '../page.ts';
import { defineRoute } from '../route.ts';

export const Session = z.object({
  user: z.object({ id: z.string(), name: z.string(), userName: z.string(), secondFactor: z.boolean() }),
  /** The agency whose register is open; null for an installation administrator without one. */
  agency: z.object({ id: Id, name: z.string(), shortName: z.string(), sign: z.string() }).nullable(),
  person: z.object({ id: Id, fullName: z.string() }).nullable(),
  /** The host or investigator outside whose portal this is; without the second factor nothing opens. */
  partner: z
    .object({
      ...{ id: Id, kind: z.enum(['organisation', 'person']), name: z.string(), secondFactor: z.boolean() },
      /** Whose tasks alone an organisation's account is for. */
      investigator: z.object({ id: Id, name: z.string() }).nullable(),
    })
    .nullable(),
  /** Own posts, then those lent today by people acted for. */
  posts: z.array(
    z.object({
      role: Role,
      unitId: Id,
      unitName: z.string(),
      title: z.string().nullable(),
      inNameOf: InNameOf.nullable(),
      /** Asking in the name of its unit; a calendar feed of the unit. */
      abilities: abilitiesTo('ask', 'feed'),
    }),
  ),
  installationRoles: z.array(InstallationRole),
  /** Everything this person may do here; screens show acts by this list, never by role. */
  permissions: z.array(Permission),
  /**
   * Acts on no record yet that need more than a permission: a delegation of others, a view shared with the agency, a
   * feed of one's own days, a token.
   */
  abilities: abilitiesTo('delegateForOthers', 'shareView', 'createFeed', 'createToken'),
  /** Other agencies this account belongs to or may view. */
  agencies: z.array(z.object({ id: Id, name: z.string() })),
  today: Day,
  demo: z.boolean(),
});
export type Session = z.infer<typeof Session>;

export const getSession = defineRoute({
  id: 'session.get',
  method: 'GET',
  path: '/api/session',
  summary: 'Người đang đăng nhập, cơ quan và quyền',
  permission: 'signed-in',
  reply: Session,
});

export const openAgency = defineRoute({
  id: 'session.openAgency',
  method: 'POST',
  path: '/api/session/agency',
  summary: 'Chuyển sang cơ quan khác mà tài khoản được dùng',
  permission: 'signed-in',
  body: z.object({ agencyId: Id }),
  reply: Session,
});
