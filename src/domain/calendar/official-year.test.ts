import { describe, expect, test } from 'vitest';
import { parseOfficialYear } from './official-year.ts';

const about = { year: 2027, decision: 'Thông báo 01/TB-BNV ngày 15/10/2026' };
const errorsOf = (input: unknown, of = about) => {
  const read = parseOfficialYear(input, of);
  return read.ok ? [] : read.errors;
};

describe('parseOfficialYear', () => {
  test('reads a form: days sorted, once each, in either spelling', () => {
    const input = { off: ['04/02/2027', '2027-01-01', '1.1.2027'], swappedWorkdays: ['13/2/2027'] };
    expect(parseOfficialYear(input, about)).toEqual({
      ok: true,
      year: {
        ...about,
        confidence: 'HIGH',
        source: '',
        off: ['2027-01-01', '2027-02-04'],
        swappedWorkdays: ['2027-02-13'],
      },
    });
  });

  test('reads rows of a sheet', () => {
    const rows = [
      { day: '1/1/2027', kind: 'Nghỉ' },
      { day: '13/02/2027', kind: 'làm bù' },
    ];
    const read = parseOfficialYear(rows, about);
    expect(read.ok && [read.year.off, read.year.swappedWorkdays]).toEqual([['2027-01-01'], ['2027-02-13']]);
  });

  test.each([
    ['a day that is none', { off: ['30/02/2027'] }, /Ngày nghỉ thứ 1: Ngày không có trong lịch/],
    ['a day of another year', { off: ['2026-12-31'] }, /31\/12\/2026 không thuộc năm 2027/],
    [
      'a day both off and worked',
      { off: ['2027-02-13'], swappedWorkdays: ['2027-02-13'] },
      /vừa ghi là nghỉ/,
    ],
    ['a weekday worked instead', { off: [], swappedWorkdays: ['2027-02-12'] }, /không phải thứ Bảy/],
    ['no days', {}, /Ngày nghỉ: còn thiếu/],
    ['not a list', 'abc', /Danh sách ngày nghỉ/],
  ])('refuses %s in words', (_, input, words) => {
    expect(errorsOf(input).join('\n')).toMatch(words);
  });

  test('tells every wrong row, and the missing notice', () => {
    const rows = [{ day: '1/1/2027', kind: 'họp' }, { kind: 'nghỉ' }, null];
    expect(errorsOf(rows)).toHaveLength(3);
    expect(errorsOf({ off: [] }, { year: 2027, decision: ' ' })).toEqual([
      'Văn bản công bố: Ghi số, ngày văn bản công bố lịch nghỉ',
    ]);
  });
});
