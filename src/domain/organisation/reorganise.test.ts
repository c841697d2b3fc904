import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Reorganisation, sayDecision } from './reorganisation.ts';
import { type Before, planReorganisation } from './reorganise.ts';
import type { UnitOn } from './units.ts';

const id = (n: number) => `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const [office, digital, technology, centre, beneath] = [1, 2, 3, 4, 5].map(id) as [
  string,
  string,
  string,
  string,
  string,
];

const unit = (unitId: string, name: string, more: Partial<UnitOn> = {}): UnitOn => ({
  id: unitId,
  name,
  abbreviation: null,
  parentId: null,
  aliases: [],
  openedOn: '2024-01-01',
  closedOn: null,
  formerNames: [],
  ...more,
});

const directive = (n: number, leadUnitId: string | null, more = {}): Before['directives'][number] => ({
  id: id(100 + n),
  leadUnitId,
  coordinatingUnitIds: [],
  waitingUnitId: null,
  assigneeId: null,
  leadSince: '2026-01-10',
  lastOn: '2026-05-05',
  ...more,
});

const post = (n: number, unitId: string, role: 'head' | 'officer' = 'officer', from = '2024-01-01') => ({
  id: id(200 + n),
  personId: id(300 + n),
  unitId,
  role,
  title: role === 'head' ? 'Trưởng phòng' : null,
  from,
});

const before: Before = {
  units: [
    unit(office, 'Văn phòng'),
    unit(digital, 'Phòng Chuyển đổi số'),
    unit(technology, 'Phòng Công nghệ'),
    unit(centre, 'Trung tâm Thông tin', { closedOn: '2026-12-31' }),
    unit(beneath, 'Tổ Hạ tầng số', { parentId: digital }),
  ],
  directives: [
    directive(1, digital, { assigneeId: id(302) }),
    directive(2, technology, { coordinatingUnitIds: [digital], leadSince: '2026-07-15' }),
    directive(3, office, { coordinatingUnitIds: [technology], waitingUnitId: technology }),
    directive(4, digital, { assigneeId: id(399), lastOn: '2026-07-20' }),
  ],
  posts: [post(1, digital, 'head'), post(2, digital), post(3, technology, 'head'), post(4, technology)],
  requests: [
    { id: id(401), fromUnitId: office, toUnitId: digital, askedOn: '2026-06-01' },
    { id: id(402), fromUnitId: technology, toUnitId: office, askedOn: '2026-07-03' },
  ],
};

const act = (more: Partial<Reorganisation> = {}): Reorganisation =>
  Reorganisation.parse({
    kind: 'merge',
    effectiveOn: '2026-07-01',
    decision: { number: '15/QĐ-SKHCN', on: '2026-06-25' },
    sources: [digital, technology],
    targets: [{ name: 'Phòng Công nghệ và Chuyển đổi số' }],
    ...more,
  });
const planned = (more: Partial<Reorganisation> = {}, state = before) => {
  const result = planReorganisation(act(more), state);
  if ('refusals' in result) throw new Error(result.refusals.map(({ message }) => message).join('\n'));
  return result.plan;
};
const refused = (more: Partial<Reorganisation>) => {
  const result = planReorganisation(act(more), before);
  return 'refusals' in result ? result.refusals.map(({ path, message }) => `${path}: ${message}`) : [];
};

describe('a merger into a new unit', () => {
  const plan = planned();

  test('closes both, opens one, and everything open goes there', () => {
    expect(plan).toMatchObject({ closing: [digital, technology], opening: [0], renaming: [] });
    expect(plan.directives.map((one) => one.id)).toEqual([id(101), id(102), id(104)]);
    expect(plan.successions).toEqual([
      { id: id(102), fromUnitId: digital, target: 0, on: '2026-07-01' },
      { id: id(103), fromUnitId: technology, target: 0, on: '2026-07-01' },
    ]);
    expect(plan.requests.map(({ id: one, side }) => [one, side])).toEqual([
      [id(401), 'answers'],
      [id(402), 'asks'],
    ]);
    expect(plan.units).toMatchObject([{ id: beneath, target: 0 }]);
  });

  test('counts from the day of the act, or later where a record is younger', () => {
    expect(plan.directives[1]).toMatchObject({ on: '2026-07-15' });
    expect(plan.requests[1]).toMatchObject({ on: '2026-07-03' });
    expect(planned({}, { ...before, posts: [post(1, digital, 'head', '2026-08-01')] }).posts[0]?.on).toBe(
      '2026-08-01',
    );
  });

  test('whoever has it in hand keeps it where they move along, else it is laid down after the last act', () => {
    expect(plan.directives[0]).toMatchObject({ assigneeMoves: true, on: '2026-07-01' });
    expect(plan.directives[2]).toMatchObject({ assigneeMoves: false, on: '2026-07-20' });
  });

  test('of two heads the first stays head; the other is shown, and can be placed otherwise', () => {
    const roles = (plan_: typeof plan) => plan_.posts.map(({ role, secondHead }) => [role, secondHead]);
    expect(roles(plan)).toEqual([
      ['head', false],
      ['officer', false],
      ['officer', true],
      ['officer', false],
    ]);
    const other = planned({
      placements: [
        { record: 'post', id: id(201), target: 0, role: 'officer' },
        { record: 'post', id: id(203), target: 0, role: 'head' },
      ],
    });
    expect(other.posts.map(({ role }) => role)).toEqual(['officer', 'officer', 'head', 'officer']);
  });
});

test('a merger into a unit that goes on leaves its own records alone and keeps its head', () => {
  const plan = planned({ sources: [digital], targets: [{ unitId: technology }] });
  expect(plan).toMatchObject({ closing: [digital], opening: [], renaming: [] });
  expect(plan.directives.map((one) => one.id)).toEqual([id(101), id(104)]);
  expect(plan.posts.map(({ role, secondHead }) => [role, secondHead])).toEqual([
    ['officer', true],
    ['officer', false],
  ]);
});

describe('a split', () => {
  const targets = [{ unitId: digital }, { name: 'Tổ Dữ liệu' }];
  test('leaves everything where it is but what is placed elsewhere', () => {
    const plan = planned({
      kind: 'split',
      sources: [digital],
      targets,
      placements: [
        { record: 'directive', id: id(101), target: 1 },
        { record: 'post', id: id(202), target: 1 },
      ],
    });
    expect(plan).toMatchObject({ closing: [], opening: [1] });
    expect(plan.directives.map(({ stays }) => stays)).toEqual([false, true]);
    expect(plan.directives[0]).toMatchObject({ target: 1, assigneeMoves: true });
    expect(plan.posts.map(({ stays }) => stays)).toEqual([true, false]);
    expect(plan.successions).toEqual([]);
  });
  test('among units that exist: the work goes to the first, and where it is placed', () => {
    const plan = planned({
      kind: 'split',
      sources: [digital],
      targets: [{ unitId: office }, { unitId: technology }],
      placements: [{ record: 'directive', id: id(101), target: 1 }],
    });
    expect(plan).toMatchObject({ closing: [digital], opening: [], renaming: [] });
    expect(plan.directives.map(({ stays, target }) => [stays, target])).toEqual([
      [false, 1],
      [false, 0],
    ]);
    expect(plan.successors).toEqual([{ fromUnitId: digital, target: 0 }]);
  });
  test('a person who stays lays down what goes', () => {
    const plan = planned({
      kind: 'split',
      sources: [digital],
      targets,
      placements: [{ record: 'directive', id: id(101), target: 1 }],
    });
    expect(plan.directives[0]).toMatchObject({ assigneeMoves: false });
  });
});

test('closing and renaming', () => {
  const closed = planned({ kind: 'close', sources: [digital], targets: [{ unitId: office }] });
  expect(closed).toMatchObject({ closing: [digital], successors: [{ fromUnitId: digital, target: 0 }] });
  const renamed = planned({
    kind: 'rename',
    sources: [digital],
    targets: [{ unitId: digital, name: 'Phòng Số' }],
  });
  expect(renamed).toMatchObject({ closing: [], renaming: [{ unitId: digital, target: 0 }] });
  expect(renamed.directives.every(({ stays }) => stays)).toBe(true);
});

describe('is refused', () => {
  test.each<[string, Partial<Reorganisation>, RegExp]>([
    ['before its decision', { decision: { number: '15', on: '2026-07-02' } }, /^effectiveOn: /u],
    ['an unknown unit', { sources: [digital, id(99)] }, /^sources\.1: .*không có đơn vị/u],
    ['a unit about to close', { sources: [digital, centre] }, /Trung tâm Thông tin.*giải thể/u],
    ['the same unit twice', { sources: [digital, digital] }, /hai lần/u],
    ['a merger of one', { sources: [digital] }, /ít nhất hai/u],
    ['a split into one', { kind: 'split', sources: [digital] }, /ít nhất hai đơn vị nhận/u],
    [
      'a renaming without a name',
      { kind: 'rename', sources: [digital], targets: [{ unitId: digital }] },
      /tên mới/u,
    ],
    [
      'closing with nobody to take over',
      { kind: 'close', sources: [digital], targets: [{ unitId: digital }] },
      /đơn vị khác/u,
    ],
    ['a taken name', { targets: [{ name: 'VĂN PHÒNG' }] }, /^targets\.0\.name: Đã có/u],
    ['a parent that closes', { targets: [{ name: 'Phòng Mới', parentId: digital }] }, /Đơn vị trên/u],
    ['a new unit without a name', { targets: [{}] }, /Đặt tên/u],
    [
      'something left without a place',
      { placements: [{ record: 'directive', id: id(101), target: null }] },
      /chưa có nơi nhận/u,
    ],
    ['a place that is none', { placements: [{ record: 'post', id: id(201), target: 7 }] }, /Đơn vị nhận/u],
    [
      'a list that has changed since',
      { placements: [{ record: 'directive', id: id(999), target: 0 }] },
      /đã thay đổi/u,
    ],
  ])('%s', (_, more, message) => {
    expect(refused(more).join('\n')).toMatch(message);
  });
  test('not for the name of a unit that closes with it', () => {
    expect(refused({ targets: [{ name: 'Phòng Công nghệ' }] })).toEqual([]);
  });
});

test('whatever is open at a unit that closes has a place that is not that unit', () => {
  const anyDirective = fc
    .record({
      leadUnitId: fc.constantFrom(digital, technology, office, null),
      coordinatingUnitIds: fc.uniqueArray(fc.constantFrom(digital, technology, office)),
      waitingUnitId: fc.constantFrom(digital, technology, null),
    })
    .map((more) => more);
  fc.assert(
    fc.property(fc.array(anyDirective, { maxLength: 12 }), fc.boolean(), (list, intoExisting) => {
      const directives = list.map((more, n) => directive(n, more.leadUnitId, more));
      const targets = intoExisting ? [{ unitId: technology }] : [{ name: 'Phòng Mới' }];
      const plan = planned({ targets }, { ...before, directives });
      const closing = new Set(plan.closing);
      const led = directives.filter(({ leadUnitId }) => closing.has(leadUnitId ?? ''));
      expect(led.every(({ id: one }) => plan.directives.some((d) => d.id === one && !d.stays))).toBe(true);
      for (const one of directives)
        for (const named of new Set([...one.coordinatingUnitIds, one.waitingUnitId]))
          if (closing.has(named ?? ''))
            expect(plan.successions).toContainEqual(
              expect.objectContaining({ id: one.id, fromUnitId: named }),
            );
      expect(plan.directives.every(({ on }) => on >= '2026-07-01')).toBe(true);
    }),
  );
});

test('the decision as papers name it', () => {
  expect(sayDecision({ number: '15/QĐ-SKHCN', on: '2026-06-25' })).toBe(
    'Quyết định số 15/QĐ-SKHCN ngày 25/6/2026',
  );
  expect(sayDecision({ number: 'Nghị quyết số 3/NQ-HĐND', on: '2026-06-25' })).toMatch(/^Nghị quyết số 3/u);
});
