import type { Conference } from '../../src/features/conferences/contract.ts';
import { conferencePolicy, openingPolicy, proposalPolicy } from '../../src/features/conferences/policy.ts';
import { uuidv7 } from '../../src/storage/ids.ts';
import { conferencePlan } from '../conference.ts';
import { fresh, type Office } from './office.ts';
import { type Seen, seenAt, type Trial } from './trial.ts';

/** A conference of today up to the issued notice, one that is still to come, and what units ask for at it. */
export async function conferenceTrials({ chief, make, research, today }: Office): Promise<Trial[]> {
  const plan = (day: string) => ({ ...conferencePlan, name: fresh('Hội nghị'), day });
  const later = Temporal.PlainDate.from(today).add({ days: 9 }).toString();
  const held = await make('/api/conferences', plan(today));
  const coming = await make('/api/conferences', plan(later));
  const invitee = { id: uuidv7(), kind: 'guest', name: 'Sở Tài chính', recordId: null };
  const change = async (part: string, body: unknown, version?: number) => {
    const match = version === undefined ? {} : { 'if-match': `"${version}"` };
    const method = part === 'proposals' ? 'POST' : 'PUT';
    await chief.call(method, `/api/conferences/${held.id}/${part}`, body, match);
  };
  await change('parts', { part: 'invitees', invitees: [invitee] }, 0);
  const line = {
    ...{ words: 'Rà soát hồ sơ', lead: { unitId: research, name: 'x' }, coordinating: [], product: null },
    ...{ term: '', answers: null },
  };
  await change('lines', { lineId: uuidv7(), line }, 0);
  for (const form of ['petition', 'petition', 'remark'])
    await change('proposals', { unitId: research, form, words: 'Xin thêm biên chế' });
  const [bare, ours] = (await chief.get<Conference>(`/api/conferences/${held.id}`)).proposals;
  await change('proposals/owed', { proposalId: ours!.id, unitId: research, due: later });

  const at = (id: string) => (viewer: Parameters<Trial['look']>[0]) =>
    seenAt<Conference>(viewer, `/api/conferences/${id}`);
  const whole = (id: string, ...acts: string[]): Trial => ({
    policy: conferencePolicy,
    acts,
    look: async (viewer) => (await at(id)(viewer)) as Seen | null,
    attempt(act, seen) {
      const told = seen as Conference | null;
      const body: Record<string, unknown> = {
        prepare: { part: 'carried', directiveIds: [] },
        attend: { inviteeId: invitee.id, presence: 'present' },
        propose: { unitId: told?.speaksFor[0]?.unitId ?? research, form: 'proposal', words: 'Xin thêm máy' },
        write: { lineId: uuidv7(), line },
        issue: { reason: 'Giám đốc đã đồng ý' },
        callOff: { form: 'cancelled', reason: 'Trùng lịch họp tỉnh' },
        amend: { words: 'Đính chính ngày họp' },
      };
      const version = { prepare: told?.versions.carried ?? 0, callOff: told?.versions.plan ?? 0, write: 0 }[
        act
      ];
      return {
        params: { id },
        body: body[act],
        ...(version !== undefined && { headers: { 'if-match': `"${version}"` } }),
      };
    },
  });
  const proposal = (proposalId: string | undefined, ...acts: string[]): Trial => ({
    policy: proposalPolicy,
    acts,
    look: async (viewer) =>
      ((await at(held.id)(viewer))?.proposals.find(({ id }) => id === proposalId) as Seen) ?? null,
    attempt: (act) => ({
      params: { id: held.id },
      body:
        act === 'owe' ? { proposalId, unitId: research, due: later } : { proposalId, words: 'Đã giải quyết' },
    }),
  });
  return [
    {
      policy: openingPolicy,
      acts: ['open'],
      look: (viewer) => seenAt<Seen>(viewer, '/api/conferences'),
      attempt: () => ({ body: plan(today) }),
    },
    proposal(bare?.id, 'answer', 'owe', 'answer', 'owe'),
    proposal(ours?.id, 'owe', 'answer', 'answer'),
    whole(coming.id, 'prepare', 'attend', 'propose', 'callOff', 'write', 'issue'),
    whole(held.id, 'prepare', 'attend', 'propose', 'write', 'callOff', 'amend', 'issue'),
    whole(held.id, 'prepare', 'attend', 'propose', 'write', 'issue', 'amend'),
  ];
}
