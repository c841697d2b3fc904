import { describe, expect, it } from 'vitest';
import { sheetOf } from '../../writing/sheet.ts';
import { standardLimits } from '../extracted.ts';
import { extract } from '../formats/extract.ts';
import { checkTotals, findTotals } from './table-sums.ts';

/** A table as the reader gets it from a file. */
async function tableOf(rows: (string | number)[][]) {
  const [header = [], ...body] = rows;
  const columns = header.map((name) => ({ header: String(name), width: 12 }));
  const { text, blocks } = await extract(await sheetOf('Bảng', columns, body), {
    name: 'bang.xlsx',
    limits: standardLimits,
  });
  return findTotals(text, blocks);
}

const header = ['STT', 'Đơn vị', 'Giao', 'Xong', 'Tỷ lệ %'];

describe('the total of a table', () => {
  it('is held to its rows, shares are not added', async () => {
    const totals = await tableOf([
      header,
      [1, 'Văn phòng', 20, 18, 90],
      [2, 'Thanh tra', 21, 11, 52.4],
      ['', 'Tổng cộng', 41, 29, 70.7],
    ]);
    expect(totals.map(({ stated, sum }) => [stated, sum])).toEqual([
      [41, 41],
      [29, 29],
    ]);
    expect(checkTotals(totals)).toEqual([]);
  });

  it('is warned of where the rows do not come to it', async () => {
    const totals = await tableOf([
      header,
      [1, 'Văn phòng', 20, 18, 90],
      [2, 'Thanh tra', 21, 11, 52.4],
      ['', 'Cộng', 41, 30, 70],
    ]);
    expect(checkTotals(totals)).toMatchObject([
      { code: 'total-mismatch', message: expect.stringContaining('ghi 30 nhưng 2 dòng cộng lại là 29') },
    ]);
  });

  it('may stand above its rows, or be of groups', async () => {
    const above = await tableOf([
      header,
      ['', 'Tổng số', 41, 29, 0],
      [1, 'Văn phòng', 20, 18, 90],
      [2, 'Thanh tra', 21, 11, 52],
    ]);
    expect(checkTotals(above)).toEqual([]);
    const groups = await tableOf([
      header,
      ['I', 'Khối phòng', 30, 20, 0],
      [1, 'Văn phòng', 20, 12, 0],
      [2, 'Thanh tra', 10, 8, 0],
      ['II', 'Đơn vị sự nghiệp', 11, 9, 0],
      [1, 'Trung tâm', 11, 9, 0],
      ['', 'Tổng cộng', 41, 29, 0],
    ]);
    expect(groups).toHaveLength(2);
    expect(checkTotals(groups)).toEqual([]);
  });

  it('says nothing where words stand among the numbers', async () => {
    const totals = await tableOf([
      header,
      [1, 'Văn phòng', 20, 'chưa có', 90],
      [2, 'Thanh tra', 21, 11, 52],
      ['', 'Tổng cộng', 41, 99, 70],
    ]);
    expect(checkTotals(totals)).toEqual([]);
  });
});
