import type { Target } from '../../src/features/targets/contract.ts';
import { assigningPolicy, targetFactPolicy, targetPolicy } from '../../src/features/targets/policy.ts';
import { fresh, type Office, type Somebody } from './office.ts';
import { type Seen, seenAt, type Trial } from './trial.ts';

const file = (name: string) =>
  `--x\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\nkết quả\r\n--x--`;

/** Targets of the viewer's unit and of another, standing and withdrawn; what the viewer recorded, and others. */
export async function targetTrials(
  { make, research, planning, today }: Office,
  { visitor }: Somebody,
): Promise<Trial[]> {
  const year = Number(today.slice(0, 4));
  const said = (leadUnitId: string) => ({
    ...{ words: fresh('Số nhiệm vụ nghiệm thu'), measure: 'number', unit: 'nhiệm vụ', aim: 'at-least' },
    ...{ value: 12, due: `${year}-12-31`, leadUnitId, assignedBy: 'UBND tỉnh', document: '1/QĐ-UBND' },
    on: `${year}-01-02`,
  });
  const target = (leadUnitId: string) => make('/api/targets', { ...said(leadUnitId), year });
  const ours = await target(research);
  const theirs = await target(planning);
  const gone = await target(research);
  const ended = { reason: 'thôi giao', document: '2/QĐ-UBND', on: today };
  await make(`/api/targets/${gone.id}/withdraw`, ended);
  const at = (id: string) => (viewer: Somebody['visitor']) => seenAt<Target>(viewer, `/api/targets/${id}`);
  const bodies: Record<string, (leadUnitId: string) => unknown> = {
    plan: () => ({ quarters: [1, 2, 3, 12] }),
    report: () => ({ value: 12, on: today }),
    amend: (leadUnitId) => ({ ...said(leadUnitId), reason: 'điều chỉnh' }),
    withdraw: () => ended,
  };
  const acts = (id: string, leadUnitId: string): Trial => ({
    policy: targetPolicy,
    acts: ['plan', 'report', 'amend', 'withdraw', 'report'],
    look: at(id),
    attempt: (act) => ({ params: { id }, body: bodies[act]?.(leadUnitId) }),
  });
  const proves = (id: string): Trial => ({
    policy: targetPolicy,
    acts: ['prove'],
    look: at(id),
    attempt: () => ({
      params: { id },
      body: file('ket-qua.txt'),
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    }),
  });
  const retracts = await target(research);
  await visitor.call('POST', `/api/targets/${retracts.id}/report`, { value: 12, on: today });
  const fact = (which: 'first' | 'last') => async (viewer: Somebody['visitor']) => {
    const history = (await at(retracts.id)(viewer))?.history ?? [];
    return (which === 'first' ? history.at(-1) : history[0]) ?? null;
  };
  const takesBack = (which: 'first' | 'last'): Trial => ({
    policy: targetFactPolicy,
    acts: ['retract'],
    look: fact(which),
    attempt: (_, seen) => ({
      params: { id: retracts.id },
      body: { factId: (seen as (Seen & { id: string }) | null)?.id ?? ours.id, reason: 'ghi nhầm' },
    }),
  });
  const assigns: Trial = {
    policy: assigningPolicy,
    acts: ['assign'],
    look: (viewer) => seenAt<Seen>(viewer, '/api/targets'),
    attempt: () => ({ body: { ...said(research), year } }),
  };
  return [
    assigns,
    proves(ours.id),
    proves(theirs.id),
    acts(ours.id, research),
    acts(theirs.id, planning),
    acts(gone.id, research),
    takesBack('last'),
    takesBack('first'),
  ];
}
