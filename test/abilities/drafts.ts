import type { Acts, SuperiorActRecord } from '../../src/features/acts/contract.ts';
import { actsPolicy, localActPolicy, superiorPolicy } from '../../src/features/acts/policy.ts';
import type { Draft } from '../../src/features/drafts/contract.ts';
import {
  draftFactPolicy,
  draftPolicy,
  opinionPolicy,
  planningPolicy,
} from '../../src/features/drafts/policy.ts';
import { draftBodies, draftRecords } from '../draft-bodies.ts';
import type { Visitor } from '../server.ts';
import { fresh, next, type Office, type Somebody } from './office.ts';
import { type Seen, seenAt, type Trial } from './trial.ts';

const since = (today: string) => `${today.slice(0, 4)}-01-05`;

/** Drafts of the viewer's unit and of another, open and stopped, with opinions asked and what the viewer recorded. */
export async function draftTrials(
  { make, research, planning, today }: Office,
  { visitor }: Somebody,
): Promise<Trial[]> {
  const year = Number(today.slice(0, 4));
  const said = (leadUnitId: string) => ({
    ...draftRecords(leadUnitId, { day: today, words: fresh('thử') }).drafts,
    ...{ year, on: since(today), days: { drafting: today, issued: `${year}-12-31` } },
  });
  const draft = async (leadUnitId: string) => (await make('/api/drafts', said(leadUnitId))).id;
  const [ours, theirs, gone] = [await draft(research), await draft(planning), await draft(research)];
  const at = (id: string) => (viewer: Visitor) => seenAt<Draft>(viewer, `/api/drafts/${id}`);
  for (const id of [ours, theirs, gone]) {
    // The viewer's unit is asked about the draft of another.
    const asked = { unitIds: [id === theirs ? research : planning], on: today };
    await make(`/api/drafts/${id}/opinions`, asked);
    const opinion = (await make(`/api/drafts/${id}/opinions`, asked)) as unknown as Draft;
    const remarks = ['Sửa Điều 1', 'Sửa Điều 2'];
    const answer = { askId: opinion.opinions[0]!.id, on: today, answer: 'remarks', remarks };
    await make(`/api/drafts/${id}/answers`, answer);
  }
  await make(`/api/drafts/${gone}/stop`, { reason: 'thôi làm', on: today });
  const bodies: Record<string, unknown> = Object.fromEntries(
    Object.entries(draftBodies(today)).map(([id, body]) => [id.replace('draft.', ''), body]),
  );
  const acts = (id: string, leadUnitId: string): Trial => ({
    policy: draftPolicy,
    acts: ['ask', 'report', 'enter', 'sendBack', 'handle', 'change', 'move', 'stop', 'report'],
    look: at(id),
    attempt(act, seen) {
      const answerId = (seen as Draft | null)?.opinions.find(({ answer }) => answer)?.answer?.id;
      const body: Record<string, unknown> = {
        ...bodies,
        change: { ...(bodies.change as object), leadUnitId },
        enter: { stage: 'consulting', on: today, cause: 'people' },
        handle: { answerId: answerId ?? ours, remark: 0, how: 'taken' },
        move: { days: { issued: `${year + 1}-03-01` }, reason: 'dời', on: today },
      };
      return { params: { id }, body: body[act] };
    },
  });
  const begins = (id: string): Trial => ({
    policy: draftPolicy,
    acts: ['enter'],
    look: at(id),
    attempt: () => ({ params: { id }, body: { stage: 'drafting', on: today } }),
  });
  const answers = (id: string): Trial => ({
    policy: opinionPolicy,
    acts: ['answer'],
    look: async (viewer) => (await at(id)(viewer))?.opinions.at(-1) ?? null,
    attempt: (_, seen) => ({
      params: { id },
      body: { askId: (seen as (Seen & { id: string }) | null)?.id ?? id, on: today, answer: 'agree' },
    }),
  });
  const retracts = await draft(research);
  await visitor.call('POST', `/api/drafts/${retracts}/reports`, { words: 'đang viết', on: today });
  const takesBack = (which: 'first' | 'last'): Trial => ({
    policy: draftFactPolicy,
    acts: ['retract'],
    async look(viewer) {
      const history = (await at(retracts)(viewer))?.history ?? [];
      return (which === 'first' ? history.at(-1) : history[0]) ?? null;
    },
    attempt: (_, seen) => ({
      params: { id: retracts },
      body: { factId: (seen as (Seen & { id: string }) | null)?.id ?? ours, reason: 'ghi nhầm' },
    }),
  });
  const plans: Trial = {
    policy: planningPolicy,
    acts: ['plan'],
    look: (viewer) => seenAt<Seen>(viewer, '/api/drafts'),
    attempt: () => ({ body: said(research) }),
  };
  return [
    plans,
    begins(ours),
    begins(theirs),
    answers(ours),
    answers(theirs),
    answers(gone),
    acts(ours, research),
    acts(theirs, planning),
    acts(gone, research),
    takesBack('last'),
    takesBack('first'),
  ];
}

