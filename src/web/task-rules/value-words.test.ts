import { expect, test } from 'vitest';
import { publishedTaskRules } from '../../domain/tasks/rules/files.ts';
import { type Shape, shapeOfValue } from './value-shape.ts';
import { choiceWord, partWord } from './value-words.ts';

/** Names of parts of a form, and of what is chosen in them, that have no words. */
function unnamed(shape: Shape, name: string): string[] {
  switch (shape.as) {
    case 'parts':
      return shape.parts.flatMap((part) => unnamed(part.shape, part.name));
    case 'rows':
      return [...own(name), ...unnamed(shape.of, name)];
    case 'choice': {
      const choices = shape.options.filter((one) => /[a-z]/u.test(one));
      return [...own(name), ...choices.filter((one) => !choiceWord(name, one, 'vi'))];
    }
    default:
      return own(name);
  }
}
const own = (name: string) => (partWord(name, 'vi') === undefined ? [name] : []);

/** The same of a worked case. */
const unnamedIn = (name: string, value: unknown): string[] =>
  typeof value === 'string'
    ? /^[a-z][a-zA-Z-]+$/u.test(value) && !choiceWord(name, value, 'vi')
      ? [`${name}: ${value}`]
      : []
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([part, one]) => [
          ...(Array.isArray(value) ? [] : own(part)),
          ...unnamedIn(Array.isArray(value) ? name : part, one),
        ])
      : [];

test('whatever a rule states, may be decided otherwise or is tried with is said in words of the field', () => {
  const lacking = publishedTaskRules.flatMap((rule) => {
    const shape = shapeOfValue(rule.value);
    return [...(shape ? unnamed(shape, '') : []), ...unnamedIn('', rule.cases)];
  });
  expect([...new Set(lacking)]).toEqual([]);
});
