import { describe, expect, test } from 'vitest';
import type { Reading } from '../domain/documents/reading.ts';
import type { Block, Extracted } from './extracted.ts';
import { read, readText } from './read.ts';

/** Every paper in this file is invented. */
const readAll = (text: string) => read(new TextEncoder().encode(text));
const leads = ({ directives }: Reading) => directives.map((d) => d.lead?.name);
const due = ({ directives }: Reading) =>
  directives.map((d) => ('due' in d.deadline ? d.deadline.due : d.deadline.kind));

describe('plans', () => {
  const plan = `SỞ KHOA HỌC VÀ CÔNG NGHỆ
Số: 9/KH-SKHCN
Hà Lâm, ngày 10 tháng 01 năm 2025
KẾ HOẠCH
Cải cách hành chính năm 2025
I. MỤC ĐÍCH, YÊU CẦU
1. Nâng cao hiệu lực hoạt động của Sở.
II. NHIỆM VỤ
1. Cải cách thể chế
a) Rà soát quy chế làm việc, đề xuất sửa đổi.
- Đơn vị chủ trì: Thanh tra Sở
- Đơn vị phối hợp: Các phòng, đơn vị thuộc Sở
- Thời gian hoàn thành: Quý II/2025
- Sản phẩm: Báo cáo rà soát
b) Xây dựng quy trình nội bộ.
Đơn vị chủ trì: Phòng Quản lý Khoa học. Đơn vị phối hợp: Văn phòng Sở. Thời gian thực hiện: trước ngày 30/9/2025.
2. Cải cách thủ tục
- Công bố thủ tục hành chính (Phòng Quản lý Công nghệ chủ trì, hoàn thành trước 31/3/2025).
- Đơn giản hóa 03 thủ tục. Thời gian: tháng 6/2025. Chủ trì: Văn phòng Sở.
III. TỔ CHỨC THỰC HIỆN
1. Các phòng, đơn vị căn cứ Kế hoạch này xây dựng kế hoạch của mình, gửi Văn phòng trước ngày 25/01/2025.
Nơi nhận:
- Như trên;
`;

  test('take lead, partners, product and deadline from labels and brackets', async () => {
    const reading = await readAll(plan);
    expect(leads(reading)).toEqual([
      'Thanh tra Sở',
      'Phòng Quản lý Khoa học',
      'Phòng Quản lý Công nghệ',
      'Văn phòng Sở',
      'Các phòng, đơn vị',
    ]);
    expect(due(reading)).toEqual(['2025-06-30', '2025-09-30', '2025-03-31', '2025-06-30', '2025-01-25']);
    expect(reading.directives[0]).toMatchObject({ product: 'Báo cáo rà soát', outline: ['II', '1', 'a'] });
    expect(reading.directives[1]?.coordinating.map((party) => party.name)).toEqual(['Văn phòng Sở']);
  });

  test('read a task table row by row, headers by their synonyms, merged cells carried down', () => {
    const rows = [
      ['TT', 'Nội dung công việc', 'Cơ quan chủ trì', 'Đơn vị phối hợp', 'Thời hạn', 'Kết quả'],
      ['1', 'Xây dựng đề án chuyển đổi số', 'Văn phòng Sở', 'Các phòng', '30/6/2025', 'Đề án'],
      ['2', 'Tập huấn kỹ năng số', '', 'Trung tâm Thông tin', 'Quý III/2025', ''],
      ['', 'Tổng cộng', '', '', '', ''],
    ];
    const reading = readText(tableOf(rows, { '2:2': 'Văn phòng Sở' }));
    expect(leads(reading)).toEqual(['Văn phòng Sở', 'Văn phòng Sở']);
    expect(due(reading)).toEqual(['2025-06-30', '2025-09-30']);
    expect(reading.directives[0]).toMatchObject({ product: 'Đề án', outline: ['1'] });
  });
});

/** A text whose blocks are the rows of one table; `carried` holds what merged cells repeat, by «row:column». */
function tableOf(rows: string[][], carried: Record<string, string>): Extracted {
  const head = 'KẾ HOẠCH\nCông tác năm 2025\nI. NHIỆM VỤ\n';
  const blocks: Block[] = [
    { kind: 'heading', start: 0, end: 8 },
    { kind: 'paragraph', start: 9, end: 26 },
    { kind: 'heading', start: 27, end: 38 },
  ];
  let text = head;
  rows.forEach((cells, r) => {
    const start = text.length;
    const placed = cells.map((cell, column) => {
      const from = text.length;
      text += `${cell}\t`;
      const repeated = carried[`${r}:${column}`];
      return { start: from, end: from + cell.length, column, ...(repeated && { carried: repeated }) };
    });
    blocks.push({ kind: 'row', start, end: text.length, cells: placed, table: 1 });
    text += '\n';
  });
  return { format: 'docx', method: 'text', pages: 1, quality: 1, text, blocks, warnings: [] };
}

describe('notices', () => {
  test('bind those of the closing sentence where an item names nobody', async () => {
    const reading = await readAll(`THÔNG BÁO
Kết luận giao ban tuần 32

Giám đốc Sở kết luận:
Trong tuần qua các đơn vị đã hoàn thành công việc.
Để chuẩn bị tuần tới, Giám đốc Sở giao:
- Văn phòng chuẩn bị nội dung họp Đảng ủy; Thanh tra hoàn thiện kết luận, trình ký trước ngày 11/8/2023.
- Không tổ chức liên hoan trong giờ hành chính.
- Phòng Kế hoạch Tài chính rà soát tài sản công. Việc này phải xong trước ngày 25/8/2023.
Trên đây là kết luận giao ban, đề nghị các đơn vị triển khai thực hiện.
`);
    expect(leads(reading)).toEqual(['Văn phòng', 'Thanh tra', 'các đơn vị', 'Phòng Kế hoạch Tài chính']);
    expect(due(reading)).toEqual(['none', '2023-08-11', 'none', '2023-08-25']);
    expect(reading.directives[2]).toMatchObject({ kind: 'stop', lead: { inferred: true } });
  });
});

