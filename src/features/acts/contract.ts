import { z } from 'zod';
import { Effect } from '../../domain/acts/facts.ts';
import { DirectiveState } from '../../domain/directives/filter.ts';
import { abilitiesTo } from '../../domain/permissions/ability.ts';
import { SourceNamed } from '../../domain/targets/facts.ts';
import { Day, FactTold, Id, IdParams } from '../page.ts';
import { defineRoute } from '../route.ts';

const UnitNamed = z.object({ unitId: Id, name: z.string() });
const AsOf = z.object({ asOf: Day.optional() });

/** An act in force here with the superior acts it rests on; what was issued from a draft is put right there. */
export const LocalActShown = z.object({
  id: Id,
  number: z.string(),
  title: z.string(),
  issuedOn: Day,
  lead: UnitNamed,
  bases: z.array(z.string()),
  endedOn: Day.nullable(),
  draftId: Id.nullable(),
  version: z.int(),
  abilities: abilitiesTo('correctAct'),
});
export type LocalActShown = z.infer<typeof LocalActShown>;

/** An act here that a superior act touches: to be decided, given as a directive, or found to need nothing. */
export const Touched = z.object({
  act: LocalActShown.pick({ id: true, number: true, title: true, lead: true, draftId: true }),
  state: z.enum(['undecided', 'given', 'spared']),
  directive: z.object({ id: Id, state: DirectiveState }).nullable(),
  reason: z.string().nullable(),
  on: Day.nullable(),
});
export type Touched = z.infer<typeof Touched>;

/** A superior act that changes others, and what it touches here. */
export const SuperiorActShown = z.object({
  id: Id,
  number: z.string(),
  title: z.string(),
  issuer: z.string(),
  issuedOn: Day,
  effectiveOn: Day,
  effect: Effect,
  changes: z.array(z.string()),
  document: SourceNamed,
  touched: z.array(Touched),
  version: z.int(),
  abilities: abilitiesTo('correctSuperior', 'giveAmendments', 'spare'),
});
export type SuperiorActShown = z.infer<typeof SuperiorActShown>;

export const SuperiorActRecord = SuperiorActShown.extend({
  asOf: Day,
  history: z.array(FactTold),
});
export type SuperiorActRecord = z.infer<typeof SuperiorActRecord>;

export const Acts = z.object({
  asOf: Day,
  local: z.array(LocalActShown),
  superior: z.array(SuperiorActShown),
  abilities: abilitiesTo('registerAct', 'registerSuperior'),
});
export type Acts = z.infer<typeof Acts>;

export const listActs = defineRoute({
  id: 'act.list',
  method: 'GET',
  path: '/api/acts',
  summary: 'Văn bản của địa phương với căn cứ, và văn bản cấp trên làm chúng phải sửa, tại một ngày',
  permission: 'directive.view',
  /** Only superior acts for which this directive was given. */
  query: AsOf.extend({ directive: Id.optional() }),
  reply: Acts,
});

export const getSuperiorAct = defineRoute({
  id: 'act.superior',
  method: 'GET',
  path: '/api/superior-acts/:id',
  summary: 'Một văn bản cấp trên và các văn bản phải sửa theo, tại một ngày',
  permission: 'directive.view',
  params: IdParams,
  query: AsOf,
  reply: SuperiorActRecord,
  versioned: true,
});

const number = z.string().trim().min(3, 'Ghi số, ký hiệu văn bản').max(300);
const title = z.string().trim().min(3, 'Ghi trích yếu').max(2000);

const LocalActSaid = z.object({
  number,
  title,
  issuedOn: Day,
  leadUnitId: Id,
  bases: z.array(number).max(50).default([]),
  endedOn: Day.nullable().default(null),
});
export type LocalActSaid = z.infer<typeof LocalActSaid>;

export const registerAct = defineRoute({
  id: 'act.register',
  method: 'POST',
  path: '/api/local-acts',
  summary: 'Ghi một văn bản của địa phương với các văn bản cấp trên làm căn cứ',
  permission: 'directive.give',
  body: LocalActSaid,
  reply: LocalActShown,
  status: 201,
  creates: true,
});

export const correctAct = defineRoute({
  id: 'act.correct',
  method: 'PUT',
  path: '/api/local-acts/:id',
  summary: 'Sửa thông tin một văn bản của địa phương, hoặc ghi ngày hết hiệu lực',
  permission: 'directive.give',
  params: IdParams,
  body: LocalActSaid,
  reply: LocalActShown,
  versioned: true,
});

const SuperiorActSaid = z.object({
  number,
  title,
  issuer: z.string().trim().min(2, 'Ghi cơ quan ban hành').max(300),
  issuedOn: Day,
  effectiveOn: Day,
  effect: Effect,
  changes: z.array(number).min(1, 'Ghi văn bản bị sửa đổi, thay thế hoặc bãi bỏ').max(50),
});
export type SuperiorActSaid = z.infer<typeof SuperiorActSaid>;

export const registerSuperior = defineRoute({
  id: 'act.registerSuperior',
  method: 'POST',
  path: '/api/superior-acts',
  summary: 'Ghi một văn bản cấp trên sửa đổi, thay thế hoặc bãi bỏ văn bản khác',
  permission: 'directive.give',
  body: SuperiorActSaid,
  reply: SuperiorActRecord,
  status: 201,
  creates: true,
});

export const correctSuperior = defineRoute({
  id: 'act.correctSuperior',
  method: 'PUT',
  path: '/api/superior-acts/:id',
  summary: 'Sửa thông tin một văn bản cấp trên đã ghi',
  permission: 'directive.give',
  params: IdParams,
  body: SuperiorActSaid,
  reply: SuperiorActRecord,
  versioned: true,
});

/** What is given for one act: who leads, with what product, by which day. */
const Amendment = z.object({
  actId: Id,
  leadUnitId: Id,
  product: z.string().trim().min(3, 'Ghi sản phẩm').max(500),
  due: Day,
});
export type Amendment = z.infer<typeof Amendment>;

export const giveAmendments = defineRoute({
  id: 'act.give',
  method: 'POST',
  path: '/api/superior-acts/:id/directives',
  summary: 'Giao mỗi văn bản phải sửa thành một nhiệm vụ, tất cả trong một lần',
  permission: 'directive.give',
  params: IdParams,
  body: z.object({ amendments: z.array(Amendment).min(1, 'Chọn ít nhất một văn bản').max(200) }),
  reply: SuperiorActRecord,
  creates: true,
});

export const spareAct = defineRoute({
  id: 'act.spare',
  method: 'POST',
  path: '/api/superior-acts/:id/spared',
  summary: 'Ghi một văn bản không phải sửa theo văn bản cấp trên, có lý do',
  permission: 'directive.give',
  params: IdParams,
  body: z.object({ actId: Id, reason: z.string().trim().min(3, 'Nêu lý do').max(1000) }),
  reply: SuperiorActRecord,
});
