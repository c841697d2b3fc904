import type { Role } from '../src/domain/permissions/permission.ts';

/**
 * The invented department of the demo and of tests: a province that does not exist, names drawn from common
 * Vietnamese ones. Deterministic: the same list on every machine.
 */
export const exampleAgency = {
  name: 'Sở Khoa học và Công nghệ tỉnh Minh Sơn',
  shortName: 'Sở KH&CN Minh Sơn',
  sign: 'SKHCN',
};

export interface ExampleUnit {
  name: string;
  abbreviation: string;
  aliases: string[];
  /** Lĩnh vực of its work; none of the offices that serve the others. */
  field?: string;
}

export const exampleUnits: ExampleUnit[] = [
  { name: 'Ban Giám đốc', abbreviation: 'BGĐ', aliases: ['Lãnh đạo Sở', 'Ban Giám đốc Sở'] },
  { name: 'Văn phòng Sở', abbreviation: 'VP', aliases: ['Văn phòng'] },
  { name: 'Thanh tra Sở', abbreviation: 'TTra', aliases: ['Thanh tra'] },
  {
    ...{ name: 'Phòng Quản lý khoa học', abbreviation: 'QLKH', aliases: ['Phòng QLKH'] },
    field: 'Nghiên cứu khoa học',
  },
  {
    name: 'Phòng Công nghệ và Đổi mới sáng tạo',
    abbreviation: 'CN&ĐMST',
    aliases: ['Phòng Công nghệ'],
    field: 'Công nghệ và đổi mới sáng tạo',
  },
  {
    name: 'Phòng Kế hoạch - Tài chính',
    abbreviation: 'KHTC',
    aliases: ['Phòng KH-TC', 'Phòng Kế hoạch Tài chính'],
  },
  { name: 'Phòng Chuyển đổi số', abbreviation: 'CĐS', aliases: [], field: 'Chuyển đổi số' },
  {
    name: 'Chi cục Tiêu chuẩn Đo lường Chất lượng',
    abbreviation: 'TĐC',
    aliases: ['Chi cục TCĐLCL', 'Chi cục TĐC'],
    field: 'Tiêu chuẩn đo lường chất lượng',
  },
  {
    name: 'Trung tâm Thông tin và Ứng dụng khoa học công nghệ',
    abbreviation: 'TTTT&ƯD',
    aliases: ['Trung tâm Thông tin và Ứng dụng KHCN', 'Trung tâm Thông tin'],
  },
];

export interface ExamplePerson {
  fullName: string;
  userName: string;
  unit: string;
  role: Role;
  title: string;
}

const family = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Lương', 'Nông', 'Triệu'];
const middle = ['Thị', 'Văn', 'Minh', 'Thu', 'Đức', 'Quốc', 'Thanh', 'Ngọc'];
const given = [
  'Hạnh',
  'Lâm',
  'Trang',
  'Tâm',
  'Anh',
  'Sơn',
  'Yến',
  'Dũng',
  'Giang',
  'Phúc',
  'Oanh',
  'Khuê',
  'Ước',
  'Đan',
  'Quỳnh',
];

const fold = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/gu, 'd').toLowerCase();

/** Posts of a unit in order: who leads it, its deputies, its officers. */
function postsOf(unit: ExampleUnit, index: number): { role: Role; title: string }[] {
  if (index === 0) {
    return [
      { role: 'director', title: 'Giám đốc' },
      { role: 'director', title: 'Phó Giám đốc' },
    ];
  }
  if (index === 1) {
    return [
      { role: 'head', title: 'Chánh Văn phòng' },
      { role: 'office', title: 'Chuyên viên tổng hợp' },
      { role: 'office', title: 'Văn thư' },
      { role: 'administrator', title: 'Quản trị hệ thống' },
    ];
  }
  if (index === 2) {
    return [
      { role: 'head', title: 'Chánh Thanh tra' },
      { role: 'auditor', title: 'Thanh tra viên' },
      { role: 'officer', title: 'Thanh tra viên' },
    ];
  }
  const headTitle = unit.name.startsWith('Phòng')
    ? 'Trưởng phòng'
    : unit.name.startsWith('Chi cục')
      ? 'Chi cục trưởng'
      : 'Giám đốc Trung tâm';
  const officers = index === 3 ? 3 : index === 7 ? 3 : index === 8 ? 3 : 2;
  return [
    { role: 'head', title: headTitle },
    ...Array.from({ length: officers }, () => ({ role: 'officer' as const, title: 'Chuyên viên' })),
  ];
}

/** The 30 persons of the department, each with one post. */
export const examplePersons: ExamplePerson[] = exampleUnits
  .flatMap((unit, index) => postsOf(unit, index).map((post) => ({ unit: unit.name, ...post })))
  .map((post, index) => {
    const fullName = `${family[index % family.length]} ${middle[(index * 3) % middle.length]} ${given[(index * 7) % given.length]}`;
    const [first = '', ...rest] = fold(fullName).split(' ');
    return { ...post, fullName, userName: `${rest.at(-1)}.${first}${index + 1}` };
  });
