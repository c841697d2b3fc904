import type { ProgrammeItemRecord } from '../../src/features/programme/contract.ts';
import { itemPolicy, programmePolicy } from '../../src/features/programme/policy.ts';
import type { Visitor } from '../server.ts';
import { fresh, next, type Office } from './office.ts';
import { type Seen, seenAt, type Trial } from './trial.ts';

/** A programme while it is a draft, then approved; items open and dropped in each. */
export async function programmeTrials({ make, research, today }: Office): Promise<Trial[]> {
  // A year of its own for each one who tries.
  const year = 2040 + (next() % 60);
  const plan = () => ({ words: fresh('Việc của năm'), leadUnitId: research, month: 5 });
  const paper = { reason: 'điều chỉnh', document: '1/TB-SKHCN', on: today };
  const draft = async (of: number) => (await make('/api/programme-items', { ...plan(), year: of })).id;
  const empty = year - 2040 + 1950;
  const approved = year + 1;
  const [inDraft, gone, second] = [await draft(year), await draft(year), await draft(year)];
  await make(`/api/programme-items/${gone}/drop`, { reason: 'thôi làm', on: today });
  const [inForce, given] = [await draft(approved), await draft(approved)];
  await make('/api/programme/approve', { year: approved, on: today, document: '1/QĐ-SKHCN' }).catch(
    () => null,
  );
  const bodies: Record<string, unknown> = {
    change: plan(),
    move: { ...paper, month: 7 },
    drop: paper,
    give: {},
  };
  const item = (id: string, acts: string[]): Trial => ({
    policy: itemPolicy,
    acts,
    look: (viewer: Visitor) => seenAt<ProgrammeItemRecord>(viewer, `/api/programme-items/${id}`),
    attempt: (act) => ({ params: { id }, body: bodies[act] }),
  });
  const whole = (of: number, act: string, body: unknown): Trial => ({
    policy: programmePolicy,
    acts: [act],
    look: (viewer) => seenAt<Seen>(viewer, `/api/programme?year=${of}`),
    attempt: () => ({ body }),
  });
  return [
    item(inDraft, ['move', 'give', 'change', 'drop']),
    item(gone, ['change', 'move', 'drop', 'give']),
    item(inForce, ['change', 'move', 'drop']),
    item(given, ['give', 'give', 'move', 'drop']),
    whole(year, 'add', { ...plan(), year, amendment: paper }),
    whole(empty, 'approve', { year: empty, on: today, document: '2/QĐ-SKHCN' }),
    whole(year, 'approve', { year, on: today, document: '2/QĐ-SKHCN' }),
    item(second, ['change']),
  ];
}
