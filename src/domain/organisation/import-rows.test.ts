import { expect, test } from 'vitest';
import { importRowsOf, roleOf } from './import-rows.ts';

const sheet = (...rows: string[][]) => [{ name: 'A', rows }];

test('columns are known by many names in any order, below titles', () => {
  const rows = importRowsOf(
    sheet(
      ['SỞ KHOA HỌC VÀ CÔNG NGHỆ', ''],
      [],
      ['Chức danh', 'HỌ VÀ TÊN ', 'Nơi công tác', 'Thư điện tử'],
      ['Chuyên viên', '  Lê   Thu Hà', 'Văn phòng', 'HA@coquan.vn'],
      ['', '', '', ''],
    ),
  );
  expect(rows).toEqual([
    {
      kind: 'person',
      row: 4,
      name: 'Lê Thu Hà',
      staffCode: undefined,
      email: 'ha@coquan.vn',
      unitName: 'Văn phòng',
      title: 'Chuyên viên',
      roleWords: undefined,
    },
  ]);
});

test('«Tên» means people beside units, and units beside nothing else', () => {
  expect(importRowsOf(sheet(['Tên', 'Đơn vị'], ['Lê Hà', 'VP']))[0]).toMatchObject({ kind: 'person' });
  expect(importRowsOf(sheet(['Tên', 'Viết tắt'], ['Văn phòng', 'VP']))[0]).toMatchObject({ kind: 'unit' });
});

test('a row of a list of people with a unit alone is a unit; without either it is a person to mend', () => {
  const rows = importRowsOf(
    sheet(['Đơn vị', 'Họ tên', 'Email'], ['Văn phòng', '', ''], ['', '', 'a@coquan.vn']),
  );
  expect(rows.map(({ kind }) => kind)).toEqual(['unit', 'person']);
});

test('a table that begins too far down, or has no known column, is none', () => {
  expect(
    importRowsOf(sheet(...Array.from({ length: 20 }, () => ['ghi chú']), ['Họ tên'], ['Lê Hà'])),
  ).toEqual([]);
});

test.each([
  ['Lãnh đạo', undefined, 'director'],
  ['Văn thư', undefined, 'office'],
  ['Trưởng đơn vị', undefined, 'head'],
  ['chuyên viên', 'Giám đốc', 'officer'],
  ['Thanh tra', undefined, 'auditor'],
  ['Quản trị', undefined, 'administrator'],
  ['Thủ kho', undefined, undefined],
  // Without words only what heads and officers may do is given, whatever the title says.
  [undefined, 'Giám đốc', 'officer'],
  [undefined, 'Chánh Văn phòng', 'head'],
  [undefined, 'Trưởng phòng', 'head'],
  [undefined, undefined, 'officer'],
])('role %j with title %j is %j', (words, title, role) => {
  expect(roleOf(words, title)).toBe(role);
});
