import type { OfficialDocument } from '../document.ts';
import { docxOf } from '../docx.ts';
import { contractDocuments } from './default-contract.ts';
import { meetingDocuments } from './default-meeting.ts';
import { type TemplateKind, taskLoop } from './fields.ts';
import { field, frame, type LoopColumn, loopTable } from './parts.ts';

const columns: readonly LoopColumn[] = [
  { head: 'TT', width: 9, align: 'center', tag: field('tt') },
  { head: 'Nhiệm vụ', width: 60, tag: `${field('noi_dung')} ${field('van_ban')}` },
  { head: 'Thực hiện', width: 30, tag: field('nguoi_thuc_hien') },
  { head: 'Sản phẩm', width: 24, tag: field('san_pham') },
  { head: 'Thời hạn', width: 24, align: 'center', tag: field('thoi_han') },
  { head: 'Tình trạng', width: 18, tag: field('tinh_trang') },
];
const table = loopTable(taskLoop, columns);

const overdueTable = loopTable(
  taskLoop,
  columns
    .filter(({ head }) => head !== 'Sản phẩm')
    .map((column) =>
      column.head === 'Thực hiện' ? { ...column, head: 'Đơn vị', tag: field('don_vi') } : column,
    ),
);

const documents: Record<TemplateKind, (on: string) => OfficialDocument> = {
  assignment: (on) => ({
    ...frame(on),
    sign: null,
    title: { kind: 'Phiếu giao việc', subject: `${field('ten_don_vi')} ${field('ten_nguoi')}` },
    body: [
      {
        kind: 'paragraph',
        text: `Giao ${field('ten_don_vi')} thực hiện ${field('so_nhiem_vu')} nhiệm vụ theo bảng dưới đây; tình trạng tính đến hết ngày ${field('tinh_den_ngay')}.`,
      },
      table,
      { kind: 'paragraph', text: 'Khó khăn, vướng mắc báo cáo kịp thời với người giao việc./.' },
    ],
  }),
  'urging-letter': (on) => ({
    ...frame(on),
    sign: field('ky_hieu'),
    title: { letter: true, subject: 'đôn đốc thực hiện nhiệm vụ quá hạn', to: [field('ten_don_vi')] },
    body: [
      {
        kind: 'paragraph',
        text: `Đến hết ngày ${field('tinh_den_ngay')}, ${field('ten_don_vi')} còn ${field('so_nhiem_vu')} nhiệm vụ quá hạn; nhiệm vụ muộn nhất đã quá hạn ${field('muon_nhat')} ngày làm việc. Cụ thể như sau:`,
      },
      table,
      {
        kind: 'paragraph',
        text: `Yêu cầu ${field('ten_don_vi')} tập trung hoàn thành các nhiệm vụ nêu trên, báo cáo bằng văn bản nguyên nhân chậm và ngày hoàn thành trước ngày ${field('tra_loi_truoc_ngay')}./.`,
      },
    ],
  }),
  'review-report': (on) => ({
    ...frame(on),
    sign: `BC-${field('ky_hieu')}`,
    recipients: ['Như trên', 'Lưu: VT'],
    title: { kind: 'Báo cáo', subject: `Kết quả thực hiện nhiệm vụ ${field('ky')}` },
    body: [
      { kind: 'paragraph', text: field('du_thao'), align: 'center' },
      {
        kind: 'paragraph',
        text: `Số liệu từ ngày ${field('tu_ngay')} đến ngày chốt ${field('tinh_den_ngay')}: phải thực hiện ${field('phai_thuc_hien')} nhiệm vụ, hoàn thành ${field('hoan_thanh')}, còn mở ${field('con_mo')}; tỷ lệ xong đúng hạn đầu ${field('ty_le_dung_han')}.`,
      },
      { kind: 'heading', level: 1, text: 'Kết quả thực hiện nhiệm vụ' },
      { kind: 'paragraph', text: field('ket_qua') },
      { kind: 'heading', level: 1, text: 'Tồn tại, hạn chế và nguyên nhân' },
      { kind: 'paragraph', text: field('ton_tai') },
      { kind: 'heading', level: 1, text: 'Đề xuất, kiến nghị' },
      { kind: 'paragraph', text: field('de_xuat') },
      { kind: 'paragraph', text: `Nhiệm vụ quá hạn đến ngày chốt (${field('so_qua_han')}):`, keepNext: true },
      overdueTable,
    ],
  }),
  ...meetingDocuments,
  ...contractDocuments,
};

/** The template an office begins from, as Word: laid out by the rules of the day, with every loop and the usual fields. */
export const defaultTemplate = (kind: TemplateKind, on: string): Uint8Array => docxOf(documents[kind](on));
