import { describe, expect, test } from 'vitest';
import { actKinds, refusalOf } from '../../../domain/directives/acts.ts';
import type { DirectiveAct, DirectiveFact } from '../../../domain/directives/facts.ts';
import { standingOf } from '../../../domain/directives/standing.ts';
import { directiveKeys } from '../../frame/key-list.ts';
import { choicesFor, type Doing, doings, keyOf } from './choose.ts';

const unitId = '0198c0de-0000-7000-8000-000000000001';
const officerId = '0198c0de-0000-7000-8000-0000000000aa';
const director = { personId: null, gives: true, posts: [] };
const head = { personId: null, gives: false, posts: [{ unitId, role: 'head' as const }] };
const officer = { personId: officerId, gives: false, posts: [{ unitId, role: 'officer' as const }] };
const stranger = { personId: null, gives: false, posts: [] };

/** The choices of a person after some acts on a directive with a product. */
function choicesAfter(acts: DirectiveAct[], doer: typeof director | typeof head | typeof officer) {
  const bodies: DirectiveFact['body'][] = [
    {
      kind: 'given',
      lead: { name: 'Phòng', unitId },
      coordinating: [],
      product: 'Báo cáo',
      deadline: {
        kind: 'date',
        due: '2026-12-01',
        bound: 'by',
        text: '',
        span: [0, 0],
      },
    },
    ...acts,
  ];
  const facts = bodies.map((body, at) => ({
    id: `${at}`,
    happenedOn: '2026-11-20',
    recordedAt: `2026-11-20T0${at}:00:00Z`,
    by: 'A',
    body,
  }));
  const standing = standingOf(facts)!;
  const around = { giverUnitId: null, deadlineKind: 'date' } as const;
  const abilities: Record<string, true | string> = Object.fromEntries(
    actKinds.map((kind) => [kind, refusalOf(kind, standing, doer, around)?.reason ?? true]),
  );
  return choicesFor({
    abilities,
    state: standing.suspendedOn ? 'suspended' : standing.phase === 'refused' ? 'refused' : 'in-time',
    percent: standing.percent,
    assignee: standing.assignee,
    asked: standing.extensionAsked,
    product: standing.product,
  });
}

const assigned: DirectiveAct = { kind: 'assigned', assignee: { personId: officerId, name: 'B' } };
const progressed = (percent: number): DirectiveAct => ({
  kind: 'progressed',
  percent,
  words: '',
  obstacle: null,
});
const evidence: DirectiveAct = { kind: 'evidenced', name: 'Báo cáo' };
const submitted: DirectiveAct = { kind: 'submitted', words: '' };
const asking: DirectiveAct = { kind: 'extensionAsked', deadline: { kind: 'none' }, reason: 'chờ số liệu' };

const road: [string, DirectiveAct[], Doing | null, Doing | null, Doing | null][] = [
  ['given', [], null, 'received', 'progressed'],
  ['received', [{ kind: 'received' }], null, 'progressed', 'progressed'],
  ['in hand', [{ kind: 'received' }, assigned], null, 'progressed', 'progressed'],
  ['all done, nothing attached', [assigned, progressed(100)], null, 'progressed', 'progressed'],
  ['all done', [assigned, progressed(100), evidence], null, 'submitted', 'submitted'],
  ['submitted', [assigned, evidence, submitted], 'accepted', 'evidenced', 'evidenced'],
  ['asking for time', [{ kind: 'received' }, assigned, asking], 'extended', 'progressed', 'progressed'],
  ['declined', [{ kind: 'refused', reason: 'không đúng' }], 'transferred', 'evidenced', 'evidenced'],
  [
    'suspended',
    [progressed(10), { kind: 'suspended', reason: 'chờ' }],
    'workResumed',
    'evidenced',
    'evidenced',
  ],
];

describe('the one thing to do', () => {
  test.each(road)('%s', (_, acts, ofDirector, ofHead, ofOfficer) => {
    expect(choicesAfter(acts, director).primary).toBe(ofDirector);
    expect(choicesAfter(acts, head).primary).toBe(ofHead);
    expect(choicesAfter(acts, officer).primary).toBe(ofOfficer);
  });

  test('an answer stands beside its counterpart', () => {
    expect(choicesAfter([assigned, evidence, submitted], director).beside).toBe('returned');
    expect(choicesAfter([assigned, asking], director).beside).toBe('extensionRefused');
  });

  test('an unassigned one offers its head to give it to a person', () => {
    expect(choicesAfter([{ kind: 'received' }], head).beside).toBe('assigned');
  });
});

test('whatever may be done is offered once, whatever may not says why', () => {
  for (const [, acts] of road)
    for (const doer of [director, head, officer, stranger]) {
      const { primary, beside, others, impossible } = choicesAfter(acts, doer);
      const offered = [primary, beside, ...others].filter((doing) => doing !== null);
      expect(new Set(offered).size).toBe(offered.length);
      const told = [...offered, ...impossible.flatMap((group) => group.doings)];
      expect(told.toSorted()).toEqual(actKinds.toSorted());
      expect(impossible.every(({ reason }) => reason.length > 10)).toBe(true);
    }
});

test('every key is told by «?», beside those of the menu and of the list', () => {
  expect(new Set<string>(directiveKeys.map(([key]) => key))).toEqual(
    new Set([...Object.values(keyOf), 'm', 'x']),
  );
});

test('every act has its place, and no two share a key', () => {
  expect(doings.toSorted()).toEqual([...actKinds, 'part'].toSorted());
  const keys = Object.values(keyOf);
  expect(new Set(keys).size).toBe(keys.length);
});
