import { expect, test } from 'vitest';
import { course, toAcceptance } from '../../../test/task-facts.ts';
import { law } from '../../../test/task-look.ts';
import { effectSchedule } from './effect.ts';
import { taskStandingOf } from './standing.ts';

const recognised = [
  ...toAcceptance,
  ...course(['2026-10-30', 'accepted'], ['2026-11-20', 'registered'], ['2026-12-01', 'recognised']),
];
const reportsOf = (...more: Parameters<typeof course>) =>
  effectSchedule(taskStandingOf([...recognised, ...course(...more)], 'A'), law)?.reports.map(
    ({ due, done }) => [due, done?.on ?? null],
  );

test('yearly for three years from the recognition unless the agency says otherwise (Luật 29/2013 Đ40)', () => {
  expect(effectSchedule(taskStandingOf(toAcceptance, 'A'), law)).toBeNull();
  expect(reportsOf()).toEqual([
    ['2027-12-01', null],
    ['2028-12-01', null],
    ['2029-12-03', null],
  ]);
  expect(effectSchedule(taskStandingOf(recognised, 'A'), law)?.years?.confidence).toBe('setting');
});

test('each report stands at its place; after the last no more is due', () => {
  expect(reportsOf(['2027-11-20', 'effectReported'])?.slice(0, 2)).toEqual([
    ['2027-12-01', '2027-11-20'],
    ['2028-12-01', null],
  ]);
  const last = reportsOf(['2027-11-20', 'effectReported'], ['2028-12-20', 'effectReported', { last: true }]);
  expect(last).toEqual([
    ['2027-12-01', '2027-11-20'],
    ['2028-12-01', '2028-12-20'],
  ]);
});
