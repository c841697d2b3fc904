import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asLines, pastedUnits } from './pasted-units.ts';

test('lines as people write them, and cells as a spreadsheet gives them', () => {
  expect(
    pastedUnits(
      '1. Văn phòng | VP\r\n\n- Phòng Quản lý khoa học\nTổ Tin học\tTTH\tVăn phòng\nPhòng Kế hoạch - Tài chính; KHTC;\n',
    ),
  ).toEqual([
    { name: 'Văn phòng', abbreviation: 'VP' },
    { name: 'Phòng Quản lý khoa học' },
    { name: 'Tổ Tin học', abbreviation: 'TTH', parentName: 'Văn phòng' },
    { name: 'Phòng Kế hoạch - Tài chính', abbreviation: 'KHTC' },
  ]);
});

test('a unit named twice is one unit', () => {
  expect(pastedUnits('Thanh tra\nThanh tra | TTra')).toEqual([{ name: 'Thanh tra' }]);
});

test('lines written out are read back', () => {
  const name = fc.stringMatching(/^[A-ZĐa-zđ]{2,12}( [a-zđ]{2,8}){0,3}$/u);
  const unit = fc.record(
    {
      name,
      abbreviation: fc.option(name, { nil: undefined }),
      parentName: fc.option(name, { nil: undefined }),
    },
    { requiredKeys: ['name'] },
  );
  fc.assert(
    fc.property(fc.uniqueArray(unit, { selector: (one) => one.name, maxLength: 8 }), (units) => {
      const plain = units.map((one) =>
        Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined)),
      );
      expect(pastedUnits(asLines(units))).toEqual(plain);
    }),
  );
});
