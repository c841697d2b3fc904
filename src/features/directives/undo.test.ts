import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestContext, testContext } from '../../../test/context.ts';
import { openPlanningUnit } from '../../../test/planning-unit.ts';
import { uuidv7 } from '../../storage/ids.ts';
import type { Actor } from '../context.ts';
import { giveByWord } from './commands.ts';
import { getDirective } from './get.ts';
import { actOnMany, undoMany } from './many.ts';

let t: TestContext;
let planning: string;
let director: Actor;
let head: Actor;
beforeAll(async () => {
  t = await testContext();
  ({ unitId: planning, director, head } = await openPlanningUnit(t));
  t.setNow('2026-11-24T03:00:00Z');
});
afterAll(() => t.close());

const give = () =>
  giveByWord(t.ctx, director, {
    words: 'Xây dựng kế hoạch năm sau',
    leadUnitId: planning,
    coordinatingUnitIds: [],
    product: null,
    deadline: { kind: 'date', due: '2026-11-30', bound: 'by', text: '', span: [0, 0] },
    kind: 'do',
    givenOn: '2026-11-02',
  });

async function suspended() {
  const [one, two] = [await give(), await give()];
  const act = { kind: 'suspended', reason: 'chờ chỉ đạo' } as const;
  const { done } = await actOnMany(t.ctx, director, { ids: [one.id, two.id], act, dry: false });
  return done.map(({ id, factId }) => ({ id, factId: factId ?? '' }));
}

const tell = (directiveId: string, personId: string | null, at: string) =>
  t.ctx.store.transaction(head.scope, (tx) =>
    tx
      .insertInto('urging_told')
      .values({
        agency_id: head.agencyId,
        id: uuidv7(),
        directive_id: directiveId,
        person_id: personId ?? '',
        day: at.slice(0, 10),
        step: 0,
        in_name_of: null,
        due: '2026-11-30',
        recorded_at: at,
      })
      .execute(),
  );

test('what was done to many is taken back until somebody else was told', async () => {
  const facts = await suspended();
  // Told before it was done, and told oneself: neither stands in the way.
  await tell(facts[0]?.id ?? '', head.personId, '2026-11-23T03:00:00Z');
  await tell(facts[1]?.id ?? '', director.personId, '2026-11-24T04:00:00Z');
  expect(await undoMany(t.ctx, director, facts)).toEqual({ undone: 2 });

  const again = await suspended();
  await tell(again[0]?.id ?? '', head.personId, '2026-11-24T04:00:00Z');
  await expect(undoMany(t.ctx, director, again)).rejects.toMatchObject({
    status: 409,
    message: expect.stringContaining('không hoàn tác cả loạt được'),
  });
  for (const { id } of again) expect((await getDirective(t.ctx, director, id)).state).toBe('suspended');
});
