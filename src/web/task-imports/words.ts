import { counted } from '../i18n/format.ts';
import { words } from '../i18n/language.ts';

export const taskImportWords = words(
  {
    title: 'Nhập danh mục nhiệm vụ KH&CN',
    tasks: 'Nhiệm vụ KH&CN',
    hint: 'Đưa danh mục đang theo dõi bằng Excel hoặc CSV vào đây. Xem trước từng dòng sẽ ghi gì; dòng có lỗi để lại, sửa rồi nhập lại chính tệp ấy, không dòng nào bị ghi hai lần.',
    drop: 'Thả tệp Excel hoặc CSV vào đây',
    formats:
      'Cần các cột Tên nhiệm vụ, Cấp, Đơn vị quản lý, Tổ chức chủ trì, Chủ nhiệm, thời gian bắt đầu và kết thúc; tên và thứ tự cột tùy ý.',
    stored: (rows: string) => `Đã nhập ${rows} dòng.`,
    willMake: (made: string, more: string) =>
      `Sẽ tạo ${made} nhiệm vụ, ghi thêm vào ${more} nhiệm vụ đã có. Chưa ghi gì.`,
    hasMade: (made: string, more: string) => `Đã tạo ${made} nhiệm vụ, ghi thêm vào ${more} nhiệm vụ đã có.`,
    nothing: 'Mọi dòng đọc được đều đã có trong hồ sơ: không có gì để ghi.',
    beside: (facts: string, partners: string) =>
      `${facts} sự kiện có ngày; ${partners} tổ chức, cá nhân mới trong danh sách.`,
    store: (rows: string) => `Ghi ${rows} dòng đọc được`,
    see: 'Xem danh mục',
    faulty: (faulty: string, rows: string) =>
      `${faulty} trên ${rows} dòng có lỗi, để lại ngoài danh mục. Tải bảng lỗi, sửa rồi nhập lại.`,
    reconciliation: 'Đối chiếu',
    reconHeads: ['', 'Số dòng', 'Kinh phí NSNN (đồng)', 'Kinh phí khác (đồng)'],
    file: 'Trong tệp',
    made: 'Tạo mới',
    there: 'Đã có (theo hồ sơ)',
    wrong: 'Có lỗi',
    off: 'Lệch',
    agrees: 'Khớp: trong tệp = tạo mới + đã có + có lỗi.',
    disagrees: 'Không khớp: số tiền trong tệp khác với hồ sơ đã ghi. Xem cột «Khác với hồ sơ» ở từng dòng.',
    statedAgrees: 'Dòng «Tổng cộng» của tệp khớp với tổng các dòng.',
    statedOff: (state: string, other: string) =>
      `Dòng «Tổng cộng» của tệp lệch với tổng các dòng: NSNN ${state} đồng, khác ${other} đồng.`,
    rowsRead: 'Từng dòng',
    show: 'Hiện',
    all: 'Tất cả',
    outcome: { new: 'Tạo mới', more: 'Ghi thêm', same: 'Đã có', faulty: 'Có lỗi' },
    heads: ['Dòng', 'Kết quả', 'Nhiệm vụ', 'Sẽ ghi', 'Khác với hồ sơ, để nguyên'],
    firstRows: (rows: string) => `Bảng dưới đây kể ${rows} dòng đầu.`,
    facts: (count: string) => `${count} sự kiện`,
  },
  {
    title: 'Import a portfolio of S&T tasks',
    tasks: 'S&T tasks',
    hint: 'Bring in a portfolio kept in Excel or CSV. See first what each row records; faulty rows stay out: mend them and bring the same file in again, no row is recorded twice.',
    drop: 'Drop an Excel or CSV file here',
    formats:
      'It needs the columns Tên nhiệm vụ, Cấp, Đơn vị quản lý, Tổ chức chủ trì, Chủ nhiệm and when it begins and ends; any names and order.',
    stored: (rows: string) => `Imported: ${counted(rows, 'row')}.`,
    willMake: (made: string, more: string) =>
      `${counted(made, 'task')} will be made, more recorded on ${more} known before. Nothing is stored yet.`,
    hasMade: (made: string, more: string) =>
      `${counted(made, 'task')} made, more recorded on ${more} known before.`,
    nothing: 'Every row that can be read is on record already: there is nothing to store.',
    beside: (facts: string, partners: string) =>
      `${counted(facts, 'dated fact')}; ${counted(partners, 'new organisation or person', 'new organisations and persons')}.`,
    store: (rows: string) => `Store ${counted(rows, 'sound row')}`,
    see: 'See the portfolio',
    faulty: (faulty: string, rows: string) =>
      `Faulty, left out: ${faulty} of ${counted(rows, 'row')}. Download the error sheet, mend it and bring it in again.`,
    reconciliation: 'Reconciliation',
    reconHeads: ['', 'Rows', 'State budget (đồng)', 'Other money (đồng)'],
    file: 'In the file',
    made: 'New',
    there: 'Known (as recorded)',
    wrong: 'Faulty',
    off: 'Off by',
    agrees: 'It agrees: in the file = new + known + faulty.',
    disagrees: 'It does not agree: money in the file differs from the record. See what differs in each row.',
    statedAgrees: 'The row of totals in the file agrees with the sum of its rows.',
    statedOff: (state: string, other: string) =>
      `The row of totals in the file is off by ${state} đồng of state budget and ${other} đồng of other money.`,
    rowsRead: 'Row by row',
    show: 'Show',
    all: 'All',
    outcome: { new: 'New', more: 'More', same: 'Known', faulty: 'Faulty' },
    heads: ['Row', 'Outcome', 'Task', 'Will be recorded', 'Differs from the record, left as it is'],
    firstRows: (rows: string) => `Below stand the first ${counted(rows, 'row')}.`,
    facts: (count: string) => counted(count, 'fact'),
  },
);
