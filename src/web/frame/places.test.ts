import { expect, test } from 'vitest';
import { isWithin, neededAt, places, placesFor } from './places.ts';

const documents = places.find(({ to }) => to === '/documents')!;
const today = places.find(({ to }) => to === '/')!;

test('each place is shown once, and documents open where the person may look', () => {
  expect(placesFor(['intake.view', 'document.view']).map(({ to }) => to)).toEqual(['/', '/intake']);
  expect(placesFor(['document.view']).map(({ to }) => to)).toEqual(['/', '/documents']);
});

test('both halves of documents are one place, and today is only its own page', () => {
  expect(isWithin('/intake/0198', documents)).toBe(true);
  expect(isWithin('/documents', documents)).toBe(true);
  expect(isWithin('/documentsx', documents)).toBe(false);
  expect(isWithin('/audit', today)).toBe(false);
});

test('an address needs what its place needs', () => {
  expect(neededAt('/')).toBe(null);
  expect(neededAt('/account')).toBe(null);
  expect(neededAt('/intake/0198')).toBe('intake.view');
  expect(neededAt('/documents/new')).toBe('document.view');
  expect(neededAt('/audit')).toBe('audit.view');
});

test('no two places share a key', () => {
  const keys = new Map(places.map(({ name, key }) => [name, key]));
  expect(new Set(keys.values()).size).toBe(keys.size);
});
