import { sayDay } from '../../domain/deadlines/words.ts';
import type { Answer, DraftFact, Handling } from '../../domain/drafts/facts.ts';
import { opinionsOf } from '../../domain/drafts/opinions.ts';
import { type Actor, type Context, Refused } from '../context.ts';
import { partiesOf } from '../directives/parties.ts';
import { standingUnits } from '../planning/lead.ts';
import { sourceNamed } from '../planning/source.ts';
import { speakingFor } from '../planning/spoken.ts';
import { settingsOf } from '../settings/settings.ts';
import { opinionPolicy } from './policy.ts';
import { speaksForAsked } from './queries.ts';
import { change, refuseDay, wrong } from './record.ts';

/** Asks units and outside bodies for their opinion; without a day each clock runs as the agency has it. @throws Refused 400, 403, 404, 409 */
export function askOpinions(
  ctx: Context,
  actor: Actor,
  id: string,
  said: { unitIds: string[]; outside: string[]; on: string; due: string | null; document: string | null },
) {
  const { on, outside } = said;
  return change(ctx, actor, { id, act: 'ask', action: 'draft.asked' }, async (held) => {
    const { tx, shown } = held;
    refuseDay(held, on);
    const units = await partiesOf(tx, ctx, actor.agencyId, [...new Set(said.unitIds)], shown.today);
    const asked = [...units, ...[...new Set(outside)].map((name) => ({ name }))];
    if (asked.length === 0) throw wrong('outside', 'Chọn đơn vị, hoặc ghi tên cơ quan, tổ chức cần hỏi.');
    const settings = await settingsOf(tx, actor.agencyId, on);
    const usual = () =>
      shown.calendar
        .addWorkingDays(Temporal.PlainDate.from(on), settings['drafts.opinionWorkingDays'])
        .toString();
    const due = said.due ?? usual();
    if (due < on) throw wrong('due', `Hạn trả lời trước ngày gửi ${sayDay(on)}. Kiểm tra lại hai ngày.`);
    const document = said.document === null ? null : await sourceNamed(tx, actor.agencyId, said.document);
    return asked.map((whom) => ({ on, body: { kind: 'asked' as const, whom, due, document } }));
  });
}

/** Records what somebody who was asked answered; each remark stands alone, to be dealt with. @throws Refused 400, 403, 404, 409 */
export function answerOpinion(
  ctx: Context,
  actor: Actor,
  id: string,
  said: { askId: string; on: string; answer: Answer; remarks: string[]; document: string | null },
) {
  const { askId, on, answer, remarks } = said;
  return change(ctx, actor, { id, action: 'draft.answered', detail: { answer } }, async (held) => {
    const { tx, shown, known } = held;
    const asked = opinionsOf(known.facts, shown.today, held.lastDay).find((one) => one.id === askId);
    if (!asked) throw Refused.notFound();
    const ownAnswer = speaksForAsked(asked, shown);
    opinionPolicy.insist('answer', actor, { ...held, ownAnswer });
    refuseDay(held, on);
    if (on < asked.sentOn)
      throw wrong('on', `Gửi lấy ý kiến ngày ${sayDay(asked.sentOn)}; trả lời không thể trước ngày ấy.`);
    if (answer !== 'agree' && remarks.length === 0)
      throw wrong('remarks', 'Ghi nội dung góp ý, mỗi ý một dòng.');
    const document = said.document === null ? null : await sourceNamed(tx, actor.agencyId, said.document);
    const units = standingUnits(shown.followed, asked.whom, shown.today);
    return [
      {
        on,
        body: { kind: 'answered', ask: askId, answer, remarks, document },
        inNameOf: ownAnswer ? speakingFor(shown.spoken, units) : undefined,
      },
    ];
  });
}

const answersOf = (facts: readonly DraftFact[], answerId: string) =>
  facts.flatMap(({ id, body }) => (id === answerId && body.kind === 'answered' ? [body] : []))[0];

/** Records that a remark was taken up or why not. @throws Refused 400, 403, 404, 409 */
export function handleRemark(
  ctx: Context,
  actor: Actor,
  id: string,
  { answerId, remark, how, words }: { answerId: string; remark: number; how: Handling; words: string },
) {
  return change(ctx, actor, { id, act: 'handle', action: 'draft.handled' }, async ({ known, shown }) => {
    const answer = answersOf(known.facts, answerId);
    if (answer?.remarks[remark] === undefined) throw Refused.notFound();
    if (how !== 'taken' && words === '') throw wrong('words', 'Ghi nội dung giải trình.');
    const said = words || 'đã chỉnh lý dự thảo theo góp ý';
    return [{ on: shown.today, body: { kind: 'handled', answer: answerId, remark, how, words: said } }];
  });
}
