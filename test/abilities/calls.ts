import type { Call } from '../../src/features/calls/contract.ts';
import { callPolicy, callsPolicy } from '../../src/features/calls/policy.ts';
import { callBody } from '../outside.ts';
import type { Visitor } from '../server.ts';
import { taskProfile } from '../task-bodies.ts';
import { fresh, type Office } from './office.ts';
import { type Seen, seenAt, type Trial } from './trial.ts';

/** Calls that are open and that have closed. */
export async function callTrials({ make, research, today }: Office): Promise<Trial[]> {
  const ordered = async () => {
    const { id } = await make('/api/tasks', {
      profile: taskProfile(research, fresh('Nghiên cứu gọi')),
      on: '2026-01-05',
    });
    await make(`/api/tasks/${id}/steps`, { on: '2026-01-06', event: { kind: 'ordered' } });
    return id;
  };
  const called = async (closesOn: string) => {
    const body = { ...callBody([await ordered()], '2026-01-07'), closesOn };
    return (await make('/api/calls', body)).id;
  };
  const [open, closed, next] = [await called('2099-12-31'), await called('2026-03-31'), await ordered()];
  const extend = (id: string): Trial => ({
    policy: callPolicy,
    acts: ['extend'],
    look: (viewer: Visitor) => seenAt<Call>(viewer, `/api/calls/${id}`),
    attempt: () => ({
      params: { id },
      body: { number: '16/TB', closesOn: '2100-01-31', reason: 'mới có ít hồ sơ' },
    }),
  });
  return [
    {
      policy: callsPolicy,
      acts: ['openCall'],
      look: (viewer) => seenAt<Seen>(viewer, '/api/calls'),
      attempt: () => ({ body: callBody([next], today) }),
    },
    extend(open),
    extend(closed),
  ] as Trial[];
}
