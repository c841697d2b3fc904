import { searchable } from '../text/search.ts';

/** The columns of a portfolio under the names the template and messages give them. */
export const taskColumns = {
  code: 'Mã số',
  title: 'Tên nhiệm vụ',
  level: 'Cấp',
  type: 'Loại',
  field: 'Lĩnh vực',
  programme: 'Chương trình',
  unit: 'Đơn vị quản lý',
  host: 'Tổ chức chủ trì',
  investigator: 'Chủ nhiệm',
  approval: 'Quyết định phê duyệt',
  approvedOn: 'Ngày phê duyệt',
  contract: 'Số hợp đồng',
  contractedOn: 'Ngày ký hợp đồng',
  from: 'Bắt đầu',
  to: 'Kết thúc',
  time: 'Thời gian thực hiện',
  khoan: 'Phương thức khoán',
  totalMoney: 'Tổng kinh phí',
  stateMoney: 'Kinh phí NSNN',
  otherMoney: 'Kinh phí khác',
  terminatedOn: 'Ngày chấm dứt',
  reason: 'Lý do chấm dứt',
  acceptedOn: 'Ngày nghiệm thu',
  rating: 'Xếp loại',
  registration: 'Số giấy chứng nhận đăng ký kết quả',
  registeredOn: 'Ngày đăng ký kết quả',
  recognisedOn: 'Ngày công nhận kết quả',
  assets: 'Tình trạng tài sản',
  assetsOn: 'Ngày xử lý tài sản',
  liquidated: 'Thanh lý',
  settled: 'Quyết toán',
  secret: 'Độ mật',
} as const;
export type TaskColumn = keyof typeof taskColumns;
export const taskColumnIds = Object.keys(taskColumns) as TaskColumn[];

/** Both words in any order: «ngày ký hợp đồng», «hợp đồng / ngày». */
const both = (one: string, other: string) => new RegExp(`(${one}).*(${other})|(${other}).*(${one})`, 'u');

/**
 * What the columns are called in the portfolios agencies keep, folded: the first that fits is meant. What is said in more
 * words stands before what is said in fewer.
 */
const meanings: readonly (readonly [TaskColumn | null, RegExp])[] = [
  [null, /^(stt|tt|so tt)$|(kinh phi|so tien).*(quyet toan|thanh ly|da cap|giai ngan)|thanh vien/u],
  ['secret', /^(do|muc do) mat$|^mat$/u],
  ['registeredOn', both('ngay', 'chung nhan|dang ky|gcn')],
  ['registration', /chung nhan|dang ky|\bgcn\b/u],
  ['recognisedOn', /cong nhan/u],
  ['rating', /xep loai|ket qua (nghiem thu|danh gia)|danh gia nghiem thu/u],
  ['acceptedOn', /nghiem thu/u],
  ['assetsOn', both('ngay', 'tai san')],
  ['assets', /tai san/u],
  ['liquidated', /thanh ly/u],
  ['settled', /quyet toan/u],
  ['reason', /^ly do$|ly do (cham dut|dung)/u],
  ['terminatedOn', /cham dut|ngay dung/u],
  ['khoan', /khoan/u],
  ['otherMoney', /ngoai ngan sach|doi ung|tu co|(nguon|von|kinh phi) khac|^khac$/u],
  ['stateMoney', /ngan sach|nsnn|nskh|kinh phi (nha nuoc|duoc cap|cap)/u],
  ['totalMoney', /^tong|tong kinh phi|^kinh phi|du toan/u],
  ['contractedOn', both('ngay', 'hop dong|\\bhd\\b')],
  ['contract', /hop dong|\bhd\b/u],
  ['approvedOn', both('ngay', 'phe duyet|quyet dinh|\\bqd\\b')],
  ['approval', /quyet dinh|phe duyet|\bqd\b/u],
  ['from', /bat dau|khoi cong|^tu( ngay| thang)?$|thoi gian tu$/u],
  ['to', /ket thuc|hoan thanh|^den( ngay| thang)?$|thoi gian den$/u],
  ['time', /thoi (gian|han)|so thang/u],
  ['code', /^ma\b|ma (so|nhiem vu|de tai)|ky hieu/u],
  ['programme', /chuong trinh/u],
  ['field', /linh vuc/u],
  ['level', /^cap\b/u],
  ['type', /\bloai\b/u],
  ['unit', /(don vi|phong|bo phan) (quan ly|phu trach|theo doi)|^(don vi|phong) ql|can bo quan ly/u],
  ['investigator', /chu nhiem/u],
  ['host', /chu tri/u],
  ['title', /^ten\b|^(nhiem vu|de tai|de tai du an)( khcn| kh cn| khoa hoc.*)?$/u],
];

