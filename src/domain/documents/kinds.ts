import { foldWithPlaces } from '../deadlines/folded.ts';

/** A type of official document: its abbreviation in numbers, and its Vietnamese name. */
export interface DocumentKind {
  abbreviation: string;
  name: string;
  /** Text the type comes from. */
  basis: 'NĐ 30/2020/NĐ-CP, Phụ lục III' | 'Luật Ban hành VBQPPL' | 'Văn bản của Đảng' | 'Thông lệ';
}

const decree = 'NĐ 30/2020/NĐ-CP, Phụ lục III';
const law = 'Luật Ban hành VBQPPL';
const party = 'Văn bản của Đảng';
const custom = 'Thông lệ';

/** The named types of administrative documents with their abbreviations, and those met beside them. */
export const documentKinds: readonly DocumentKind[] = [
  { abbreviation: 'NQ', name: 'Nghị quyết', basis: decree },
  { abbreviation: 'QĐ', name: 'Quyết định', basis: decree },
  { abbreviation: 'CT', name: 'Chỉ thị', basis: decree },
  { abbreviation: 'QC', name: 'Quy chế', basis: decree },
  { abbreviation: 'QyĐ', name: 'Quy định', basis: decree },
  { abbreviation: 'TC', name: 'Thông cáo', basis: decree },
  { abbreviation: 'TB', name: 'Thông báo', basis: decree },
  { abbreviation: 'HD', name: 'Hướng dẫn', basis: decree },
  { abbreviation: 'CTr', name: 'Chương trình', basis: decree },
  { abbreviation: 'KH', name: 'Kế hoạch', basis: decree },
  { abbreviation: 'PA', name: 'Phương án', basis: decree },
  { abbreviation: 'ĐA', name: 'Đề án', basis: decree },
  { abbreviation: 'DA', name: 'Dự án', basis: decree },
  { abbreviation: 'BC', name: 'Báo cáo', basis: decree },
  { abbreviation: 'BB', name: 'Biên bản', basis: decree },
  { abbreviation: 'TTr', name: 'Tờ trình', basis: decree },
  { abbreviation: 'HĐ', name: 'Hợp đồng', basis: decree },
  { abbreviation: 'CĐ', name: 'Công điện', basis: decree },
  { abbreviation: 'BGN', name: 'Bản ghi nhớ', basis: decree },
  { abbreviation: 'BTT', name: 'Bản thỏa thuận', basis: decree },
  { abbreviation: 'GUQ', name: 'Giấy ủy quyền', basis: decree },
  { abbreviation: 'GM', name: 'Giấy mời', basis: decree },
  { abbreviation: 'GGT', name: 'Giấy giới thiệu', basis: decree },
  { abbreviation: 'GNP', name: 'Giấy nghỉ phép', basis: decree },
  { abbreviation: 'PG', name: 'Phiếu gửi', basis: decree },
  { abbreviation: 'PC', name: 'Phiếu chuyển', basis: decree },
  { abbreviation: 'PB', name: 'Phiếu báo', basis: decree },
  { abbreviation: 'CV', name: 'Công văn', basis: custom },
  { abbreviation: 'CTPH', name: 'Chương trình phối hợp', basis: custom },
  { abbreviation: 'Luật', name: 'Luật', basis: law },
  { abbreviation: 'Luật', name: 'Bộ luật', basis: law },
  { abbreviation: 'NĐ', name: 'Nghị định', basis: law },
  { abbreviation: 'TT', name: 'Thông tư', basis: law },
  { abbreviation: 'TTLT', name: 'Thông tư liên tịch', basis: law },
  { abbreviation: 'PL', name: 'Pháp lệnh', basis: law },
  { abbreviation: 'KL', name: 'Kết luận', basis: party },
];

/** Two names for one type, and names by which a reader meets it. */
const otherNames: Partial<Record<string, string>> = {
  'chuong trinh hanh dong': 'CTr',
  'thong bao ket luan': 'TB',
  'quy che phoi hop': 'QC',
  'ke hoach phoi hop': 'KH',
  'ban quy dinh': 'QyĐ',
};

const byFoldedName = new Map<string, string>([
  ...documentKinds.map(({ name, abbreviation }): [string, string] => [foldName(name), abbreviation]),
  ...Object.entries(otherNames).map(([name, abbreviation]): [string, string] => [name, abbreviation ?? '']),
]);
const longest = [...byFoldedName.keys()].sort((a, b) => b.length - a.length);

/**
 * The type a line names at its beginning, read without marks or case so that scans and old encodings do no harm
 * («THÔNG BÁO», «QUYếT định», «KẾ HOẠCH số 5»). Null when the line does not begin with the name of a type.
 */
export function kindAtStart(line: string): { abbreviation: string; length: number } | null {
  const folded = foldWithPlaces(line);
  const lead = /^[^\p{L}\p{N}]{0,6}/u.exec(folded.text)?.[0].length ?? 0;
  const words = folded.text.slice(lead);
  const name = longest.find((one) => words.startsWith(one) && !/^\p{L}/u.test(words.charAt(one.length)));
  if (name === undefined) return null;
  return { abbreviation: byFoldedName.get(name) ?? '', length: folded.at[lead + name.length] ?? line.length };
}

/** The type named by a number's sign: `TB` of `990/TB-TCT`, `NQ` of `36-NQ/TW`; null for a letter or an unknown sign. */
export function kindOfNumber(number: string): string | null {
  const sign = /^[^/-]*[/-](?:(?:19|20)\d\d[/-])?([\p{L}]+)/u.exec(number)?.[1];
  if (sign === undefined) return null;
  const exact = documentKinds.find(({ abbreviation }) => abbreviation === sign);
  return (
    (exact ?? documentKinds.find(({ abbreviation }) => sameSign(abbreviation, sign)))?.abbreviation ?? null
  );
}

/** Whether two signs are one but for case and marks that scans lose; «CT» (chỉ thị) and «CTr» stay apart. */
const sameSign = (a: string, b: string) => foldName(a) === foldName(b) && a !== 'CV';

function foldName(name: string): string {
  return foldWithPlaces(name).text;
}
