import type { Block, OfficialDocument } from '../document.ts';
import { agreed } from '../kinds/hand-over.ts';
import { type TemplateKind, taskLoop } from './fields.ts';
import { field, frame, loopTable, paragraph, repeated } from './parts.ts';

const bold = (text: string): Block => ({
  kind: 'paragraph',
  text: [{ text, bold: true }],
  keepNext: true,
});
const named = (name: string, text: string): Block => ({
  kind: 'paragraph',
  text: [{ text: `${name}: `, bold: true }, { text }],
});

const items = (loop: string, name: string): Block[] =>
  repeated(loop, { kind: 'item', text: `${field(name)};` });

/** Papers with a number and a day, which the notice bears once it is issued. */
const numbered = (on: string) => ({
  ...frame(on),
  open: { number: field('so'), date: field('ngay_thang_nam'), year: field('nam') },
});

const meeting: Block[] = [
  named('Thời gian', `${field('thoi_gian')}.`),
  named('Địa điểm', `${field('dia_diem')}.`),
];

const notice = (on: string): OfficialDocument => ({
  ...numbered(on),
  sign: `TB-${field('ky_hieu')}`,
  recipients: ['Lãnh đạo cơ quan', 'Các đơn vị trực thuộc', 'Lưu: VT'],
  title: { kind: 'Thông báo', subject: `Kết luận của ${field('chu_tri')} tại ${field('hoi_nghi')}` },
  body: [
    { kind: 'paragraph', text: [{ text: field('du_thao'), bold: true }], align: 'center' },
    paragraph(
      `Ngày ${field('ngay_hop')}, ${field('chu_tri')} đã chủ trì ${field('hoi_nghi')}. Sau khi nghe báo cáo và ý kiến của các đơn vị, ${field('chu_tri')} kết luận như sau:`,
    ),
    ...repeated(
      'co_danh_gia',
      bold('1. Đánh giá chung'),
      ...repeated('doan_danh_gia', paragraph(field('danh_gia'))),
    ),
    ...repeated(
      'don_vi_chu_tri',
      bold(`${field('tt_don_vi')}. ${field('don_vi')}:`),
      ...repeated(taskLoop, { kind: 'item', text: field('cau_giao') }),
    ),
    paragraph(`Trên đây là kết luận của ${field('chu_tri')}; các đơn vị nghiêm túc thực hiện./.`),
  ],
  appendices: [
    {
      title: 'Tình hình các nhiệm vụ đã gia hạn hoặc quá hạn',
      landscape: true,
      blocks: [
        ...repeated('khong_con_viec_mo', paragraph('Không có nhiệm vụ nào đã gia hạn hoặc quá hạn.')),
        loopTable('viec_con_mo', [
          { head: 'TT', width: 8, align: 'center', tag: field('tt') },
          { head: 'Nội dung đã giao', width: 46, tag: field('noi_dung') },
          { head: 'Đơn vị', width: 28, tag: field('don_vi') },
          { head: 'Sản phẩm', width: 26, tag: field('san_pham') },
          { head: 'Thời hạn giao lần đầu', width: 20, align: 'center', tag: field('han_dau') },
          { head: 'Thời hạn hiện nay', width: 20, align: 'center', tag: field('thoi_han') },
          { head: 'Số lần gia hạn', width: 14, align: 'center', tag: field('so_lan_gia_han') },
          { head: 'Muộn (ngày làm việc)', width: 16, align: 'center', tag: field('so_ngay_muon') },
        ]),
      ],
    },
  ],
});

const invitation = (on: string): OfficialDocument => ({
  ...numbered(on),
  sign: `GM-${field('ky_hieu')}`,
  recipients: ['Như trên', 'Lưu: VT'],
  title: { kind: 'Giấy mời', subject: `Dự ${field('hoi_nghi')}` },
  body: [
    bold(`${field('co_quan')} trân trọng kính mời:`),
    ...items('khach_moi', 'dai_bieu'),
    named('Dự', `${field('hoi_nghi')}.`),
    named('Chủ trì', `${field('chu_tri')}.`),
    ...meeting,
    ...repeated('co_noi_dung', bold('Nội dung:'), ...items('muc_hop', 'noi_dung')),
    ...repeated('co_chuan_bi', bold('Đề nghị chuẩn bị:'), ...items('phai_chuan_bi', 'chuan_bi')),
    paragraph('Rất mong các đại biểu dự họp đầy đủ, đúng giờ./.'),
  ],
});

const programme = (on: string): OfficialDocument => ({
  ...numbered(on),
  sign: `CTr-${field('ky_hieu')}`,
  recipients: ['Đại biểu dự', 'Lưu: VT'],
  title: { kind: 'Chương trình', subject: field('hoi_nghi') },
  body: [
    ...meeting,
    loopTable('muc_hop', [
      { head: 'Thời gian', width: 28, align: 'center', tag: field('gio') },
      { head: 'Nội dung', width: 87, tag: field('noi_dung') },
      { head: 'Thực hiện', width: 50, tag: field('nguoi_trinh_bay') },
    ]),
  ],
});

const handOver = (on: string): OfficialDocument => ({
  ...numbered(on),
  sign: null,
  signature: null,
  recipients: [],
  title: { kind: 'Biên bản bàn giao', subject: field('ve_viec') },
  body: [
    paragraph(field('can_cu')),
    ...repeated(
      'ban_giao',
      bold(`${field('tt_ban_giao')}. ${field('cau_ban_giao')}`),
      loopTable(taskLoop, [
        { head: 'TT', width: 9, align: 'center', tag: field('tt') },
        { head: 'Nhiệm vụ', width: 54, tag: field('noi_dung') },
        { head: 'Thời hạn giao lần đầu', width: 21, align: 'center', tag: field('han_dau') },
        { head: 'Thời hạn hiện nay', width: 21, align: 'center', tag: field('thoi_han') },
        { head: 'Tình trạng', width: 19, tag: field('tinh_trang') },
        { head: 'Số sản phẩm', width: 15, align: 'center', tag: field('so_san_pham') },
        { head: 'Người thực hiện', width: 26, tag: field('nguoi_thuc_hien') },
      ]),
    ),
    paragraph(agreed),
  ],
  parties: [
    [
      { lines: ['{#ky_ten}Bên giao'], note: field('ben_giao'), name: field('nguoi_giao') },
      { lines: ['Bên nhận'], note: field('ben_nhan'), name: `${field('nguoi_nhan')}{/ky_ten}` },
    ],
  ],
});

/** Starting templates of what belongs to a meeting or a hand-over. */
export const meetingDocuments = {
  'conclusion-notice': notice,
  invitation,
  programme,
  'hand-over': handOver,
} satisfies Partial<Record<TemplateKind, (on: string) => OfficialDocument>>;
