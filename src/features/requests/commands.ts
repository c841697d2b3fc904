import type { Deadline } from '../../domain/deadlines/deadline.ts';
import { dueDayOf } from '../../domain/directives/due-day.ts';
import { uuidv7 } from '../../storage/ids.ts';
import { json } from '../../storage/schema/foundation.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, command, Refused } from '../context.ts';
import { partiesOf } from '../directives/parties.ts';
import { tellChanged } from '../directives/tell.ts';
import { dueSettingsByDay } from '../settings/settings.ts';
import type { UnitRequest } from './contract.ts';
import { askingPolicy, requestPolicy } from './policy.ts';
import { getRequest, speaksFor } from './queries.ts';
import { requestSide } from './sides.ts';

export interface Question {
  fromUnitId: string;
  toUnitId: string;
  words: string;
  deadline: Deadline;
  directiveId: string | null;
}

/** Asks another unit in the name of one's own, with a clock for the answer. @throws Refused 400, 403 */
export async function askUnit(ctx: Context, actor: Actor, question: Question): Promise<UnitRequest> {
  const calendar = await ctx.calendar();
  const today = ctx.today().toString();
  const { fromUnitId, toUnitId, deadline } = question;
  if (fromUnitId === toUnitId)
    throw Refused.invalid([{ path: 'toUnitId', message: 'Chọn đơn vị khác với đơn vị hỏi.' }]);
  const { id } = await command(
    ctx,
    actor,
    { action: 'request.asked', recordKind: 'request', detail: { fromUnitId, toUnitId } },
    async (tx) => {
      await partiesOf(tx, ctx, actor.agencyId, [fromUnitId, toUnitId], today);
      const units = await speaksFor(tx, actor, today);
      askingPolicy.insist('ask', actor, { unitId: fromUnitId, units });
      if (question.directiveId !== null) await refuseUnlessOurs(tx, actor, question.directiveId);
      const settings = (await dueSettingsByDay(tx, actor.agencyId))(today);
      const id = uuidv7();
      await tx
        .insertInto('unit_request')
        .values({
          agency_id: actor.agencyId,
          id,
          directive_id: question.directiveId,
          from_unit_id: fromUnitId,
          to_unit_id: toUnitId,
          words: question.words,
          asked_on: today,
          deadline: json(deadline),
          due: dueDayOf(deadline, calendar, settings),
          recorded_at: ctx.clock().toString(),
          recorded_by: actor.personId,
        })
        .execute();
      return { id };
    },
  );
  tellChanged(ctx, actor.agencyId);
  return getRequest(ctx, actor, id);
}

async function refuseUnlessOurs(tx: Tx, actor: Actor, directiveId: string): Promise<void> {
  const row = await tx
    .selectFrom('directive')
    .select('id')
    .where('agency_id', '=', actor.agencyId)
    .where('id', '=', directiveId)
    .executeTakeFirst();
  if (!row)
    throw Refused.invalid([
      { path: 'directiveId', message: 'Không có nhiệm vụ này. Mở lại nhiệm vụ rồi hỏi.' },
    ]);
}

/** Answers once, by somebody with a post at the unit asked. @throws Refused 403, 404, 409 */
export async function answerRequest(
  ctx: Context,
  actor: Actor,
  id: string,
  words: string,
): Promise<UnitRequest> {
  const today = ctx.today().toString();
  const about = { action: 'request.answered', recordKind: 'request', recordId: id };
  await command(ctx, actor, about, async (tx) => {
    const request = await tx
      .selectFrom('unit_request as q')
      .leftJoin('unit_request_answer as a', (join) =>
        join.onRef('a.agency_id', '=', 'q.agency_id').onRef('a.request_id', '=', 'q.id'),
      )
      .select([requestSide('answers').as('unitId'), 'a.id as answerId'])
      .where('q.agency_id', '=', actor.agencyId)
      .where('q.id', '=', id)
      .executeTakeFirst();
    if (!request) throw Refused.notFound();
    const asked = { unitId: request.unitId, units: await speaksFor(tx, actor, today) };
    requestPolicy.insist('answer', actor, { ...asked, answered: request.answerId !== null });
    const made = await tx
      .insertInto('unit_request_answer')
      .values({
        agency_id: actor.agencyId,
        id: uuidv7(),
        request_id: id,
        words,
        answered_on: today,
        recorded_at: ctx.clock().toString(),
        recorded_by: actor.personId,
      })
      .onConflict((conflict) => conflict.columns(['agency_id', 'request_id']).doNothing())
      .returning('id')
      .executeTakeFirst();
    // Somebody of the unit was quicker.
    if (!made) requestPolicy.insist('answer', actor, { ...asked, answered: true });
  });
  tellChanged(ctx, actor.agencyId);
  return getRequest(ctx, actor, id);
}
