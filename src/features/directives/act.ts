import { type RawBuilder, sql } from 'kysely';
import { type Around, type Doer, inNameOfFor } from '../../domain/directives/acts.ts';
import type { DirectiveAct, DirectiveFact } from '../../domain/directives/facts.ts';
import { type Standing, standingOf } from '../../domain/directives/standing.ts';
import { type Tx, together } from '../../storage/store.ts';
import { type Actor, type Context, Refused } from '../context.ts';
import { lentFrom } from '../delegations/lent.ts';
import { keptDueSettings } from '../settings/settings.ts';
import { doerRows, doerWith, leadOf } from './doer.ts';
import { changeDirective } from './get.ts';
import { partiesOf } from './parties.ts';
import { directivePolicy } from './policy.ts';
import { type Fixed, factRows, recordFact, writeNow } from './record.ts';
import type { Place } from './rollup.ts';

/** A directive taken hold of for a change: nobody else changes it until the transaction ends. */
export interface Held {
  id: string;
  version: number;
  facts: DirectiveFact[];
  /** Its row in the register as it stands. */
  row: Fixed & Place;
  around: Around;
  /** Who takes hold of it, as one who acts today. */
  doer: Doer;
}

type HeldRow = Fixed & Place & { version: number };

const heldRow = (agencyId: string, id: string): RawBuilder<HeldRow> => sql<HeldRow>`
  select version, directive_id, document_id, parent_id, origin, kind, lead_unit_id, deadline_kind, due, phase, suspended,
    closed_on
  from directive_now
  where agency_id = ${agencyId} and directive_id = ${id} for update`;

/** Takes hold of a directive; refused with 404 where there is none, with 412 where the version has passed. */
export async function hold(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  id: string,
  expectedVersion?: number,
): Promise<Held> {
  const { agencyId } = actor;
  // The rest is read behind the lock, in the same packet.
  const [[row], facts, posts, lent] = await together(tx, [
    heldRow(agencyId, id),
    factRows(agencyId, [id]),
    ...doerRows(actor, ctx.today().toString()),
  ]);
  if (!row) throw Refused.notFound();
  if (expectedVersion !== undefined && row.version !== expectedVersion) throw Refused.stale();
  const giverUnitId =
    row.parent_id === null || row.origin !== 'part' ? null : await leadOf(tx, agencyId, row.parent_id);
  return {
    id,
    version: row.version,
    facts,
    row,
    around: { giverUnitId, deadlineKind: row.deadline_kind },
    doer: doerWith(actor, posts, lentFrom(lent)),
  };
}

/** How it stood on the day of the act; refused where it was not yet given then, or the day is still to come. */
export function standingOn(ctx: Context, held: Held, day: string): Standing {
  const wrong = (message: string) => Refused.invalid([{ path: 'happenedOn', message }]);
  if (day > ctx.today().toString()) throw wrong('Ngày xảy ra không thể sau hôm nay.');
  const standing = standingOf(held.facts, { asOf: day });
  if (standing === null) throw wrong('Ngày xảy ra trước ngày giao nhiệm vụ. Chọn ngày khác.');
  return standing;
}

/** Parts of a directive neither accepted nor stopped by a day. */
async function openPartsOn(tx: Tx, agencyId: string, id: string, on: string) {
  const { rows } = await sql<{ id: string; words: string }>`
    select d.id, d.words from directive_now n
    join directive d on d.agency_id = n.agency_id and d.id = n.directive_id
    where n.agency_id = ${agencyId} and n.parent_id = ${id} and n.origin = 'part' and n.given_on <= ${on}
      and (n.phase not in ('accepted', 'stopped') or coalesce(n.closed_on, n.stopped_on) > ${on})
    order by d.id limit 50`.execute(tx);
  return rows;
}

/** A whole may be handed in before its parts are done, but not silently: the giver reads which are open, and why. */
async function submittedWithParts(
  tx: Tx,
  agencyId: string,
  id: string,
  act: Extract<DirectiveAct, { kind: 'submitted' }>,
  on: string,
): Promise<DirectiveAct> {
  const { kind, words } = act;
  const openParts = await openPartsOn(tx, agencyId, id, on);
  if (openParts.length === 0) return { kind, words };
  if (words.length < 3) {
    const message = `Còn ${openParts.length} phần việc chưa xong. Ghi vì sao vẫn trình kết quả.`;
    throw Refused.invalid([{ path: 'act.words', message }], message);
  }
  return { kind, words, openParts };
}

