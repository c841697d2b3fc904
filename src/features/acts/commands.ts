import { superiorOn } from '../../domain/acts/amending.ts';
import type { LocalAct, SuperiorAct, SuperiorActBody } from '../../domain/acts/facts.ts';
import { amendingWords } from '../../domain/acts/words.ts';
import { sayDay } from '../../domain/deadlines/words.ts';
import { deadlineOfItem } from '../../domain/programme/item.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, command, Refused } from '../context.ts';
import { givesInNameOf } from '../directives/doer.ts';
import { insertDirectives } from '../directives/insert.ts';
import { partiesOf } from '../directives/parties.ts';
import { idsOf, refreshNow } from '../directives/record.ts';
import { tellChanged } from '../directives/tell.ts';
import { addFact, beginRecord, holdRecord, knownRecords } from '../planning/facts.ts';
import { sourceNamed } from '../planning/source.ts';
import type {
  Amendment,
  LocalActSaid,
  LocalActShown,
  SuperiorActRecord,
  SuperiorActSaid,
  Touched,
} from './contract.ts';
import { localActPolicy, superiorPolicy } from './policy.ts';
import { getLocalAct, getSuperiorAct, knownActs, touchedOf } from './queries.ts';

const wrong = (path: string, message: string) => Refused.invalid([{ path, message }]);

function refuseToCome(path: string, day: string, today: string): void {
  if (day > today) throw wrong(path, `Ngày ${sayDay(day)} chưa đến. Kiểm tra lại ngày.`);
}

async function localActOf(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  { leadUnitId, bases, ...said }: LocalActSaid,
): Promise<LocalAct> {
  const today = ctx.today().toString();
  refuseToCome('issuedOn', said.issuedOn, today);
  if (said.endedOn !== null && said.endedOn < said.issuedOn)
    throw wrong('endedOn', 'Ngày hết hiệu lực trước ngày ban hành. Kiểm tra lại hai ngày.');
  const [lead] = await partiesOf(tx, ctx, actor.agencyId, [leadUnitId], today);
  if (!lead) throw wrong('leadUnitId', 'Chọn đơn vị theo dõi.');
  return { ...said, lead, bases: [...new Set(bases)] };
}

/** Keeps an act in force here with its bases. @throws Refused 400 */
export async function registerAct(ctx: Context, actor: Actor, said: LocalActSaid): Promise<LocalActShown> {
  const about = { action: 'act.registered', recordKind: 'localAct', detail: { number: said.number } };
  const { id } = await command(ctx, actor, about, async (tx) => {
    const act = await localActOf(tx, ctx, actor, said);
    const today = ctx.today().toString();
    const inNameOf = await givesInNameOf(tx, actor, today);
    const body = { kind: 'registered' as const, act };
    return { id: await beginRecord(tx, ctx, actor, 'local_act', { on: today, inNameOf, body }) };
  });
  tellChanged(ctx, actor.agencyId);
  return getLocalAct(ctx, actor, id);
}

/** Puts an act here right, or ends it. @throws Refused 400, 404, 409, 412 */
export async function correctAct(
  ctx: Context,
  actor: Actor,
  id: string,
  expectedVersion: number,
  said: LocalActSaid,
): Promise<LocalActShown> {
  const about = { action: 'act.corrected', recordKind: 'localAct', recordId: id };
  await command(ctx, actor, about, async (tx) => {
    await holdRecord(tx, actor, 'local_act', id);
    const known = (await knownActs(tx, ctx, actor)).acts.find((one) => one.id === id);
    if (!known) throw Refused.notFound();
    localActPolicy.insist('correctAct', actor, known);
    if (known.version !== expectedVersion) throw Refused.stale();
    const today = ctx.today().toString();
    await addFact(tx, ctx, actor, 'local_act', {
      ...{ recordId: id, on: today, inNameOf: await givesInNameOf(tx, actor, today) },
      body: { kind: 'corrected', act: await localActOf(tx, ctx, actor, said) },
    });
  });
  tellChanged(ctx, actor.agencyId);
  return getLocalAct(ctx, actor, id);
}

async function superiorActOf(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  said: SuperiorActSaid,
): Promise<SuperiorAct> {
  refuseToCome('issuedOn', said.issuedOn, ctx.today().toString());
  if (said.effectiveOn < said.issuedOn)
    throw wrong('effectiveOn', 'Ngày có hiệu lực trước ngày ban hành. Kiểm tra lại hai ngày.');
  return {
    ...said,
    changes: [...new Set(said.changes)],
    document: await sourceNamed(tx, actor.agencyId, said.number),
  };
}

/** Records a superior act that changes others. @throws Refused 400 */
export async function registerSuperior(
  ctx: Context,
  actor: Actor,
  said: SuperiorActSaid,
): Promise<SuperiorActRecord> {
  const about = {
    action: 'superiorAct.registered',
    recordKind: 'superiorAct',
    detail: { number: said.number },
  };
  const { id } = await command(ctx, actor, about, async (tx) => {
    const body = { kind: 'registered' as const, act: await superiorActOf(tx, ctx, actor, said) };
    const inNameOf = await givesInNameOf(tx, actor, ctx.today().toString());
    return {
      id: await beginRecord(tx, ctx, actor, 'superior_act', { on: said.issuedOn, inNameOf, body }),
    };
  });
  tellChanged(ctx, actor.agencyId);
  return getSuperiorAct(ctx, actor, id);
}

