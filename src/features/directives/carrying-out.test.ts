import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestContext, testContext } from '../../../test/context.ts';
import { openPlanningUnit } from '../../../test/planning-unit.ts';
import type { Deadline } from '../../domain/deadlines/deadline.ts';
import type { DirectiveAct } from '../../domain/directives/facts.ts';
import { standingOf } from '../../domain/directives/standing.ts';
import { endedStates } from '../../domain/directives/state.ts';
import { importCalendarYear } from '../calendar/import.ts';
import type { Actor } from '../context.ts';
import { actOn } from './act.ts';
import { type GivenByWord, giveByWord } from './commands.ts';
import type { DirectiveRecord } from './contract.ts';
import { attach, getEvidence } from './evidence.ts';
import { getDirective } from './get.ts';
import { actOnMany, undoMany } from './many.ts';
import { givePart, type NewPart } from './parts.ts';
import { listDirectives } from './queries.ts';
import { factsOf, nowOf } from './record.ts';
import { retract } from './retract.ts';

let t: TestContext;
let planning: string;
let director: Actor;
let head: Actor;
let officer: Actor;
let stranger: Actor;

const by = (due: string): Deadline => ({ kind: 'date', due, bound: 'by', text: due, span: [0, 0] });

beforeAll(async () => {
  t = await testContext();
  ({ unitId: planning, director, head, officer, stranger } = await openPlanningUnit(t));
});
afterAll(() => t.close());
beforeEach(() => t.setNow('2026-11-24T03:00:00Z'));

const give = (more: Partial<GivenByWord> = {}) =>
  giveByWord(t.ctx, director, {
    words: 'Xây dựng kế hoạch năm sau',
    leadUnitId: planning,
    coordinatingUnitIds: [],
    product: null,
    deadline: by('2026-11-30'),
    kind: 'do',
    givenOn: '2026-11-02',
    ...more,
  });

const act = (who: Actor, record: DirectiveRecord, one: DirectiveAct, happenedOn?: string) =>
  actOn(t.ctx, who, record.id, record.version, { act: one, happenedOn });

const part = (more: Partial<NewPart> = {}): NewPart => ({
  words: 'Phần việc thứ nhất',
  leadUnitId: planning,
  assigneeId: null,
  coordinatingUnitIds: [],
  product: null,
  deadline: by('2026-11-27'),
  weight: 1,
  ...more,
});

const pdf = {
  name: 'Kế hoạch.pdf',
  bytes: new TextEncoder().encode('%PDF-1.7 kế hoạch'),
  mediaType: 'application/pdf',
};

