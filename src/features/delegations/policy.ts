import { notNow, notTheirs, type Refusal } from '../../domain/permissions/ability.ts';
import { makePolicy, type Viewer } from '../policy.ts';
import { delegate, endDelegation } from './contract.ts';

/** By own right: what is lent is not lent on. */
const hasOwn = ({ permissions, lent }: Viewer, permission: 'organisation.manage' | 'directive.give') =>
  permissions.has(permission) && !lent?.has(permission);

/** Who records delegations of others: whoever manages the organisation, and leadership and office. */
const forOthers = (viewer: Viewer): Refusal | null =>
  hasOwn(viewer, 'organisation.manage') || hasOwn(viewer, 'directive.give')
    ? null
    : notTheirs('Chỉ uỷ quyền việc của chính mình; việc của người khác do văn phòng ghi.');

const ofTheirs = (viewer: Viewer, fromPersonId: string | null): Refusal | null =>
  fromPersonId !== null && fromPersonId === viewer.personId ? null : forOthers(viewer);

/** Lending one's own posts, or (null) those of anybody. */
export const delegatingPolicy = makePolicy<'delegate', { fromPersonId: string | null }>({
  delegate: { route: delegate, refusal: (viewer, { fromPersonId }) => ofTheirs(viewer, fromPersonId) },
});

/** A delegation that was given. */
export const delegationPolicy = makePolicy<
  'end',
  { fromPersonId: string; endedOn: string | null; lastDay: string; today: string }
>({
  end: {
    route: endDelegation,
    refusal: (viewer, { fromPersonId, endedOn, lastDay, today }) =>
      ofTheirs(viewer, fromPersonId) ??
      (endedOn !== null || lastDay < today ? notNow('Uỷ quyền này đã hết hạn hoặc đã thôi từ trước.') : null),
  },
});
