import { sayDay } from '../../domain/deadlines/words.ts';
import {
  deadlineOfItem,
  type ItemFactBody,
  itemStandingOf,
  type Planned,
} from '../../domain/programme/item.ts';
import { json } from '../../storage/schema/foundation.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, command, Refused } from '../context.ts';
import { insertDirectives } from '../directives/insert.ts';
import { partiesOf } from '../directives/parties.ts';
import { idsOf, refreshNow } from '../directives/record.ts';
import { tellChanged } from '../directives/tell.ts';
import { followedUnits } from '../organisation/followed.ts';
import { partyOn } from '../planning/lead.ts';
import { sourceNamed } from '../planning/source.ts';
import type { Amendment, Plan, Programme, ProgrammeItemRecord } from './contract.ts';
import { itemPolicy, programmePolicy } from './policy.ts';
import { getProgramme, getProgrammeItem, knownItems, knownProgramme } from './queries.ts';
import { holdProgramme, insertItems, recordItemFact } from './record.ts';

const wrong = (path: string, message: string) => Refused.invalid([{ path, message }]);

/** A day within the month it stands for. */
function refuseElsewhere(year: number, { month, day }: Pick<Planned, 'month' | 'day'>): void {
  if (day !== null && day.slice(0, 7) !== `${year}-${String(month).padStart(2, '0')}`)
    throw wrong('day', `Ngày phải trong tháng ${month}/${year}. Sửa ngày hoặc tháng.`);
}

/** The day of a paper that changes an approved programme. */
function refuseDay(on: string, today: string, approvedOn: string | undefined): void {
  if (on > today) throw wrong('on', `Ngày ${sayDay(on)} chưa đến. Kiểm tra lại ngày.`);
  if (approvedOn !== undefined && on < approvedOn)
    throw wrong(
      'on',
      `Chương trình phê duyệt ngày ${sayDay(approvedOn)}; điều chỉnh không thể trước ngày ấy.`,
    );
}

async function plannedOf(tx: Tx, ctx: Context, actor: Actor, plan: Plan, year: number): Promise<Planned> {
  refuseElsewhere(year, plan);
  const today = ctx.today().toString();
  const { leadUnitId, coordinatingUnitIds, words, product, submittedTo, month, day } = plan;
  const [lead, ...coordinating] = await partiesOf(
    tx,
    ctx,
    actor.agencyId,
    [leadUnitId, ...new Set(coordinatingUnitIds.filter((id) => id !== leadUnitId))],
    today,
  );
  if (!lead) throw wrong('leadUnitId', 'Chọn đơn vị chủ trì.');
  const texts = { words, product: product || null, submittedTo: submittedTo || null };
  return { ...texts, lead, coordinating, month, day };
}

/** Adds an item: freely to a draft, by a paper to what is approved. @throws Refused 400 */
export async function addItem(
  ctx: Context,
  actor: Actor,
  { year, amendment, ...plan }: Plan & { year: number; amendment: Amendment | null },
): Promise<ProgrammeItemRecord> {
  const today = ctx.today().toString();
  const about = { action: 'programme.added', recordKind: 'programmeItem', detail: { year, amendment } };
  const { id } = await command(ctx, actor, about, async (tx) => {
    const held = await holdProgramme(tx, ctx, actor, year);
    const planned = await plannedOf(tx, ctx, actor, plan, year);
    if (held.approval !== null && amendment === null)
      throw wrong('amendment.document', 'Chương trình đã được phê duyệt: ghi văn bản và lý do bổ sung.');
    if (amendment !== null && held.approval !== null) refuseDay(amendment.on, today, held.approval.on);
    const by =
      held.approval === null || amendment === null
        ? null
        : {
            reason: amendment.reason,
            document: await sourceNamed(tx, actor.agencyId, amendment.document),
          };
    const [made = ''] = await insertItems(
      tx,
      ctx,
      actor,
      { programmeId: held.id, position: held.items + 1, importId: null, inNameOf: held.inNameOf },
      [
        {
          on: by === null ? today : (amendment?.on ?? today),
          body: { kind: 'planned', ...planned, amendment: by },
        },
      ],
    );
    return { id: made };
  });
  tellChanged(ctx, actor.agencyId);
  return getProgrammeItem(ctx, actor, id);
}

/** An item held by the transaction that changes it. */
type HeldItem = Awaited<ReturnType<typeof holdItem>>;

async function holdItem(tx: Tx, ctx: Context, actor: Actor, id: string) {
  const found = await knownProgramme(tx, actor.agencyId, { itemId: id });
  if (!found) throw Refused.notFound();
  const programme = await holdProgramme(tx, ctx, actor, found.year);
  const [item] = await knownItems(tx, actor.agencyId, { id });
  const standing = item && itemStandingOf(item.facts);
  if (!item || !standing) throw Refused.notFound();
  return { tx, programme, standing, facts: item.facts.length };
}