/** Acts here, registered and issued, and superior acts that touch two, or none. */
export async function actTrials({ make, research, today }: Office): Promise<Trial[]> {
  const changed = `${next()}/2019/TT-BKHCN`;
  const records = draftRecords(research, { day: today });
  const local = () => ({
    ...records['local-acts'],
    ...{ number: `${next()}/2018/QĐ-UBND`, bases: [changed] },
  });
  const superior = (changes: string) => ({
    ...records['superior-acts'],
    ...{ number: `${next()}/2026/TT-BKHCN`, changes: [changes] },
  });
  const [first, second] = [await make('/api/local-acts', local()), await make('/api/local-acts', local())];
  const touching = await make('/api/superior-acts', superior(changed));
  const idle = await make('/api/superior-acts', superior(`${next()}/2001/TT-BKHCN`));
  const year = Number(today.slice(0, 4));
  const draft = await make('/api/drafts', {
    ...{ ...records.drafts, year, on: since(today), kind: 'other', days: { issued: `${year}-12-31` } },
  });
  await make(`/api/drafts/${draft.id}/stages`, { stage: 'drafting', on: today });
  await make(`/api/drafts/${draft.id}/stages`, { stage: 'submitted', on: today });
  const issued = { stage: 'issued', on: today, document: `${next()}/2026/QĐ-UBND` };
  await make(`/api/drafts/${draft.id}/stages`, issued);
  const acts = (viewer: Visitor) => seenAt<Acts>(viewer, '/api/acts');
  const corrects = (id: string): Trial => ({
    policy: localActPolicy,
    acts: ['correctAct'],
    look: async (viewer) => (await acts(viewer))?.local.find((one) => one.id === id) ?? null,
    attempt: () => ({ params: { id }, body: local() }),
  });
  const amendment = (actId: string) => ({ actId, leadUnitId: research, product: 'Dự thảo', due: today });
  const above = (id: string, tried: string[]): Trial => ({
    policy: superiorPolicy,
    acts: tried,
    look: (viewer) => seenAt<SuperiorActRecord>(viewer, `/api/superior-acts/${id}`),
    attempt(act) {
      const bodies: Record<string, unknown> = {
        spare: { actId: first.id, reason: 'không liên quan' },
        giveAmendments: { amendments: [amendment(first.id), amendment(second.id)] },
        correctSuperior: superior(changed),
      };
      return { params: { id }, body: bodies[act] };
    },
  });
  const whole: Trial = {
    policy: actsPolicy,
    acts: ['registerAct', 'registerSuperior'],
    look: acts,
    attempt: (act) => ({ body: act === 'registerAct' ? local() : superior(changed) }),
  };
  return [
    above(touching.id, ['spare', 'giveAmendments', 'spare', 'giveAmendments', 'correctSuperior']),
    above(idle.id, ['spare', 'giveAmendments']),
    whole,
    corrects(first.id),
    corrects(draft.id),
  ];
}
