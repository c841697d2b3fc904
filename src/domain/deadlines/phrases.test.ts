import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Deadline } from './deadline.ts';
import { allDates, impossibleDates, isStanding, parseDeadlines } from './phrases.ts';

const documentDate = '2022-10-05';

/** A deadline as one short word: «before 2022-11-15», «in month 2022-10-31», «every month on …», «7 working-day from …». */
function short(deadline: Deadline): string {
  switch (deadline.kind) {
    case 'none':
      return 'none';
    case 'recurring':
      return `every ${deadline.every.join('+')}${deadline.on ? ` on ${deadline.on}` : ''}`;
    case 'relative':
      return `${deadline.relative.amount} ${deadline.relative.unit} from ${deadline.relative.from || '?'}`;
    default:
      return `${deadline.bound} ${deadline.kind === 'date' ? '' : `${deadline.kind} `}${deadline.due}${deadline.yearInferred ? ' ?' : ''}`;
  }
}
const read = (text: string, date: string | null = documentDate) =>
  parseDeadlines(text, { documentDate: date }).map(({ deadline }) => short(deadline));

const one: [string, string][] = [
  ['Nộp dự thảo trước ngày 15/11/2022', 'before 2022-11-15'],
  ['trước 15/11', 'before 2022-11-15 ?'],
  ['Gửi góp ý trước 15/1', 'before 2023-01-15 ?'],
  ['hoàn thành không muộn hơn ngày 30/11/2022', 'by 2022-11-30'],
  ['không quá ngày 30/11/2022', 'by 2022-11-30'],
  ['khai mạc cuối quý IV', 'by quarter 2022-12-31 ?'],
  ['05 ngày làm việc sau khi nhận được văn bản', '5 working-day from nhận được văn bản'],
  ['đưa tin mỗi tuần 02 lần', 'every week'],
  ['báo cáo giải ngân vào thứ Năm hàng tuần', 'every week on thứ Năm'],
  ['xong trong quý ]I/2023', 'in quarter 2023-06-30'],
  ['xong trước 30/9', 'before 2022-09-30 ?'],
  ['(Hoàn trước 15/11/2022)', 'before 2022-11-15'],
  ['Hoàn thành ngày 07/10/2022', 'on 2022-10-07'],
  ['hoàn thành xong vào 20-12-2022', 'on 2022-12-20'],
  ['Chậm nhất là ngày 20 tháng 12 năm 2022', 'by 2022-12-20'],
  ['chậm nhất vào ngày 20.12.2022', 'by 2022-12-20'],
  ['muộn nhất 20/12/2022', 'by 2022-12-20'],
  ['chậm nhất trước ngày 20/12/2022', 'before 2022-12-20'],
  ['Thời hạn hoàn thành: 20/12/2022', 'by 2022-12-20'],
  ['Hạn chót ngày 20/12/2022', 'by 2022-12-20'],
  ['thời hạn nộp hồ sơ của phòng là ngày 20/12/2022', 'by 2022-12-20'],
  ['Hoàn thành đến hết ngày 31/12/2022', 'by 2022-12-31'],
  ['hoàn thành trước ngày 10/12//2022', 'before 2022-12-10'],
  ['trước ngày 25/ 04/2023', 'before 2023-04-25'],
  ['trước ngày25/02/2023', 'before 2023-02-25'],
  ['trước ngày| 15/10/2024', 'before 2024-10-15'],
  ['trước ngày l5/11/2022', 'before 2022-11-15'],
  ['trước ngày 3O/11/2022', 'before 2022-11-30'],
  ['trước ngày 15⁄11⁄2022', 'before 2022-11-15'],
  ['trước ngày 5-11', 'before 2022-11-05 ?'],
  ['trước 16 giờ 00 ngày 12/10/2022', 'before 2022-10-12'],
  ['trước 17h00, ngày 31/12/2022', 'before 2022-12-31'],
  ['báo cáo trước 8h ngày 10 tháng 10', 'before 2022-10-10 ?'],
  ['trong ngày 12/10/2022', 'in 2022-10-12'],
  ['hoàn thành trước tháng 12/2022', 'before 2022-12-01'],
  ['hoàn thành trước quý IV năm 2023', 'before 2023-10-01'],
  ['Hoàn thành trong tháng 10/2022', 'in month 2022-10-31'],
  ['trình trong tháng 02/2024', 'in month 2024-02-29'],
  ['hoàn thành trong tháng 11 năm 2022', 'in month 2022-11-30'],
  ['hoàn thành tháng 11-2022', 'in month 2022-11-30'],
  ['trong tháng 3', 'in month 2023-03-31 ?'],
  ['trong tháng 9, 10/2022', 'in month 2022-10-31'],
  ['đến hết : tháng 6', 'by month 2023-06-30 ?'],
  ['hoàn thành cuối tháng 11', 'by month 2022-11-30 ?'],
  ['hoàn thành vào giữa tháng 11/2022', 'by 2022-11-15'],
  ['Trình dự thảo (tháng 12/2022)', 'in month 2022-12-31'],
  ['Tháng 12/2022: tổ chức tổng kết', 'in month 2022-12-31'],
  ['12/2022', 'in month 2022-12-31'],
  ['Trong Quý IV/2022', 'in quarter 2022-12-31'],
  ['trong quý I năm 2023', 'in quarter 2023-03-31'],
  ['trong quý 2/2023', 'in quarter 2023-06-30'],
  ['trong qúy III/2023', 'in quarter 2023-09-30'],
  ['trong quí II-2023', 'in quarter 2023-06-30'],
  ['quý IIT/2023', 'in quarter 2023-09-30'],
  ['quý ITI năm 2023', 'in quarter 2023-09-30'],
  ['Quý lV/2023', 'in quarter 2023-12-31'],
  ['xong trong quý I', 'in quarter 2023-03-31 ?'],
  ['trong quý III và IV/2023', 'in quarter 2023-12-31'],
  ['hoàn thành trong 6 tháng đầu năm 2023', 'in half 2023-06-30'],
  ['thực hiện trong 06 tháng cuối năm', 'in half 2022-12-31 ?'],
  ['trong nửa đầu năm 2023', 'in half 2023-06-30'],
  ['hoàn thành trong 9 tháng đầu năm 2023', 'in month 2023-09-30'],
  ['hoàn thành trong năm 2023', 'in year 2023-12-31'],
  ['hoàn thành trong năm nay', 'in year 2022-12-31 ?'],
  ['hoàn thành trong năm sau', 'in year 2023-12-31 ?'],
  ['thoái vốn đến hết năm 2023', 'by year 2023-12-31'],
  ['hoàn thành cuối năm', 'by year 2022-12-31 ?'],
  ['trước giữa năm 2023', 'before half 2023-06-30'],
  ['bắt đầu từ ngày 01/01/2023', 'from 2023-01-01'],
  ['Từ ngày 01/3 đến ngày 30/6/2023', 'by 2023-06-30'],
  ['thời gian thực hiện: từ tháng 3 đến tháng 6 năm 2023', 'by month 2023-06-30'],
  ['Tháng 5-6/2023', 'in month 2023-06-30'],
  ['Hoàn thành trước 30/6 hằng năm', 'every year on trước 30/6'],
  ['trước ngày 14/6 và 14/12 hằng năm', 'every year on trước ngày 14/6 và 14/12'],
  ['15/11/2022', 'on 2022-11-15'],
  ['Quý IV', 'in quarter 2022-12-31 ?'],
  ['Gửi Văn phòng Sở ngày 20/10/2022 để tổng hợp', 'on 2022-10-20'],
  ['Báo cáo hằng tháng', 'every month'],
  ['hàng quý', 'every quarter'],
  ['hằng tuần', 'every week'],
  ['hằng ngày', 'every day'],
  ['Hàng năm, tổ chức tập huấn', 'every year'],
  ['định kỳ hàng tháng, qúy, năm', 'every month+quarter+year'],
  ['báo cáo định kỳ 6 tháng, năm', 'every half+year'],
  ['hằng tháng, quý và năm', 'every month+quarter+year'],
  ['mỗi quý một lần', 'every quarter'],
  ['02 lần/năm', 'every year'],
  ['6 tháng một lần', 'every half'],
  ['3 tháng/lần', 'every quarter'],
  ['trước ngày 25 hằng tháng', 'every month on trước ngày 25'],
  ['Trước ngày 25 hàng tháng', 'every month on trước ngày 25'],
  ['hằng tháng, ngày 25', 'every month on ngày 25'],
  ['hàng tháng (trước ngày 20)', 'every month on trước ngày 20'],
  ['vào ngày 20 của tháng cuối quý', 'every quarter on ngày 20 của tháng cuối quý'],
  ['trước ngày 15 tháng 12 hằng năm', 'every year on trước ngày 15 tháng 12'],
  ['thứ Sáu hằng tuần', 'every week on thứ Sáu'],
  ['không quá 07 ngày làm việc kể từ khi nhận đủ giấy tờ', '7 working-day from nhận đủ giấy tờ'],
  ['không quá 03 ngày kể từ khi được duyệt', '3 day from được duyệt'],
  ['trong vòng 10 ngày', '10 day from ?'],
  ['trong thời hạn 15 (mười lăm) ngày kể từ ngày ký', '15 day from ký'],
  ['sau 15 ngày kể từ ngày ký', '15 day from ký'],
  ['chậm nhất sau 05 ngày làm việc, kể từ ngày họp', '5 working-day from họp'],
  ['trong 24 giờ kể từ khi xảy ra sự cố', '24 hour from xảy ra sự cố'],
  ['trong vòng 02 tuần', '2 week from ?'],
  ['trong vòng ba tháng kể từ ngày nghiệm thu', '3 month from nghiệm thu'],
  ['trong thời hạn 02 năm kể từ ngày nghiệm thu', '24 month from nghiệm thu'],
  ['chậm nhất 05 ngày trước khi họp Hội đồng', '5 day from trước khi họp Hội đồng'],
  ['gửi tài liệu trước 03 ngày làm việc', '3 working-day from ?'],
];

