import { z } from 'zod';
import { OrganisationProfile, PartnerBody, PersonProfile } from '../../domain/partners/facts.ts';
import { abilitiesTo } from '../../domain/permissions/ability.ts';
import { Day, Id, IdParams, PageQuery, pageOf } from '../page.ts';
import { defineRoute } from '../route.ts';
import { Regime, TaskRow } from '../tasks/contract.ts';

export const PartnerKind = z.enum(['organisation', 'person']);

/** An organisation or a person that hosts, leads or works on tasks. */
export const PartnerRow = z.object({
  id: Id,
  version: z.int(),
  kind: PartnerKind,
  name: z.string(),
  identifier: z.string().nullable(),
  organisation: z.object({ id: Id, name: z.string() }).nullable(),
  /** Tasks it hosts, leads or takes part in: all, and those under contract now. */
  tasks: z.int(),
  running: z.int(),
});
export type PartnerRow = z.infer<typeof PartnerRow>;

export const PartnerPage = pageOf(PartnerRow).extend({ abilities: abilitiesTo('add') });
export type PartnerPage = z.infer<typeof PartnerPage>;

/** What keeps somebody from a new task: why and on which article, until when, by which rule, and the tasks it rests on. */
export const GateShown = z.object({
  cause: z.string(),
  words: z.string(),
  until: Day.nullable(),
  /** Null for a ban the authority decided. */
  ruleId: z.string().nullable(),
  /** False where a default stands in the place of a law that could not be read. */
  sure: z.boolean(),
  tasks: z.array(z.object({ id: Id, title: z.string(), words: z.string() })),
});
export type GateShown = z.infer<typeof GateShown>;

/** The gates of a new task under one law; none where it may be taken. */
export const GatesUnder = z.object({ regime: Regime, law: z.string(), gates: z.array(GateShown) });
export type GatesUnder = z.infer<typeof GatesUnder>;

/** One organisation or person with all past files. */
export const Partner = PartnerRow.extend({
  profile: z.union([OrganisationProfile, PersonProfile]),
  /** As of the day asked for. */
  asOf: Day,
  files: z.array(TaskRow),
  /** What keeps them from hosting or leading a new task whose call closes that day, under each law in force. */
  eligibility: z.array(GatesUnder),
  history: z.array(
    z.object({ id: Id, happenedOn: Day, recordedAt: z.string(), by: z.string(), name: z.string() }),
  ),
  abilities: abilitiesTo('describe'),
});
export type Partner = z.infer<typeof Partner>;

export const listPartners = defineRoute({
  id: 'partner.list',
  method: 'GET',
  path: '/api/partners',
  summary: 'Tổ chức, cá nhân chủ trì, tham gia nhiệm vụ KH&CN',
  permission: 'task.view',
  query: PageQuery.extend({
    q: z.string().trim().max(300).optional(),
    kind: PartnerKind.optional(),
    /** People of this organisation: who work there or lead a task of its own. */
    organisation: Id.optional(),
  }),
  reply: PartnerPage,
});

export const getPartner = defineRoute({
  id: 'partner.get',
  method: 'GET',
  path: '/api/partners/:id',
  summary: 'Một tổ chức hoặc cá nhân với các nhiệm vụ đã làm',
  permission: 'task.view',
  params: IdParams,
  query: z.object({ asOf: Day.optional() }),
  reply: Partner,
  versioned: true,
});

export const Eligibility = z.object({
  on: Day,
  regime: Regime,
  host: z.object({ id: Id, name: z.string(), gates: z.array(GateShown) }).nullable(),
  investigator: z.object({ id: Id, name: z.string(), gates: z.array(GateShown) }).nullable(),
});
export type Eligibility = z.infer<typeof Eligibility>;

export const checkEligibility = defineRoute({
  id: 'partner.eligibility',
  method: 'GET',
  path: '/api/eligibility',
  summary: 'Điều kiện chủ trì, chủ nhiệm nhiệm vụ mới vào ngày hết hạn nhận hồ sơ',
  permission: 'task.view',
  query: z.object({
    host: Id.optional(),
    investigator: Id.optional(),
    /** The closing of the call; today unless told. */
    on: Day.optional(),
    regime: Regime.optional(),
    /** The task it is asked for, which does not count among those under way. */
    task: Id.optional(),
  }),
  reply: Eligibility,
});

export const addPartner = defineRoute({
  id: 'partner.add',
  method: 'POST',
  path: '/api/partners',
  summary: 'Thêm một tổ chức hoặc cá nhân vào danh sách',
  permission: 'task.record',
  body: z.object({ said: PartnerBody, on: Day }),
  reply: Partner,
  status: 201,
  creates: true,
});

export const describePartner = defineRoute({
  id: 'partner.describe',
  method: 'PUT',
  path: '/api/partners/:id',
  summary: 'Sửa thông tin một tổ chức hoặc cá nhân',
  permission: 'task.record',
  params: IdParams,
  body: z.object({ said: PartnerBody, on: Day }),
  reply: Partner,
  versioned: true,
});
