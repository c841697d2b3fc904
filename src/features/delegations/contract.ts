import { z } from 'zod';
import { DelegationForm } from '../../domain/directives/facts.ts';
import { abilitiesTo } from '../../domain/permissions/ability.ts';
import { Day, Id, IdParams } from '../page.ts';
import { defineRoute } from '../route.ts';

export const Delegation = z.object({
  id: Id,
  form: DelegationForm,
  from: z.object({ personId: Id, name: z.string(), title: z.string().nullable() }),
  to: z.object({ personId: Id, name: z.string() }),
  /** The unit it is limited to; null where it lends all posts. */
  unitName: z.string().nullable(),
  fromDay: Day,
  /** The last day on which it holds. */
  lastDay: Day,
  /** What it rests on. */
  document: z.string(),
  /** First day it no longer held, where it was ended early. */
  endedOn: Day.nullable(),
  /** Whether it holds today. */
  holds: z.boolean(),
  abilities: abilitiesTo('end'),
});
export type Delegation = z.infer<typeof Delegation>;

export const listDelegations = defineRoute({
  id: 'delegation.list',
  method: 'GET',
  path: '/api/delegations',
  summary: 'Uỷ quyền, ký thay, thừa lệnh: ai làm thay ai, từ ngày nào đến ngày nào',
  permission: 'organisation.view',
  reply: z.array(Delegation),
});

export const delegate = defineRoute({
  id: 'delegation.create',
  method: 'POST',
  path: '/api/delegations',
  summary: 'Giao người khác làm thay từ một ngày đến hết một ngày',
  permission: 'delegation.manage',
  body: z.object({
    form: DelegationForm,
    fromPersonId: Id,
    toPersonId: Id,
    unitId: Id.nullable().default(null),
    fromDay: Day,
    lastDay: Day,
    document: z.string().trim().min(3, 'Nêu văn bản hoặc căn cứ').max(300),
  }),
  reply: Delegation,
  status: 201,
  creates: true,
});

export const endDelegation = defineRoute({
  id: 'delegation.end',
  method: 'POST',
  path: '/api/delegations/:id/end',
  summary: 'Thôi uỷ quyền sớm: ngày đầu tiên không còn làm thay',
  permission: 'delegation.manage',
  params: IdParams,
  body: z.object({ endedOn: Day }),
  reply: Delegation,
});
