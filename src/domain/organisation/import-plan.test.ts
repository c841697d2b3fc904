import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ImportPlan, type Known, planImport, type UnitRef } from './import-plan.ts';
import type { ImportRow } from './import-rows.ts';

const unitName = fc.constantFrom('Văn phòng', 'Phòng A', 'phòng a', 'Phòng B', 'Tổ C');
const rows: fc.Arbitrary<ImportRow[]> = fc
  .array(
    fc.oneof(
      fc.record({
        kind: fc.constant('unit' as const),
        name: unitName,
        parentName: fc.option(unitName, { nil: undefined }),
      }),
      fc.record({
        kind: fc.constant('person' as const),
        name: fc.constantFrom('Lê Hà', 'Trần An', 'Vũ Bình'),
        staffCode: fc.constantFrom(undefined, 'C1', 'C2'),
        unitName: fc.option(unitName, { nil: undefined }),
        roleWords: fc.constantFrom(undefined, 'Chuyên viên', 'Thủ kho'),
      }),
    ),
    { maxLength: 8 },
  )
  .map((list) => list.map((row, index) => ({ ...row, row: index + 2 })));

/** The agency after a plan, as storing it makes it. */
function applied(known: Known, plan: ImportPlan): Known {
  const idOf = (unit: UnitRef) => ('id' in unit ? unit.id : `id of ${unit.newName}`);
  const made = plan.units.map(({ name, abbreviation }) => ({
    id: `id of ${name}`,
    name,
    abbreviation: abbreviation ?? null,
    aliases: [],
  }));
  const persons = new Map(known.persons.map((person) => [person.id, person]));
  for (const { id = `id of ${persons.size}`, post, ...card } of plan.persons) {
    const held = post ? [{ unitId: idOf(post.unit), role: post.role, title: post.title ?? null }] : [];
    persons.set(id, { id, ...card, posts: [...(persons.get(id)?.posts ?? []), ...held] });
  }
  return { units: [...known.units, ...made], persons: [...persons.values()] };
}

const empty: Known = { units: [], persons: [] };

test('importing the same rows again opens no unit and adds no person', () => {
  fc.assert(
    fc.property(rows, (list) => {
      const after = applied(empty, planImport(list, empty));
      const again = planImport(list, after);
      expect(again.units).toEqual([]);
      expect(again.persons.filter(({ id }) => id === undefined)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('every row has exactly one outcome, and parents come before what is under them', () => {
  fc.assert(
    fc.property(rows, (list) => {
      const plan = planImport(list, empty);
      expect(plan.rows.map(({ row }) => row).sort((a, b) => a - b)).toEqual(list.map(({ row }) => row));
      for (const [index, { parent }] of plan.units.entries()) {
        if (!parent || 'id' in parent) continue;
        expect(plan.units.slice(0, index).map(({ name }) => name)).toContain(parent.newName);
      }
    }),
  );
});
