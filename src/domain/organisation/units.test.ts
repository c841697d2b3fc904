import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isUnder, namesForReading, type UnitFacts, unitsOn } from './units.ts';

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-01-${String(n).padStart(2, '0')}`);
const names = fc.array(fc.record({ from: day, name: fc.constantFrom('Phòng A', 'Phòng B', 'Phòng C') }), {
  minLength: 1,
  maxLength: 6,
});

/** A unit opened on its first day, named in the order of the list. */
function factsOf(list: { from: string; name: string }[], closedOn?: string): UnitFacts {
  return {
    units: [{ id: 'u', openedOn: list.reduce((first, { from }) => (from < first ? from : first), '9999') }],
    names: list.map(({ from, name }, index) => ({
      unitId: 'u',
      name,
      abbreviation: null,
      from,
      recordedAt: `2026-02-01T00:00:0${index}Z`,
    })),
    parents: [],
    closings: closedOn === undefined ? [] : [{ unitId: 'u', closedOn }],
    aliases: [],
  };
}

/** The name of a day told the plain way: the last said for the latest day until then. */
const plainly = (list: { from: string; name: string }[], on: string) =>
  list
    .filter(({ from }) => from <= on)
    .toSorted((a, b) => a.from.localeCompare(b.from))
    .at(-1)?.name;

test('the name of a day is the last said for the latest day until then', () => {
  fc.assert(
    fc.property(names, day, (list, on) => {
      expect(unitsOn(factsOf(list), on)[0]?.name).toBe(plainly(list, on));
    }),
  );
});

test('a reader finds exactly one name for a day, the same as the views', () => {
  fc.assert(
    fc.property(names, day, (list, on) => {
      const holding = namesForReading(factsOf(list)).filter(
        ({ from = '', to = '9999' }) => from <= on && on <= to,
      );
      expect(holding).toHaveLength(1);
      const shown = unitsOn(factsOf(list), on)[0]?.name;
      if (shown !== undefined) expect(holding[0]?.name).toBe(shown);
    }),
  );
});

test('former names end on the day before the next begins, newest first', () => {
  const facts = factsOf([
    { from: '2026-01-01', name: 'Phòng A' },
    { from: '2026-01-10', name: 'Phòng B' },
    { from: '2026-01-20', name: 'Phòng C' },
  ]);
  expect(unitsOn(facts, '2026-01-25')[0]?.formerNames).toEqual([
    { name: 'Phòng B', until: '2026-01-19' },
    { name: 'Phòng A', until: '2026-01-09' },
  ]);
});

test('a closed unit is gone from its closing day on; papers of before still mean it', () => {
  const facts = factsOf([{ from: '2026-01-01', name: 'Phòng A' }], '2026-01-15');
  expect(unitsOn(facts, '2026-01-14')).toHaveLength(1);
  expect(unitsOn(facts, '2026-01-15')).toHaveLength(0);
  expect(namesForReading(facts)[0]).toMatchObject({ to: '2026-01-14' });
});

test('a unit is under itself through any number of parents, and circles end', () => {
  const unit = (id: string, parentId: string | null) => ({
    id,
    parentId,
    name: id,
    abbreviation: null,
    aliases: [],
    openedOn: '',
    closedOn: null,
    formerNames: [],
  });
  const units = [unit('a', null), unit('b', 'a'), unit('c', 'b'), unit('x', 'y'), unit('y', 'x')];
  expect(isUnder(units, 'c', 'a')).toBe(true);
  expect(isUnder(units, 'a', 'c')).toBe(false);
  expect(isUnder(units, 'x', 'a')).toBe(false);
});
