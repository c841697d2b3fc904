import { counted } from '../i18n/format.ts';
import { words } from '../i18n/language.ts';

/** What every table brought in from a file is met with. */
export const tableWords = words(
  {
    dropNow: 'Thả ra để kiểm tra',
    choose: 'Chọn tệp để xem trước',
    template: 'Tải mẫu Excel',
    previewOf: (name: string) => `Xem trước: ${name}`,
    storedFrom: (name: string) => `Đã nhập từ ${name}`,
    faulty: (faulty: string, rows: string) =>
      `${faulty} trên ${rows} dòng có lỗi. Chưa ghi gì; sửa trong tệp rồi chọn lại tệp.`,
    errorSheet: 'Tải bảng lỗi',
    firstFaults: (shown: string) => `Bảng dưới đây kể ${shown} lỗi đầu.`,
    row: 'Dòng',
    column: 'Cột',
    fault: 'Lỗi và cách sửa',
    faultsOf: 'Các dòng có lỗi',
  },
  {
    dropNow: 'Let go to check it',
    choose: 'Choose a file to preview',
    template: 'Excel template',
    previewOf: (name: string) => `Preview: ${name}`,
    storedFrom: (name: string) => `Imported from ${name}`,
    faulty: (faulty: string, rows: string) =>
      `Faulty: ${faulty} of ${counted(rows, 'row')}. Nothing is stored; mend the file and choose it again.`,
    errorSheet: 'Download the error sheet',
    firstFaults: (shown: string) => `Below stand the first ${counted(shown, 'fault')}.`,
    row: 'Row',
    column: 'Column',
    fault: 'What is wrong and what to do',
    faultsOf: 'Faulty rows',
  },
);
