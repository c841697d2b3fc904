import { z } from 'zod';
import { abilitiesTo } from '../../domain/permissions/ability.ts';
import { Role } from '../../domain/permissions/permission.ts';
import { Day, Id, IdParams } from '../page.ts';
import { defineRoute } from '../route.ts';
import { UnitRow } from '../setup/contract.ts';

export const Unit = z.object({
  id: Id,
  name: z.string(),
  abbreviation: z.string().nullable(),
  parentId: Id.nullable(),
  /** Lĩnh vực of its work, which is that of the directives it is given. */
  field: z.string().nullable(),
  head: z.object({ personId: Id, fullName: z.string() }).nullable(),
  aliases: z.array(z.object({ id: Id, alias: z.string(), learned: z.boolean() })),
  openedOn: Day,
  closedOn: Day.nullable(),
  /** Names it had before, newest first. */
  formerNames: z.array(z.object({ name: z.string(), until: Day })),
  persons: z.int(),
  abilities: abilitiesTo('rename', 'move', 'setField', 'addAlias', 'endAlias'),
});
export type Unit = z.infer<typeof Unit>;

export const Person = z.object({
  id: Id,
  fullName: z.string(),
  staffCode: z.string().nullable(),
  email: z.string().nullable(),
  userName: z.string().nullable(),
  /** Whether the account may come in; null without one. */
  accountOpen: z.boolean().nullable(),
  posts: z.array(
    z.object({
      id: Id,
      unitId: Id,
      unitName: z.string(),
      role: Role,
      title: z.string().nullable(),
      from: Day,
      to: Day.nullable(),
      abilities: abilitiesTo('end'),
    }),
  ),
  version: z.int(),
  /** The record that goes on, where this one was found to be the same person. */
  mergedInto: z.object({ personId: Id, name: z.string() }).nullable(),
  abilities: abilitiesTo('change', 'holdPost', 'giveAccount', 'closeAccount', 'reopenAccount', 'merge'),
});
export type Person = z.infer<typeof Person>;

export const listUnits = defineRoute({
  id: 'organisation.units',
  method: 'GET',
  path: '/api/units',
  summary: 'Các đơn vị với tên, đơn vị trên, người đứng đầu tại một ngày',
  permission: 'organisation.view',
  query: z.object({ on: Day.optional() }),
  reply: z.array(Unit),
});

export const createUnit = defineRoute({
  id: 'organisation.createUnit',
  method: 'POST',
  path: '/api/units',
  summary: 'Thêm đơn vị',
  permission: 'organisation.manage',
  body: z.object({
    name: z.string().trim().min(2, 'Nhập tên đơn vị').max(200),
    abbreviation: z.string().trim().max(40).optional(),
    parentId: Id.optional(),
    openedOn: Day,
  }),
  reply: Unit,
  status: 201,
  creates: true,
});

export const renameUnit = defineRoute({
  id: 'organisation.renameUnit',
  method: 'POST',
  path: '/api/units/:id/names',
  summary: 'Đổi tên đơn vị từ một ngày; tên cũ vẫn còn cho các ngày trước',
  permission: 'organisation.manage',
  params: IdParams,
  body: z.object({
    name: z.string().trim().min(2).max(200),
    abbreviation: z.string().trim().max(40).optional(),
    from: Day,
  }),
  reply: Unit,
});

export const moveUnit = defineRoute({
  id: 'organisation.moveUnit',
  method: 'POST',
  path: '/api/units/:id/parents',
  summary: 'Đổi đơn vị trên từ một ngày',
  permission: 'organisation.manage',
  params: IdParams,
  body: z.object({ parentId: Id.nullable(), from: Day }),
  reply: Unit,
});

/** The name of a field; a comma would part it in an address. */
export const FieldName = z
  .string()
  .trim()
  .min(2, 'Nhập tên lĩnh vực')
  .max(100, 'Tên lĩnh vực dài quá 100 ký tự')
  .regex(/^[^,]*$/u, 'Tên lĩnh vực không có dấu phẩy');