const none: string[] = [
  'Kế hoạch số 16/KH-UBND ngày 05/3/2022',
  'Quyết định 12/2021/QĐ-UBND ngày 12/12/2022',
  'Thông tư 01//2018/TT-BKHCN',
  'Nghị quyết số 36-NQ/TW ngày 30/01/2023',
  'Tại cuộc họp ngày 03/10/2022, các đơn vị nhất trí',
  'Ngày 15/10, Giám đốc ký văn bản',
  'Kết quả 9 tháng đầu năm 2022 của Sở',
  'Nhiệm vụ trọng tâm 3 tháng cuối năm 2022 của phòng',
  'Sơ kết công tác 6 tháng đầu năm và phương hướng',
  'đạt 05/12 chỉ tiêu được giao',
  'đến nay 7/10 xã đã xong',
  'bố trí người trực 24/7 tại trụ sở',
  'Chiến lược phát triển đến năm 2030',
  'Kế hoạch giai đoạn 2021-2025 của tỉnh',
  'Tính đến ngày 30/9/2022, đã chi 3 tỷ đồng',
  'lũy kế đến hết ngày 30/9/2022 là 3 tỷ đồng',
  'nhiệm vụ quan trọng năm 2023 của ngành',
  'dự toán ngân sách hằng năm của đơn vị',
  'Ngân hàng năm 2023 tăng vốn',
  'khách hàng tháng 10 giảm',
  'sản phẩm mới tháng này',
  'Trong năm 2022, Sở đã làm xong 20 việc',
  'dự án được cấp phép trước ngày 01 tháng 01 năm 2014',
  'gia hạn nộp thuế không quá 60 ngày',
  'không quá 01 tháng lương cơ sở',
  'kiểm điểm các cá nhân để chậm việc trong tháng 9',
  'lớp tập huấn trong 3 ngày tại tỉnh',
  'trong 10 ngày qua mưa nhiều',
  'bảo hành 24 tháng',
  'trước ngày 31/6/2022',
  'Quỹ 2 của Hội',
  'số 52 đường 3/2 phường Hà Giang',
  'kinh phí 3,5/4,2 tỷ đồng',
  'mục 2.1. Văn phòng',
  'hãng tháng nào cũng vậy',
  'khẩn trương, sớm hoàn thành',
  'ngay sau khi có ý kiến',
  'hoàn thành trong tháng sau',
  'năm học 2022-2023 của trường',
  'thời điểm cuối năm 2019 âm vốn',
  'áp dụng cho 12 tháng liên tục',
  'Luật số 80/2015/QH13 ngày 22/6/2015',
  'có hiệu lực kể từ ngày ký',
  'hồ sơ 15/11',
];

