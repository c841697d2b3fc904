import { expect, test } from 'vitest';
import { sayingOf } from './host-part.ts';
import { type TaskRegime, taskRegimes } from './law.ts';
import { stepsOf } from './lifecycle/opening.ts';
import { outcomes } from './lifecycle/step.ts';
import type { TaskRole } from './roles.ts';

/** The numbers of the steps that somebody says in a way, as the tables of docs/life-cycle.md have them. */
const said = (regime: TaskRegime, role: TaskRole, way: 'fact' | 'notice') =>
  stepsOf(regime)
    .placed.flatMap(({ step }) => (sayingOf(step, role) === way ? [step.no] : []))
    .join(' ');

test.each([
  ['A', 'host', '11 13 17 19 19c 20 20b 21 22 28b 29 31c 34 35', '16 28f 31 31d 32 33 35b'],
  ['A', 'investigator', '11 17 28', ''],
  ['B-science', 'host', '6 10 11 13 13c 14 14b 15 15i 16d 18b', '9 15f 16 16b 17 18c'],
  ['B-science', 'investigator', '11', ''],
  ['B-innovation', 'host', '6 10 12 12c 13 16', '9 13c 15 17'],
] as const)('under %s the %s says as facts %s and as notices %s', (regime, role, facts, notices) => {
  expect(said(regime, role, 'fact')).toBe(facts);
  expect(said(regime, role, 'notice')).toBe(notices);
});

test('every step whose «who» names the host or investigator is theirs to say, but for filing; no result is theirs to fix', () => {
  for (const regime of taskRegimes)
    for (const { step } of stepsOf(regime).placed)
      for (const role of ['host', 'investigator'] as const) {
        const atCalls = step.kind === 'filed' || step.kind === 'withdrawn';
        const saying = sayingOf(step, role);
        expect(saying !== null, `${regime} ${step.no}`).toBe(step.who.includes(role) && !atCalls);
        if (step.kind in outcomes) expect(saying).not.toBe('fact');
      }
});
