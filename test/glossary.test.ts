import { expect, test } from 'vitest';
import { filesUnder, textOf } from './repository.ts';

const rows = textOf('GLOSSARY.md')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| identifier'))
  .map((line) => line.split('|').map((cell) => cell.trim()));
const source = filesUnder('src', /\.(ts|tsx|sql)$/u)
  .filter((path) => !path.includes('.test.'))
  .map(textOf)
  .join('\n');

test('every term has its Vietnamese words and its source', () => {
  expect(rows.length).toBeGreaterThan(40);
  expect(rows.filter(([, identifier, vietnamese, basis]) => !identifier || !vietnamese || !basis)).toEqual(
    [],
  );
});

test('no identifier stands twice', () => {
  const identifiers = rows.map((row) => row[1]);
  expect(identifiers.filter((identifier, index) => identifiers.indexOf(identifier) !== index)).toEqual([]);
});

test('every identifier is used in the source', () => {
  const unused = rows
    .map((row) => row[1] ?? '')
    .filter((identifier) => !new RegExp(`(?<![A-Za-z])${identifier}`, 'iu').test(source));
  expect(unused).toEqual([]);
});
