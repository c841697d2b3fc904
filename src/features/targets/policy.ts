import { notNow, notTheirs, type Refusal } from '../../domain/permissions/ability.ts';
import type { TargetFact } from '../../domain/targets/facts.ts';
import type { TargetStanding } from '../../domain/targets/standing.ts';
import { makePolicy, type Viewer } from '../policy.ts';
import {
  amendTarget,
  assignTarget,
  attachToTarget,
  planTarget,
  reportTarget,
  retractTargetFact,
  withdrawTarget,
} from './contract.ts';

/** A target, and whether the viewer speaks for the unit that leads it. */
export interface TargetFacts {
  standing: TargetStanding;
  leads: boolean;
}

const ended = ({ standing }: TargetFacts): Refusal | null =>
  standing.withdrawnOn === null ? null : notNow('Chỉ tiêu này đã thôi giao, không ghi thêm được.');

const ofLead = (facts: TargetFacts): Refusal | null =>
  ended(facts) ??
  (facts.leads ? null : notTheirs('Chỉ người có chức vụ ở đơn vị chủ trì ghi được. Nhờ đơn vị ấy ghi.'));

const readOff = ({ standing: { now } }: TargetFacts): Refusal | null =>
  now.figure
    ? notNow('Kết quả đọc từ số liệu của sổ, không báo cáo riêng. Sửa ở nhiệm vụ đứng sau số ấy.')
    : null;

export const assigningPolicy = makePolicy<'assign', null>({ assign: { route: assignTarget } });

export const targetPolicy = makePolicy<'plan' | 'report' | 'prove' | 'amend' | 'withdraw', TargetFacts>({
  plan: {
    route: planTarget,
    refusal: ({ permissions }: Viewer, facts) =>
      permissions.has('directive.give') ? ended(facts) : ofLead(facts),
  },
  report: { route: reportTarget, refusal: (_, facts) => ofLead(facts) ?? readOff(facts) },
  prove: { route: attachToTarget, refusal: (_, facts) => ofLead(facts) },
  amend: { route: amendTarget, refusal: (_, facts) => ended(facts) },
  withdraw: { route: withdrawTarget, refusal: (_, facts) => ended(facts) },
});

/** Taking back what one recorded oneself; the assignment itself is amended or withdrawn by a document. */
export const targetFactPolicy = makePolicy<'retract', { fact: TargetFact; retracted: boolean }>({
  retract: {
    route: retractTargetFact,
    refusal({ personId }, { fact, retracted }) {
      if (retracted || fact.body.kind === 'retracted') return notNow('Điều này đã được rút lại.');
      if (fact.body.kind === 'assigned')
        return notNow('Quyết định giao không rút lại được. Điều chỉnh hoặc thôi giao chỉ tiêu.');
      return fact.byId !== null && fact.byId === personId
        ? null
        : notTheirs('Chỉ người đã ghi mới rút lại được.');
    },
  },
});
