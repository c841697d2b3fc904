import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Reading } from '../domain/documents/reading.ts';
import type { AgencyUnits } from '../domain/organisation/match.ts';
import { read } from './read.ts';

/** Every paper in this file is invented. */
const notice = `SỞ KHOA HỌC VÀ CÔNG NGHỆ
Số: 41/TB-SKHCN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Lâm, ngày 05 tháng 6 năm 2024

THÔNG BÁO
Kết luận của Giám đốc Sở tại hội nghị giao ban tháng 6

Ngày 04/6/2024, Giám đốc Sở chủ trì hội nghị giao ban. Sau khi nghe các phòng báo cáo, Giám đốc Sở kết luận như sau:
1. Đánh giá chung: Các phòng đã hoàn thành phần lớn công việc. Tuy nhiên tiến độ giải ngân còn chậm.
2. Nhiệm vụ trọng tâm
2.1. Văn phòng:
- Tham mưu ban hành Quy chế chi tiêu nội bộ (hoàn thành trước ngày 20/6/2024).
- Định kỳ hằng tháng, tổng hợp tin bài gửi Ban Biên tập.
2.2. Phòng Quản lý khoa học: Tổ chức nghiệm thu 03 đề tài; hoàn thiện hồ sơ 05 nhiệm vụ đặt hàng, trình ký trong tháng 7/2024. Tạm dừng 01 dự án chậm tiến độ.
2.3. Giao Thanh tra chủ trì, phối hợp với Văn phòng và Phòng Quản lý khoa học kiểm tra việc sử dụng kinh phí, báo cáo Giám đốc trước ngày 30/6.
3. Các phòng, đơn vị gửi dự toán năm 2025 về Văn phòng chậm nhất ngày 10/7/2024.
4. Chi cục Tiêu chuẩn Đo lường Chất lượng thường xuyên duy trì đường dây nóng.
Trên đây là kết luận của Giám đốc Sở. Yêu cầu các phòng, đơn vị nghiêm túc triển khai thực hiện./.

Nơi nhận:
- Như trên;
- Lưu: VT.
`;

const bytes = (text: string) => new TextEncoder().encode(text);
const readAll = (text: string) => read(bytes(text));
const brief = ({ directives }: Reading) =>
  directives.map((d) => `${d.lead?.name} | ${d.text.replace(/[.;]+$/, '').toLowerCase()}`);

describe('a conclusion notice', () => {
  test('gives each instruction with its lead, deadline and place', async () => {
    const reading = Reading.parse(await readAll(notice));
    expect(
      reading.directives.map((d) => [
        d.lead?.name,
        d.kind,
        d.action,
        'due' in d.deadline ? d.deadline.due : d.deadline.kind,
      ]),
    ).toEqual([
      ['Văn phòng', 'do', 'tham mưu', '2024-06-20'],
      ['Văn phòng', 'do', 'tổng hợp', 'recurring'],
      ['Phòng Quản lý khoa học', 'do', 'nghiệm thu', 'none'],
      ['Phòng Quản lý khoa học', 'do', 'hoàn thiện', '2024-07-31'],
      ['Phòng Quản lý khoa học', 'stop', 'tạm dừng', 'none'],
      ['Thanh tra', 'do', 'kiểm tra', '2024-06-30'],
      ['Các phòng, đơn vị', 'do', 'gửi', '2024-07-10'],
      ['Chi cục Tiêu chuẩn Đo lường Chất lượng', 'standing', 'duy trì', 'none'],
    ]);
    const inspection = reading.directives[5];
    expect(inspection?.coordinating.map((party) => party.name)).toEqual([
      'Văn phòng',
      'Phòng Quản lý khoa học',
    ]);
    expect(inspection?.deadline).toMatchObject({ bound: 'before', yearInferred: true });
    expect(reading.directives[2]?.quantity).toEqual({ value: 3, unit: 'đề tài' });
    expect(reading.directives[0]?.product).toBe('Quy chế chi tiêu nội bộ');
    expect(reading.directives[0]?.outline).toEqual(['2', '2.1']);
  });

  test('points into the text: spans hold the words of directive, lead and deadline', async () => {
    const { text, directives } = await readAll(notice);
    const at = ([start, end]: [number, number]) => text.slice(start, end).replace(/\s+/g, ' ');
    for (const directive of directives) {
      expect(at(directive.span)).toBe(directive.text);
      if (directive.lead?.span) expect(at(directive.lead.span)).toBe(directive.lead.name);
      if (directive.deadline.kind !== 'none')
        expect(at(directive.deadline.span)).toBe(directive.deadline.text);
    }
  });

  test('is the same byte for byte when read again', async () => {
    expect(JSON.stringify(await readAll(notice))).toBe(JSON.stringify(await readAll(notice)));
  });

  test('knows the units of the agency that held their names on the day', async () => {
    const agency: AgencyUnits = {
      agency: { name: 'Sở Khoa học và Công nghệ tỉnh Hà Lâm', shortName: 'Sở KH&CN' },
      units: [
        { id: 'vp', name: 'Văn phòng', aliases: [] },
        { id: 'qlkh', name: 'Phòng Quản lý Khoa học', abbreviation: 'QLKH', aliases: [] },
        { id: 'cc-cu', name: 'Chi cục TCĐLCL', aliases: [], to: '2024-01-31' },
        { id: 'cc', name: 'Chi cục TCĐLCL', aliases: [], from: '2024-02-01' },
      ],
    };
    const { directives } = await read(bytes(notice), { agency });
    expect(directives.map((d) => d.lead?.unitId)).toEqual([
      'vp',
      'vp',
      'qlkh',
      'qlkh',
      'qlkh',
      undefined,
      undefined,
      'cc',
    ]);
    const before = await read(bytes(notice), { agency, on: '2023-12-01' });
    expect(before.directives.at(-1)?.lead?.unitId).toBe('cc-cu');
  });
});

