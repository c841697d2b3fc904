import type { CallOffForm } from '../../domain/conferences/facts.ts';
import { notNow, notTheirs, type Refusal } from '../../domain/permissions/ability.ts';
import { noTitle } from '../papers/signature.ts';
import { makePolicy, type Viewer } from '../policy.ts';
import * as contract from './contract.ts';

export const openingPolicy = makePolicy<'open', null>({ open: { route: contract.openConference } });

export interface ConferenceFacts {
  issued: boolean;
  /** How it is called off as it stands; null where it is to be held. */
  calledOff: CallOffForm | null;
  /** Its day has come, and conclusions were written. */
  concluded: boolean;
  day: string;
  today: string;
  /** Whether the viewer speaks for the unit. */
  speaks: boolean;
  /** Whether posts and delegations of the day let the viewer sign. */
  signs: boolean;
  /** Only a title is missing for that. */
  untitled: boolean;
}

export const haveConclusions =
  'Hội nghị đã có kết luận nên không hoãn, huỷ được. Bỏ các dòng kết luận nếu ghi nhầm, hoặc ban hành thông báo.';

const frozen = ({ issued }: Pick<ConferenceFacts, 'issued'>): Refusal | null =>
  issued ? notNow('Thông báo đã ban hành, không sửa được. Ghi đính chính nếu có chỗ sai.') : null;

const off = ({ calledOff }: Pick<ConferenceFacts, 'calledOff'>): Refusal | null =>
  calledOff === 'cancelled'
    ? notNow('Hội nghị đã huỷ. Dời sang ngày khác nếu vẫn họp.')
    : calledOff === 'postponed'
      ? notNow('Hội nghị đang hoãn. Dời sang ngày họp mới trước đã.')
      : null;

const notBefore = ({ day, today }: ConferenceFacts, words: string): Refusal | null =>
  today < day ? notNow(`Chưa đến ngày hội nghị. ${words}`) : null;

const prepares = ({ permissions }: Viewer) => permissions.has('conference.prepare');

/** A conference as a whole. */
export const conferencePolicy = makePolicy<
  'prepare' | 'attend' | 'propose' | 'write' | 'issue' | 'amend' | 'callOff',
  ConferenceFacts
>({
  prepare: { route: contract.prepareConference, refusal: (_, facts) => frozen(facts) },
  attend: {
    route: contract.recordAttendance,
    refusal: (_, facts) => frozen(facts) ?? off(facts) ?? notBefore(facts, 'Điểm danh từ ngày ấy.'),
  },
  propose: {
    route: contract.propose,
    refusal: (viewer, facts) =>
      frozen(facts) ??
      (facts.speaks || prepares(viewer)
        ? null
        : notTheirs('Chỉ người có chức vụ ở đơn vị ghi được kiến nghị của đơn vị ấy.')),
  },
  write: { route: contract.writeLine, refusal: (_, facts) => frozen(facts) ?? off(facts) },
  issue: {
    route: contract.issueNotice,
    refusal: (_, facts) =>
      frozen(facts) ??
      off(facts) ??
      (facts.signs
        ? notBefore(facts, 'Ban hành từ ngày ấy.')
        : notTheirs(
            facts.untitled
              ? noTitle
              : 'Chỉ Giám đốc, cấp phó, hoặc người được ký thay, thừa lệnh, thừa uỷ quyền trong ngày ban hành được. Trình người ký.',
          )),
  },
  callOff: {
    route: contract.callOffConference,
    refusal: (_, facts) => frozen(facts) ?? (facts.concluded ? notNow(haveConclusions) : null),
  },
  amend: {
    route: contract.amendNotice,
    refusal: (_, { issued }) =>
      issued ? null : notNow('Thông báo chưa ban hành. Sửa thẳng vào dòng kết luận.'),
  },
});

interface ProposalFacts {
  remark: boolean;
  answered: boolean;
  owed: boolean;
  /** Whether the viewer speaks for the unit that owes the answer. */
  speaks: boolean;
}

const settled = ({ remark, answered }: ProposalFacts): Refusal | null => {
  if (remark) return notNow('Đây là ý kiến để ghi nhận, không phải trả lời.');
  return answered ? notNow('Đã có câu trả lời. Tải lại để xem.') : null;
};

/** What a unit asked for at a conference. */
export const proposalPolicy = makePolicy<'owe' | 'answer', ProposalFacts>({
  owe: { route: contract.oweAnswer, refusal: (_, facts) => settled(facts) },
  answer: {
    route: contract.answerProposal,
    refusal(viewer, facts) {
      const over = settled(facts);
      if (over) return over;
      if (!facts.owed) return notNow('Chưa giao đơn vị nào trả lời. Văn phòng giao trước đã.');
      return facts.speaks || prepares(viewer)
        ? null
        : notTheirs('Chỉ người có chức vụ ở đơn vị được giao trả lời được.');
    },
  },
});
