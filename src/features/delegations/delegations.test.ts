import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestContext, testContext } from '../../../test/context.ts';
import type { Role } from '../../domain/permissions/permission.ts';
import type { Actor } from '../context.ts';
import { actOn } from '../directives/act.ts';
import { giveByWord } from '../directives/commands.ts';
import { doerOf } from '../directives/doer.ts';
import { getDirective } from '../directives/get.ts';
import { givePart } from '../directives/parts.ts';
import { insertPerson, insertPost } from '../organisation/persons.ts';
import { insertUnit } from '../organisation/units.ts';
import { insertAccount, joinPerson } from '../session/accounts.ts';
import { actorFrom, standingOf } from '../session/session.ts';
import { delegate, endDelegation, listDelegations, type NewDelegation } from './commands.ts';

let t: TestContext;
let office: Actor;
let planning: string;
let measuring: string;
let ids: Record<'director' | 'head' | 'deputy' | 'other', string>;

async function person(unitId: string, role: Role, fullName: string, title: string | null) {
  return t.ctx.store.transaction(office.scope, async (tx) => {
    const id = await insertPerson(tx, t.ctx, office, { fullName });
    await insertPost(tx, t.ctx, office, id, { unitId, role, title: title ?? undefined, from: '2020-01-01' });
    const userName = `u${id}`;
    const userId = await insertAccount(tx, t.ctx, { userName, fullName, passwordHash: 'x' });
    await joinPerson(tx, t.ctx, { userId, agencyId: t.agencyId, personId: id });
    return { id, userId };
  });
}
const users = new Map<string, string>();

/** The person as the door would resolve them at this moment. */
const signedIn = async (personId: string): Promise<Actor> => {
  const userId = users.get(personId)!;
  const standing = await standingOf(t.ctx, userId, t.agencyId);
  return actorFrom(standing, { id: userId, name: '' }, { via: 'session', traceId: 'test' });
};

beforeAll(async () => {
  t = await testContext();
  office = t.actorOf('office');
  const unit = (name: string) =>
    t.ctx.store.transaction(office.scope, (tx) =>
      insertUnit(tx, t.ctx, office, { name, openedOn: '2020-01-01' }),
    );
  planning = await unit('Phòng Kế hoạch');
  measuring = await unit('Phòng Đo lường');
  const made = {
    director: await person(t.unitId, 'director', 'Trần Giám Đốc', 'Giám đốc'),
    head: await person(planning, 'head', 'Lê Trưởng Phòng', 'Trưởng phòng'),
    deputy: await person(planning, 'officer', 'Vũ Phó Phòng', 'Phó Trưởng phòng'),
    other: await person(measuring, 'officer', 'Ngô Phòng Khác', null),
  };
  for (const { id, userId } of Object.values(made)) users.set(id, userId);
  ids = Object.fromEntries(Object.entries(made).map(([name, { id }]) => [name, id])) as typeof ids;
});
afterAll(() => t.close());
beforeEach(() => t.setNow('2026-11-24T03:00:00Z'));

const wish = (more: Partial<NewDelegation> = {}): NewDelegation => ({
  form: 'KT.',
  fromPersonId: ids.head,
  toPersonId: ids.deputy,
  unitId: null,
  fromDay: '2026-11-25',
  lastDay: '2026-11-27',
  document: 'Giấy uỷ quyền số 5',
  ...more,
});
const give = (leadUnitId = planning) =>
  giveByWord(t.ctx, office, {
    words: 'Xây dựng kế hoạch năm sau',
    leadUnitId,
    coordinatingUnitIds: [],
    product: null,
    deadline: { kind: 'none' },
    kind: 'do',
    givenOn: '2026-11-02',
  });
const leads = async (personId: string, on: string) => {
  const actor = await signedIn(personId);
  const doer = await t.ctx.store.read(actor.scope, (tx) => doerOf(tx, actor, on));
  return (doer.actingFor ?? []).flatMap(({ posts }) => posts.map(({ unitId, role }) => `${role} ${unitId}`));
};

