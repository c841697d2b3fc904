import { sayDay } from '../../domain/deadlines/words.ts';
import type { Cause } from '../../domain/directives/facts.ts';
import { type DraftFactBody, type DraftPlan, type PlannedDays, Stage } from '../../domain/drafts/facts.ts';
import { type CourseFault, courseFault, entersLate } from '../../domain/drafts/standing.ts';
import { stageWords } from '../../domain/drafts/words.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, command, Refused } from '../context.ts';
import { givesInNameOf } from '../directives/doer.ts';
import { partiesOf } from '../directives/parties.ts';
import { tellChanged } from '../directives/tell.ts';
import { beginRecord } from '../planning/facts.ts';
import { sourceNamed } from '../planning/source.ts';
import type { Draft, Plan } from './contract.ts';
import { draftFactPolicy } from './policy.ts';
import { getDraft } from './queries.ts';
import { change, type Held, refuseDay, wrong } from './record.ts';

const named = (tx: Tx, actor: Actor, document: string | null) =>
  document === null ? null : sourceNamed(tx, actor.agencyId, document);

/** Days that follow each other as the stages do. @throws Refused 400 */
function refuseDays(days: PlannedDays, year: number): void {
  let before: Stage | null = null;
  for (const stage of Stage.options) {
    const day = days[stage];
    if (day === undefined) continue;
    const last = before && days[before];
    if (before && last && day < last)
      throw wrong(
        `days.${stage}`,
        `${stageWords[stage]} không thể trước ${stageWords[before].toLowerCase()} (${sayDay(last)}). Sửa một trong hai ngày.`,
      );
    before = stage;
  }
  if (days.issued < `${year}-01-01`)
    throw wrong('days.issued', `Kế hoạch năm ${year}: ngày ban hành không thể trước năm ấy.`);
}

async function planOf(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  { leadUnitId, document, drafter, bases, ...said }: Plan,
): Promise<DraftPlan> {
  const [lead] = await partiesOf(tx, ctx, actor.agencyId, [leadUnitId], ctx.today().toString());
  if (!lead) throw wrong('leadUnitId', 'Chọn đơn vị chủ trì.');
  const { title, kind, submittedTo, shortened } = said;
  return {
    ...{ title, kind, submittedTo, shortened, lead },
    drafter: drafter || null,
    bases: [...new Set(bases)],
    document: await named(tx, actor, document),
  };
}

/** Puts a draft into the plan of a year. @throws Refused 400 */
export async function planDraft(
  ctx: Context,
  actor: Actor,
  { year, on, days, ...plan }: Plan & { year: number; on: string; days: PlannedDays },
): Promise<Draft> {
  const today = ctx.today().toString();
  const about = { action: 'draft.planned', recordKind: 'draft', detail: { year, title: plan.title } };
  const { id } = await command(ctx, actor, about, async (tx) => {
    if (on > today) throw wrong('on', `Ngày ${sayDay(on)} chưa đến. Kiểm tra lại ngày.`);
    refuseDays(days, year);
    const body: DraftFactBody = { kind: 'planned', plan: await planOf(tx, ctx, actor, plan), days };
    const inNameOf = await givesInNameOf(tx, actor, today);
    return { id: await beginRecord(tx, ctx, actor, 'draft', { on, inNameOf, body, year }) };
  });
  tellChanged(ctx, actor.agencyId);
  return getDraft(ctx, actor, id);
}

/** Puts what the plan says of a draft right. @throws Refused 400, 404, 409, 412 */
export function changeDraft(ctx: Context, actor: Actor, id: string, expectedVersion: number, plan: Plan) {
  return change(ctx, actor, { id, act: 'change', action: 'draft.changed' }, async ({ tx, known, shown }) => {
    if (known.facts.length !== expectedVersion) throw Refused.stale();
    return [{ on: shown.today, body: { kind: 'changed', plan: await planOf(tx, ctx, actor, plan) } }];
  });
}

/** A paper and a reason behind an act, and its day. */
interface Why {
  reason: string;
  document: string | null;
  on: string;
}

/** Moves the planned days. @throws Refused 400, 404, 409 */
export function moveDraft(
  ctx: Context,
  actor: Actor,
  id: string,
  { days, reason, document, on }: Why & { days: PlannedDays },
) {
  const detail = { reason };
  return change(ctx, actor, { id, act: 'move', action: 'draft.moved', detail }, async (held) => {
    refuseDay(held, on);
    refuseDays(days, held.known.year);
    if (Stage.options.every((stage) => days[stage] === held.standing.days[stage]))
      throw wrong('days.issued', 'Chưa ngày nào khác kế hoạch hiện nay. Sửa ngày cần dời.');
    const source = await named(held.tx, actor, document);
    return [{ on, body: { kind: 'moved', days, reason, document: source } }];
  });
}

