import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestContext, testContext } from '../../../test/context.ts';
import { parseTyped } from '../../domain/deadlines/typed.ts';
import type { Role } from '../../domain/permissions/permission.ts';
import { permissionsOf } from '../../domain/permissions/policy.ts';
import { requestStateOn } from '../../domain/requests/request.ts';
import type { Actor } from '../context.ts';
import { giveByWord } from '../directives/commands.ts';
import { insertPerson, insertPost } from '../organisation/persons.ts';
import { insertUnit } from '../organisation/units.ts';
import { answerRequest, askUnit, type Question } from './commands.ts';
import { listRequests, requestStateInSql } from './queries.ts';

let t: TestContext;
let planning: string;
let asker: Actor;
let asked: Actor;
let auditor: Actor;

const typed = (words: string) => {
  const read = parseTyped(words, { today: t.ctx.today().toString() });
  if (!read.ok) throw new Error(read.message);
  return read.deadline;
};

async function personAt(unitId: string, role: Role, fullName: string): Promise<Actor> {
  const office = t.actorOf('office');
  const personId = await t.ctx.store.transaction(office.scope, async (tx) => {
    const id = await insertPerson(tx, t.ctx, office, { fullName });
    await insertPost(tx, t.ctx, office, id, { unitId, role, from: '2020-01-01' });
    return id;
  });
  const permissions = permissionsOf({ roles: [role], installationRoles: [], superiorView: false });
  return { ...office, personId, permissions, name: fullName };
}

beforeAll(async () => {
  t = await testContext();
  planning = await t.ctx.store.transaction({ agencies: [t.agencyId] }, (tx) =>
    insertUnit(tx, t.ctx, t.actorOf('office'), { name: 'Phòng Kế hoạch', openedOn: '2020-01-01' }),
  );
  asker = await personAt(planning, 'officer', 'Vũ Người Hỏi');
  asked = await personAt(t.unitId, 'officer', 'Ngô Người Đáp');
  auditor = await personAt(t.unitId, 'auditor', 'Đỗ Thanh Tra');
});
afterAll(() => t.close());
beforeEach(() => t.setNow('2026-11-18T03:00:00Z'));

const ask = (more: Partial<Question> = {}, who = asker) =>
  askUnit(t.ctx, who, {
    fromUnitId: planning,
    toUnitId: t.unitId,
    words: 'Xin số liệu biên chế quý III',
    deadline: typed('20/11/2026'),
    directiveId: null,
    ...more,
  });
const list = (who: Actor, query: Partial<Parameters<typeof listRequests>[2]> = {}) =>
  listRequests(t.ctx, who, { limit: 50, ...query });

describe('asked and answered', () => {
  test('with a clock of its own, tied to a directive, by whoever has a post there', async () => {
    const directive = await giveByWord(t.ctx, t.actorOf('office'), {
      words: 'Xây dựng báo cáo biên chế',
      leadUnitId: planning,
      coordinatingUnitIds: [],
      product: null,
      deadline: { kind: 'none' },
      kind: 'do',
      givenOn: '2026-11-02',
    });
    const question = await ask({ directiveId: directive.id });
    expect(question).toMatchObject({
      from: { name: 'Phòng Kế hoạch' },
      to: { name: 'Văn phòng' },
      directive: { id: directive.id, words: 'Xây dựng báo cáo biên chế' },
      dueDay: '2026-11-20',
      state: 'open',
      askedBy: 'Vũ Người Hỏi',
      answer: null,
    });
    expect((await list(asked, { directive: directive.id })).items[0]?.abilities.answer).toBe(true);
    t.setNow('2026-11-26T03:00:00Z');
    const [late] = (await list(asker, { mine: 'asked', state: ['late'] })).items;
    expect(late?.id).toBe(question.id);
    const calendar = await t.ctx.calendar();
    const between = (a: string, b: string) =>
      calendar.workingDaysBetween(Temporal.PlainDate.from(a), Temporal.PlainDate.from(b));
    expect(late?.waited).toBe(between('2026-11-18', '2026-11-26'));
    const answered = await answerRequest(t.ctx, asked, question.id, 'Gửi kèm: 45 biên chế');
    expect(answered).toMatchObject({
      state: 'answered',
      answer: { words: 'Gửi kèm: 45 biên chế', answeredOn: '2026-11-26', by: 'Ngô Người Đáp' },
    });
    expect(answered.lateness).toContain('muộn');
    await expect(answerRequest(t.ctx, asked, question.id, 'lần hai')).rejects.toMatchObject({ status: 409 });
    const before = await list(asker, { asOf: '2026-11-19', directive: directive.id });
    expect(before.items[0]).toMatchObject({ state: 'open', answer: null });
    expect((await list(asker, { asOf: '2026-11-17', directive: directive.id })).total).toBe(0);
  });

  test('not of oneself, not in another’s name, not by who only looks on, not about another’s record', async () => {
    await expect(ask({ toUnitId: planning })).rejects.toMatchObject({ status: 400 });
    await expect(ask({}, asked)).rejects.toMatchObject({ status: 403 });
    await expect(ask({ fromUnitId: t.unitId, toUnitId: planning }, auditor)).rejects.toMatchObject({
      status: 403,
    });
    await expect(ask({ directiveId: planning })).rejects.toMatchObject({ status: 400 });
    const question = await ask();
    await expect(answerRequest(t.ctx, asker, question.id, 'tự trả lời')).rejects.toMatchObject({
      status: 403,
    });
    expect((await list(asker)).items.find(({ id }) => id === question.id)?.abilities.answer).toContain(
      'đơn vị',
    );
    expect((await list(auditor)).items.find(({ id }) => id === question.id)?.abilities).toEqual({});
  });

  test('another agency neither asks ours nor sees nor answers', async () => {
    const other = await t.newAgency();
    const theirs = other.actorOf('office');
    const question = await ask();
    await expect(ask({ fromUnitId: other.unitId }, theirs)).rejects.toMatchObject({ status: 400 });
    await expect(answerRequest(t.ctx, theirs, question.id, 'của ai')).rejects.toMatchObject({ status: 404 });
    expect((await list(theirs)).total).toBe(0);
  });
});

test('pages hold every question once, and the counts are the lists they open', async () => {
  for (let at = 0; at < 5; at++) await ask({ words: `Câu hỏi số ${at}`, deadline: { kind: 'none' } });
  const all = await list(asker);
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await list(asker, { limit: 2, cursor });
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toEqual(all.items.map(({ id }) => id));
  expect(new Set(seen).size).toBe(all.total);
  for (const state of ['open', 'late', 'answered'] as const)
    expect((await list(asker, { state: [state] })).total).toBe(all.counts[state]);
});

test('the database derives the state as the domain does', async () => {
  const day = fc
    .integer({ min: 0, max: 20 })
    .map((n) => Temporal.PlainDate.from('2026-11-01').add({ days: n }).toString());
  await fc.assert(
    fc.asyncProperty(fc.option(day), fc.option(day), day, async (due, answeredOn, on) => {
      const { rows } = await t.ctx.store.read(asker.scope, (tx) =>
        sql<{ state: string }>`select ${requestStateInSql(on)} as state
          from (select ${due}::date as due) r, (select ${answeredOn}::date as answered_on) a`.execute(tx),
      );
      expect(rows[0]?.state).toBe(requestStateOn({ askedOn: '2026-11-01', due, answeredOn }, on));
    }),
    { numRuns: 100 },
  );
});