describe('from given to accepted', () => {
  test('with a return, an extension, and the first deadline kept', async () => {
    let record = await give({ product: 'Kế hoạch' });
    record = await act(head, record, { kind: 'received' });
    record = await act(head, record, {
      kind: 'assigned',
      assignee: { personId: officer.personId ?? '', name: 'tên giả' },
    });
    expect(record.assignee?.name).toBe('Vũ Chuyên Viên');
    record = await act(officer, record, {
      kind: 'progressed',
      percent: 40,
      words: 'đang chờ số liệu',
      obstacle: { cause: 'other-unit', waitingFor: { name: 'x', unitId: t.unitId } },
    });
    expect(record).toMatchObject({ percent: 40, cause: 'other-unit', waitingFor: 'Văn phòng' });
    record = await act(officer, record, {
      kind: 'extensionAsked',
      deadline: by('2026-12-10'),
      reason: 'chờ số liệu',
    });
    expect(record).toMatchObject({ extensionAsked: true, holder: 'giver' });
    record = await act(director, record, {
      kind: 'extended',
      deadline: by('2026-12-10'),
      reason: 'đồng ý',
      objective: true,
    });
    expect(record).toMatchObject({ dueDay: '2026-12-10', firstDueDay: '2026-11-30', timesExtended: 1 });
    await expect(act(officer, record, { kind: 'submitted', words: '' })).rejects.toMatchObject({
      status: 409,
    });
    record = await attach(t.ctx, officer, record.id, [pdf]);
    record = await act(officer, record, { kind: 'submitted', words: 'trình kế hoạch' });
    expect(record.state).toBe('awaiting-confirmation');
    record = await act(director, record, { kind: 'returned', reason: 'bổ sung phụ lục' });
    expect(record).toMatchObject({ state: 'returned', timesReturned: 1 });
    record = await act(officer, record, { kind: 'submitted', words: 'đã bổ sung' });
    t.setNow('2026-12-15T03:00:00Z');
    record = await act(director, record, { kind: 'accepted', words: '' });
    expect(record).toMatchObject({
      state: 'done-in-time',
      closedOn: '2026-11-24',
      percent: 100,
      holder: null,
    });
    expect(record.history.map(({ kind }) => kind)).toEqual([
      'accepted',
      'submitted',
      'returned',
      'submitted',
      'evidenced',
      'extended',
      'extensionAsked',
      'progressed',
      'assigned',
      'received',
      'given',
    ]);
    const evidence = await getEvidence(t.ctx, stranger, record.id, record.evidence[0]?.id ?? '');
    expect(evidence.bytes.toString()).toContain('kế hoạch');
  });

  test('whose it is not is 403, what is not possible now is 409, an old version is 412; each says why', async () => {
    const record = await give();
    await expect(
      act(stranger, record, { kind: 'progressed', percent: 10, words: '', obstacle: null }),
    ).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining('đơn vị chủ trì'),
    });
    await expect(attach(t.ctx, stranger, record.id, [pdf])).rejects.toMatchObject({ status: 403 });
    await expect(act(director, record, { kind: 'accepted', words: '' })).rejects.toMatchObject({
      status: 409,
    });
    await act(head, record, { kind: 'received' });
    await expect(act(head, record, { kind: 'refused', reason: 'sai thẩm quyền' })).rejects.toMatchObject({
      status: 412,
    });
    expect(record.abilities.accepted).toContain('Chưa trình');
  });

  test('an act dated before it was given, or in the future, is refused; a late entry counts from its own day', async () => {
    const record = await give();
    const received = { kind: 'received' } as const;
    await expect(act(head, record, received, '2026-11-01')).rejects.toMatchObject({ status: 400 });
    await expect(act(head, record, received, '2026-11-25')).rejects.toMatchObject({ status: 400 });
    const late = await act(head, record, { kind: 'submitted', words: 'nộp tuần trước' }, '2026-11-13');
    const accepted = await act(director, late, { kind: 'accepted', words: '' });
    expect(accepted.closedOn).toBe('2026-11-13');
  });

  test('a file hash cannot be claimed without the file', async () => {
    const record = await give();
    const claim = { kind: 'evidenced', name: 'của người khác', fileHash: 'a'.repeat(64) } as const;
    await expect(act(head, record, claim)).rejects.toMatchObject({ status: 400 });
  });
});

describe('to another lead, and out of hand', () => {
  test('a unit declines what is not its own; whoever gave it moves it', async () => {
    let record = await give();
    record = await act(head, record, { kind: 'refused', reason: 'không thuộc chức năng' });
    expect(record).toMatchObject({ state: 'refused', holder: 'giver' });
    record = await act(director, record, {
      kind: 'transferred',
      lead: { name: 'bất kỳ', unitId: t.unitId },
      reason: 'đúng chức năng',
    });
    expect(record).toMatchObject({
      lead: { unitId: t.unitId, name: 'Văn phòng' },
      state: 'in-time',
      holder: 'lead',
    });
    await expect(act(head, record, { kind: 'received' })).rejects.toMatchObject({ status: 403 });
  });

  test('suspended, resumed, stopped', async () => {
    let record = await give();
    record = await act(director, record, { kind: 'suspended', reason: 'chờ quy định mới' });
    expect(record.state).toBe('suspended');
    record = await act(director, record, { kind: 'workResumed' });
    record = await act(director, record, { kind: 'stopped', reason: 'không còn cần' });
    expect(record).toMatchObject({ state: 'stopped', lateness: '' });
  });

  test('a relative clock has a last day from its event on', async () => {
    const deadline: Deadline = {
      kind: 'relative',
      relative: { amount: 5, unit: 'working-day', from: 'nhận đủ hồ sơ' },
      text: '',
      span: [0, 0],
    };
    let record = await give({ deadline });
    expect(record).toMatchObject({ state: 'awaiting-event', dueDay: null });
    record = await act(head, record, { kind: 'clockStarted', event: 'Nhận đủ hồ sơ' }, '2026-11-20');
    // Friday 20/11; 24/11 (S&T… culture day from 2026) is a day off: 23, 25, 26, 27, 30.
    expect(record.dueDay).toBe(
      (await t.ctx.calendar()).addWorkingDays(Temporal.PlainDate.from('2026-11-20'), 5).toString(),
    );
  });
});

