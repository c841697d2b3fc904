import type { DraftFact } from '../../domain/drafts/facts.ts';
import type { DraftStanding } from '../../domain/drafts/standing.ts';
import { notNow, notTheirs, type Refusal } from '../../domain/permissions/ability.ts';
import { makePolicy, type Viewer } from '../policy.ts';
import * as contract from './contract.ts';

/** A draft, and whether the viewer speaks for the unit that leads it. */
export interface DraftFacts {
  standing: DraftStanding;
  leads: boolean;
}

const over = ({ standing: { reached, stoppedOn } }: DraftFacts): Refusal | null => {
  if (reached.issued) return notNow('Văn bản này đã ban hành, kế hoạch không ghi thêm được.');
  return stoppedOn === null ? null : notNow('Dự thảo này đã dừng, không ghi thêm được.');
};

const ofLead = ({ permissions }: Viewer, facts: DraftFacts): Refusal | null =>
  over(facts) ??
  (facts.leads || permissions.has('directive.give')
    ? null
    : notTheirs('Chỉ đơn vị chủ trì và văn phòng ghi được. Nhờ đơn vị ấy ghi.'));

const ended = (_: Viewer, facts: DraftFacts) => over(facts);

export const planningPolicy = makePolicy<'plan', null>({ plan: { route: contract.planDraft } });

export const draftPolicy = makePolicy<
  'change' | 'move' | 'enter' | 'sendBack' | 'report' | 'ask' | 'handle' | 'stop',
  DraftFacts
>({
  change: { route: contract.changeDraft, refusal: ended },
  move: { route: contract.moveDraft, refusal: ended },
  enter: { route: contract.enterStage, refusal: ofLead },
  sendBack: {
    route: contract.sendBackDraft,
    refusal: (viewer, facts) =>
      ofLead(viewer, facts) ??
      (facts.standing.stage === null || facts.standing.stage === 'proposed'
        ? notNow('Dự thảo đang ở bước đầu, không có bước nào để trở lại.')
        : null),
  },
  report: { route: contract.reportDraft, refusal: ofLead },
  ask: { route: contract.askOpinions, refusal: ofLead },
  handle: { route: contract.handleRemark, refusal: ofLead },
  stop: { route: contract.stopDraft, refusal: ended },
});

/** The answer of a unit or body that was asked; the unit asked may record its own. */
export const opinionPolicy = makePolicy<'answer', DraftFacts & { ownAnswer: boolean }>({
  answer: {
    route: contract.answerOpinion,
    refusal: (viewer, facts) => (facts.ownAnswer ? over(facts) : ofLead(viewer, facts)),
  },
});

/** Taking back what one recorded oneself; a draft that should not be in the plan is stopped. */
export const draftFactPolicy = makePolicy<'retract', { fact: DraftFact; retracted: boolean }>({
  retract: {
    route: contract.retractDraftFact,
    refusal({ personId }, { fact, retracted }) {
      if (retracted || fact.body.kind === 'retracted') return notNow('Điều này đã được rút lại.');
      if (fact.body.kind === 'planned')
        return notNow('Việc đưa vào kế hoạch không rút lại được. Sửa hoặc dừng dự thảo.');
      return fact.byId !== null && fact.byId === personId
        ? null
        : notTheirs('Chỉ người đã ghi mới rút lại được.');
    },
  },
});
