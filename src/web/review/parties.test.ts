import { expect, test } from 'vitest';
import { matchingUnits } from './parties.ts';

const unit = (name: string, abbreviation: string | null = null, ...aliases: string[]) => ({
  id: name,
  name,
  abbreviation,
  aliases: aliases.map((alias) => ({ alias })),
});
const units = [
  unit('Văn phòng', 'VP'),
  unit('Phòng Quản lý khoa học'),
  unit('Phòng Quản lý công nghệ và Đổi mới sáng tạo', 'QLCN'),
  unit('Chi cục Tiêu chuẩn Đo lường Chất lượng', 'TĐC', 'Chi cục Đo lường'),
];

test.each([
  ['van ph', ['Văn phòng']],
  ['qlkh', ['Phòng Quản lý khoa học']],
  ['QL CN', ['Phòng Quản lý công nghệ và Đổi mới sáng tạo']],
  ['doi moi', ['Phòng Quản lý công nghệ và Đổi mới sáng tạo']],
  ['tdc', ['Chi cục Tiêu chuẩn Đo lường Chất lượng']],
  ['chi cuc do', ['Chi cục Tiêu chuẩn Đo lường Chất lượng']],
  ['ủy ban', []],
])('«%s» may mean %j', (typed, names) => {
  expect(matchingUnits(units, typed).map(({ name }) => name)).toEqual(names);
});

test('nothing typed gives all, a name in full comes first', () => {
  expect(matchingUnits(units, ' ')).toHaveLength(4);
  expect(matchingUnits([unit('Phòng Pháp chế'), unit('Phòng')], 'phong')[0]?.name).toBe('Phòng');
});
