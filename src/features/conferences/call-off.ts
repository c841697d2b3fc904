import type { z } from 'zod';
import { type Actor, type Context, Refused } from '../context.ts';
import { change, wrong } from './commands.ts';
import type { Conference, callOffConference } from './contract.ts';
import { conferencePolicy, haveConclusions } from './policy.ts';
import { conferenceFacts } from './queries.ts';

/**
 * Moves a conference to another day or hour, puts it off until a day is named, or cancels it, with the reason.
 * @param version that of the plan, which says the day
 * @throws Refused 400, 404, 409 where conclusions stand or its notice is out, 412
 */
export async function callOff(
  ctx: Context,
  actor: Actor,
  id: string,
  version: number,
  { form, to, reason }: z.output<NonNullable<(typeof callOffConference)['body']>>,
): Promise<Conference> {
  const about = { id, action: 'conference.calledOff', detail: { form } };
  return change(ctx, actor, about, async (_, { conference, looking }) => {
    conferencePolicy.insist('callOff', actor, conferenceFacts(conference, looking));
    const { versions, plan, lines, calledOff } = conference;
    if (versions.plan !== version) throw Refused.stale({ version: versions.plan });
    const state = calledOff?.form ?? 'moved';
    if (form !== 'moved') {
      if (lines.length > 0) throw Refused.conflict(haveConclusions);
      if (state === form) throw wrong('form', 'Hội nghị đang hoãn rồi. Dời sang ngày khác, hoặc huỷ.');
      return { kind: 'calledOff', form, to: null, reason };
    }
    if (to === null) throw wrong('day', 'Chọn ngày họp mới, hoặc chọn «Hoãn, chưa định ngày».');
    if (to.day < looking.today) throw wrong('day', 'Ngày họp mới đã qua. Chọn hôm nay hoặc một ngày sau.');
    if (state === 'moved' && to.day === plan.day && to.start === plan.start)
      throw wrong('day', 'Đây là ngày giờ đang định. Chọn ngày hoặc giờ khác.');
    return { kind: 'calledOff', form, to, reason };
  });
}
