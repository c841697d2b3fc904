import { headerReader, type TableHeader } from '../text/table-header.ts';

/** What a column of a register says. */
export type ImportColumn =
  | 'words'
  | 'lead'
  | 'coordinating'
  | 'product'
  | 'deadline'
  | 'givenOn'
  | 'status'
  | 'statusOn'
  | 'completedOn'
  | 'percent'
  | 'origin'
  | 'number'
  | 'kind'
  | 'note';

/** The columns under the names the template and messages give them. */
export const importColumnNames: Record<ImportColumn, string> = {
  words: 'Nội dung nhiệm vụ',
  lead: 'Đơn vị chủ trì',
  coordinating: 'Đơn vị phối hợp',
  product: 'Sản phẩm',
  deadline: 'Hạn',
  givenOn: 'Ngày giao',
  status: 'Tình trạng',
  statusOn: 'Ngày cập nhật',
  completedOn: 'Ngày hoàn thành',
  percent: 'Tiến độ %',
  origin: 'Nguồn giao',
  number: 'Văn bản giao số',
  kind: 'Loại',
  note: 'Ghi chú',
};

/** What the columns are called in the registers agencies keep, folded. */
const headers: Record<ImportColumn, string> = {
  words:
    'noi dung nhiem vu, noi dung, nhiem vu, nhiem vu giao, nhiem vu duoc giao, ten nhiem vu, noi dung cong viec, cong viec, ten cong viec, noi dung giao, noi dung chi dao, noi dung nhiem vu giao',
  lead: 'don vi chu tri, chu tri, co quan chu tri, don vi chu tri thuc hien, phong chu tri, don vi thuc hien, don vi duoc giao, don vi',
  coordinating: 'don vi phoi hop, phoi hop, co quan phoi hop, don vi phoi hop thuc hien, phong phoi hop',
  product: 'san pham, san pham dau ra, san pham ket qua, ket qua san pham, san pham phai co, ket qua dau ra',
  deadline:
    'han, thoi han, han hoan thanh, thoi han hoan thanh, han theo van ban, han xu ly, han thuc hien, thoi han thuc hien, thoi gian hoan thanh, ngay den han, han chot',
  givenOn: 'ngay giao, ngay giao viec, ngay giao nhiem vu, giao ngay, thoi gian giao, ngay bat dau',
  status: 'tinh trang, trang thai, tinh trang thuc hien, trang thai thuc hien, tinh hinh thuc hien',
  statusOn: 'ngay cap nhat, ngay tinh trang, ngay cap nhat tinh trang, ngay cap nhat trang thai',
  completedOn: 'ngay hoan thanh, ngay hoan thanh thuc te, hoan thanh ngay, ngay xong, ngay ket thuc',
  percent:
    'tien do, tien do phan tram, phan tram, phan tram hoan thanh, ty le hoan thanh, ti le hoan thanh, muc do hoan thanh',
  origin: 'nguon giao, nguon, nguon nhiem vu',
  number:
    'van ban giao so, van ban giao, so van ban, so van ban giao, so ky hieu, so ky hieu van ban, van ban so, van ban',
  kind: 'loai, loai nhiem vu',
  note: 'ghi chu, ly do',
};

/** Without these a row says neither what is to be done nor by whom nor by when. */
const needed = ['words', 'lead', 'deadline'] as const satisfies readonly ImportColumn[];

export type ImportHeader = TableHeader<ImportColumn>;

/** A row as the header of a register; null where it is none. */
export const headerIn = headerReader<ImportColumn>(headers, 'words');

/** Columns a register must have and this one has not, in words. */
export const lackingIn = ({ columns }: ImportHeader): string[] =>
  needed.filter((column) => !columns.has(column)).map((column) => `«${importColumnNames[column]}»`);