describe('parseDeadlines', () => {
  it.each(one)('%s → %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it.each(none)('no deadline: %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('gives several phrases in order, with spans into the text', () => {
    const text = 'Dự thảo trước ngày 20/10/2022; hoàn thiện trong tháng 11/2022; sau đó báo cáo hằng quý.';
    const found = parseDeadlines(text, { documentDate });
    expect(found.map(({ deadline }) => short(deadline))).toEqual([
      'before 2022-10-20',
      'in month 2022-11-30',
      'every quarter',
    ]);
    for (const { span, deadline } of found)
      expect('text' in deadline && deadline.text).toBe(text.slice(...span));
    expect(found.map(({ span }) => text.slice(...span))).toEqual([
      'trước ngày 20/10/2022',
      'trong tháng 11/2022',
      'hằng quý',
    ]);
  });

  it('never invents a year', () => {
    const [found] = parseDeadlines('báo cáo trước ngày 5-11', {});
    expect(found?.deadline).toMatchObject({ due: 'XXXX-11-05', yearUnknown: true, bound: 'before' });
    expect(parseDeadlines('trong tháng 2', {})[0]?.deadline).toMatchObject({
      due: 'XXXX-02-28',
      yearUnknown: true,
    });
  });

  it('takes a year from the surroundings, and from the end of a list', () => {
    expect(parseDeadlines('trước ngày 5/11', { contextYear: 2017 })[0]?.deadline).toMatchObject({
      due: '2017-11-05',
      yearInferred: true,
    });
    expect(read('trước ngày 15/5 và 15/11/2024')[0]).toBe('before 2024-05-15');
  });

  it('reads decomposed text, other cases and wide spaces as the same', () => {
    for (const [text, expected] of one) {
      const variants = [
        text.normalize('NFD'),
        text.replace(/ /gu, '\u00a0'),
        text.replace(/ /gu, '  '),
        `  ${text}`,
      ];
      for (const variant of variants)
        expect(read(variant).map(nfc), JSON.stringify(variant)).toEqual([expected]);
    }
  });

  it('stays quick on long hostile text', () => {
    const lumps = [
      'trước ',
      'ngày 1/',
      '1 tháng ',
      'hàng tháng, ',
      'không quá 1 ngày kể từ ',
      '(',
      '1/1/1/',
      'quý I, ',
      ' ',
      '\n',
    ];
    for (const lump of lumps)
      expect(() => parseDeadlines(lump.repeat(20_000), { documentDate })).not.toThrow();
  });

  it('keeps every day that exists, in each written form', () => {
    const day = fc.date({ min: new Date('2023-01-01'), max: new Date('2039-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.constantFrom('/', '-', '.', ' tháng '), (at, mark) => {
        const [year = '', month = '', date = ''] = at.toISOString().slice(0, 10).split('-');
        const rest = mark === ' tháng ' ? ` năm ${year}` : `${mark}${year}`;
        expect(read(`xong trước ngày ${Number(date)}${mark}${Number(month)}${rest}`)).toEqual([
          `before ${year}-${month}-${date}`,
        ]);
      }),
    );
  });
});

const nfc = (words: string) => words.normalize('NFC');

describe('beside the deadlines', () => {
  it('lists every date named, whatever its part', () => {
    const text = 'Tại cuộc họp ngày 03/10/2022 về kết quả quý III/2022';
    expect(allDates(text).map(({ due, span }) => [due, text.slice(...span)])).toEqual([
      ['2022-10-03', 'ngày 03/10/2022'],
      ['2022-09-30', 'quý III/2022'],
    ]);
  });

  it.each(['31/6/2021', '24/11/20120', '29/02/2023', '66.03.2020'])('names the impossible day %s', (day) => {
    const text = `xong trước ngày ${day} nhé`;
    expect(impossibleDates(text).map((one) => one.text)).toEqual([expect.stringContaining(day)]);
    expect(read(text)).toEqual([]);
  });

  it('knows a standing duty from a kind of spending', () => {
    expect(isStanding('Thường xuyên kiểm tra')).toBe(true);
    expect(isStanding('thực hiện thường xuyên'.normalize('NFD'))).toBe(true);
    expect(isStanding('bố trí chi thường xuyên năm 2023')).toBe(false);
    expect(isStanding('không thường xuyên')).toBe(false);
  });
});

describe('bodies whose names sound like words of counting', () => {
  it.each([
    'Gửi dự toán về Phòng Kế hoạch - Tài chính chậm nhất ngày 10/7/2024',
    'Báo cáo UBND tỉnh chậm nhất ngày 10/7/2024',
    'Gửi Phòng Thống kê chậm nhất ngày 10/7/2024',
    'Đến ngày 10/7/2024 phải chấm dứt việc nợ hồ sơ',
  ])('%s', (text) => {
    expect(parseDeadlines(text, {}).map(({ deadline }) => 'due' in deadline && deadline.due)).toEqual([
      '2024-07-10',
    ]);
  });

  it.each([
    'Số liệu tính đến ngày 10/7/2024',
    'Lũy kế đến hết ngày 10/7/2024',
    'Nộp số liệu giải ngân đến ngày 10/7/2024',
  ])('%s: a count', (text) => {
    expect(parseDeadlines(text, {})).toEqual([]);
  });
});
