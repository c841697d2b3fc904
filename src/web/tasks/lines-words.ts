import { words } from '../i18n/language.ts';

/** Words of lines typed into a grid or pasted from a sheet, whatever they are of. */
export const linesWords = words(
  {
    add: 'Thêm dòng',
    drop: 'Bỏ dòng',
    clear: 'Bỏ tất cả dòng',
    sum: 'Cộng',
    pasted: (rows: string, left: string) =>
      left === '0' ? `Đã dán ${rows} dòng.` : `Đã dán ${rows} dòng; bỏ ${left} dòng tiêu đề, dòng cộng.`,
    nothingPasted:
      'Trong nội dung vừa dán không có dòng nào dùng được. Sao chép cả cột nội dung và cột số tiền.',
  },
  {
    add: 'Add a line',
    drop: 'Remove line',
    clear: 'Remove all lines',
    sum: 'Total',
    pasted: (rows, left) =>
      left === '0' ? `${rows} lines pasted.` : `${rows} lines pasted; ${left} head or sum rows left out.`,
    nothingPasted: 'There is no line in what was pasted. Copy the columns of the content and of the amount.',
  },
);
