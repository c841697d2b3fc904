import { describe, expect, test } from 'vitest';
import { bodyOf, course, host, investigator } from '../../../test/task-facts.ts';
import { law } from '../../../test/task-look.ts';
import { actRefusal } from './acts.ts';
import type { Change } from './change.ts';
import { changeDecidedBy, changeName, changeRefusal, changeTypes } from './changes.ts';
import { runningClocks } from './clocks.ts';
import type { TaskRegime } from './law.ts';
import { taskStandingOf } from './standing.ts';

const id = (place: number) => `00000000-0000-4000-8000-00000000000${place}`;

/** A task of so many months from 4/9/2024, under one khoán. */
const contracted = (khoan = 'by-part', months = 24, to = '2026-09-04') =>
  course(
    ['2024-08-15', 'approved', { khoan, months }],
    ['2024-09-04', 'contracted', { from: '2024-09-04', to }],
  );
const judged = (change: Change, facts = contracted(), on = '2025-10-01', regime: TaskRegime = 'A') => {
  const judging = { standing: taskStandingOf(facts, regime), on, law };
  const { by } = changeDecidedBy(change, judging);
  return {
    by,
    ask: changeRefusal(change, { ...judging, way: 'ask' }),
    host: changeRefusal(change, { ...judging, way: 'host' }),
  };
};

const extension = (after: string, before = '2026-09-04'): Change => ({ type: 'extension', before, after });
const content: Change = { type: 'content', before: 'khảo sát 5 tỉnh', after: 'khảo sát 4 tỉnh' };
const line = (item: string, amount: number, khoan: boolean) => ({ item, amount, khoan });
const move = (labour: number, survey: number, machines: number): Change => ({
  type: 'budget-move',
  before: [line('công lao động', 900, true), line('khảo sát', 100, true), line('máy', 200, false)],
  after: [line('công lao động', labour, true), line('khảo sát', survey, true), line('máy', machines, false)],
});

describe('extension (TT 04/2015 Đ12)', () => {
  test.each([
    [24, '2027-03-04', null],
    [24, '2027-03-05', /24 tháng được gia hạn không quá 6 tháng/u],
    [36, '2027-09-04', null],
    [36, '2027-09-05', /36 tháng được gia hạn không quá 12 tháng.*Điều 12 khoản 1/u],
  ])('a task of %i months to %s', (months, after, refused) => {
    const { by, ask } = judged(extension(after), contracted('by-part', months));
    expect(by).toBe('ministry');
    if (refused === null) expect(ask).toBeNull();
    else expect(ask).toMatch(refused);
  });
  test('asked a month before the end at the latest', () => {
    expect(judged(extension('2027-03-04'), contracted(), '2026-08-04').ask).toBeNull();
    expect(judged(extension('2027-03-04'), contracted(), '2026-08-05').ask).toMatch(
      /ít nhất 1 tháng.*04\/08\/2026/u,
    );
  });
  test('once; a shortening in between does not count, an old end is pointed out', () => {
    const made = bodyOf('changed', { changeId: id(1), change: extension('2026-12-04') });
    const facts = [
      ...contracted(),
      ...course(['2025-10-01', 'changeAsked', { changeId: id(1) }], ['2025-10-15', 'changed', made]),
    ];
    expect(taskStandingOf(facts, 'A').terms.contract).toMatchObject({
      to: '2026-12-04',
      firstTo: '2026-09-04',
    });
    expect(judged(extension('2027-01-04', '2026-12-04'), facts).ask).toMatch(/Chỉ được gia hạn 1 lần/u);
    expect(judged(extension('2027-01-04'), facts).ask).toMatch(/hiện kết thúc ngày 04\/12\/2026/u);
  });
});

