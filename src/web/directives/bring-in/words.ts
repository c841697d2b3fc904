import { counted } from '../../i18n/format.ts';
import { words } from '../../i18n/language.ts';

export const bringInWords = words(
  {
    title: 'Nhập từ Excel',
    hint: 'Đưa sổ nhiệm vụ đang theo dõi bằng Excel hoặc CSV vào đây. Tệp được kiểm tra từng dòng trước; tất cả các dòng cùng vào sổ, hoặc không dòng nào.',
    drop: 'Thả tệp Excel hoặc CSV vào đây',
    dropNow: 'Thả ra để kiểm tra',
    formats:
      'Cần các cột Nội dung nhiệm vụ, Đơn vị chủ trì, Hạn; thứ tự cột tùy ý. Tệp đến 64 MB, 200.000 dòng.',
    template: 'Tải mẫu Excel',
    choose: 'Chọn tệp để xem trước',
    sending: 'Đang gửi tệp…',
    checking: (rows: string) => `Đang kiểm tra: đã xem ${rows} dòng…`,
    storing: (rows: string) => `Đang ghi vào sổ: ${rows} dòng…`,
    previewOf: (name: string) => `Xem trước: ${name}`,
    storedFrom: (name: string) => `Đã nhập từ ${name}`,
    willMake: (rows: string) => `Sẽ tạo ${rows} nhiệm vụ. Chưa ghi gì vào sổ.`,
    faulty: (faulty: string, rows: string) =>
      `${faulty} trên ${rows} dòng có lỗi. Chưa ghi gì vào sổ; sửa trong tệp rồi chọn lại tệp.`,
    firstFaults: (shown: string) => `Bảng dưới đây kể ${shown} lỗi đầu; bảng lỗi tải về có đủ các dòng.`,
    errorSheet: 'Tải bảng lỗi',
    row: 'Dòng',
    column: 'Cột',
    fault: 'Lỗi và cách sửa',
    faultsOf: 'Các dòng có lỗi',
    store: (rows: string) => `Nhập ${rows} nhiệm vụ`,
    stored: (rows: string) => `Đã đưa ${rows} nhiệm vụ vào sổ.`,
    known: (rows: string, when: string) =>
      `Tệp này đã nhập lúc ${when}, gồm ${rows} nhiệm vụ. Không ghi lần nữa.`,
    see: 'Xem các nhiệm vụ đã nhập',
  },
  {
    title: 'Import from Excel',
    hint: 'Bring in a register kept in Excel or CSV. Every row is checked first; all rows go in together, or none.',
    drop: 'Drop an Excel or CSV file here',
    dropNow: 'Let go to check it',
    formats:
      'It needs the columns Nội dung nhiệm vụ, Đơn vị chủ trì, Hạn, in any order. Up to 64 MB, 200,000 rows.',
    template: 'Excel template',
    choose: 'Choose a file to preview',
    sending: 'Sending the file…',
    checking: (rows: string) => `Checking: ${counted(rows, 'row')} looked at…`,
    storing: (rows: string) => `Writing to the register: ${counted(rows, 'row')}…`,
    previewOf: (name: string) => `Preview: ${name}`,
    storedFrom: (name: string) => `Imported from ${name}`,
    willMake: (rows: string) => `${counted(rows, 'directive')} will be made. Nothing is stored yet.`,
    faulty: (faulty: string, rows: string) =>
      `Faulty: ${faulty} of ${counted(rows, 'row')}. Nothing is stored; mend the file and choose it again.`,
    firstFaults: (shown: string) =>
      `Below stand the first ${counted(shown, 'fault')}; the error sheet has every row.`,
    errorSheet: 'Download the error sheet',
    row: 'Row',
    column: 'Column',
    fault: 'What is wrong and what to do',
    faultsOf: 'Faulty rows',
    store: (rows: string) => `Import ${counted(rows, 'directive')}`,
    stored: (rows: string) => `In the register now: ${counted(rows, 'directive')}.`,
    known: (rows: string, when: string) =>
      `This file was imported at ${when} with ${counted(rows, 'directive')}. Nothing is stored twice.`,
    see: 'See what was imported',
  },
);
