import type { ProgrammeItemRecord } from '../../src/features/programme/contract.ts';
import { itemPolicy, programmePolicy } from '../../src/features/programme/policy.ts';
import type { Visitor } from '../server.ts';
import { fresh, type Office } from './office.ts';
import { type Seen, seenAt, type Trial } from './trial.ts';

/** Years are taken three at a time, so that each one who tries has their own. */
let years = 1950;

/** A programme while it is a draft, then approved; items open and dropped in each. */
export async function programmeTrials({ make, research, today }: Office): Promise<Trial[]> {
  years += 3;
  const [year, approved, empty] = [years, years + 1, years + 2];
  const plan = () => ({ words: fresh('Việc của năm'), leadUnitId: research, month: 5 });
  const paper = { reason: 'điều chỉnh', document: '1/TB-SKHCN', on: today };
  const draft = async (of: number) => (await make('/api/programme-items', { ...plan(), year: of })).id;
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
  const table = 'Nội dung công việc,Đơn vị chủ trì,Thời gian\r\nBáo cáo năm,Văn phòng,5';
  const bringsIn: Trial = {
    policy: programmePolicy,
    acts: ['bringIn'],
    look: (viewer) => seenAt<Seen>(viewer, '/api/programme'),
    attempt: () => ({
      body: `--x\r\ncontent-disposition: form-data; name="file"; filename="ct.csv"\r\n\r\n${table}\r\n--x--`,
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    }),
  };
  return [
    bringsIn,
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