describe('letters', () => {
  test('bind the addressee, and date the report asked for', async () => {
    const reading = await readAll(`BỘ KHOA HỌC VÀ CÔNG NGHỆ
Số: 77/BKHCN-KHTC
V/v báo cáo kế hoạch
Hà Nội, ngày 05 tháng 9 năm 2024
Kính gửi: Sở Khoa học và Công nghệ các tỉnh

Bộ Khoa học và Công nghệ đề nghị Quý Sở triển khai một số nội dung như sau:
1. Rà soát danh mục nhiệm vụ đặt hàng.
2. Cử 01 cán bộ đầu mối.
Báo cáo gửi về Bộ trước ngày 20 tháng 9 năm 2024.
Trân trọng cảm ơn./.
Nơi nhận:
- Như trên;
`);
    expect(new Set(leads(reading))).toEqual(new Set(['Sở Khoa học và Công nghệ các tỉnh']));
    expect(due(reading)).toEqual(['none', 'none', '2024-09-20']);
  });
});

describe('rules, reports and reviews', () => {
  test('a resolution charges bodies by name; rules for kinds of bodies are no directives', async () => {
    const reading = await readAll(`NGHỊ QUYẾT
Về chính sách hỗ trợ
Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
QUYẾT NGHỊ:
Điều 1. Mức hỗ trợ
1. Cơ quan có thẩm quyền thực hiện chi trả trong thời hạn 10 ngày làm việc kể từ ngày nhận đủ hồ sơ.
2. Tổ chức, cá nhân được hỗ trợ phải nộp báo cáo quyết toán trước ngày 31 tháng 12 hằng năm.
Điều 2. Tổ chức thực hiện
Giao Ủy ban nhân dân tỉnh hướng dẫn thực hiện chính sách này trong quý I năm 2025.
`);
    expect(leads(reading)).toEqual(['Ủy ban nhân dân tỉnh']);
  });

  test('a report on the past year gives none', async () => {
    const reading = await readAll(`SỞ KHOA HỌC VÀ CÔNG NGHỆ
Số: 88/BC-SKHCN
Hà Lâm, ngày 15 tháng 12 năm 2023
BÁO CÁO
Kết quả công tác năm 2023
I. KẾT QUẢ ĐẠT ĐƯỢC
1. Phòng Quản lý khoa học tổ chức 12 hội đồng, nghiệm thu 9 nhiệm vụ.
II. KIẾN NGHỊ
Đề nghị UBND tỉnh bố trí đủ kinh phí sự nghiệp khoa học.
`);
    expect(reading.directives).toEqual([]);
  });
});

describe('the press', () => {
  const article = `Tháo gỡ vướng mắc cho khu công nghệ cao

Phó Thủ tướng yêu cầu các địa phương bàn giao mặt bằng trước 30/6.

Chiều 12/4/2023, Phó Thủ tướng Lê Văn X chủ trì cuộc họp về khu công nghệ cao.
Theo báo cáo của Bộ Xây dựng, đến nay đã giải ngân được 15.000 tỷ đồng.
Kết luận cuộc họp, Phó Thủ tướng yêu cầu UBND tỉnh Hà Lâm bàn giao toàn bộ mặt bằng trước ngày 30/6; Bộ Tài nguyên và Môi trường hướng dẫn thủ tục cấp mỏ vật liệu.
Bộ Xây dựng sớm ban hành định mức mới.
Với Ngân hàng Nhà nước, Phó Thủ tướng giao nghiên cứu gói tín dụng ưu đãi.
Trước đó, Bộ Tài chính đã đề nghị Chính phủ giao Bộ Xây dựng bố trí vốn.
Hiệp hội Doanh nghiệp kiến nghị Thủ tướng giao Bộ Tài chính giãn thời hạn nộp thuế. Giao Bộ Công Thương giảm giá điện.
Các chuyên gia cho rằng doanh nghiệp cần tái cơ cấu.
`;

  test('tells orders of leaders, not its own lead paragraph, proposals or what was before', async () => {
    const reading = await readAll(article);
    expect(leads(reading)).toEqual([
      'UBND tỉnh Hà Lâm',
      'Bộ Tài nguyên và Môi trường',
      'Bộ Xây dựng',
      'Ngân hàng Nhà nước',
    ]);
    expect(due(reading)[0]).toBe('2023-06-30');
  });

  test('invents no year, and says so', async () => {
    const reading = await readAll(article.replace('Chiều 12/4/2023', 'Chiều nay'));
    expect(due(reading)[0]).toBe('XXXX-06-30');
    expect(reading.warnings.map((warning) => warning.code)).toContain('year-unknown');
  });
});

describe('hostile text', () => {
  const unit = (piece: string) => piece.repeat(Math.ceil(100_000 / piece.length));
  test.each([
    ['openers', unit('Để a, ')],
    ['orders', unit('Thủ tướng giao Sở A ')],
    ['grounds', unit('theo căn cứ ')],
    ['brackets', unit('Rà soát (Phòng A ')],
    ['colons', unit('Sở A: ')],
    ['partners', unit('phối hợp với ')],
    ['marks', unit('1.1.1.')],
    ['emptiness', unit('thực hiện nghiêm túc ')],
  ])('a hundred thousand characters of %s end in a reading', async (_, text) => {
    expect((await readAll(text)).text.length).toBeGreaterThan(90_000);
  });
});
