import { counted } from '../../i18n/format.ts';
import { words } from '../../i18n/language.ts';

export const bringInWords = words(
  {
    title: 'Nhập từ Excel',
    hint: 'Đưa sổ nhiệm vụ đang theo dõi bằng Excel hoặc CSV vào đây. Tệp được kiểm tra từng dòng trước; tất cả các dòng cùng vào sổ, hoặc không dòng nào.',
    drop: 'Thả tệp Excel hoặc CSV vào đây',
    formats:
      'Cần các cột Nội dung nhiệm vụ, Đơn vị chủ trì, Hạn; thứ tự cột tùy ý. Tệp đến 64 MB, 200.000 dòng.',
    sending: 'Đang gửi tệp…',
    checking: (rows: string) => `Đang kiểm tra: đã xem ${rows} dòng…`,
    storing: (rows: string) => `Đang ghi vào sổ: ${rows} dòng…`,
    willMake: (rows: string) => `Sẽ tạo ${rows} nhiệm vụ. Chưa ghi gì vào sổ.`,
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
    formats:
      'It needs the columns Nội dung nhiệm vụ, Đơn vị chủ trì, Hạn, in any order. Up to 64 MB, 200,000 rows.',
    sending: 'Sending the file…',
    checking: (rows: string) => `Checking: ${counted(rows, 'row')} looked at…`,
    storing: (rows: string) => `Writing to the register: ${counted(rows, 'row')}…`,
    willMake: (rows: string) => `${counted(rows, 'directive')} will be made. Nothing is stored yet.`,
    store: (rows: string) => `Import ${counted(rows, 'directive')}`,
    stored: (rows: string) => `In the register now: ${counted(rows, 'directive')}.`,
    known: (rows: string, when: string) =>
      `This file was imported at ${when} with ${counted(rows, 'directive')}. Nothing is stored twice.`,
    see: 'See what was imported',
  },
);