describe('while it holds', () => {
  test('from the first day to the last, both included, at midnight of the offices', async () => {
    await delegate(t.ctx, office, wish());
    for (const [instant, held] of [
      ['2026-11-24T16:59:59Z', false],
      ['2026-11-24T17:00:00Z', true],
      ['2026-11-27T16:59:59Z', true],
      ['2026-11-27T17:00:00Z', false],
    ] as const) {
      t.setNow(instant);
      const actor = await signedIn(ids.deputy);
      const posts = await leads(ids.deputy, t.ctx.today().toString());
      expect(posts, instant).toEqual(held ? [`head ${planning}`] : []);
      expect((await standingOf(t.ctx, users.get(ids.deputy)!, t.agencyId)).posts.length).toBe(held ? 2 : 1);
      expect(actor.permissions.has('directive.give')).toBe(false);
    }
  });

  test('what the head alone may, the deputy does, and both names stay in the record', async () => {
    const record = await give();
    await expect(
      actOn(t.ctx, await signedIn(ids.deputy), record.id, record.version, {
        act: { kind: 'refused', reason: 'sai thẩm quyền' },
      }),
    ).rejects.toMatchObject({ status: 403 });
    t.setNow('2026-11-25T03:00:00Z');
    const deputy = await signedIn(ids.deputy);
    expect((await getDirective(t.ctx, deputy, record.id)).abilities.received).toBe(true);
    const received = await actOn(t.ctx, deputy, record.id, record.version, { act: { kind: 'received' } });
    expect(received.history[0]).toMatchObject({
      kind: 'received',
      by: 'KT. Trưởng phòng Lê Trưởng Phòng, Vũ Phó Phòng',
    });
    const progress = { kind: 'progressed', percent: 10, words: '', obstacle: null } as const;
    const own = await actOn(t.ctx, deputy, record.id, received.version, { act: progress });
    expect(own.history[0]?.by).toBe('Vũ Phó Phòng');
    const part = await givePart(t.ctx, deputy, record.id, own.version, {
      words: 'Phần việc thứ nhất',
      leadUnitId: planning,
      assigneeId: null,
      coordinatingUnitIds: [],
      product: null,
      deadline: { kind: 'none' },
      weight: 1,
    });
    expect(part.history[0]?.by).toBe('KT. Trưởng phòng Lê Trưởng Phòng, Vũ Phó Phòng');
  });

  test('ended early, from that day on; what was done stays', async () => {
    t.setNow('2026-11-26T03:00:00Z');
    const [first] = await listDelegations(t.ctx, office);
    expect(first).toMatchObject({ holds: true, abilities: { end: true } });
    await expect(endDelegation(t.ctx, office, first!.id, '2026-11-25')).rejects.toMatchObject({
      status: 400,
    });
    const ended = await endDelegation(t.ctx, office, first!.id, '2026-11-27');
    expect(ended).toMatchObject({ holds: true, endedOn: '2026-11-27' });
    expect(await leads(ids.deputy, '2026-11-26')).toEqual([`head ${planning}`]);
    expect(await leads(ids.deputy, '2026-11-27')).toEqual([]);
    await expect(endDelegation(t.ctx, office, first!.id, '2026-11-27')).rejects.toMatchObject({
      status: 409,
    });
  });
});

