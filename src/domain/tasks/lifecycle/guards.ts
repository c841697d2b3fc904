import { plainDay } from '../../calendar/plain-day.ts';
import { dayWords } from '../../calendar/words.ts';
import { dongWords } from '../change.ts';
import { changeRefusal } from '../changes.ts';
import { dayOf, fundingStopped, timesMissed } from '../clocks.ts';
import { sumOf } from '../cost-lines.ts';
import type { StepBody, StepKind } from '../facts.ts';
import { advanceRefusal, paymentsIn } from '../instalments.ts';
import { amountWords, basisWords, type Law, ruleFor } from '../law.ts';
import { deadlineOf, isInTime } from '../rules/deadline.ts';
import type { TaskStanding } from '../standing.ts';

/** What a step is done in: how the task stands, the day it is done (ISO), what is recorded, where that is known yet. */
export interface Doing {
  standing: TaskStanding;
  on: string;
  body: StepBody | null;
  law: Law;
}

/** Refuses a step beyond what its place in the life cycle does: why in Vietnamese, on which article; null where it may be done. */
export type Guard = (doing: Doing) => string | null;

const said = <Kind extends StepKind>(body: StepBody | null, kind: Kind) =>
  body?.kind === kind ? (body as Extract<StepBody, { kind: Kind }>) : null;
const dayOfIso = (iso: string) => dayWords(plainDay(iso));

/** The call must be open as long as the law says. */
export const callOpenLongEnough: Guard = ({ standing: { regime }, on, body, law }) => {
  const call = said(body, 'called');
  const topic = 'task.selection.call-period';
  const rule = call && call.mode !== 'direct' && ruleFor('term', { topic, regime, on }, law);
  if (!call || !rule) return null;
  const earliest = deadlineOf({ ...rule, comparison: '≥' }, plainDay(on), law.calendar).toString();
  return call.closesOn >= earliest
    ? null
    : `Thời gian nhận hồ sơ phải đủ ${amountWords(rule)}: đóng sớm nhất ngày ${dayOfIso(earliest)} (${basisWords(rule)}).`;
};

/** An extension of the call ends after what it extends. */
export const laterThanClosing: Guard = ({ standing: { terms }, on, body }) => {
  const { callClosesOn } = terms;
  if (callClosesOn !== null && on > callClosesOn)
    return `Đã hết hạn nhận hồ sơ ngày ${dayOfIso(callClosesOn)}; không gia hạn được nữa.`;
  const extension = said(body, 'callExtended');
  return extension && callClosesOn !== null && extension.closesOn <= callClosesOn
    ? `Hạn mới phải sau hạn cũ ${dayOfIso(callClosesOn)}.`
    : null;
};

/** Filing, replacing and withdrawing end when the call closes (TT 20/2023/TT-BKHCN Đ6). */
export const beforeClosing: Guard = ({ standing: { terms }, on }) =>
  terms.callClosesOn !== null && on > terms.callClosesOn
    ? `Đã hết hạn nhận hồ sơ ngày ${dayOfIso(terms.callClosesOn)}.`
    : null;

export const afterClosing: Guard = ({ standing: { terms }, on }) =>
  terms.callClosesOn !== null && on <= terms.callClosesOn
    ? `Chỉ mở hồ sơ sau khi hết hạn nhận, ngày ${dayOfIso(terms.callClosesOn)}.`
    : null;

export const dossierOnFile: Guard = ({ standing: { terms }, body }) => {
  const withdrawal = said(body, 'withdrawn');
  if (terms.dossiers.length === 0) return 'Không có hồ sơ nào đã nộp.';
  return withdrawal && !terms.dossiers.some(({ dossier }) => dossier === withdrawal.dossier)
    ? 'Hồ sơ này chưa nộp hoặc đã rút.'
    : null;
};

/** The council proposes one of the dossiers on file, or none. */
export const proposesOneOnFile: Guard = ({ standing: { terms }, body }) => {
  const scored = said(body, 'scored');
  if (scored?.dossier === undefined) return null;
  if (scored.outcome === 'none') return 'Không hồ sơ nào được đề nghị thì không ghi hồ sơ được đề nghị.';
  return terms.dossiers.some(({ dossier }) => dossier === scored.dossier)
    ? null
    : 'Hồ sơ được đề nghị chưa nộp hoặc đã rút. Chọn lại trong các hồ sơ đã nộp.';
};

export const validNeedsDossier: Guard = ({ standing: { terms }, body }) =>
  said(body, 'opened')?.outcome === 'valid' && terms.dossiers.length === 0
    ? 'Không có hồ sơ nào đã nộp, nên không thể có hồ sơ hợp lệ.'
    : null;

/** Independent experts who were asked have answered first (TT 20/2023/TT-BKHCN Đ18–20). */
export const expertsHaveAnswered: Guard = ({ standing: { marks } }) =>
  marks.has('expertsAsked') && !marks.has('expertsReported')
    ? 'Đã hỏi chuyên gia tư vấn độc lập: chờ báo cáo của họ (TT 20/2023/TT-BKHCN Đ18–20).'
    : null;

export const contractEndsAfterStart: Guard = ({ body }) => {
  const contract = said(body, 'contracted');
  return contract && contract.to <= contract.from ? 'Ngày kết thúc hợp đồng phải sau ngày bắt đầu.' : null;
};

