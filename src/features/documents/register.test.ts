import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestContext, testContext } from '../../../test/context.ts';
import { type BookPlace, enterInBook, madeInPlace, registerByHand } from './register.ts';

let t: TestContext;
beforeAll(async () => {
  t = await testContext();
});
afterAll(() => t.close());

const noticed = { direction: 'out' as const, kind: 'TB', number: null };
const byHand = (date: string | null = null) =>
  registerByHand(t.ctx, t.actorOf('office'), { ...noticed, date, issuer: null, subject: 'Vào sổ tay' });

/** Issues a paper; `meanwhile` is what others do while its files are written. */
function issue(meanwhile: () => Promise<unknown>, fails = false) {
  const entry = { ...noticed, agencyId: t.agencyId, registeredOn: '2026-11-24' };
  const madeFor: BookPlace[] = [];
  const made = t.ctx.store.transaction({ agencies: [t.agencyId] }, async (tx) => {
    const found = await madeInPlace(tx, entry, async (place) => {
      madeFor.push(place);
      if (madeFor.length === 1) await meanwhile();
      return `Số: ${place.number}`;
    });
    const more = { date: null, issuer: null, subject: 'Thông báo', intakeId: null, readingId: null };
    const recorded = { recordedAt: t.ctx.clock().toString(), recordedBy: null };
    await enterInBook(tx, { ...entry, ...more, ...recorded }, found.taken);
    if (fails) throw new Error('đĩa đầy');
    return found;
  });
  return made.then((found) => ({ ...found, times: madeFor.length }));
}

test('while the files of a paper are written others enter theirs, and no number is lost, doubled or wrong', async () => {
  const alone = await issue(async () => {});
  expect(alone).toMatchObject({ taken: { bookNumber: 1 }, made: 'Số: 01/TB-SKHCN', times: 1 });
  // The book is free meanwhile: held, entering by hand would wait for this very transaction for ever.
  const overtaken = await issue(() => byHand());
  expect(overtaken).toMatchObject({ taken: { bookNumber: 3 }, made: 'Số: 03/TB-SKHCN', times: 2 });
  await expect(issue(() => byHand(), true)).rejects.toThrow('đĩa đầy');
  expect((await byHand()).bookNumber).toBe(5);
  const rows = await t.ctx.store.read({ agencies: [t.agencyId] }, (tx) =>
    tx.selectFrom('document').select('book_number').orderBy('book_number').execute(),
  );
  expect(rows.map((row) => row.book_number)).toEqual([1, 2, 3, 4, 5]);
});

test('a paper that bears a day to come is refused, and takes no number', async () => {
  const today = t.ctx.today();
  await expect(byHand(today.add({ days: 1 }).toString())).rejects.toMatchObject({
    ...{
      status: 400,
      errors: [{ path: 'date', message: expect.stringContaining('không thể sau ngày vào sổ') }],
    },
  });
  const last = (await byHand()).bookNumber;
  expect((await byHand(today.toString())).bookNumber).toBe(last + 1);
});