describe('limits', () => {
  beforeAll(async () => {
    t.setNow('2026-11-24T03:00:00Z');
    const days = { fromDay: '2026-12-01', lastDay: '2026-12-31' };
    await delegate(
      t.ctx,
      office,
      wish({ ...days, fromPersonId: ids.director, toPersonId: ids.head, form: 'TUQ.' }),
    );
    await delegate(t.ctx, office, wish({ ...days, unitId: planning }));
  });
  beforeEach(() => t.setNow('2026-12-02T03:00:00Z'));

  test('what was lent is not lent on', async () => {
    const head = await signedIn(ids.head);
    expect(head.permissions.has('directive.give')).toBe(true);
    expect(head.lent?.has('directive.give')).toBe(true);
    const deputy = await signedIn(ids.deputy);
    expect(deputy.permissions.has('directive.give')).toBe(false);
    expect(await leads(ids.deputy, '2026-12-02')).toEqual([`head ${planning}`]);
    await expect(
      delegate(
        t.ctx,
        head,
        wish({ fromPersonId: ids.director, toPersonId: ids.other, lastDay: '2026-12-09' }),
      ),
    ).rejects.toMatchObject({ status: 403 });
  });

  test('the agency’s giver is named where the right to give was lent', async () => {
    const head = await signedIn(ids.head);
    const given = await giveByWord(t.ctx, head, {
      words: 'Việc giao thay giám đốc',
      leadUnitId: measuring,
      coordinatingUnitIds: [],
      product: null,
      deadline: { kind: 'none' },
      kind: 'do',
      givenOn: '2026-12-02',
    });
    expect(given.history[0]?.by).toBe('TUQ. Giám đốc Trần Giám Đốc, Lê Trưởng Phòng');
  });

  test('nobody accepts the own submission in the director’s stead; another’s they do', async () => {
    const head = await signedIn(ids.head);
    const submit = { kind: 'submitted', words: 'xong' } as const;
    const own = await give();
    const submitted = await actOn(t.ctx, head, own.id, own.version, { act: submit });
    const accept = { act: { kind: 'accepted', words: '' } } as const;
    await expect(actOn(t.ctx, head, own.id, submitted.version, accept)).rejects.toMatchObject({
      status: 403,
    });
    const theirs = await give(planning);
    const deputy = await signedIn(ids.deputy);
    const done = await actOn(t.ctx, deputy, theirs.id, theirs.version, { act: submit });
    expect(await actOn(t.ctx, head, theirs.id, done.version, accept)).toMatchObject({
      state: 'done-in-time',
    });
  });

  test('people give their own; days, persons and units must be right', async () => {
    const deputy = await signedIn(ids.deputy);
    const refusal = (more: Partial<NewDelegation>, actor = office) =>
      delegate(t.ctx, actor, wish({ lastDay: '2026-12-31', ...more })).then(
        () => 'made',
        (error: { status: number; errors?: { path: string }[] }) => error.errors?.[0]?.path ?? error.status,
      );
    expect(await refusal({}, deputy)).toBe(403);
    expect(await refusal({ fromPersonId: ids.deputy, toPersonId: ids.head }, deputy)).toBe('made');
    expect(await refusal({ toPersonId: ids.head })).toBe('toPersonId');
    expect(await refusal({ fromDay: '2027-01-01' })).toBe('lastDay');
    expect(await refusal({ fromDay: '2026-11-01', lastDay: '2026-11-30' })).toBe('lastDay');
    expect(await refusal({ unitId: measuring })).toBe('unitId');
  });

  test('another agency’s people are nobody here, and their delegations lend nothing', async () => {
    const theirs = await t.newAgency();
    await expect(
      delegate(t.ctx, office, wish({ lastDay: '2026-12-31', toPersonId: theirs.personId })),
    ).rejects.toMatchObject({ status: 400, errors: [{ path: 'toPersonId' }] });
    await expect(
      delegate(t.ctx, theirs.actorOf('office'), wish({ lastDay: '2026-12-31' })),
    ).rejects.toMatchObject({ status: 400, errors: [{ path: 'fromPersonId' }] });
    expect(await listDelegations(t.ctx, theirs.actorOf('office'))).toEqual([]);
    const [one] = await listDelegations(t.ctx, office);
    await expect(endDelegation(t.ctx, theirs.actorOf('office'), one!.id, '2026-12-05')).rejects.toMatchObject(
      { status: 404 },
    );
  });
});