async function change(
  ctx: Context,
  actor: Actor,
  about: { id: string; act: keyof typeof itemPolicy.rules; action: string; detail?: unknown },
  make: (held: HeldItem) => Promise<{ on: string; body: ItemFactBody }>,
): Promise<ProgrammeItemRecord> {
  const { id, action, detail } = about;
  const event = { action, recordKind: 'programmeItem', recordId: id, detail };
  await command(ctx, actor, event, async (tx) => {
    const held = await holdItem(tx, ctx, actor, id);
    const { programme, standing } = held;
    itemPolicy.insist(about.act, actor, { standing, approved: programme.approval !== null });
    const fact = await make(held);
    await recordItemFact(tx, ctx, actor, { itemId: id, inNameOf: programme.inNameOf, ...fact });
  });
  tellChanged(ctx, actor.agencyId);
  return getProgrammeItem(ctx, actor, id);
}

/** Puts an item of a draft right. @throws Refused 400, 404, 409, 412 */
export function changeItem(ctx: Context, actor: Actor, id: string, expectedVersion: number, plan: Plan) {
  return change(ctx, actor, { id, act: 'change', action: 'programme.changed' }, async (held) => {
    if (held.facts !== expectedVersion) throw Refused.stale();
    const planned = await plannedOf(held.tx, ctx, actor, plan, held.programme.year);
    return { on: ctx.today().toString(), body: { kind: 'corrected', ...planned } };
  });
}

/** Moves an item to another month by a paper. @throws Refused 400, 404, 409 */
export function moveItem(
  ctx: Context,
  actor: Actor,
  id: string,
  { month, day, reason, document, on }: Amendment & Pick<Planned, 'month' | 'day'>,
) {
  const detail = { month, reason };
  return change(ctx, actor, { id, act: 'move', action: 'programme.moved', detail }, async (held) => {
    const { programme, standing, tx } = held;
    refuseDay(on, ctx.today().toString(), programme.approval?.on);
    refuseElsewhere(programme.year, { month, day });
    if (month === standing.now.month && day === standing.now.day)
      throw wrong('month', 'Việc này đang ở đúng tháng ấy. Chọn tháng hoặc ngày khác.');
    const source = await sourceNamed(tx, actor.agencyId, document);
    return { on, body: { kind: 'moved', month, day, reason, document: source } };
  });
}

/** Takes an item out: of a draft freely, of what is approved by a paper. @throws Refused 400, 404, 409 */
export function dropItem(
  ctx: Context,
  actor: Actor,
  id: string,
  { reason, document, on }: { reason: string; document: string | null; on: string },
) {
  return change(
    ctx,
    actor,
    { id, act: 'drop', action: 'programme.dropped', detail: { reason } },
    async ({ programme, tx }) => {
      refuseDay(on, ctx.today().toString(), programme.approval?.on);
      if (programme.approval !== null && document === null)
        throw wrong('document', 'Chương trình đã được phê duyệt: ghi văn bản đưa việc này ra.');
      const source = document === null ? null : await sourceNamed(tx, actor.agencyId, document);
      return { on, body: { kind: 'dropped', reason, document: source } };
    },
  );
}

/** Gives an item as a directive of the register, under the unit its lead has become. @throws Refused 404, 409 */
export async function giveItem(ctx: Context, actor: Actor, id: string): Promise<ProgrammeItemRecord> {
  const calendar = await ctx.calendar();
  const today = ctx.today().toString();
  return change(ctx, actor, { id, act: 'give', action: 'programme.given' }, async (held) => {
    const { programme, standing, tx } = held;
    const { now } = standing;
    const followed = await followedUnits(tx, actor.agencyId);
    const given = {
      lead: partyOn(followed, now.lead, today),
      coordinating: now.coordinating.map((party) => partyOn(followed, party, today)),
      product: now.product,
      deadline: deadlineOfItem(programme.year, now),
    };
    const documentId = programme.approval?.document.documentId ?? null;
    const told = await insertDirectives(tx, ctx, actor, [
      {
        ...{ words: now.words, kind: 'do', given, givenOn: today },
        ...(documentId === null ? { origin: 'word' } : { origin: 'document', documentId }),
      },
    ]);
    const [directiveId = ''] = idsOf(told);
    await refreshNow(tx, actor.agencyId, [directiveId], calendar);
    return { on: today, body: { kind: 'given', directiveId } };
  });
}

/** Records that the programme of a year was approved. @throws Refused 400, 409 */
export async function approveProgramme(
  ctx: Context,
  actor: Actor,
  { year, on, document }: { year: number; on: string; document: string },
): Promise<Programme> {
  const about = { action: 'programme.approved', recordKind: 'programme', detail: { year } };
  await command(ctx, actor, about, async (tx) => {
    const held = await holdProgramme(tx, ctx, actor, year);
    programmePolicy.insist('approve', actor, { approved: held.approval !== null, items: held.items });
    refuseDay(on, ctx.today().toString(), undefined);
    await tx
      .insertInto('programme_approval')
      .values({
        ...{ agency_id: actor.agencyId, programme_id: held.id, approved_on: on },
        document: json(await sourceNamed(tx, actor.agencyId, document)),
        ...{ recorded_at: ctx.clock().toString(), recorded_by: actor.personId },
        in_name_of: held.inNameOf && json(held.inNameOf),
      })
      .execute();
    return { id: held.id };
  });
  tellChanged(ctx, actor.agencyId);
  return getProgramme(ctx, actor, { year });
}