export const setUnitField = defineRoute({
  id: 'organisation.setField',
  method: 'POST',
  path: '/api/units/:id/fields',
  summary: 'Lĩnh vực của đơn vị từ một ngày; nhiệm vụ giao từ ngày ấy thuộc lĩnh vực này',
  permission: 'organisation.manage',
  params: IdParams,
  body: z.object({ field: FieldName.nullable(), from: Day }),
  reply: Unit,
});

export const addAlias = defineRoute({
  id: 'organisation.addAlias',
  method: 'POST',
  path: '/api/units/:id/aliases',
  summary: 'Thêm tên gọi khác của đơn vị',
  permission: 'organisation.manage',
  params: IdParams,
  body: z.object({ alias: z.string().trim().min(2).max(200) }),
  reply: Unit,
  status: 201,
});

export const endAlias = defineRoute({
  id: 'organisation.endAlias',
  method: 'DELETE',
  path: '/api/units/:id/aliases/:aliasId',
  summary: 'Thôi dùng một tên gọi khác',
  permission: 'organisation.manage',
  params: z.object({ id: Id, aliasId: Id }),
  reply: Unit,
});

export const listPersons = defineRoute({
  id: 'organisation.persons',
  method: 'GET',
  path: '/api/persons',
  summary: 'Người của cơ quan, chức vụ tại một ngày',
  permission: 'organisation.view',
  query: z.object({ q: z.string().max(100).optional(), unitId: Id.optional(), on: Day.optional() }),
  reply: z.array(Person),
});

export const getPerson = defineRoute({
  id: 'organisation.person',
  method: 'GET',
  path: '/api/persons/:id',
  summary: 'Một người và các chức vụ',
  permission: 'organisation.view',
  params: IdParams,
  reply: Person,
  versioned: true,
});

export const PersonBody = z.object({
  fullName: z.string().trim().min(2, 'Nhập họ tên').max(100),
  staffCode: z.string().trim().max(40).nullable().optional(),
  email: z.email('Địa chỉ thư chưa đúng').nullable().optional(),
});

export const createPerson = defineRoute({
  id: 'organisation.createPerson',
  method: 'POST',
  path: '/api/persons',
  summary: 'Thêm người',
  permission: 'organisation.manage',
  body: PersonBody.extend({
    post: z
      .object({ unitId: Id, role: Role, title: z.string().trim().max(100).optional(), from: Day })
      .optional(),
  }),
  reply: Person,
  status: 201,
  creates: true,
});

export const changePerson = defineRoute({
  id: 'organisation.changePerson',
  method: 'PATCH',
  path: '/api/persons/:id',
  summary: 'Sửa thông tin một người',
  permission: 'organisation.manage',
  params: IdParams,
  body: PersonBody.partial(),
  reply: Person,
  versioned: true,
});

export const holdPost = defineRoute({
  id: 'organisation.holdPost',
  method: 'POST',
  path: '/api/persons/:id/posts',
  summary: 'Giao chức vụ, vai trò tại một đơn vị từ một ngày',
  permission: 'organisation.manage',
  params: IdParams,
  body: z.object({ unitId: Id, role: Role, title: z.string().trim().max(100).optional(), from: Day }),
  reply: Person,
  status: 201,
});

export const endPost = defineRoute({
  id: 'organisation.endPost',
  method: 'POST',
  path: '/api/persons/:id/posts/:postId/end',
  summary: 'Thôi chức vụ từ một ngày',
  permission: 'organisation.manage',
  params: z.object({ id: Id, postId: Id }),
  body: z.object({ to: Day }),
  reply: Person,
});

