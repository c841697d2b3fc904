import { describe, expect, test } from 'vitest';
import type { Deadline } from '../deadlines/deadline.ts';
import { actKinds, type Doer, holderOf, partsRefusal, refusalOf } from './acts.ts';
import type { ActKind, DirectiveAct, DirectiveFact, FactBody } from './facts.ts';
import { type Standing, standingOf } from './standing.ts';

const unit = '00000000-0000-7000-8000-000000000001';
const other = '00000000-0000-7000-8000-000000000002';
const lan = '00000000-0000-7000-8000-0000000000a1';
const deadline: Deadline = { kind: 'date', due: '2026-11-20', bound: 'by', text: '', span: [0, 0] };

const director: Doer = { personId: null, gives: true, posts: [] };
const head: Doer = { personId: null, gives: false, posts: [{ unitId: unit, role: 'head' }] };
const officer: Doer = { personId: lan, gives: false, posts: [{ unitId: unit, role: 'officer' }] };
const helper: Doer = { personId: null, gives: false, posts: [{ unitId: other, role: 'officer' }] };
const auditor: Doer = { personId: null, gives: false, posts: [{ unitId: unit, role: 'auditor' }] };
const around = { giverUnitId: null, deadlineKind: 'date' } as const;

let count = 0;
const fact = (body: FactBody, happenedOn = '2026-11-02'): DirectiveFact => {
  count += 1;
  return {
    id: `f${String(count).padStart(4, '0')}`,
    happenedOn,
    recordedAt: `2026-11-02T02:00:${String(count % 60).padStart(2, '0')}Z`,
    by: 'Mẫu',
    body,
  };
};

const given: FactBody = {
  kind: 'given',
  lead: { name: 'Phòng Kế hoạch', unitId: unit },
  coordinating: [{ name: 'Văn phòng', unitId: other }],
  deadline,
  product: 'Báo cáo',
};

function stood(...acts: DirectiveAct[]): Standing {
  const standing = standingOf([fact(given), ...acts.map((act) => fact(act))]);
  if (!standing) throw new Error('not given');
  return standing;
}

const may = (doer: Doer, standing: Standing): ActKind[] =>
  actKinds.filter((kind) => refusalOf(kind, standing, doer, around) === null);

const evidence: DirectiveAct = { kind: 'evidenced', name: 'Báo cáo.docx' };
const submitted: DirectiveAct = { kind: 'submitted', words: '' };

describe('whose an act is', () => {
  test('of the unit that leads, its head receives, reports, asks; its officer reports and attaches', () => {
    expect(may(head, stood())).toEqual([
      'received',
      'refused',
      'assigned',
      'progressed',
      'evidenced',
      'extensionAsked',
    ]);
    expect(may(officer, stood())).toEqual(['progressed', 'evidenced']);
  });

  test('whoever has it in hand submits it too', () => {
    const standing = stood({ kind: 'assigned', assignee: { personId: lan, name: 'Lan' } }, evidence);
    expect(may(officer, standing)).toEqual([
      'received',
      'progressed',
      'evidenced',
      'submitted',
      'extensionAsked',
    ]);
  });

  test('a unit that helps only attaches; an auditor and an outsider do nothing', () => {
    expect(may(helper, stood())).toEqual(['evidenced']);
    expect(may(auditor, stood())).toEqual([]);
  });

  test('whoever gave it accepts, returns, moves and stops it; the doer does not accept the own work', () => {
    const standing = stood(evidence, submitted);
    expect(may(director, standing)).toEqual([
      'assigned',
      'returned',
      'accepted',
      'extended',
      'transferred',
      'suspended',
      'stopped',
    ]);
    expect(refusalOf('accepted', standing, head, around)?.because).toBe('person');
  });

  test('a part is accepted by the head of the unit that broke it off', () => {
    const part = { giverUnitId: other, deadlineKind: 'date' } as const;
    const giver: Doer = { personId: null, gives: false, posts: [{ unitId: other, role: 'head' }] };
    expect(refusalOf('accepted', stood(evidence, submitted), giver, part)).toBeNull();
    expect(partsRefusal(stood(), head, around)).toBeNull();
    expect(partsRefusal(stood(), helper, around)?.because).toBe('person');
  });
});

describe('when an act is possible', () => {
  test('nothing is done without the product that was asked for', () => {
    expect(refusalOf('submitted', stood(), head, around)?.reason).toContain(
      'Chưa đính kèm sản phẩm: Báo cáo',
    );
    expect(refusalOf('submitted', stood(evidence), head, around)).toBeNull();
  });

  test.each<[string, DirectiveAct[], ActKind, string]>([
    ['submitted work waits', [evidence, submitted], 'progressed', 'đang chờ xác nhận'],
    ['suspended work waits', [{ kind: 'suspended', reason: 'chờ luật mới' }], 'submitted', 'tạm hoãn'],
    [
      'work that began is not declined',
      [{ kind: 'progressed', percent: 10, words: '', obstacle: null }],
      'refused',
      'tiến độ',
    ],
    [
      'two requests for an extension',
      [{ kind: 'extensionAsked', deadline, reason: 'thiếu số liệu' }],
      'extensionAsked',
      'chờ trả lời',
    ],
    ['a dated deadline has no clock', [], 'clockStarted', 'không tính từ một sự kiện'],
    [
      'nothing after the end',
      [evidence, submitted, { kind: 'accepted', words: '' }],
      'stopped',
      'đã nghiệm thu',
    ],
  ])('%s', (_, acts, kind, reason) => {
    const doer: Doer = { ...head, gives: true };
    expect(refusalOf(kind, stood(...acts), doer, around)).toEqual({
      because: 'state',
      reason: expect.stringContaining(reason),
    });
  });

  test('every act is either possible or says why not', () => {
    for (const doer of [director, head, officer, helper, auditor])
      for (const kind of actKinds) {
        const refusal = refusalOf(kind, stood(), doer, around);
        expect(refusal === null || refusal.reason.length > 10).toBe(true);
      }
  });
});

test('the ball is with whoever leads until it is submitted, declined or an extension is asked', () => {
  expect(holderOf(stood())).toBe('lead');
  expect(holderOf(stood(evidence, submitted))).toBe('giver');
  expect(holderOf(stood({ kind: 'refused', reason: 'không đúng thẩm quyền' }))).toBe('giver');
  expect(holderOf(stood({ kind: 'extensionAsked', deadline, reason: 'thiếu số liệu' }))).toBe('giver');
  expect(holderOf(stood(evidence, submitted, { kind: 'accepted', words: '' }))).toBeNull();
});
