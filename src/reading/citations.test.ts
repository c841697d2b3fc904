import { describe, expect, it } from 'vitest';
import { kindAtStart, kindOfNumber } from '../domain/documents/kinds.ts';
import { findCitations } from './citations.ts';

const numbers = (text: string) => findCitations(text, { number: null }).map(({ number }) => number);

describe('findCitations', () => {
  it.each([
    ['Thông báo số 990/TB-TCT', '990/TB-TCT'],
    ['Nghị định 87⁄2017/NĐ-CP', '87/2017/NĐ-CP'],
    ['Quyết định số 01//2018/QĐ-TTg', '01/2018/QĐ-TTg'],
    ['Kế hoạch 07 -KH/BTC', '07-KH/BTC'],
    ['Quyết định 1961/QĐUBND', '1961/QĐ-UBND'],
    ['Nghị quyết 30c/NQCP', '30c/NQ-CP'],
    ['Thông tư 2/2015/TT BTC của Bộ', '2/2015/TT-BTC'],
    ['công văn 2512 /TCT', '2512/TCT'],
    ['Quyết định 256 /2004/QĐ-UB', '256/2004/QĐ-UB'],
    ['Nghị quyết số 36-NQ/TW', '36-NQ/TW'],
    ['Chương trình số 33-CTrTU', '33-CTr/TU'],
    ['Chương trình số 33-CTrlTU', '33-CTr/TU'],
    ['Chương trình số 35- CT+/TU', '35-CTr/TU'],
    ['Kết luận 51 -KUTW', '51-KL/TW'],
    ['Kết luận 3ó6- KL/TU', '366-KL/TU'],
    ['Kế hoạch lS-KHITU', '15-KH/TU'],
    ['Nghị quyết 29- -NQ/TW', '29-NQ/TW'],
    ['Nghị quyết số 29-\nNQ/TW', '29-NQ/TW'],
    ['Quyết định 463/QÐ-UBND', '463/QĐ-UBND'],
    ['Chỉ thị 41 /CT-TTs', '41/CT-TTg'],
    ['Luật số 32/2013/QH13', '32/2013/QH13'],
    ['Kế hoạch 16/KH - UBND tỉnh', '16/KH-UBND'],
    ['Kế hoạch 16/KH-UBND - Phòng Hành chính', '16/KH-UBND'],
    ['Quy chế 12a/QCPH-SKHCN-STC', '12a/QCPH-SKHCN-STC'],
    ['theo Quyết định 15/QĐ-SKHCNngày', '15/QĐ-SKHCN'],
  ])('%s → %s', (text, number) => {
    expect(numbers(`Thực hiện ${text}, các đơn vị`)).toEqual([number]);
  });

  it.each([
    'đạt 05/12 chỉ tiêu',
    'trực 24/7',
    'đường băng 25R/07L',
    'quốc lộ 1A/QL5',
    'Luật Khoa học và công nghệ',
    'ngày 5/3/2020',
    '12 tỷ đồng/năm',
  ])('no number: %s', (text) => {
    expect(numbers(text)).toEqual([]);
  });

  it('gives each paper once, with its date and place, and never the document itself', () => {
    const text =
      'Số: 12/TB-SKHCN. Theo Quyết định số 5/QĐ-SKHCN ngày 07 tháng 3 năm 2022 và Thông báo 12/TB-SKHCN; Quyết định 5/QĐ-SKHCN.';
    const found = findCitations(text, { number: '12/TB-SKHCN' });
    expect(found).toEqual([{ number: '5/QĐ-SKHCN', date: '2022-03-07', span: [36, 46] }]);
    expect(text.slice(36, 46)).toBe('5/QĐ-SKHCN');
  });

  it('takes a date said at a later mention', () => {
    expect(
      findCitations('Thông tư 6/2023/TT-BKHCN. Thông tư 6/2023/TT-BKHCN ngày 25/5/2023.', { number: null })[0]
        ?.date,
    ).toBe('2023-05-25');
  });

  it('stays quick on long hostile text', () => {
    for (const lump of ['1/2020/A-', '12-', '1/', 'QĐ-', '1 /Q Đ-'])
      expect(() => numbers(lump.repeat(20_000))).not.toThrow();
  });
});

describe('kinds', () => {
  it.each([
    ['THÔNG BÁO', 'TB'],
    ['QUYếT ĐịNH', 'QĐ'],
    ['KẾ HOẠCH', 'KH'],
    ['Chương trình phối hợp', 'CTPH'],
    ['TỜ TRÌNH', 'TTr'],
  ])('%s is %s', (line, abbreviation) => {
    expect(kindAtStart(line)?.abbreviation).toBe(abbreviation);
    expect(kindAtStart(line.normalize('NFD'))?.abbreviation).toBe(abbreviation);
  });

  it('is told by the sign of a number', () => {
    expect(
      ['990/TB-TCT', '36-NQ/TW', '12/2020/TT-BTC', '3/HĐ-SKHCN', '3/HD-SKHCN', '7/SKHCN-VP'].map(
        kindOfNumber,
      ),
    ).toEqual(['TB', 'NQ', 'TT', 'HĐ', 'HD', null]);
    expect(kindAtStart('Thông tin liên hệ')).toBeNull();
  });
});
