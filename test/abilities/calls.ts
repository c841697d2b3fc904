import type { Call } from '../../src/features/calls/contract.ts';
import { callPolicy, callsPolicy } from '../../src/features/calls/policy.ts';
import type { Sending } from '../../src/features/sendings/contract.ts';
import { sendingPolicy } from '../../src/features/sendings/policy.ts';
import { approvedTask, callBody, outsider } from '../outside.ts';
import type { Visitor } from '../server.ts';
import { taskProfile } from '../task-bodies.ts';
import { fresh, type Office } from './office.ts';
import { type Seen, seenAt, type Trial } from './trial.ts';

/** Calls that are open and that have closed, and what a host sent in. */
export async function callTrials(office: Office): Promise<Trial[]> {
  const { make, research, today } = office;
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
    await sendsBack(office),
  ] as Trial[];
}

/** A contract that a host sent in signed: sent back once, and not again. */
async function sendsBack({ server, chief, research }: Office): Promise<Trial> {
  const name = fresh('Viện thử');
  const { visitor, partnerId } = await outsider(server, chief, { name });
  const named = { host: { id: partnerId, name }, investigator: { id: null, name: 'TS. Người Thử' } };
  const id = await approvedTask(chief, { unitId: research, title: fresh('Nghiên cứu ký'), ...named });
  const event = { kind: 'contracted', number: '7/HĐ', from: '2026-02-05', to: '2028-02-05' };
  await visitor.post(`/api/portal/tasks/${id}/steps`, { event });
  const [sent] = await chief.get<Sending[]>(`/api/tasks/${id}/sendings`);
  return {
    policy: sendingPolicy,
    acts: ['sendBack', 'sendBack'],
    look: async (viewer: Visitor) =>
      (await seenAt<Sending[]>(viewer, `/api/tasks/${id}/sendings`))?.[0] ?? null,
    attempt: () => ({ params: { id, factId: sent!.id }, body: { reason: 'thiếu chữ ký' } }),
  };
}