/** Names come from our own records, whatever the caller sent. */
async function withOurNames(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  { id }: Held,
  act: DirectiveAct,
  on: string,
): Promise<DirectiveAct> {
  const { agencyId } = actor;
  if (act.kind === 'submitted') return submittedWithParts(tx, agencyId, id, act, on);
  if (act.kind === 'assigned' && act.assignee) {
    const person = await tx
      .selectFrom('person')
      .select(['id', 'full_name'])
      .where('agency_id', '=', agencyId)
      .where('id', '=', act.assignee.personId)
      .executeTakeFirst();
    if (!person)
      throw Refused.invalid([{ path: 'assignee', message: 'Không có người này trong cơ quan. Chọn lại.' }]);
    return { kind: 'assigned', assignee: { personId: person.id, name: person.full_name } };
  }
  if (act.kind === 'transferred') {
    const [lead] = await partiesOf(tx, ctx, agencyId, act.lead.unitId ? [act.lead.unitId] : [], on);
    if (!lead) throw Refused.invalid([{ path: 'lead', message: 'Chọn đơn vị nhận nhiệm vụ.' }]);
    return { ...act, lead };
  }
  const waitingFor = act.kind === 'progressed' ? act.obstacle?.waitingFor?.unitId : undefined;
  if (act.kind === 'progressed' && act.obstacle && waitingFor) {
    const [unit] = await partiesOf(tx, ctx, agencyId, [waitingFor], on);
    return { ...act, obstacle: { cause: act.obstacle.cause, waitingFor: unit ?? null } };
  }
  return act;
}

/** Records an act on a directive taken hold of, after the one table of acts has allowed it. @throws Refused 400, 403, 409 */
export async function recordAct(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  held: Held,
  { act, happenedOn }: { act: DirectiveAct; happenedOn: string },
): Promise<DirectiveFact> {
  const { doer } = held;
  const standing = standingOn(ctx, held, happenedOn);
  directivePolicy.insist(act.kind, actor, { standing, doer, around: held.around });
  return recordFact(tx, {
    agencyId: actor.agencyId,
    directiveId: held.id,
    happenedOn,
    recordedAt: ctx.clock().toString(),
    recordedBy: actor.personId,
    inNameOf: inNameOfFor(act.kind, standing, doer, held.around),
    body: await withOurNames(tx, ctx, actor, held, act, happenedOn),
  });
}

/** Writes the row of a directive taken hold of, to which these facts have come. */
export async function writeHeld(
  tx: Tx,
  ctx: Context,
  agencyId: string,
  { row, facts }: Held,
  more: readonly DirectiveFact[],
): Promise<void> {
  const { directive_id, document_id, kind, parent_id, origin } = row;
  const fixed = { directive_id, document_id, kind, parent_id, origin };
  await writeNow(tx, agencyId, [{ fixed, facts: [...facts, ...more] }], {
    before: [row],
    calendar: await ctx.calendar(),
    dueSettings: await keptDueSettings(tx, ctx, agencyId),
  });
}

export interface ActOn {
  act: DirectiveAct;
  /** The day it happened, ISO; today unless told. */
  happenedOn?: string;
}

/** One act on one directive: received, reported, submitted, accepted, extended … @throws Refused 400, 403, 404, 409, 412 */
export async function actOn(ctx: Context, actor: Actor, id: string, expectedVersion: number, input: ActOn) {
  if (input.act.kind === 'evidenced' && input.act.fileHash !== undefined)
    throw Refused.invalid([{ path: 'act.fileHash', message: 'Gửi tệp sản phẩm qua mục đính kèm.' }]);
  const about = { action: `directive.${input.act.kind}`, recordKind: 'directive', recordId: id };
  return changeDirective(ctx, actor, about, async (tx) => {
    const held = await hold(tx, ctx, actor, id, expectedVersion);
    const happenedOn = input.happenedOn ?? ctx.today().toString();
    const fact = await recordAct(tx, ctx, actor, held, { act: input.act, happenedOn });
    await writeHeld(tx, ctx, actor.agencyId, held, [fact]);
    return { id };
  });
}

/** Whether the actor may break it down today; refused with the reason where not. */
export function mayBreakDown(ctx: Context, actor: Actor, held: Held): Standing {
  const today = ctx.today().toString();
  const standing = standingOn(ctx, held, today);
  const { doer, around } = held;
  directivePolicy.insist('part', actor, { standing, doer, around });
  return standing;
}
