import { words } from '../i18n/language.ts';

/** Words of the estimate by items, as it is typed and as it is shown. */
export const costWords = words(
  {
    title: 'Dự toán theo khoản mục',
    lines: 'Các dòng chi của ngân sách nhà nước',
    hint: 'Dán bảng từ Excel vào một ô bất kỳ (khoản mục, hai cột số tiền, lý do), hoặc gõ; Enter xuống dòng. Có thể để trống nếu văn bản chỉ nêu tổng số.',
    begin: 'Ghi từng dòng chi',
    item: 'Khoản mục',
    asked: 'Đề nghị',
    proposed: 'Thẩm định',
    approved: 'Phê duyệt',
    now: 'Hiện nay',
    difference: 'Chênh lệch',
    khoan: 'Khoán',
    reason: 'Lý do khác nhau',
    why: { proposed: 'Thẩm định', approved: 'Phê duyệt' },
    sum: 'Cộng',
    notMoney: 'chưa phải số tiền',
    apart: (name: string, much: string, more: boolean) =>
      `${name}: các dòng ${more ? 'nhiều' : 'ít'} hơn tổng số ${much} đồng`,
    takeSum: 'Lấy tổng của các dòng',
  },
  {
    title: 'Budget by items',
    lines: 'Cost lines of the state budget',
    hint: 'Paste a table from Excel into any cell (item, two columns of amounts, reason), or type; Enter goes down. May stay empty where the paper tells only the total.',
    begin: 'Record cost lines',
    item: 'Item',
    asked: 'Asked',
    proposed: 'Proposed',
    approved: 'Approved',
    now: 'Now',
    difference: 'Difference',
    khoan: 'Lump sum',
    reason: 'Why they differ',
    why: { proposed: 'Appraisal', approved: 'Approval' },
    sum: 'Total',
    notMoney: 'no amount yet',
    apart: (name, much, more) => `${name}: the lines are ${much} đồng ${more ? 'above' : 'below'} the total`,
    takeSum: 'Take the sum of the lines',
  },
);