/** A contract no longer than the law allows. */
export const termWithinLimit: Guard = ({ standing: { regime }, on, body, law }) => {
  const contract = said(body, 'contracted');
  const rule = contract && ruleFor('limit', { topic: 'task.contract.term', regime, on }, law);
  if (!contract || !rule) return null;
  const latest = plainDay(contract.from).add({ months: rule.value.amount }).toString();
  return contract.to <= latest
    ? null
    : `Hợp đồng không quá ${amountWords(rule)}, đến ngày ${dayOfIso(latest)} (${basisWords(rule)}).`;
};

/** An inspection goes only when all reports are in (TT 04/2015/TT-BKHCN Đ9). */
export const allReportsIn: Guard = ({ standing, on, law }) => {
  const missed = timesMissed('reported', on, standing, law);
  return missed === 0
    ? null
    : `Còn thiếu ${missed} báo cáo định kỳ; chỉ kiểm tra khi đã đủ báo cáo (TT 04/2015/TT-BKHCN Đ9).`;
};

/** Nothing is paid while the task is suspended, or too many reports are missing (TT 09/2014/TT-BKHCN Đ9). */
export const fundingGoesOn: Guard = ({ standing, on, law }) => {
  if (standing.marks.has('suspended')) return 'Nhiệm vụ đang tạm dừng: chưa cấp thêm kinh phí.';
  const rule = fundingStopped(standing, on, law);
  return rule && `Thiếu từ ${amountWords(rule)} báo cáo định kỳ: dừng cấp kinh phí (${basisWords(rule)}).`;
};

/** All that is paid stays within the state money of the contract (NĐ 347/2025/NĐ-CP Đ6). */
export const withinStateMoney: Guard = ({ standing: { terms, history }, body }) => {
  const amount = (said(body, 'disbursed') ?? said(body, 'paid'))?.amount;
  const { stateMoney } = terms;
  if (amount === undefined || stateMoney === null) return null;
  const left = stateMoney - sumOf(paymentsIn(history), (one) => one.amount);
  return amount <= left
    ? null
    : `Chỉ còn ${dongWords(Math.max(0, left))} chưa cấp trong ${dongWords(stateMoney)} ngân sách nhà nước của hợp đồng.`;
};

/** The first advance keeps to its share (TTLT 27/2015/TTLT-BKHCN-BTC Đ13(1)b). */
export const firstAdvanceWithinShare: Guard = ({ standing: { terms, history, regime }, on, body, law }) => {
  const paid = said(body, 'disbursed');
  const { stateMoney } = terms;
  if (!paid?.advance || stateMoney === null || paymentsIn(history).some(({ advance }) => advance))
    return null;
  return advanceRefusal(paid.amount, { stateMoney, regime, on, law });
};

export const changeMayBeAsked: Guard = ({ standing, on, body, law }) => {
  const asked = said(body, 'changeAsked');
  return asked && changeRefusal(asked.change, { standing, on, law, way: 'ask' });
};

export const hostMayDecide: Guard = ({ standing, on, body, law }) => {
  const notified = said(body, 'changeNotified');
  return notified && changeRefusal(notified.change, { standing, on, law, way: 'host' });
};

export const changeWaits: Guard = ({ standing: { changes }, body }) =>
  body !== null &&
  'changeId' in body &&
  !changes.some(({ changeId, state }) => changeId === body.changeId && state === 'asked')
    ? 'Không có đề nghị điều chỉnh này đang chờ.'
    : null;

/** The authority may object within so many days of being told (TT 04/2015/TT-BKHCN Đ20(2)b). */
export const objectionInTime: Guard = ({ standing: { changes, regime }, on, body, law }) => {
  const told = changes.filter(({ state }) => state === 'notified');
  const objected = said(body, 'changeObjected');
  const of = objected ? told.filter(({ changeId }) => changeId === objected.changeId) : told;
  if (of.length === 0) return 'Không có điều chỉnh nào của tổ chức chủ trì đang trong hạn cho ý kiến.';
  const rule = ruleFor('term', { topic: 'task.changes.objection', regime, on }, law);
  const late = (told: string) =>
    rule && !isInTime(rule, { eventDay: plainDay(told), doneDay: plainDay(on) }, law.calendar);
  return rule && of.every((one) => late(one.on))
    ? `Đã quá ${amountWords(rule)} để không đồng ý (${basisWords(rule)}).`
    : null;
};

/** A dossier filed more than so long after the end of the contract is rated «Không đạt» (TT 11/2014/TT-BKHCN Đ13(1)c). */
export const tooLateFails: Guard = ({ standing, body, law }) => {
  const accepted = said(body, 'accepted');
  const filed = standing.marks.get('acceptanceFiled');
  const end = dayOf('contractEnd', standing);
  if (!accepted || accepted.rating === 'not-achieved' || filed === undefined || end === null) return null;
  const asked = { topic: 'task.acceptance.filing-late-fails', regime: standing.regime, on: end };
  const rule = ruleFor('term', asked, law);
  return rule && !isInTime(rule, { eventDay: plainDay(end), doneDay: plainDay(filed) }, law.calendar)
    ? `Hồ sơ nghiệm thu nộp ngày ${dayOfIso(filed)}, quá ${amountWords(rule)} sau khi hết hợp đồng: chỉ được xếp loại Không đạt (${basisWords(rule)}).`
    : null;
};
