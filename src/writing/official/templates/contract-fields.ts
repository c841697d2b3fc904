import type { TemplateField, TemplateShape } from './fields.ts';

const ofBoth: readonly TemplateField[] = [
  { name: 'co_quan_cap_tren', words: 'Cơ quan chủ quản' },
  { name: 'co_quan', words: 'Bên A: cơ quan giao nhiệm vụ', required: true },
  { name: 'dia_danh', words: 'Địa danh' },
  { name: 'ngay_thang_nam', words: '«ngày 05 tháng 02 năm 2026», để trống khi chưa ký' },
  { name: 'nam', words: 'Năm' },
  { name: 'chuc_vu_ky', words: 'Chức vụ người ký của Bên A' },
  { name: 'nguoi_ky', words: 'Họ tên người ký của Bên A' },
  { name: 'so_hop_dong', words: 'Số hợp đồng', required: true },
  { name: 'ngay_hop_dong', words: 'Ngày ký hợp đồng' },
  { name: 'ngay_ky', words: 'Ngày ký văn bản này' },
  { name: 'ten_nhiem_vu', words: 'Tên nhiệm vụ', required: true },
  { name: 'ma_so', words: 'Mã số nhiệm vụ' },
  { name: 'ben_b', words: 'Bên B: tổ chức chủ trì', required: true },
  { name: 'dai_dien_ben_a', words: 'Người ký của Bên A, chức vụ, giấy ủy quyền nếu có' },
  { name: 'dai_dien_ben_b', words: 'Người ký của Bên B, chức vụ, giấy ủy quyền nếu có' },
  { name: 'chuc_vu_ben_b', words: 'Chức vụ người ký của Bên B' },
  { name: 'nguoi_ky_ben_b', words: 'Họ tên người ký của Bên B' },
  { name: 'chu_nhiem', words: 'Chủ nhiệm nhiệm vụ' },
];

const ofTerms: readonly TemplateField[] = [
  { name: 'muc_tieu', words: 'Mục tiêu, nhiều đoạn' },
  { name: 'san_pham', words: 'Sản phẩm, nhiều đoạn', required: true },
  { name: 'tu_ngay', words: 'Ngày bắt đầu', required: true },
  { name: 'den_ngay', words: 'Ngày kết thúc', required: true },
  { name: 'so_thang', words: 'Số tháng' },
  { name: 'kinh_phi', words: 'Tổng kinh phí', required: true },
  { name: 'kinh_phi_nsnn', words: 'Kinh phí ngân sách nhà nước' },
  { name: 'kinh_phi_khac', words: 'Kinh phí nguồn khác' },
  { name: 'khoan', words: 'Phương thức khoán' },
];

const bases = {
  name: 'can_cu',
  words: 'từng căn cứ',
  fields: [{ name: 'cau', words: 'Cả câu «Căn cứ …;»' }],
};
const numbered: TemplateField = { name: 'tt', words: 'Số thứ tự' };

/** Fields and loops of the contract and of its appendix. */
export const contractShapes = {
  'task-contract': {
    fields: [...ofBoth, ...ofTerms],
    loops: [
      bases,
      {
        name: 'dong_chi',
        words: 'từng khoản mục chi',
        fields: [
          numbered,
          { name: 'khoan_muc', words: 'Khoản mục', required: true },
          { name: 'so_tien', words: 'Số tiền, đồng', required: true },
          { name: 'cach_chi', words: '«Khoán» hoặc «Không khoán»' },
        ],
      },
      { name: 'khong_co_dong_chi', words: 'chỉ có khi hồ sơ chưa có dự toán theo khoản mục', fields: [] },
      {
        name: 'dot_cap',
        words: 'từng đợt cấp kinh phí',
        fields: [
          { name: 'dot', words: 'Số thứ tự của đợt' },
          {
            name: 'dieu_kien',
            words: 'Phải giao nộp, đạt được gì; «Tạm ứng.» nếu là tạm ứng',
            required: true,
          },
          { name: 'khi_nao', words: 'Ngày hoặc sự kiện' },
          { name: 'so_tien', words: 'Số tiền, đồng', required: true },
          { name: 'ty_le', words: 'Phần của kinh phí ngân sách nhà nước, «50%»' },
        ],
      },
      { name: 'khong_co_dot_cap', words: 'chỉ có khi chưa ghi các đợt cấp', fields: [] },
    ],
  },
  'contract-appendix': {
    fields: [...ofBoth, { name: 'so_phu_luc', words: 'Số phụ lục', required: true }],
    loops: [
      bases,
      {
        name: 'dieu_chinh',
        words: 'từng điều được điều chỉnh',
        fields: [
          numbered,
          { name: 'noi_dung', words: 'Điều chỉnh điều gì', required: true },
          { name: 'truoc', words: 'Trước điều chỉnh' },
          { name: 'sau', words: 'Sau điều chỉnh', required: true },
        ],
      },
    ],
  },
} satisfies Record<string, TemplateShape>;