test('an official list moves a running clock and a first deadline too, not only the present day', async () => {
  const deadline: Deadline = {
    kind: 'relative',
    relative: { amount: 10, unit: 'working-day', from: 'nhận hồ sơ' },
    text: '',
    span: [0, 0],
  };
  let clock = await give({ deadline });
  clock = await act(head, clock, { kind: 'clockStarted', event: 'Nhận hồ sơ' }, '2026-11-23');
  let extended = await give({ deadline: by('2026-12-03') });
  extended = await act(director, extended, {
    kind: 'extended',
    deadline: by('2026-12-20'),
    reason: 'đồng ý',
    objective: false,
  });
  expect([clock.dueDay, extended.firstDueDay, extended.dueDay]).toEqual([
    '2026-12-08',
    '2026-12-03',
    '2026-12-21',
  ]);
  const off = ['2026-12-03', '2026-12-04'];
  const list = { off, swappedWorkdays: [], decision: 'Thông báo 2/TB-BNV ngày 25/11/2026' };
  const administrator = t.actorOf('administrator');
  const { moved } = await importCalendarYear(t.ctx, administrator, 2026, list, false);
  expect(moved.find(({ directiveId }) => directiveId === clock.id)).toMatchObject({
    from: '2026-12-08',
    to: '2026-12-09',
  });
  expect(moved.map(({ directiveId }) => directiveId)).not.toContain(extended.id);
  expect(await getDirective(t.ctx, head, extended.id)).toMatchObject({
    firstDueDay: '2026-12-07',
    dueDay: '2026-12-21',
  });
});

describe('parts', () => {
  test('hang beneath the whole, count once, and are accepted by whoever broke them off', async () => {
    const whole = await give();
    const first = await givePart(
      t.ctx,
      head,
      whole.id,
      whole.version,
      part({ weight: 3, assigneeId: officer.personId }),
    );
    const grown = await getDirective(t.ctx, head, whole.id);
    await givePart(
      t.ctx,
      head,
      whole.id,
      grown.version,
      part({ words: 'Phần việc thứ hai', leadUnitId: t.unitId }),
    );
    const submitted = await act(officer, first, { kind: 'submitted', words: '' });
    await expect(act(officer, submitted, { kind: 'accepted', words: '' })).rejects.toMatchObject({
      status: 403,
    });
    const accepted = await act(head, submitted, { kind: 'accepted', words: '' });
    expect(accepted.tree.map(({ depth, percent, words }) => [depth, percent, words])).toEqual([
      [0, 75, 'Xây dựng kế hoạch năm sau'],
      [1, 100, 'Phần việc thứ nhất'],
      [1, 0, 'Phần việc thứ hai'],
    ]);
  });

  test('still open are told when the whole is submitted, which then needs a reason', async () => {
    const whole = await give();
    await givePart(t.ctx, head, whole.id, whole.version, part());
    const { version } = await getDirective(t.ctx, head, whole.id);
    const second = await givePart(t.ctx, head, whole.id, version, part({ words: 'Phần việc thứ hai' }));
    await act(director, second, { kind: 'stopped', reason: 'không còn cần' });
    const grown = await getDirective(t.ctx, head, whole.id);
    await expect(act(head, grown, { kind: 'submitted', words: '' })).rejects.toMatchObject({
      status: 400,
      errors: [{ path: 'act.words', message: expect.stringContaining('Còn 1 phần việc chưa xong') }],
    });
    const forged = [{ id: grown.id, words: 'tự khai' }];
    const submitted = await act(head, grown, {
      kind: 'submitted',
      words: 'phần còn lại trình sau',
      openParts: forged,
    });
    expect(submitted.history[0]?.sentence).toBe(
      'Trình kết quả, chờ xác nhận khi còn 1 phần việc chưa xong («Phần việc thứ nhất»): phần còn lại trình sau',
    );
  });

  test('are not due after the whole, and are not anybody’s to give', async () => {
    const whole = await give();
    const late = part({ deadline: by('2026-12-31') });
    await expect(givePart(t.ctx, head, whole.id, whole.version, late)).rejects.toMatchObject({ status: 400 });
    await expect(givePart(t.ctx, officer, whole.id, whole.version, part())).rejects.toMatchObject({
      status: 403,
    });
  });
});

