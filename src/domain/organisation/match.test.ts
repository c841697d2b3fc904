import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AgencyUnits, matchUnit } from './match.ts';

const units = AgencyUnits.parse({
  agency: { name: 'Sở Khoa học và Công nghệ tỉnh Hà Lâm', shortName: 'Sở KH&CN' },
  units: [
    { id: 'vp', name: 'Văn phòng' },
    { id: 'khtc', name: 'Phòng Kế hoạch - Tài chính', abbreviation: 'KHTC' },
    { id: 'qlkh', name: 'Phòng Quản lý Khoa học', abbreviation: 'QLKH' },
    { id: 'qlcn', name: 'Phòng Quản lý Công nghệ và Chuyên ngành', abbreviation: 'QLCN' },
    { id: 'tdc', name: 'Chi cục Tiêu chuẩn Đo lường Chất lượng', aliases: ['Chi cục TĐC'] },
    { id: 'tttt', name: 'Trung tâm Thông tin và Thống kê', to: '2024-12-31' },
    { id: 'ttud', name: 'Trung tâm Thông tin và Ứng dụng', from: '2025-01-01' },
  ],
});

describe('a printed name means a unit', () => {
  test.each([
    ['Văn phòng Sở', 'vp'],
    ['VĂN PHÒNG', 'vp'],
    ['Phòng QLKH', 'qlkh'],
    ['phòng quản lý khoa học', 'qlkh'],
    ['P. Quản lý khoa học', 'qlkh'],
    ['Phòng Quàn lý Khoa hoc', 'qlkh'],
    ['Phòng KH-TC', 'khtc'],
    ['Phòng Kế hoạch, Tài chính', 'khtc'],
    ['Chi cục TCĐLCL', 'tdc'],
    ['Chi cục TĐC', 'tdc'],
    ['Chi cục Tiêu chuẩn Đo lường Chất luợng tỉnh', 'tdc'],
    ['Phòng Quản lý công nghệ và chuyên ngành', 'qlcn'],
  ])('%s', (printed, unitId) => {
    expect(matchUnit(printed, units)?.unitId).toBe(unitId);
  });

  test.each(['Sở Tài chính', 'các phòng, đơn vị', 'Phòng Quản lý', 'UBND tỉnh', ''])(
    '%s is none of them',
    (printed) => {
      expect(matchUnit(printed, units)).toBeUndefined();
    },
  );

  test('by the name that held on the day', () => {
    expect(matchUnit('TT Thông tin', units, '2024-06-01')?.unitId).toBe('tttt');
    expect(matchUnit('TT Thông tin', units, '2025-06-01')?.unitId).toBe('ttud');
  });

  test('its own name always, with any lost mark', () => {
    fc.assert(
      fc.property(fc.constantFrom(...units.units.slice(0, 5)), fc.nat(40), ({ id, name }, at) => {
        const spoilt =
          name.slice(0, at) + name.slice(at).normalize('NFD').replace(/\p{M}/u, '').normalize('NFC');
        return matchUnit(spoilt, units)?.unitId === id;
      }),
    );
  });
});
