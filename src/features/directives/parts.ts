import type { Deadline } from '../../domain/deadlines/deadline.ts';
import { partInNameOf } from '../../domain/directives/acts.ts';
import { dueDayOf } from '../../domain/directives/due-day.ts';
import { type Actor, type Context, Refused } from '../context.ts';
import { dueSettingsByDay } from '../settings/settings.ts';
import { hold, mayBreakDown, recordAct } from './act.ts';
import { changeDirective } from './get.ts';
import { insertDirectives } from './insert.ts';
import { partiesOf } from './parties.ts';
import { idsOf, refreshNow } from './record.ts';

export interface NewPart {
  words: string;
  leadUnitId: string;
  /** Who has it in hand within the unit. */
  assigneeId: string | null;
  coordinatingUnitIds: readonly string[];
  product: string | null;
  deadline: Deadline;
  weight: number;
}

/**
 * Breaks a part off a directive for a unit or a person: a directive of its own that hangs beneath. Refused where it
 * would be due after the whole. @throws Refused 400, 403, 404, 409, 412
 */
export async function givePart(
  ctx: Context,
  actor: Actor,
  parentId: string,
  expectedVersion: number,
  part: NewPart,
) {
  const calendar = await ctx.calendar();
  const today = ctx.today().toString();
  const about = { action: 'directive.partGiven', recordKind: 'directive', detail: { parentId } };
  return changeDirective(ctx, actor, about, async (tx) => {
    const held = await hold(tx, ctx, actor, parentId, expectedVersion);
    const whole = mayBreakDown(ctx, actor, held);
    const settings = (await dueSettingsByDay(tx, actor.agencyId))(today);
    const due = dueDayOf(part.deadline, calendar, settings);
    const wholeDue = dueDayOf(whole.deadline, calendar, settings, whole.clock);
    if (due !== null && wholeDue !== null && due > wholeDue)
      throw Refused.invalid([
        { path: 'deadline', message: 'Hạn của phần việc sau hạn của cả nhiệm vụ. Chọn hạn sớm hơn.' },
      ]);
    const [lead] = await partiesOf(tx, ctx, actor.agencyId, [part.leadUnitId], today);
    const coordinating = await partiesOf(tx, ctx, actor.agencyId, part.coordinatingUnitIds, today);
    const { words, product, deadline, weight } = part;
    const inNameOf = partInNameOf(whole, held.doer, held.around);
    const given = { lead: lead ?? null, coordinating, product, deadline, weight };
    const told = await insertDirectives(tx, ctx, actor, [
      { words, kind: 'do', origin: 'part', parentId, given, givenOn: today, inNameOf },
    ]);
    const ids = idsOf(told);
    await refreshNow(tx, actor.agencyId, [...ids, parentId], calendar);
    if (part.assigneeId !== null) {
      const child = await hold(tx, ctx, actor, ids[0] ?? '');
      const assignee = { personId: part.assigneeId, name: '' };
      await recordAct(tx, ctx, actor, child, { act: { kind: 'assigned', assignee }, happenedOn: today });
      await refreshNow(tx, actor.agencyId, ids, calendar);
    }
    return { id: ids[0] ?? '' };
  });
}
