import { afterEach, expect, test, vi } from 'vitest';
import type { Deadline } from '../../domain/deadlines/deadline.ts';
import { actKinds, type Doer, partsRefusal, refusalOf } from '../../domain/directives/acts.ts';
import type { DirectiveAct, DirectiveFact, FactBody } from '../../domain/directives/facts.ts';
import { standingOf } from '../../domain/directives/standing.ts';
import { setLanguage } from './language.ts';
import { showReason } from './reasons.ts';

vi.stubGlobal('document', { documentElement: {} });
afterEach(() => setLanguage('vi'));

const unitId = '00000000-0000-7000-8000-000000000001';
const lan = '00000000-0000-7000-8000-0000000000a1';
const deadline: Deadline = { kind: 'none' };
const dated: Deadline = { kind: 'date', due: '2026-11-20', bound: 'by', text: '', span: [0, 0] };
const fact = (body: FactBody, at: number): DirectiveFact => ({
  ...{ id: `f${at}`, happenedOn: '2026-11-02', by: 'Lan', byId: lan, body },
  recordedAt: `2026-11-02T02:00:${String(at).padStart(2, '0')}Z`,
});
const reason = 'a reason';
const courses: DirectiveAct[][] = [
  [],
  [{ kind: 'received' }],
  [{ kind: 'progressed', percent: 10, words: '', obstacle: null }],
  [{ kind: 'refused', reason }],
  [{ kind: 'submitted', words: '' }],
  [
    { kind: 'submitted', words: '' },
    { kind: 'accepted', words: '' },
  ],
  [{ kind: 'stopped', reason }],
  [{ kind: 'suspended', reason }],
  [{ kind: 'extensionAsked', deadline, reason }],
  [{ kind: 'clockStarted', event: 'it came' }],
  [
    { kind: 'clockStarted', event: 'it came' },
    { kind: 'clockPaused', reason },
  ],
];
const roles: Doer[] = [
  { personId: lan, gives: true, posts: [] },
  { personId: lan, gives: false, posts: [{ unitId, role: 'head' }] },
  { personId: lan, gives: false, posts: [{ unitId, role: 'officer' }] },
  { personId: lan, gives: false, posts: [] },
];

test('whatever the table of acts answers is said in English too', () => {
  const told = new Set<string>();
  for (const acts of courses)
    for (const deadlineKind of ['date', 'relative'] as const) {
      const given = { lead: { name: 'Unit A', unitId }, coordinating: [], product: 'Plan' };
      const first: FactBody = {
        kind: 'given',
        ...given,
        deadline: deadlineKind === 'date' ? dated : deadline,
      };
      const standing = standingOf([first, ...acts].map(fact));
      if (!standing) throw new Error('not given');
      const around = { giverUnitId: null, deadlineKind };
      for (const doer of roles) {
        for (const kind of actKinds) told.add(refusalOf(kind, standing, doer, around)?.reason ?? '');
        told.add(partsRefusal(standing, doer, around)?.reason ?? '');
      }
    }
  told.delete('');
  expect(told.size).toBeGreaterThan(18);
  setLanguage('en');
  for (const one of told) expect(showReason(one), one).not.toMatch(/[^\p{ASCII}’]/u);
});