const faultWords: Record<CourseFault['kind'], (stage: string, at: string) => string> = {
  'not-forward': (stage, at) =>
    `Đến ngày ấy dự thảo đã ở bước ${at}; không ghi bước ${stage} được nữa. Kiểm tra ngày, hoặc ghi «Đưa trở lại».`,
  'passed-over': (stage, at) =>
    `Chưa ghi bước ${at}, bước này không được bỏ qua trước khi ${stage}. Ghi bước ${at} với ngày của nó trước.`,
  'not-back': (stage, at) =>
    `Dự thảo đang ở bước ${at}; chỉ đưa trở lại bước trước, không phải bước ${stage}.`,
  over: () => 'Văn bản đã ban hành trước ngày ấy. Kiểm tra lại ngày.',
};

/** What the course would be with one more fact must be one the law has. @throws Refused 400 */
function refuseCourse({ known }: Held, fact: { on: string; body: DraftFactBody }, path: string): void {
  const made = { id: '', happenedOn: fact.on, recordedAt: '9999', by: '', byId: null, inNameOf: null };
  const fault = courseFault([...known.facts, { ...made, body: fact.body }]);
  if (!fault) return;
  const say = (stage: Stage | null) => (stage === null ? 'đầu' : `«${stageWords[stage].toLowerCase()}»`);
  throw wrong(path, faultWords[fault.kind](say(fault.stage), say(fault.at)));
}

/** Records that a draft reached a stage; later than planned it names its cause. @throws Refused 400, 403, 404, 409 */
export function enterStage(
  ctx: Context,
  actor: Actor,
  id: string,
  said: { stage: Stage; on: string; document: string | null; holder: string | null; cause: Cause | null },
) {
  const { stage, on, holder, cause } = said;
  return change(
    ctx,
    actor,
    { id, act: 'enter', action: 'draft.entered', detail: { stage } },
    async (held) => {
      refuseDay(held, on);
      if (stage === 'issued' && said.document === null)
        throw wrong('document', 'Ghi số, ký hiệu của văn bản đã ban hành.');
      const document = await named(held.tx, actor, said.document);
      const fact = { on, body: { kind: 'entered' as const, stage, document, holder: holder || null, cause } };
      refuseCourse(held, fact, 'stage');
      if (cause === null && entersLate(held.standing, { stage, on }, held.lastDay))
        throw wrong('cause', 'Bước này muộn so với kế hoạch. Chọn nguyên nhân.');
      return [fact];
    },
  );
}

/** Records that a draft was sent back to an earlier stage. @throws Refused 400, 403, 404, 409 */
export function sendBackDraft(
  ctx: Context,
  actor: Actor,
  id: string,
  { stage, on, document, reason }: Why & { stage: Stage },
) {
  const about = { id, act: 'sendBack' as const, action: 'draft.sentBack', detail: { stage, reason } };
  return change(ctx, actor, about, async (held) => {
    refuseDay(held, on);
    const source = await named(held.tx, actor, document);
    const fact = { on, body: { kind: 'sentBack' as const, stage, document: source, reason } };
    refuseCourse(held, fact, 'stage');
    return [fact];
  });
}

/** Records how it goes and what is in the way. @throws Refused 400, 403, 404, 409 */
export function reportDraft(
  ctx: Context,
  actor: Actor,
  id: string,
  { words, cause, on }: { words: string; cause: Cause | null; on: string },
) {
  return change(ctx, actor, { id, act: 'report', action: 'draft.reported' }, async (held) => {
    refuseDay(held, on);
    if (words === '' && cause === null)
      throw wrong('words', 'Ghi đã làm được gì, hoặc chọn nguyên nhân đang vướng.');
    return [{ on, body: { kind: 'reported', words, cause } }];
  });
}

/** Ends a draft that will not be issued. @throws Refused 400, 404, 409 */
export function stopDraft(ctx: Context, actor: Actor, id: string, { reason, document, on }: Why) {
  const about = { id, act: 'stop' as const, action: 'draft.stopped', detail: { reason } };
  return change(ctx, actor, about, async (held) => {
    refuseDay(held, on);
    const source = await named(held.tx, actor, document);
    return [{ on, body: { kind: 'stopped', reason, document: source } }];
  });
}

/** Takes back what the actor recorded by mistake. @throws Refused 400, 403, 404, 409 */
export function retractDraftFact(
  ctx: Context,
  actor: Actor,
  id: string,
  { factId, reason }: { factId: string; reason: string },
) {
  return change(ctx, actor, { id, action: 'draft.retracted', detail: { reason } }, async (held) => {
    const { facts } = held.known;
    const fact = facts.find((one) => one.id === factId);
    if (!fact) throw Refused.notFound();
    const retracted = facts.some(({ body }) => body.kind === 'retracted' && body.supersedes === factId);
    draftFactPolicy.insist('retract', actor, { fact, retracted });
    const made = {
      on: fact.happenedOn,
      body: { kind: 'retracted' as const, supersedes: factId, reason },
    };
    refuseCourse(held, made, 'factId');
    return [made];
  });
}
