import { expect, test } from 'vitest';
import { parsePastedUnits } from './pasted-units.ts';

test('lines parted by semicolons or tabs become units; header, bullets and empty lines fall away', () => {
  const text = [
    'Tên;Viết tắt;Đơn vị trên',
    'Văn phòng Sở;VP',
    '',
    '1. Phòng Quản lý khoa học\tQLKH\t',
    '- Bộ phận Một cửa;;văn phòng sở',
  ].join('\r\n');
  expect(parsePastedUnits(text)).toEqual({
    units: [
      { name: 'Văn phòng Sở', abbreviation: 'VP' },
      { name: 'Phòng Quản lý khoa học', abbreviation: 'QLKH' },
      { name: 'Bộ phận Một cửa', parentName: 'văn phòng sở' },
    ],
    errors: [],
  });
});

test.each([
  ['Phòng A\nphòng  a', 2, 'hai lần'],
  ['Phòng A;;Phòng B', 1, 'Không có đơn vị trên «Phòng B»'],
  ['Phòng A;;phòng a', 1, 'chính nó'],
  ['X', 1, 'Thiếu tên'],
  [`Phòng ${'a'.repeat(200)}`, 1, 'dài quá'],
])('%j is refused at line %i', (text, row, words) => {
  const { errors } = parsePastedUnits(text);
  expect(errors).toHaveLength(1);
  expect(errors[0]?.row).toBe(row);
  expect(errors[0]?.message).toContain(words);
});

test('the browser form: «Trường» with marks in decomposed form is the same word', () => {
  expect(parsePastedUnits('Phòng Đào tạo'.normalize('NFD')).units).toEqual([{ name: 'Phòng Đào tạo' }]);
});