/** What a header means; null where it means nothing here. */
export const columnMeant = (header: string): TaskColumn | null => {
  const said = searchable(header.replaceAll(/\([^)]*\)/gu, ' '))
    .replaceAll(/[^a-z0-9]+/gu, ' ')
    .trim();
  return said === '' ? null : (meanings.find(([, means]) => means.test(said))?.[0] ?? null);
};

/** The unit a column of money says it counts in; 1 where it says none. */
export function unitOfMoney(header: string): number | null {
  const said = searchable(header);
  if (/\bty\b/u.test(said)) return 1_000_000_000;
  if (/trieu|\btr(d|\.d)?\b/u.test(said)) return 1_000_000;
  if (/nghin|ngan dong/u.test(said)) return 1000;
  return /dong|vnd|\bd\b/u.test(said) ? 1 : null;
}

/** Where the columns of a portfolio stand. */
export interface TaskHeader {
  columns: ReadonlyMap<TaskColumn, number>;
  /** Đồng for one of what a column of money counts; null where it does not say. */
  units: ReadonlyMap<TaskColumn, number | null>;
  ignored: string[];
  /** What stands over the titles. */
  titles: string;
  /** Rows the header takes. */
  rows: 1 | 2;
}

/** Without these a row says no task. */
export const needed = ['title', 'level', 'unit', 'host', 'investigator'] as const satisfies TaskColumn[];

/**
 * A row as the header of a portfolio, with the row beneath where headers are merged over two; null where it is none.
 * @param whole what stands above the table may say the unit of all money: «ĐVT: triệu đồng»
 */
export function taskHeaderIn(
  cells: readonly string[],
  beneath: readonly string[] = [],
  whole: number | null = null,
): TaskHeader | null {
  const title = cells.findIndex((cell) => columnMeant(cell) === 'title');
  if (title < 0 || cells.filter((cell) => columnMeant(cell) !== null).length < 3) return null;
  const two = (beneath[title] ?? '') === '' && beneath.some((cell) => /\p{L}/u.test(cell));
  const names = two ? merged(cells, beneath) : cells;
  const columns = new Map<TaskColumn, number>();
  const units = new Map<TaskColumn, number | null>();
  const ignored: string[] = [];
  for (const [index, name] of names.entries()) {
    const column = columnMeant(name);
    if (column && !columns.has(column)) {
      columns.set(column, index);
      units.set(column, unitOfMoney(name) ?? whole);
    } else if (name.trim() !== '' && !/^(stt|tt|số tt)$/iu.test(name.trim()))
      ignored.push(name.trim().slice(0, 100));
  }
  return { columns, units, ignored, titles: cells[title] ?? '', rows: two ? 2 : 1 };
}

/** «Kinh phí» over «NSNN | Khác»: what stands beneath is said together with the last name above it. */
function merged(above: readonly string[], beneath: readonly string[]): string[] {
  let last = '';
  return Array.from({ length: Math.max(above.length, beneath.length) }, (_, index) => {
    const [own = '', lower = ''] = [above[index], beneath[index]];
    if (own !== '') last = own;
    return lower === '' ? own : `${last} ${lower}`;
  });
}
