/** Papers whose Word template an office may edit. */
export const templateKinds = ['assignment', 'urging-letter', 'review-report'] as const;
export type TemplateKind = (typeof templateKinds)[number];

export const templateNames: Record<TemplateKind, string> = {
  assignment: 'Phiếu giao việc',
  'urging-letter': 'Công văn đôn đốc',
  'review-report': 'Báo cáo sơ kết, tổng kết',
};

/** A name that stands in braces in a template, and what is put there. */
export interface TemplateField {
  name: string;
  words: string;
  /** A paper without it would not say what it is for. */
  required?: boolean;
}

/** The loop over tasks: `{#nhiem_vu}` begins it, `{/nhiem_vu}` ends it. */
export const taskLoop = 'nhiem_vu';

const ofEvery: readonly TemplateField[] = [
  { name: 'co_quan_cap_tren', words: 'Cơ quan chủ quản' },
  { name: 'co_quan', words: 'Cơ quan ban hành', required: true },
  { name: 'ky_hieu', words: 'Ký hiệu văn bản của cơ quan' },
  { name: 'dia_danh', words: 'Địa danh' },
  { name: 'nam', words: 'Năm' },
  { name: 'so_nhiem_vu', words: 'Số nhiệm vụ trong bảng' },
  { name: 'so_qua_han', words: 'Số nhiệm vụ quá hạn' },
  { name: 'tinh_den_ngay', words: 'Ngày chốt tình trạng' },
  { name: 'chuc_vu_ky', words: 'Chức vụ người ký, nhiều dòng' },
  { name: 'nguoi_ky', words: 'Họ tên người ký' },
];

const receiver: TemplateField = { name: 'ten_don_vi', words: 'Đơn vị nhận', required: true };

const own: Record<TemplateKind, readonly TemplateField[]> = {
  assignment: [receiver, { name: 'ten_nguoi', words: 'Người được giao, nếu phiếu của một người' }],
  'urging-letter': [
    receiver,
    { name: 'tra_loi_truoc_ngay', words: 'Ngày đơn vị phải trả lời', required: true },
    { name: 'muon_nhat', words: 'Số ngày làm việc muộn nhất' },
  ],
  'review-report': [
    { name: 'ky', words: 'Kỳ sơ kết, «6 tháng đầu năm 2026»', required: true },
    { name: 'tu_ngay', words: 'Ngày đầu của kỳ' },
    { name: 'du_thao', words: '«DỰ THẢO» cho đến khi ký', required: true },
    { name: 'phai_thuc_hien', words: 'Số nhiệm vụ phải thực hiện trong kỳ' },
    { name: 'hoan_thanh', words: 'Số nhiệm vụ hoàn thành' },
    { name: 'con_mo', words: 'Số nhiệm vụ còn mở' },
    { name: 'ty_le_dung_han', words: 'Tỷ lệ xong đúng hạn đầu' },
    { name: 'ket_qua', words: 'Phần kết quả, nhiều đoạn', required: true },
    { name: 'ton_tai', words: 'Phần tồn tại, hạn chế và nguyên nhân, nhiều đoạn', required: true },
    { name: 'de_xuat', words: 'Phần đề xuất, kiến nghị, nhiều đoạn' },
  ],
};

/** Fields that stand outside the loop. */
export const fieldsOf = (kind: TemplateKind): readonly TemplateField[] => [...ofEvery, ...own[kind]];

/** Fields of one task, inside the loop. A report tells of tasks only what it chooses; of a sheet or letter they are the point. */
export const taskFieldsOf = (kind: TemplateKind): readonly TemplateField[] =>
  kind === 'review-report' ? taskFields.map(({ name, words }) => ({ name, words })) : taskFields;

const taskFields: readonly TemplateField[] = [
  { name: 'tt', words: 'Số thứ tự' },
  { name: 'noi_dung', words: 'Nội dung nhiệm vụ', required: true },
  { name: 'van_ban', words: 'Văn bản giao' },
  { name: 'don_vi', words: 'Đơn vị chủ trì' },
  { name: 'phoi_hop', words: 'Đơn vị phối hợp' },
  { name: 'nguoi_thuc_hien', words: 'Người thực hiện' },
  { name: 'san_pham', words: 'Sản phẩm' },
  { name: 'thoi_han', words: 'Thời hạn, kèm hạn đầu nếu đã gia hạn', required: true },
  { name: 'han_dau', words: 'Hạn giao lần đầu' },
  { name: 'so_lan_gia_han', words: 'Số lần gia hạn' },
  { name: 'so_ngay_muon', words: 'Số ngày làm việc muộn' },
  { name: 'tinh_trang', words: 'Tình trạng' },
];
