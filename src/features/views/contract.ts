import { z } from 'zod';
import { DirectiveFilter } from '../../domain/directives/filter.ts';
import { abilitiesTo } from '../../domain/permissions/ability.ts';
import { DirectiveRow } from '../directives/contract.ts';
import { Day, Id, IdParams } from '../page.ts';
import { defineRoute } from '../route.ts';

const Within = z.object({ from: Day.optional(), to: Day.optional() });

/** Directives of one column of a board, or of one day of a calendar. */
export const DirectiveGroup = z.object({
  /** Id of the unit, state, or day; empty where there is none. */
  key: z.string(),
  count: z.int(),
  /** The first of them. */
  items: z.array(DirectiveRow),
});
export type DirectiveGroup = z.infer<typeof DirectiveGroup>;

/** Columns of a board or days of a calendar, in one statement; a calendar asks for the days it shows. */
export const groupDirectives = defineRoute({
  id: 'view.groups',
  method: 'GET',
  path: '/api/directives/groups',
  summary: 'Nhiệm vụ giao xếp theo đơn vị, tình trạng hoặc ngày đến hạn',
  permission: 'directive.view',
  query: DirectiveFilter.extend({
    by: z.enum(['unit', 'state', 'day']).default('unit'),
    /** How many of each group are told. */
    each: z.coerce.number().int().min(1).max(100).default(20),
    ...Within.shape,
  }),
  reply: z.object({
    asOf: Day,
    /** All under the filter, also outside the days asked for. */
    total: z.int(),
    undated: z.int(),
    groups: z.array(DirectiveGroup),
  }),
});

/** Directives whose time from given to last deadline touches the days asked for. */
export const spanDirectives = defineRoute({
  id: 'view.span',
  method: 'GET',
  path: '/api/directives/span',
  summary: 'Nhiệm vụ giao theo trục thời gian, xếp theo đơn vị',
  permission: 'directive.view',
  query: DirectiveFilter.extend(Within.shape),
  reply: z.object({
    asOf: Day,
    total: z.int(),
    /** How many touch these days; `items` holds the first thousand. */
    within: z.int(),
    items: z.array(DirectiveRow),
  }),
});

export const SavedView = z.object({
  id: Id,
  name: z.string(),
  /** Search parameters of the address, «state=overdue&view=board»; a unit that is no more stands beside what it became. */
  query: z.string(),
  /** Units of the filter that have become others, or bear another name, since it was kept. */
  units: z.array(z.object({ from: z.string(), to: z.array(z.string()) })),
  shared: z.boolean(),
  abilities: abilitiesTo('change', 'end'),
});
export type SavedView = z.infer<typeof SavedView>;

const Saved = z.object({
  name: z.string().trim().min(2, 'Đặt tên cho cách xem').max(80, 'Tên dài quá 80 ký tự'),
  query: z.string().max(2000),
  shared: z.boolean().default(false),
});

export const listViews = defineRoute({
  id: 'view.list',
  method: 'GET',
  path: '/api/views',
  summary: 'Các cách xem đã lưu: của mình và chung của cơ quan',
  permission: 'directive.view',
  reply: z.array(SavedView),
});

/** Shared with the agency only by who gives directives. */
export const saveView = defineRoute({
  id: 'view.save',
  method: 'POST',
  path: '/api/views',
  summary: 'Lưu bộ lọc và cách xem dưới một tên',
  permission: 'directive.view',
  body: Saved,
  reply: SavedView,
  status: 201,
  creates: true,
});

export const changeView = defineRoute({
  id: 'view.change',
  method: 'PUT',
  path: '/api/views/:id',
  summary: 'Đổi tên, nội dung hoặc chia sẻ một cách xem',
  permission: 'directive.view',
  params: IdParams,
  body: Saved,
  reply: SavedView,
});

export const endView = defineRoute({
  id: 'view.end',
  method: 'DELETE',
  path: '/api/views/:id',
  summary: 'Bỏ một cách xem đã lưu',
  permission: 'directive.view',
  params: IdParams,
  reply: z.undefined(),
  status: 204,
});
