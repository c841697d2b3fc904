import { contractShapes } from './contract-fields.ts';

/** Papers whose Word template an office may edit. */
export const templateKinds = [
  'assignment',
  'urging-letter',
  'review-report',
  'conclusion-notice',
  'invitation',
  'programme',
  'hand-over',
  'task-contract',
  'contract-appendix',
] as const;
export type TemplateKind = (typeof templateKinds)[number];

export const templateNames: Record<TemplateKind, string> = {
  assignment: 'Phiếu giao việc',
  'urging-letter': 'Công văn đôn đốc',
  'review-report': 'Báo cáo sơ kết, tổng kết',
  'conclusion-notice': 'Thông báo kết luận',
  invitation: 'Giấy mời',
  programme: 'Chương trình hội nghị',
  'hand-over': 'Biên bản bàn giao',
  'task-contract': 'Hợp đồng thực hiện nhiệm vụ KH&CN',
  'contract-appendix': 'Phụ lục hợp đồng nhiệm vụ KH&CN',
};

/** A name that stands in braces in a template, and what is put there. */
export interface TemplateField {
  name: string;
  words: string;
  /** A paper without it would not say what it is for. */
  required?: boolean;
  /** Fields that together say the same: with all of them a required one may be left out. */
  or?: readonly string[];
}

/** What `{#name}` … `{/name}` repeats: a round each, or, without fields of its own, once where there is anything to say. */
export interface TemplateLoop {
  name: string;
  /** What a round is of: «từng nhiệm vụ». */
  words: string;
  /** The loop it must stand in. */
  within?: string;
  fields: readonly TemplateField[];
}

/** Everything a template of a kind may hold. */
export interface TemplateShape {
  /** Those that stand outside every loop; they may be used inside too. */
  fields: readonly TemplateField[];
  loops: readonly TemplateLoop[];
}

const ofEvery: readonly TemplateField[] = [
  { name: 'co_quan_cap_tren', words: 'Cơ quan chủ quản' },
  { name: 'co_quan', words: 'Cơ quan ban hành', required: true },
  { name: 'dia_danh', words: 'Địa danh' },
  { name: 'ngay_thang_nam', words: '«ngày 05 tháng 02 năm 2026», để trống khi chưa ký' },
  { name: 'nam', words: 'Năm' },
];

const signed: readonly TemplateField[] = [
  ...ofEvery,
  { name: 'so', words: 'Số văn bản, «…» khi chưa có số' },
  { name: 'ky_hieu', words: 'Ký hiệu văn bản của cơ quan' },
  { name: 'chuc_vu_ky', words: 'Chức vụ người ký, nhiều dòng' },
  { name: 'nguoi_ky', words: 'Họ tên người ký' },
];

const ofTasks: readonly TemplateField[] = [
  ...signed,
  { name: 'so_nhiem_vu', words: 'Số nhiệm vụ trong bảng' },
  { name: 'so_qua_han', words: 'Số nhiệm vụ quá hạn' },
  { name: 'tinh_den_ngay', words: 'Ngày chốt tình trạng' },
];

const receiver: TemplateField = { name: 'ten_don_vi', words: 'Đơn vị nhận', required: true };
const draft: TemplateField = { name: 'du_thao', words: '«DỰ THẢO» cho đến khi ký', required: true };

/** The loop over tasks: `{#nhiem_vu}` begins it, `{/nhiem_vu}` ends it. */
export const taskLoop = 'nhiem_vu';

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

const ofTask = { name: taskLoop, words: 'từng nhiệm vụ' };
/** Of a sheet or letter tasks are the point; a report or an appendix tells of them only what it chooses. */
const tasks: TemplateLoop = { ...ofTask, fields: taskFields };
const chosen = taskFields.map(({ name, words }) => ({ name, words }));

const meeting: readonly TemplateField[] = [
  { name: 'hoi_nghi', words: 'Tên hội nghị', required: true },
  { name: 'thoi_gian', words: '«8 giờ 00, thứ Sáu, ngày 11/12/2026»', required: true },
  { name: 'dia_diem', words: 'Nơi họp', required: true },
];

const numbered: TemplateField = { name: 'tt', words: 'Số thứ tự' };

/** What stands only where there is something to say of it. */
const onlyWith = (name: string, words: string): TemplateLoop => ({
  name,
  words: `chỉ có khi ${words}`,
  fields: [],
});