/** A superior act held by the transaction that changes it, with what it touches. */
interface Held {
  tx: Tx;
  act: SuperiorAct;
  touched: Touched[];
  version: number;
  today: string;
}

async function change(
  ctx: Context,
  actor: Actor,
  about: { id: string; action: string; act: keyof typeof superiorPolicy.rules; detail?: unknown },
  make: (held: Held) => Promise<SuperiorActBody[]>,
): Promise<SuperiorActRecord> {
  const { id, action, act, detail } = about;
  const event = { action, recordKind: 'superiorAct', recordId: id, detail };
  await command(ctx, actor, event, async (tx) => {
    await holdRecord(tx, actor, 'superior_act', id);
    const [record] = await knownRecords(tx, actor.agencyId, 'superior_act', id);
    const known = await knownActs(tx, ctx, actor);
    const standing = record && superiorOn(record.facts, known.today);
    if (!record || !standing) throw Refused.notFound();
    const touched = touchedOf(standing, known);
    superiorPolicy.insist(act, actor, { touched });
    const { today } = known;
    const inNameOf = await givesInNameOf(tx, actor, today);
    const held = { tx, act: standing.act, touched, version: record.facts.length, today };
    for (const body of await make(held))
      await addFact(tx, ctx, actor, 'superior_act', { recordId: id, on: today, inNameOf, body });
  });
  tellChanged(ctx, actor.agencyId);
  return getSuperiorAct(ctx, actor, id);
}

/** Puts what was recorded of a superior act right. @throws Refused 400, 404, 412 */
export function correctSuperior(
  ctx: Context,
  actor: Actor,
  id: string,
  expectedVersion: number,
  said: SuperiorActSaid,
) {
  const about = { id, act: 'correctSuperior' as const, action: 'superiorAct.corrected' };
  return change(ctx, actor, about, async ({ tx, version }) => {
    if (version !== expectedVersion) throw Refused.stale();
    return [{ kind: 'corrected', act: await superiorActOf(tx, ctx, actor, said) }];
  });
}

/** One of the acts touched that is not given yet. */
function touchedAct({ touched }: Held, actId: string): Touched {
  const found = touched.find(({ act }) => act.id === actId);
  if (!found) throw Refused.notFound();
  if (found.state === 'given')
    throw Refused.conflict(`${found.act.number} đã giao thành nhiệm vụ. Tải lại để xem.`);
  return found;
}

/** Gives each amendment as a directive of the register, all in one act. @throws Refused 400, 404, 409 */
export async function giveAmendments(
  ctx: Context,
  actor: Actor,
  id: string,
  amendments: readonly Amendment[],
): Promise<SuperiorActRecord> {
  const calendar = await ctx.calendar();
  const about = { id, act: 'giveAmendments' as const, action: 'superiorAct.given' };
  return change(ctx, actor, about, async (held) => {
    const { tx, act, today } = held;
    if (new Set(amendments.map(({ actId }) => actId)).size < amendments.length)
      throw wrong('amendments', 'Mỗi văn bản chỉ giao một lần. Bỏ dòng trùng.');
    const early = amendments.findIndex(({ due }) => due < today);
    if (early >= 0) throw wrong(`amendments.${early}.due`, 'Hạn đã qua. Chọn ngày từ hôm nay trở đi.');
    const units = amendments.map(({ leadUnitId }) => leadUnitId);
    const leads = await partiesOf(tx, ctx, actor.agencyId, units, today);
    const { documentId } = act.document;
    const told = await insertDirectives(
      tx,
      ctx,
      actor,
      amendments.map(({ actId, product, due }, at) => ({
        words: amendingWords(touchedAct(held, actId).act, act),
        ...{ kind: 'do' as const, givenOn: today },
        given: {
          ...{ lead: leads[at] ?? null, coordinating: [], product },
          deadline: deadlineOfItem(Number(due.slice(0, 4)), { month: Number(due.slice(5, 7)), day: due }),
        },
        ...(documentId === null ? { origin: 'word' as const } : { origin: 'document' as const, documentId }),
      })),
    );
    const directiveIds = idsOf(told);
    await refreshNow(tx, actor.agencyId, directiveIds, calendar);
    return amendments.map(({ actId }, at) => ({
      kind: 'given' as const,
      actId,
      directiveId: directiveIds[at] ?? '',
    }));
  });
}

/** Records that an act needs no amendment. @throws Refused 400, 404, 409 */
export function spareAct(
  ctx: Context,
  actor: Actor,
  id: string,
  { actId, reason }: { actId: string; reason: string },
) {
  const about = { id, act: 'spare' as const, action: 'superiorAct.spared', detail: { reason } };
  return change(ctx, actor, about, async (held) => {
    touchedAct(held, actId);
    return [{ kind: 'spared', actId, reason }];
  });
}
