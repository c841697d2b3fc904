import { describe, expect, test } from 'vitest';
import { taskRegimes } from '../law.ts';
import { lifeCycleOf } from './definitions.ts';
import { outcomesInEnglish } from './english.ts';
import { nameIn, phaseNamed, phaseWordsOf, resultWordsOf, stepWordsOf } from './names.ts';
import { type Mark, outcomes } from './step.ts';

const vietnamese = /[^\p{ASCII}’“”–]/u;

describe.each(taskRegimes)('under %s', (regime) => {
  const { phases } = lifeCycleOf(regime);
  const steps = phases.flatMap((phase) => phase.steps);

  test('each step has an English name of its own', () => {
    const names = steps.map(({ kind }) => stepWordsOf(regime, kind, 'en'));
    expect(names.filter((name) => vietnamese.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(steps.length);
  });

  test('a step known by its Vietnamese name is found, and phases have one name each', () => {
    for (const { kind, name } of steps) expect(nameIn('en', name)).toBe(stepWordsOf(regime, kind, 'en'));
    for (const { id } of phases) expect(phaseNamed(id, 'en')).toBe(phaseWordsOf(regime, id, 'en'));
  });
});

test('every result has English words', () => {
  for (const [kind, words] of Object.entries(outcomes))
    for (const outcome of Object.keys(words)) {
      const mark = `${kind}.${outcome}` as Mark;
      expect(resultWordsOf(mark, 'en')).not.toMatch(vietnamese);
      expect(resultWordsOf(mark, 'vi')).not.toBeNull();
    }
  expect(Object.keys(outcomesInEnglish)).toEqual(Object.keys(outcomes));
});