/** The fields and loops of every kind. */
export const templateShapes: Record<TemplateKind, TemplateShape> = {
  assignment: {
    fields: [...ofTasks, receiver, { name: 'ten_nguoi', words: 'Người được giao, nếu phiếu của một người' }],
    loops: [tasks],
  },
  'urging-letter': {
    fields: [
      ...ofTasks,
      receiver,
      { name: 'tra_loi_truoc_ngay', words: 'Ngày đơn vị phải trả lời', required: true },
      { name: 'muon_nhat', words: 'Số ngày làm việc muộn nhất' },
    ],
    loops: [tasks],
  },
  'review-report': {
    fields: [
      ...ofTasks,
      { name: 'ky', words: 'Kỳ sơ kết, «6 tháng đầu năm 2026»', required: true },
      { name: 'tu_ngay', words: 'Ngày đầu của kỳ' },
      draft,
      { name: 'phai_thuc_hien', words: 'Số nhiệm vụ phải thực hiện trong kỳ' },
      { name: 'hoan_thanh', words: 'Số nhiệm vụ hoàn thành' },
      { name: 'con_mo', words: 'Số nhiệm vụ còn mở' },
      { name: 'ty_le_dung_han', words: 'Tỷ lệ xong đúng hạn đầu' },
      { name: 'ket_qua', words: 'Phần kết quả, nhiều đoạn', required: true },
      { name: 'ton_tai', words: 'Phần tồn tại, hạn chế và nguyên nhân, nhiều đoạn', required: true },
      { name: 'de_xuat', words: 'Phần đề xuất, kiến nghị, nhiều đoạn' },
    ],
    loops: [{ ...ofTask, fields: chosen }],
  },
  'conclusion-notice': {
    fields: [
      ...signed,
      draft,
      { name: 'hoi_nghi', words: 'Tên hội nghị', required: true },
      { name: 'chu_tri', words: 'Chức vụ người chủ trì, kết luận', required: true },
      { name: 'ngay_hop', words: 'Ngày họp' },
      { name: 'so_nhiem_vu', words: 'Số nhiệm vụ kết luận giao' },
    ],
    loops: [
      onlyWith('co_danh_gia', 'có phần đánh giá'),
      { name: 'doan_danh_gia', words: 'từng đoạn đánh giá', fields: [{ name: 'danh_gia', words: 'Đoạn' }] },
      {
        name: 'don_vi_chu_tri',
        words: 'từng đơn vị chủ trì',
        fields: [
          { name: 'tt_don_vi', words: 'Số thứ tự của đơn vị, tiếp sau phần đánh giá' },
          { name: 'don_vi', words: 'Đơn vị chủ trì', required: true },
        ],
      },
      {
        ...ofTask,
        within: 'don_vi_chu_tri',
        fields: [
          numbered,
          {
            name: 'cau_giao',
            words: 'Cả câu giao việc: phối hợp, nội dung, sản phẩm, thời hạn',
            required: true,
            or: ['noi_dung', 'phoi_hop', 'thoi_han'],
          },
          ...chosen.filter(({ name }) => ['noi_dung', 'phoi_hop', 'san_pham'].includes(name)),
          { name: 'thoi_han', words: 'Thời hạn như lời kết luận' },
        ],
      },
      {
        name: 'viec_con_mo',
        words: 'từng việc đã gia hạn hoặc quá hạn, ở phụ lục',
        fields: chosen.filter(({ name }) =>
          [
            ...['tt', 'noi_dung', 'don_vi', 'san_pham', 'thoi_han'],
            ...['han_dau', 'so_lan_gia_han', 'so_ngay_muon'],
          ].includes(name),
        ),
      },
      onlyWith('khong_con_viec_mo', 'không có việc nào đã gia hạn hoặc quá hạn'),
    ],
  },
  invitation: {
    fields: [...signed, ...meeting, { name: 'chu_tri', words: 'Người chủ trì và chức vụ' }],
    loops: [
      {
        name: 'khach_moi',
        words: 'từng đại biểu được mời',
        fields: [numbered, { name: 'dai_bieu', words: 'Đơn vị hoặc người được mời', required: true }],
      },
      onlyWith('co_noi_dung', 'có chương trình'),
      {
        name: 'muc_hop',
        words: 'từng mục của chương trình',
        fields: [numbered, { name: 'noi_dung', words: 'Nội dung' }],
      },
      onlyWith('co_chuan_bi', 'có nội dung phải chuẩn bị'),
      {
        name: 'phai_chuan_bi',
        words: 'từng nội dung phải chuẩn bị',
        fields: [numbered, { name: 'chuan_bi', words: 'Ai chuẩn bị nội dung gì' }],
      },
    ],
  },
  programme: {
    fields: [...signed, ...meeting],
    loops: [
      {
        name: 'muc_hop',
        words: 'từng mục của chương trình',
        fields: [
          numbered,
          { name: 'gio', words: '«08:00 – 08:20»', required: true },
          { name: 'noi_dung', words: 'Nội dung', required: true },
          { name: 'nguoi_trinh_bay', words: 'Ai trình bày, thực hiện' },
        ],
      },
    ],
  },
  ...contractShapes,
  'hand-over': {
    fields: [
      ...ofEvery,
      { name: 've_viec', words: 'Bàn giao việc gì' },
      { name: 'can_cu', words: 'Căn cứ, ngày hiệu lực và số nhiệm vụ, cả đoạn', required: true },
    ],
    loops: [
      {
        name: 'ban_giao',
        words: 'từng cặp bên giao, bên nhận',
        fields: [
          { name: 'tt_ban_giao', words: 'Số thứ tự của cặp' },
          {
            name: 'cau_ban_giao',
            words: 'Bên nào giao cho bên nào bao nhiêu nhiệm vụ',
            required: true,
            or: ['ben_giao', 'ben_nhan'],
          },
          ...sides(),
        ],
      },
      {
        ...ofTask,
        within: 'ban_giao',
        fields: [
          ...taskFields.filter(({ name }) =>
            ['tt', 'noi_dung', 'han_dau', 'tinh_trang', 'nguoi_thuc_hien'].includes(name),
          ),
          { name: 'thoi_han', words: 'Thời hạn hiện nay', required: true },
          { name: 'so_san_pham', words: 'Số sản phẩm đã có' },
        ],
      },
      { name: 'ky_ten', words: 'từng cặp bên giao, bên nhận, ở chỗ ký', fields: sides(true) },
    ],
  },
};

/** Both sides of a hand-over. */
function sides(required = false): TemplateField[] {
  return [
    { name: 'ben_giao', words: 'Bên giao', required },
    { name: 'nguoi_giao', words: 'Người đứng đầu bên giao' },
    { name: 'ben_nhan', words: 'Bên nhận', required },
    { name: 'nguoi_nhan', words: 'Người đứng đầu bên nhận' },
  ];
}
