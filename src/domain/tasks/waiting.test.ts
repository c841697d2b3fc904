import { expect, test } from 'vitest';
import { course, taskFact } from '../../../test/task-facts.ts';
import { makeCalendar } from '../calendar/calendar.ts';
import type { TaskFact } from './facts.ts';
import { taskStandingOf } from './standing.ts';
import { ballOf, daysPerStep, sidesWaitedFor, waitsOf } from './waiting.ts';

const calendar = makeCalendar();
const filed = [
  ...course(
    ['2024-09-04', 'contracted', { from: '2024-09-04', to: '2026-09-04' }],
    ['2026-09-14', 'selfAssessed'],
    ['2026-09-25', 'acceptanceFiled'],
  ),
  taskFact('2026-09-28', { kind: 'supplementAsked', of: 'acceptanceChecked', reason: 'thiếu bản sao' }),
];
const received = taskFact('2026-10-02', { kind: 'supplementReceived', of: 'acceptanceChecked' });
const checked = course(['2026-10-06', 'acceptanceChecked']);
const waits = (facts: readonly TaskFact[], on: string) =>
  waitsOf(taskStandingOf(facts, 'A', { asOf: on }), on, calendar);

test('a step’s wait is split into the agency’s own days and the days the host completes its dossier', () => {
  expect(
    waits([...filed, received, ...checked], '2026-10-06').filter(({ kind }) => kind === 'acceptanceChecked'),
  ).toEqual([{ kind: 'acceptanceChecked', from: '2026-09-25', to: '2026-10-06', own: 3, others: 4 }]);
  expect(waits(filed, '2026-09-30').filter(({ kind }) => kind === 'acceptanceChecked')).toEqual([
    { kind: 'acceptanceChecked', from: '2026-09-25', to: null, own: 1, others: 2 },
  ]);
});

test('the host’s own steps are others’ time; what comes again by the calendar waits for nobody', () => {
  const kinds = waits(filed, '2026-09-27').map(({ kind, own }) => [kind, own]);
  expect(kinds).toContainEqual(['selfAssessed', 0]);
  expect(kinds.map(([kind]) => kind)).not.toContain('reported');
});

test('who has the ball: whoever completes the dossier, then whoever checks it', () => {
  const before = taskStandingOf(filed, 'A');
  const after = taskStandingOf([...filed, received], 'A');
  expect([ballOf('acceptanceChecked', before), ballOf('acceptanceChecked', after)]).toEqual([
    ['host'],
    ['task-unit'],
  ]);
  expect(new Set(sidesWaitedFor(taskStandingOf(filed.slice(0, 1), 'A')))).toEqual(new Set(['others', 'own']));
});

test('days per step: how many, the median, what nine of ten keep to', () => {
  const of = (own: number) => ({ kind: 'approved', from: '', to: '2026-01-01', own, others: 1 }) as const;
  expect(daysPerStep([4, 1, 2, 3, 9, 5, 6, 7, 8, 99].map(of))).toEqual([
    { kind: 'approved', count: 10, median: 6.5, ninetieth: 10 },
  ]);
  expect(daysPerStep([of(3), { ...of(50), to: null }])).toEqual([
    { kind: 'approved', count: 1, median: 4, ninetieth: 4 },
  ]);
});
