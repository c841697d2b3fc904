import { describe, expect, test } from 'vitest';
import { read } from '../read.ts';

/** Every paper in this file is invented. */
const head =
  'SỞ KHOA HỌC VÀ CÔNG NGHỆ\nSố: 12/TB-SKHCN\nHà Lâm, ngày 06 tháng 3 năm 2024\n\nTHÔNG BÁO\nKết luận giao ban tháng 3\n\nGiám đốc Sở kết luận như sau:\n';
const readText = (text: string) => read(new TextEncoder().encode(text));
const told = async (body: string, top = head) =>
  (await readText(`${top}${body}\n`)).directives.map((d) => [d.lead?.name, d.text.replace(/[.;]$/, '')]);

describe('names of units', () => {
  test.each([
    'Phòng Quản trị thông tin',
    'Phòng Quản lý đào tạo',
    'Trung tâm Xúc tiến và Hỗ trợ đầu tư',
    'Trung tâm Chuyển giao công nghệ',
    'Phòng Kiểm tra, Giám sát',
    'Văn phòng Điều phối nông thôn mới',
    'Trung tâm Giáo dục thường xuyên',
    'Bộ Ngoại giao',
    'Bưu điện tỉnh',
    'UBND các xã, phường, thị trấn',
    'Các tổ chức tín dụng',
    'Đảng đoàn HĐND tỉnh',
  ])('%s: as heading and as subject', async (name) => {
    expect(await told(`1. ${name}:\n- Rà soát trụ sở.\n2. ${name} rà soát kho lưu trữ.`)).toEqual([
      [name, 'Rà soát trụ sở'],
      [name, `${name} rà soát kho lưu trữ`],
    ]);
  });

  test.each([
    'Trung tâm Ứng dụng tiến bộ khoa học, kỹ thuật và công nghệ',
    'Chi cục Tiêu chuẩn, đo lường và chất lượng',
  ])('%s: a heading that holds a comma', async (name) => {
    expect(await told(`2. ${name}:\n- Tổ chức 01 hội thảo.`)).toEqual([[name, 'Tổ chức 01 hội thảo']]);
  });

  test('a heading that charges somebody is no name', async () => {
    expect(await told('2. Văn phòng chủ trì, phối hợp với Thanh tra Sở:\n- Lập danh sách cán bộ.')).toEqual([
      ['Văn phòng', 'Lập danh sách cán bộ'],
    ]);
  });

  test('behind a colon', async () => {
    expect(await told('1. Giao các sở: Tài chính, Xây dựng lập dự toán.')).toEqual([
      ['các sở: Tài chính, Xây dựng', 'Giao các sở: Tài chính, Xây dựng lập dự toán'],
    ]);
  });
});

test('an item right under the title is body, not subject', async () => {
  const { document, directives } = await readText(
    'THÔNG BÁO\nKết luận giao ban tháng 3\n2. Văn phòng:\n- Tổ chức 02 lớp tập huấn trước ngày 20/3/2024.\n',
  );
  expect(document.subject).toBe('Kết luận giao ban tháng 3');
  expect(directives.map((d) => d.lead?.name)).toEqual(['Văn phòng']);
});

describe('lists and openers', () => {
  test('numbers with a dash', async () => {
    expect(await told('1- Văn phòng:\n- Niêm yết lịch trực.\n2- Thanh tra Sở lập biên bản.')).toEqual([
      ['Văn phòng', 'Niêm yết lịch trực'],
      ['Thanh tra Sở', 'Thanh tra Sở lập biên bản'],
    ]);
  });

  test.each(['Thứ hai, ', 'Một là, ', 'Sáu tháng một lần, ', '6 tháng, 1 năm '])('«%s»', async (opener) => {
    expect(await told(`${opener}Phòng Hành chính kiểm kê tài sản.`)).toHaveLength(1);
  });

  test('a number line without end mark above its items is a topic', async () => {
    const found = await told(
      '1. Rà soát quy định nội bộ\na) Văn phòng thống kê quy chế đã ban hành.\nb) Thanh tra Sở đề xuất bãi bỏ.',
    );
    expect(found.map(([lead]) => lead)).toEqual(['Văn phòng', 'Thanh tra Sở']);
  });

  test('a letter charges its addressee by the last words before the colon', async () => {
    const top = 'UBND TỈNH HÀ LÂM\nSố: 8/UBND-VX\nHà Lâm, ngày 06 tháng 3 năm 2024\nKính gửi: Sở Nội vụ.\n';
    const body =
      'Thực hiện Kế hoạch số 3/KH-UBND, Chủ tịch UBND tỉnh yêu cầu Sở Nội vụ:\n1. Rà soát biên chế.\n2. Lập danh sách trước ngày 20/3/2024.\nYêu cầu đơn vị khẩn trương thực hiện.';
    expect(await told(body, top)).toEqual([
      ['Sở Nội vụ', 'Rà soát biên chế'],
      ['Sở Nội vụ', 'Lập danh sách trước ngày 20/3/2024'],
    ]);
  });

  test('what stands after an order is not joined to the item above', async () => {
    const item = '1. Công tác chuẩn bị kỷ niệm ngày thành lập ngành và các hoạt động bên lề';
    expect(await told(`${item}\nGiao Văn phòng lập danh sách khách mời.`)).toEqual([
      ['Văn phòng', 'Giao Văn phòng lập danh sách khách mời'],
    ]);
  });
});