describe('who decides (TT 04/2015 Đ13–18; TTLT 27/2015 Đ6–7, Đ10)', () => {
  const substance: Change = { type: 'name-aim-product', what: 'aim', before: 'a', after: 'b', consent: true };
  const head: Change = {
    type: 'investigator',
    before: investigator,
    after: { id: null, name: 'TS. Lê Hà' },
    cause: 'ill',
  };
  const owner: Change = {
    type: 'host',
    before: host,
    after: { id: null, name: 'Viện mới' },
    cause: 'merger',
  };
  test.each<[string, Change, string, string]>([
    ['content under final-product khoán', content, 'final-product', 'host-organisation'],
    ['content under khoán by part', content, 'by-part', 'ministry'],
    ['the aim under final-product khoán', substance, 'final-product', 'nobody'],
    ['the aim under khoán by part', substance, 'by-part', 'ministry'],
    ['the investigator', head, 'by-part', 'host-organisation'],
    ['the host', owner, 'final-product', 'ministry'],
    ['money between khoán items', move(950, 50, 200), 'by-part', 'investigator'],
    ['money that is not khoán', move(900, 100, 150), 'by-part', 'ministry'],
    ['the khoán total', move(950, 100, 150), 'by-part', 'nobody'],
  ])('%s', (_, change, khoan, by) => {
    const found = judged(change, contracted(khoan));
    expect(found.by).toBe(by);
    if (by === 'nobody')
      expect([found.ask, found.host]).toEqual([expect.stringMatching(/không được thay đổi/u), found.ask]);
    else if (by === 'ministry')
      expect([found.ask, found.host]).toEqual([null, expect.stringMatching(/hãy gửi đề nghị/u)]);
    else expect([found.ask, found.host]).toEqual([expect.stringMatching(/tự quyết định/u), null]);
  });
  test('the aim needs the consent of who ordered it', () => {
    expect(judged({ ...substance, consent: false }).ask).toMatch(/đồng ý của cơ quan đề xuất đặt hàng/u);
  });
  test('shortening needs two thirds of the content done (Đ12(3))', () => {
    const shorter = (done: number): Change => ({
      type: 'shortening',
      before: '2026-09-04',
      after: '2026-06-04',
      done,
      of: 9,
    });
    expect(judged(shorter(6)).ask).toBeNull();
    expect(judged(shorter(5)).ask).toMatch(/ít nhất 2\/3 nội dung; mới xong 5\/9/u);
  });
  test('whoever is not there any more is not replaced', () => {
    expect(judged({ ...head, before: { id: null, name: 'Người khác' } }).host).toMatch(
      /Chủ nhiệm hiện nay là TS\. Trần Minh Khôi/u,
    );
  });
  test('of the law of 2025 extensions are once, aims never (settings)', () => {
    expect(judged(extension('2027-09-04'), contracted(), '2026-03-02', 'B-science').ask).toBeNull();
    expect(judged(substance, contracted(), '2026-03-02', 'B-science').by).toBe('nobody');
    expect(judged(substance, contracted(), '2026-03-02', 'B-innovation').by).toBe('nobody');
  });
  test('each has its name', () => {
    expect(changeTypes.map(changeName)).toHaveLength(8);
  });
});

test('two changes wait, each with its answer; the clock is the first one’s (Đ20(1)c: 30 days)', () => {
  const asked = [
    ...contracted(),
    ...course(
      ['2025-02-03', 'reported'],
      ['2025-03-03', 'changeAsked', { changeId: id(1), change: content }],
      ['2025-03-10', 'changeAsked', { changeId: id(2), change: extension('2027-03-04') }],
    ),
  ];
  const clock = () =>
    runningClocks(taskStandingOf(asked, 'A'), law).find(({ step }) => step === 'changed')?.due;
  expect(clock()).toBe('2025-04-02');
  asked.push(...course(['2025-03-20', 'changed', { changeId: id(1), change: content }]));
  expect(clock()).toBe('2025-04-09');
  const standing = taskStandingOf(asked, 'A');
  const refuse = (changeId: string) =>
    actRefusal('changeRefused', standing, {
      on: '2025-03-21',
      law,
      body: bodyOf('changeRefused', { changeId }),
    });
  expect([refuse(id(1))?.reason, refuse(id(2))]).toEqual(['Không có đề nghị điều chỉnh này đang chờ.', null]);
  asked.push(...course(['2025-03-21', 'changeRefused', { changeId: id(2) }]));
  expect(taskStandingOf(asked, 'A').changes.map(({ state }) => state)).toEqual(['changed', 'refused']);
  expect(taskStandingOf(asked, 'A').open.map(({ step }) => step.kind)).not.toContain('changed');
});

test('what the host decides itself the authority may object to for 5 working days (Đ20(2)b)', () => {
  const change: Change = {
    type: 'investigator',
    before: investigator,
    after: { id: null, name: 'TS. Lê Hà' },
    cause: 'ill',
  };
  const told = [...contracted(), ...course(['2025-03-03', 'changeNotified', { changeId: id(1), change }])];
  const standing = taskStandingOf(told, 'A');
  expect(standing.terms.investigator?.name).toBe('TS. Lê Hà');
  const object = (on: string) =>
    actRefusal('changeObjected', standing, { on, law, body: bodyOf('changeObjected', { changeId: id(1) }) })
      ?.reason;
  expect(object('2025-03-10')).toBe(undefined);
  expect(object('2025-03-11')).toMatch(/Đã quá 5 ngày làm việc/u);
  const objected = [...told, ...course(['2025-03-10', 'changeObjected', { changeId: id(1) }])];
  expect(taskStandingOf(objected, 'A').terms.investigator?.name).toBe(investigator.name);
});