describe('many at once', () => {
  test('tells first, then does what is possible and says why not of the rest; all of it can be undone', async () => {
    const one = await give();
    const two = await give();
    const done = await act(director, await give(), { kind: 'stopped', reason: 'không còn cần' });
    const input = {
      ids: [one.id, two.id, done.id],
      act: { kind: 'suspended', reason: 'chờ chỉ đạo' } as const,
    };
    const dry = await actOnMany(t.ctx, director, { ...input, dry: true });
    expect([dry.done.length, dry.refused.map(({ reason }) => reason)]).toEqual([2, ['Nhiệm vụ đã dừng.']]);
    expect((await getDirective(t.ctx, director, one.id)).state).toBe('in-time');
    const result = await actOnMany(t.ctx, director, { ...input, dry: false });
    expect((await getDirective(t.ctx, director, two.id)).state).toBe('suspended');
    const facts = result.done.map(({ id, factId }) => ({ id, factId: factId ?? '' }));
    await expect(undoMany(t.ctx, t.actorOf('director'), facts)).rejects.toMatchObject({ status: 409 });
    await undoMany(t.ctx, director, facts);
    expect((await getDirective(t.ctx, director, two.id)).state).toBe('in-time');
    await expect(undoMany(t.ctx, director, facts)).rejects.toMatchObject({ status: 409 });
  });
});

test('what was recorded by mistake is taken back and stays readable', async () => {
  let record = await give();
  record = await act(head, record, { kind: 'progressed', percent: 90, words: 'nhầm', obstacle: null });
  const factId = record.history[0]?.id ?? '';
  await expect(
    retract(t.ctx, officer, record.id, record.version, { factId, reason: 'của người khác' }),
  ).rejects.toMatchObject({
    status: 409,
  });
  record = await retract(t.ctx, head, record.id, record.version, { factId, reason: 'ghi nhầm nhiệm vụ' });
  expect(record.percent).toBe(0);
  expect(record.history[1]).toMatchObject({ kind: 'progressed', retracted: true });
});

test('another agency finds nothing to act on', async () => {
  const other = await t.newAgency();
  const record = await give();
  const theirs = other.actorOf('director');
  const notThere = { status: 404 };
  await expect(act(theirs, record, { kind: 'stopped', reason: 'của người khác' })).rejects.toMatchObject(
    notThere,
  );
  await expect(givePart(t.ctx, theirs, record.id, record.version, part())).rejects.toMatchObject(notThere);
  await expect(attach(t.ctx, theirs, record.id, [pdf])).rejects.toMatchObject(notThere);
});

test('a list begins with what is still to be done, nearest first, and ends with what is over, latest first', async () => {
  const { items } = await listDirectives(t.ctx, director, { limit: 200 });
  const isOver = items.map(({ state }) => endedStates.includes(state));
  expect(isOver.lastIndexOf(false)).toBeLessThan(isOver.indexOf(true));
  const days = (over: boolean) =>
    items.filter((_, index) => isOver[index] === over).map(({ dueDay }) => dueDay ?? '9999');
  expect(days(false)).toEqual(days(false).toSorted());
  expect(days(true)).toEqual(days(true).toSorted().reverse());
});

test('after all of this the rows for lists are what the facts fold to', async () => {
  const calendar = await t.ctx.calendar();
  const { rows, facts } = await t.ctx.store.read(director.scope, async (tx) => {
    const rows = await tx
      .selectFrom('directive_now')
      .selectAll()
      .where('agency_id', '=', t.agencyId)
      .execute();
    return {
      rows,
      facts: await factsOf(
        tx,
        t.agencyId,
        rows.map((row) => row.directive_id),
      ),
    };
  });
  expect(rows.length).toBeGreaterThan(10);
  for (const row of rows) {
    const told = facts.get(row.directive_id) ?? [];
    const standing = standingOf(told);
    if (standing === null) throw new Error('a row without facts');
    const folded = nowOf(standing, calendar, { rollForward: true, beforeEndsOnWorkingDay: true }, told);
    expect(row).toMatchObject({
      ...folded,
      deadline: JSON.parse(folded.deadline),
      coordinating: JSON.parse(folded.coordinating),
    });
  }
});