export const giveAccount = defineRoute({
  id: 'organisation.giveAccount',
  method: 'POST',
  path: '/api/persons/:id/account',
  summary: 'Cấp tài khoản đăng nhập; một người chỉ một tài khoản trên cả hệ thống',
  permission: 'account.manage',
  params: IdParams,
  body: z.object({
    userName: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[a-z0-9._-]{3,40}$/),
    /** Left out: the account of this name that exists is joined to the person. */
    password: z.string().min(14, 'Mật khẩu cần ít nhất 14 ký tự').max(200).optional(),
  }),
  reply: Person,
  status: 201,
});

export const Double = z.object({
  persons: z.array(Person).length(2),
  likeness: z.array(z.enum(['name', 'email', 'staffCode'])),
});
export type Double = z.infer<typeof Double>;

export const listDoubles = defineRoute({
  id: 'organisation.doubles',
  method: 'GET',
  path: '/api/persons/doubles',
  summary: 'Những bản ghi có thể là một người: trùng họ tên, thư điện tử hoặc mã cán bộ',
  permission: 'organisation.manage',
  reply: z.array(Double),
});

export const MergeReview = z.object({
  merged: Person,
  into: Person,
  /** Posts still held, open directives in hand and delegations that go to the record that stays. */
  posts: z.int(),
  directives: z.int(),
  delegations: z.int(),
});
export type MergeReview = z.infer<typeof MergeReview>;

export const reviewMerge = defineRoute({
  id: 'organisation.reviewMerge',
  method: 'POST',
  path: '/api/persons/:id/merge/review',
  summary: 'Xem trước khi gộp hai bản ghi của một người',
  permission: 'organisation.manage',
  params: IdParams,
  body: z.object({ intoId: Id }),
  reply: MergeReview,
});

export const mergePersons = defineRoute({
  id: 'organisation.mergePersons',
  method: 'POST',
  path: '/api/persons/:id/merge',
  summary: 'Gộp bản ghi này vào bản ghi khác của cùng một người; không xoá gì',
  permission: 'organisation.manage',
  params: IdParams,
  body: z.object({ intoId: Id, reason: z.string().trim().min(3, 'Nêu lý do').max(500) }),
  reply: Person,
});

export const changeAccess = defineRoute({
  id: 'organisation.changeAccess',
  method: 'PUT',
  path: '/api/persons/:id/account/access',
  summary: 'Đóng hoặc mở lại tài khoản của một người trong cơ quan; phiên và mã truy cập theo đó',
  permission: 'account.manage',
  params: IdParams,
  body: z.object({ open: z.boolean() }),
  reply: Person,
});

export const ImportResult = z.object({
  /** False on a dry run: nothing was stored. */
  stored: z.boolean(),
  units: z.object({ new: z.int(), known: z.int() }),
  persons: z.object({ new: z.int(), changed: z.int(), known: z.int() }),
  rows: z.array(
    z.object({
      row: z.int(),
      kind: z.enum(['unit', 'person']),
      name: z.string(),
      outcome: z.enum(['new', 'changed', 'known', 'error']),
      message: z.string().optional(),
    }),
  ),
});

export const importOrganisation = defineRoute({
  id: 'organisation.import',
  method: 'POST',
  path: '/api/organisation/import',
  summary: 'Nhập đơn vị và người từ Excel; dry=true chỉ xem trước',
  permission: 'organisation.manage',
  upload: true,
  query: z.object({ dry: z.stringbool().default(true) }),
  reply: ImportResult,
});

export const importTemplate = defineRoute({
  id: 'organisation.importTemplate',
  method: 'GET',
  path: '/api/organisation/import.xlsx',
  summary: 'Mẫu Excel để nhập đơn vị và người',
  permission: 'organisation.manage',
  reply: z.unknown(),
  raw: { contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
});

/** The rows that could not be imported, with the reason beside each, to mend and import again. */
export const importErrorSheet = defineRoute({
  id: 'organisation.importErrorSheet',
  method: 'POST',
  path: '/api/organisation/import/errors.xlsx',
  summary: 'Bảng lỗi của lần nhập thử',
  permission: 'organisation.manage',
  upload: true,
  reply: z.unknown(),
  raw: { contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
});

export { UnitRow };
