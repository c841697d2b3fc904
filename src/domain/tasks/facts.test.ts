import { describe, expect, test } from 'vitest';
import { bodyOf, taskFact } from '../../../test/task-facts.ts';
import { happenedBy, StepBody, stepKinds, type TaskFact, TaskFactBody } from './facts.ts';
import { taskStandingOf } from './standing.ts';

test.each(stepKinds)('a usual «%s» is a whole fact', (kind) => {
  expect(StepBody.parse(bodyOf(kind))).toEqual(bodyOf(kind));
});

test.each<[string, unknown]>([
  ['an unknown step', { kind: 'celebrated' }],
  ['a day that does not exist', { kind: 'contracted', number: '1', from: '2026-02-30', to: '2027-01-01' }],
  ['money below nothing', { kind: 'refunded', amount: -1, full: true }],
  ['a rating of its own', { kind: 'accepted', rating: 'passable' }],
  [
    'a change outside the list',
    { kind: 'changeAsked', changeId: crypto.randomUUID(), change: { type: 'colour' } },
  ],
  ['a correction of nothing', { kind: 'corrected', reason: 'ghi nhầm', instead: null }],
])('refuses %s', (_, body) => {
  expect(TaskFactBody.safeParse(body).success).toBe(false);
});

describe('corrections', () => {
  const wrong = taskFact('2026-01-12', { kind: 'ordered' });
  const next = taskFact('2026-02-02', bodyOf('called', { closesOn: '2026-02-27' }));
  const corrected = (of: TaskFact, on: string, recordedAt: string, instead: boolean) =>
    taskFact(
      on,
      { kind: 'ordered' },
      {
        recordedAt,
        body: {
          kind: 'corrected',
          supersedes: of.id,
          reason: 'ghi nhầm ngày',
          instead: instead ? { kind: 'ordered' } : null,
        },
      },
    );
  const days = (facts: readonly TaskFact[], knownAt?: string) =>
    happenedBy(facts, { knownAt }).map(({ on, body }) => `${on} ${body.kind}`);

  test('the newest counts; what was believed before stays to be told', () => {
    const first = corrected(wrong, '2026-01-15', '2026-03-01T00:00:00Z', true);
    const second = corrected(first, '2026-01-16', '2026-03-02T00:00:00Z', true);
    const facts = [second, wrong, first];
    expect(days(facts)).toEqual(['2026-01-16 ordered']);
    expect(days(facts, '2026-03-01T12:00:00Z')).toEqual(['2026-01-15 ordered']);
    expect(days(facts, '2026-02-01T00:00:00Z')).toEqual(['2026-01-12 ordered']);
  });
  test('two of one fact: the later recorded', () => {
    const first = corrected(wrong, '2026-01-15', '2026-03-01T00:00:00Z', true);
    const second = corrected(wrong, '2026-01-20', '2026-03-05T00:00:00Z', true);
    expect(days([wrong, second, first])).toEqual(['2026-01-20 ordered']);
  });
  test('what is taken back leaves a gap that is told', () => {
    const gone = corrected(wrong, '2026-01-12', '2026-03-01T00:00:00Z', false);
    const standing = taskStandingOf([wrong, next, gone], 'B-science');
    expect(standing.gaps).toEqual([{ kind: 'called', on: '2026-02-02', missing: ['ordered'] }]);
    expect(standing.open.map(({ step }) => step.kind)).toEqual(['filed', 'opened']);
  });
});
