import { describe, expect, test } from 'vitest';
import { course, bodyOf, taskFact } from '../../../test/task-facts.ts';
import { makeCalendar } from '../calendar/calendar.ts';
import { actRefusal } from './acts.ts';
import { runningClocks } from './clocks.ts';
import type { StepKind, TaskFact } from './facts.ts';
import type { Law } from './law.ts';
import { taskRules } from './rules/rule-set.ts';
import { taskStandingOf } from './standing.ts';

const law: Law = { calendar: makeCalendar(), rules: taskRules() };

const upToContract = course(
  ['2024-01-10', 'proposed'],
  ['2024-01-20', 'ordered'],
  ['2024-02-01', 'searched'],
  ['2024-03-01', 'identified'],
  ['2024-03-05', 'recommended'],
  ['2024-03-12', 'reviewed'],
  ['2024-04-01', 'listed'],
  ['2024-04-10', 'listPublished'],
  ['2024-05-02', 'called', { closesOn: '2024-06-03' }],
  ['2024-05-30', 'filed'],
  ['2024-06-10', 'opened'],
  ['2024-07-01', 'scored'],
  ['2024-07-15', 'finalised'],
  ['2024-07-24', 'appraised'],
  ['2024-08-05', 'appraisalFinalised'],
  ['2024-08-15', 'approved'],
  ['2024-08-20', 'resultPublished'],
  ['2024-09-04', 'contracted', { from: '2024-09-04', to: '2026-09-04' }],
);
const openOn = (facts: readonly TaskFact[], asOf?: string) =>
  taskStandingOf(facts, 'A', asOf === undefined ? {} : { asOf }).open.map(({ step }) => step.kind);
const clocks = (facts: readonly TaskFact[], asOf?: string) =>
  runningClocks(taskStandingOf(facts, 'A', asOf === undefined ? {} : { asOf }), law).map(
    ({ step, due }) => [step, due] as const,
  );

describe('proposal to contract', () => {
  test.each<[string, StepKind[]]>([
    ['2024-01-09', ['proposed']],
    ['2024-01-10', ['ordered']],
    ['2024-03-01', ['recommended', 'reviewed']],
    ['2024-05-02', ['filed', 'opened']],
    ['2024-06-10', ['scored']],
    ['2024-08-15', ['resultPublished', 'contracted']],
    ['2024-09-04', ['reported', 'inspected', 'selfAssessed']],
  ])('on %s %j are open', (day, kinds) => {
    expect(openOn(upToContract, day)).toEqual(kinds);
  });
});
