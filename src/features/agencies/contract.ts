import { z } from 'zod';
import { DirectiveState } from '../../domain/directives/filter.ts';
import { abilitiesTo } from '../../domain/permissions/ability.ts';
import { Day, Id, IdParams } from '../page.ts';
import { defineRoute } from '../route.ts';

export const Agency = z.object({
  id: Id,
  name: z.string(),
  shortName: z.string(),
  sign: z.string(),
  persons: z.int(),
  directives: z.int(),
  /** Accounts of superior authorities that may look into it. */
  viewers: z.array(z.object({ userName: z.string(), name: z.string() })),
  /** Letting an account of a superior authority look in, and ending that. */
  abilities: abilitiesTo('grantView', 'endView'),
});

export const listAgencies = defineRoute({
  id: 'agency.list',
  method: 'GET',
  path: '/api/agencies',
  summary: 'Các cơ quan trên hệ thống mà người này được xem',
  permission: 'agency.view-many',
  reply: z.array(Agency),
});

export const createAgency = defineRoute({
  id: 'agency.create',
  method: 'POST',
  path: '/api/agencies',
  summary: 'Thêm cơ quan và người quản trị của cơ quan',
  permission: 'agency.create',
  body: z.object({
    name: z.string().trim().min(3).max(200),
    shortName: z.string().trim().min(2).max(60),
    sign: z.string().trim().min(2).max(30),
    administrator: z.object({
      fullName: z.string().trim().min(2).max(100),
      userName: z
        .string()
        .trim()
        .toLowerCase()
        .regex(/^[a-z0-9._-]{3,40}$/),
      /** Needed for a new account; an account that exists keeps its own. */
      password: z.string().min(14).max(200).optional(),
    }),
  }),
  reply: Agency,
  status: 201,
  creates: true,
});

/** A superior authority may look into a list of agencies, until that ends. */
export const changeSuperiorView = defineRoute({
  id: 'agency.grantView',
  method: 'POST',
  path: '/api/agencies/:id/viewers',
  summary: 'Cho một tài khoản cấp trên xem cơ quan này, hoặc thôi cho xem',
  permission: 'agency.create',
  params: IdParams,
  body: z.object({
    userName: z.string().trim().toLowerCase().min(3).max(40),
    open: z.boolean().default(true),
  }),
  reply: z.undefined(),
  status: 204,
});

/** How many directives stand in each state; a state nothing stands in is left out. Parts are not counted beside the whole. */
export const StateCounts = z.partialRecord(DirectiveState, z.int());
export type StateCounts = z.infer<typeof StateCounts>;

/** The agencies the viewer looks over as of today, each with its units, in the order of their names. */
export const Overview = z.object({
  asOf: Day,
  agencies: z.array(
    z.object({
      id: Id,
      name: z.string(),
      shortName: z.string(),
      counts: StateCounts,
      /** By the unit that leads; unitId null: none of the agency's. */
      units: z.array(z.object({ unitId: Id.nullable(), name: z.string(), counts: StateCounts })),
    }),
  ),
});
export type Overview = z.infer<typeof Overview>;

export const getOverview = defineRoute({
  id: 'agency.overview',
  method: 'GET',
  path: '/api/overview',
  summary: 'Toàn cảnh các cơ quan được xem: số nhiệm vụ theo cơ quan, đơn vị và trạng thái, tính đến hôm nay',
  permission: 'agency.view-many',
  reply: Overview,
});
