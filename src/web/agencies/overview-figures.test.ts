import { expect, test } from 'vitest';
import { DirectiveState } from '../../domain/directives/filter.ts';
import { type Agency, arranged, columns, countOf, listOf, totalOf } from './overview-figures.ts';

const agency = (name: string, counts: Agency['counts'], units: string[] = []): Agency => ({
  ...{ id: name, name, shortName: name, counts },
  units: units.map((unit) => ({ unitId: unit, name: unit, counts })),
});
const agencies = [
  agency('Sở An Giang', { overdue: 1, 'done-late': 4 }, ['Văn phòng']),
  agency('Sở Đà Nẵng', { overdue: 3, 'in-time': 2, stopped: 9 }, ['Thanh tra']),
];

test('open is every state in which the work is not over', () => {
  expect(countOf(agencies[1]!.counts, 'open')).toBe(5);
  expect(
    DirectiveState.options.filter((state) => !(columns.open as readonly string[]).includes(state)),
  ).toEqual(['done-in-time', 'done-late', 'stopped']);
});

test('agencies are found by their own name or a unit’s, with or without marks, and stand in the order asked', () => {
  const names = (q: string, sort: Parameters<typeof arranged>[2]) =>
    arranged(agencies, q, sort).map(({ name }) => name);
  expect(names('', 'name')).toEqual(['Sở An Giang', 'Sở Đà Nẵng']);
  expect(names('', 'overdue')).toEqual(['Sở Đà Nẵng', 'Sở An Giang']);
  expect(names('da nang', 'name')).toEqual(['Sở Đà Nẵng']);
  expect(names('văn phòng', 'name')).toEqual(['Sở An Giang']);
  expect(names('không có', 'name')).toEqual([]);
});

test('the total is the sum, and each number names its list', () => {
  expect(totalOf(agencies)).toEqual({ overdue: 4, 'done-late': 4, 'in-time': 2, stopped: 9 });
  expect(listOf('overdue')).toEqual({ state: 'overdue', level: 'whole' });
  expect(listOf('late', null)).toEqual({ state: 'done-late', level: 'whole', lead: 'none' });
});
