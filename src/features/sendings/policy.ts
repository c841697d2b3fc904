import { notNow } from '../../domain/permissions/ability.ts';
import type { SentIn } from '../../domain/tasks/sent-in.ts';
import { makePolicy } from '../policy.ts';
import { impartial, type TaskFacts } from '../tasks/policy.ts';
import * as contract from './contract.ts';

/** What was sent in may be sent back while it waits. */
export const sendingPolicy = makePolicy<'sendBack', TaskFacts & { state: SentIn['state'] | null }>({
  sendBack: {
    route: contract.sendBack,
    refusal: (viewer, facts) =>
      facts.state === 'waiting'
        ? impartial(viewer, facts)
        : notNow('Chỉ trả lại được điều đang chờ cơ quan ghi nhận.'),
  },
});
