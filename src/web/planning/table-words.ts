import { words } from '../i18n/language.ts';

/** What every table of a plan is brought in with. */
export const tableWords = words(
  {
    drop1: 'Thả tệp Word, Excel hoặc CSV vào đây',
    dropNow: 'Thả ra để kiểm tra',
    formats: 'Cần các cột Nội dung công việc, Đơn vị chủ trì và Thời gian; thứ tự cột tùy ý.',
    choose: 'Chọn tệp để xem trước',
    template: 'Tải mẫu Excel',
    checking: 'Đang kiểm tra…',
    previewOf: (name: string) => `Xem trước: ${name}`,
    faulty: (faulty: string, rows: string) =>
      `${faulty} trên ${rows} dòng có lỗi. Chưa ghi gì; sửa trong tệp rồi chọn lại tệp.`,
    known: (when: string) => `Tệp này đã nhập lúc ${when}. Không ghi lần nữa.`,
    row: 'Dòng',
    rowsRead: 'Những việc đọc được',
    month: 'Tháng',
    monthOf: (n: number) => `Tháng ${n}`,
    words: 'Nội dung',
    lead: 'Đơn vị chủ trì',
  },
  {
    drop1: 'Drop a Word, Excel or CSV file here',
    dropNow: 'Let go to check it',
    formats: 'It needs the columns Nội dung công việc, Đơn vị chủ trì and Thời gian, in any order.',
    choose: 'Choose a file to preview',
    template: 'Excel template',
    checking: 'Checking…',
    previewOf: (name: string) => `Preview: ${name}`,
    faulty: (faulty: string, rows: string) =>
      `${faulty} of ${rows} rows are faulty. Nothing is stored; mend the file and choose it again.`,
    known: (when: string) => `This file was imported at ${when}. Nothing is stored twice.`,
    row: 'Row',
    rowsRead: 'What was read',
    month: 'Month',
    monthOf: (n: number) => `Month ${n}`,
    words: 'What is to be done',
    lead: 'Lead unit',
  },
);
