import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestContext, testContext } from '../../../test/context.ts';
import { uuidv7 } from '../../storage/ids.ts';
import type { Actor } from '../context.ts';
import { enterInBook, registerByHand } from '../documents/register.ts';
import { type FigureList, FigureReading, listFigureRecords } from './contract.ts';
import { listFiguresOf } from './queries.ts';
import { listRecordsOf } from './records.ts';

let t: TestContext;
let office: Actor;

const at = (day: string) => t.setNow(`${day}T03:00:00Z`);
const listed = (query: Record<string, string> = {}) =>
  listFiguresOf(t.ctx, office, FigureReading.parse(query));
const records = (query: Record<string, string>) =>
  listRecordsOf(t.ctx, office, listFigureRecords.query!.parse({ limit: '200', ...query }));
const valuesIn = ({ figures }: FigureList) => Object.fromEntries(figures.map(({ id, value }) => [id, value]));

beforeAll(async () => {
  t = await testContext();
  office = t.actorOf('office');
});
afterAll(() => t.close());

const year = { period: 'year', year: '2026' };

describe('documents', () => {
  test('by book and kind, with those that carry directives', async () => {
    at('2026-02-02');
    const entry = { date: '2026-02-01', issuer: 'UBND tỉnh', subject: 'Về việc thử nghiệm' };
    await registerByHand(t.ctx, office, { ...entry, direction: 'in', kind: 'TB', number: '1/TB-UBND' });
    await registerByHand(t.ctx, office, { ...entry, direction: 'out', kind: 'BC', number: null });
    const list = await listed(year);
    expect(valuesIn(list)).toMatchObject({
      ...{ 'documents-registered': 2, 'documents-in': 1, 'documents-out': 1, 'documents-carrying': 0 },
    });
    const { splits, items } = await records({ ...year, figure: 'documents-registered' });
    expect(
      splits
        .find(({ by: split }) => split === 'kind')
        ?.parts.map(({ key }) => key)
        .sort(),
    ).toEqual(['BC', 'TB']);
    expect(items[0]).toMatchObject({ state: 'registered', page: { place: 'documents' } });
    expect(valuesIn(await listed({ ...year, unit: t.unitId }))).not.toHaveProperty('documents-in');
  });
});

describe('files that came in', () => {
  /** A file received on a day, dropped or registered on another, or still waiting. */
  async function receive(on: string, then: { droppedOn?: string; registeredOn?: string } = {}) {
    const { agencyId } = t;
    const [id, moment] = [uuidv7(), (day: string) => `${day}T03:00:00Z`];
    await t.ctx.store.transaction(office.scope, async (tx) => {
      const file = {
        file_hash: id.replaceAll('-', '').padEnd(64, '0'),
        round: 0,
        name: 'cv.pdf',
        source: 'file',
      };
      const received = { received_at: moment(on), received_by: null };
      await tx
        .insertInto('intake')
        .values({ agency_id: agencyId, id, ...file, ...received } as never)
        .execute();
      const { droppedOn, registeredOn } = then;
      const stamp = { agency_id: agencyId, recorded_by: null };
      if (droppedOn)
        await tx
          .insertInto('intake_drop')
          .values({ ...stamp, id: uuidv7(), intake_id: id, reason: 'trùng', recorded_at: moment(droppedOn) })
          .execute();
      if (registeredOn)
        await enterInBook(tx, {
          ...{ agencyId, direction: 'in', intakeId: id, readingId: null, kind: 'TB', number: '9/TB-UBND' },
          ...{ date: null, issuer: null, subject: 'Từ tệp', registeredOn },
          ...{ recordedAt: moment(registeredOn), recordedBy: null },
        });
    });
    return id;
  }

  test('carried over and new are confirmed, set aside or still waiting, as of the cut-off', async () => {
    const early = await receive('2025-12-01', { registeredOn: '2025-12-20' });
    await receive('2026-01-05', { droppedOn: '2026-01-06' });
    const waiting = await receive('2026-01-06');
    await receive('2026-01-07', { registeredOn: '2026-02-02' });
    at('2026-02-03');
    const january = { ...year, cutOff: '2026-01-31' };
    expect(valuesIn(await listed(january))).toMatchObject({
      ...{ 'documents-to-confirm': 4, 'documents-waiting': 1, 'documents-received': 3 },
      ...{
        'documents-confirmed': 1,
        'documents-dropped': 1,
        'documents-unconfirmed': 2,
        'documents-unread': 2,
      },
    });
    const { items } = await records({ ...year, figure: 'documents-unconfirmed' });
    expect(items).toMatchObject([{ id: waiting, words: 'cv.pdf', page: { place: 'intake', id: waiting } }]);
    const before = await records({ ...january, figure: 'documents-waiting' });
    expect(before.items).toMatchObject([
      { id: early, state: 'registered', source: { words: 'Thông báo 9/TB-UBND' } },
    ]);
  });
});