describe('what is work', () => {
  test.each([
    'Không cấp mới thẻ ra vào',
    'Nghiêm cấm hút thuốc trong kho',
    'Viết bài về ngày hội',
    'Đốc thúc nhà thầu',
    'Lên phương án di chuyển',
  ])('%s', async (words) => {
    expect(await told(`1. Văn phòng:\n- ${words}.`)).toEqual([['Văn phòng', words]]);
  });

  test('a standing duty told by «là»', async () => {
    const words = 'Văn phòng là cơ quan đầu mối theo dõi việc thực hiện kế hoạch';
    expect(await told(`1. ${words}.`)).toEqual([['Văn phòng', words]]);
  });

  test('an item that begins with its ground', async () => {
    const words = 'Căn cứ khả năng ngân sách, tham mưu bố trí kinh phí';
    expect(await told(`1. Văn phòng:\n- ${words}.`)).toEqual([['Văn phòng', words]]);
  });

  test('a report with a matter of its own is no ending of the task before', async () => {
    const found = await told(
      '1. Văn phòng sửa mái kho lưu trữ. Báo cáo kết quả kiểm định thang máy trước 20/3/2024.',
    );
    expect(found).toHaveLength(2);
  });

  test('what others say in a discussion is none', async () => {
    expect(
      await told(
        '1. Ý kiến thảo luận\n- Phòng Hành chính đề nghị Văn phòng bố trí xe.\n2. Kết luận\n- Văn phòng bố trí xe.',
      ),
    ).toEqual([['Văn phòng', 'Văn phòng bố trí xe']]);
  });
});

test('under the heading of a unit a verb not known to the reader is work, a judgement is none', async () => {
  expect(
    await told(
      '1. Văn phòng:\n- Phúc tra hồ sơ lưu trữ.\n- Tiến độ số hóa còn chậm.\n- Cuộc họp kết thúc lúc 16 giờ.',
    ),
  ).toEqual([['Văn phòng', 'Phúc tra hồ sơ lưu trữ']]);
});

test('the one who speaks before a list is not charged with it', async () => {
  expect(
    await told(
      'Chủ tịch UBND tỉnh yêu cầu:\n1. Văn phòng lập danh sách.\n2. Rà soát kho. Phòng nào chậm phải báo cáo.',
    ),
  ).not.toContainEqual(['Chủ tịch UBND tỉnh', 'Rà soát kho']);
});

describe('the press', () => {
  const page = (body: string) =>
    told(
      body,
      'Giám đốc Sở kiểm tra khu công nghệ cao\n\nSáng 5/3, đoàn công tác kiểm tra khu công nghệ cao Hà Lâm và làm việc với chủ đầu tư về tiến độ san nền.\n\n',
    );

  test.each(['Kiểm tra hiện trường, ông Quang', 'Về quý II, đồng chí'])('%s yêu cầu …', async (speaker) => {
    expect(
      (
        await page(`${speaker} yêu cầu Sở Xây dựng rà soát quy hoạch.\n\nNgười dân ủng hộ chủ trương này.`)
      ).map(([lead]) => lead),
    ).toEqual(['Sở Xây dựng']);
  });

  test('sentences behind «được giao nhiệm vụ cụ thể» say the tasks', async () => {
    const found = await page(
      'Chủ tịch UBND tỉnh yêu cầu Sở Xây dựng rà soát quy hoạch.\n\nCác đơn vị được giao nhiệm vụ cụ thể. Sở Tài chính bố trí vốn.\n\nNgười dân ủng hộ.',
    );
    expect(found.map(([lead]) => lead)).toEqual(['Sở Xây dựng', 'Sở Tài chính']);
  });

  test('a paper that shows something, and a person who promises, give none', async () => {
    expect(
      await page(
        'Báo cáo của Sở Xây dựng cho thấy 2 dự án chậm.\n\nNgười dân ủng hộ chủ trương này.\n\nĐường mới rộng 8 m.',
      ),
    ).toEqual([]);
  });
});

test('a task table without a title, and one right under its announcement', async () => {
  const subject = 'Phân công chuẩn bị ngày hội khoa học';
  const reading = await readText(
    `SỞ KHOA HỌC VÀ CÔNG NGHỆ\nSố: 12/TB-SKHCN\n\nTHÔNG BÁO\n${subject}\nGiám đốc Sở phân công như sau:\n1. Văn phòng lập danh sách khách.\n`,
  );
  expect(reading.document.subject).toBe(subject);
});