describe('the same words in another dress give the same reading', () => {
  const variants: [string, (text: string) => string][] = [
    ['decomposed letters', (text) => text.normalize('NFD')],
    ['no-break spaces', (text) => text.replace(/ và /g, ' và ')],
    ['other bullets', (text) => text.replace(/^- /gm, '• ')],
    [
      'letters for decimals',
      (text) =>
        text
          .replace(/^2\.1\./gm, 'a)')
          .replace(/^2\.2\./gm, 'b)')
          .replace(/^2\.3\./gm, 'c)'),
    ],
    [
      'a Roman outline',
      (text) =>
        text.replace(/^([1-4])\. /gm, (_, n: string) => `${['I', 'II', 'III', 'IV'][Number(n) - 1]}. `),
    ],
    ['another announcement', (text) => text.replace('kết luận như sau:', 'có ý kiến chỉ đạo như sau:')],
    ['Windows line ends', (text) => text.replace(/\n/g, '\r\n')],
    [
      'lost marks of OCR',
      (text) => text.replace('Tổ chức nghiệm thu', 'Tô chức nghiệm thu').replace('hoàn thiện', 'hoàn thiên'),
    ],
  ];
  test.each(variants)('%s', async (_, dress) => {
    const [plain, dressed] = [await readAll(notice), await readAll(dress(notice))];
    const loose = (reading: Reading) =>
      brief(reading).map((line) => line.normalize('NFD').replace(/\p{M}/gu, ''));
    expect(loose(dressed)).toEqual(loose(plain));
  });

  test('any order of the units keeps every unit with its own tasks', async () => {
    const units = [
      'Văn phòng',
      'Phòng Kế hoạch - Tài chính',
      'Phòng Quản lý công nghệ',
      'Thanh tra Sở',
      'Trung tâm Ứng dụng',
    ];
    const tasks = [
      'Rà soát tài sản công',
      'Xây dựng kế hoạch năm 2025',
      'Tổng hợp số liệu thống kê',
      'Lập dự toán bổ sung',
      'Hoàn thiện hồ sơ nghiệm thu',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(units, { minLength: 2 }),
        fc.shuffledSubarray(tasks, { minLength: 5 }),
        async (names, work) => {
          const lines = names.flatMap((name, i) => [`${i + 1}. ${name}:`, `- ${work[i]}.`]);
          const { directives } = await readAll(
            `THÔNG BÁO\nKết luận giao ban\n\nGiám đốc Sở kết luận như sau:\n${lines.join('\n')}\n`,
          );
          expect(directives.map((d) => [d.lead?.name, d.text])).toEqual(
            names.map((name, i) => [name, `${work[i]}.`]),
          );
        },
      ),
      { numRuns: 25 },
    );
  });
});
