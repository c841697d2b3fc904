import { describe, expect, test } from 'vitest';
import { makeCalendar } from '../../calendar/calendar.ts';
import { caseFault } from './cases.ts';
import { checkTaskRules } from './check.ts';
import { publishedTaskRules, taskRuleFiles } from './files.ts';

const calendar = makeCalendar();
const cases = publishedTaskRules.flatMap((rule) =>
  rule.cases.map((worked) => ({
    rule,
    worked,
    name: `${rule.id}: ${rule.basis.text}, ${rule.basis.article}`,
  })),
);

describe('every worked case holds', () => {
  test.each(cases)('$name $worked', ({ rule, worked }) => {
    expect(caseFault(rule, worked, calendar)).toBeUndefined();
  });
});

test('the files have no gap, no overlap, nothing without a case', () => {
  expect(checkTaskRules(taskRuleFiles, calendar).faults).toEqual([]);
});
