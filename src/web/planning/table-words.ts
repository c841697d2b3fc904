import { words } from '../i18n/language.ts';

/** What every table of a plan is brought in with. */
export const planTableWords = words(
  {
    drop: 'Thả tệp Word, Excel hoặc CSV vào đây',
    formats: 'Cần các cột Nội dung công việc, Đơn vị chủ trì và Thời gian; thứ tự cột tùy ý.',
    checking: 'Đang kiểm tra…',
    known: (when: string) => `Tệp này đã nhập lúc ${when}. Không ghi lần nữa.`,
    rowsRead: 'Những việc đọc được',
    heads: ['Dòng', 'Tháng', 'Nội dung', 'Đơn vị chủ trì'],
    monthOf: (n: number) => `Tháng ${n}`,
  },
  {
    drop: 'Drop a Word, Excel or CSV file here',
    formats: 'It needs the columns Nội dung công việc, Đơn vị chủ trì and Thời gian, in any order.',
    checking: 'Checking…',
    known: (when: string) => `This file was imported at ${when}. Nothing is stored twice.`,
    rowsRead: 'What was read',
    heads: ['Row', 'Month', 'What is to be done', 'Lead unit'],
    monthOf: (n: number) => `Month ${n}`,
  },
);
