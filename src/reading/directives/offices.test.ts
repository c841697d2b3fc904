import { describe, expect, test } from 'vitest';
import { read } from '../read.ts';

/** Every paper in this file is invented. */
const head =
  'UBND HUYỆN HÀ LÂM\nSố: 41/TB-UBND\nHà Lâm, ngày 06 tháng 3 năm 2024\n\nTHÔNG BÁO\nKết luận giao ban tháng 3\n\nChủ tịch UBND huyện kết luận như sau:\n';
const readText = (text: string) => read(new TextEncoder().encode(text));
const told = async (body: string, top = head) =>
  (await readText(`${top}${body}\n`)).directives.map((d) => [d.lead?.name, d.text.replace(/[.;]$/, '')]);
const page = (body: string) =>
  told(
    body,
    'Huyện Hà Lâm bàn việc giữ rừng\n\nSáng 5/3, huyện Hà Lâm họp bàn việc giữ rừng trong mùa khô với các xã có rừng.\n\nCuộc họp có đại diện nhiều cơ quan.\n\n',
  );

describe('whom an order binds', () => {
  test.each([
    ['Giao Vụ Kế hoạch - Đầu tư rà soát vốn', 'Vụ Kế hoạch - Đầu tư'],
    [
      'Giao Ban Quản lý dự án đầu tư xây dựng các công trình giao thông lập hồ sơ',
      'Ban Quản lý dự án đầu tư xây dựng các công trình giao thông',
    ],
    ['UBND các xã chỉ đạo các thôn rà soát hộ nghèo', 'UBND các xã'],
    ['Thủ trưởng các phòng chỉ đạo bộ phận văn thư số hóa hồ sơ', 'Thủ trưởng các phòng'],
    ['Chủ tịch UBND huyện chỉ đạo Phòng Nội vụ rà soát biên chế', 'Phòng Nội vụ'],
    ['Các xã được chọn làm điểm phối hợp với Phòng Nội vụ lập danh sách', 'Các xã được chọn làm điểm'],
    ['Các đơn vị được giao vốn phải giải ngân hết kế hoạch', 'Các đơn vị được giao vốn'],
    [
      'Trên cơ sở đề xuất của các đơn vị, địa phương, Phòng Tài chính tham mưu phân bổ vốn',
      'Phòng Tài chính',
    ],
  ])('%s', async (text, lead) => {
    expect((await told(`1. ${text}.`)).map(([name]) => name)).toEqual([lead]);
  });

  test('a place where work was given earlier gives none', async () => {
    expect(await page('Việc này do Thường trực Huyện ủy giao UBND huyện chủ trì thực hiện.')).toEqual([]);
  });

  test('the leader who concludes is not charged', async () => {
    const body =
      'Sau khi nghe ý kiến các phòng, đơn vị, đồng chí Chủ tịch kết luận:\n1. Bảo tàng huyện: Trưng bày hiện vật mới.';
    expect(await told(body)).toEqual([['Bảo tàng huyện', 'Trưng bày hiện vật mới']]);
  });

  test('staff sent out is still the work of the one in the heading', async () => {
    expect(
      await told(
        '1. Văn phòng là đơn vị đầu mối:\n- Phân công cán bộ trực hồ sơ.\n2. Các phòng, đơn vị còn lại: Cử 05 người dự lễ.',
      ),
    ).toEqual([
      ['Văn phòng', 'Phân công cán bộ trực hồ sơ'],
      ['Các phòng, đơn vị còn lại', 'Cử 05 người dự lễ'],
    ]);
  });

  test('the label in a bracket names the lead', async () => {
    expect(
      await told('1. Giao thông\n- Cứng hóa đường thôn (xong trước 30/9; phụ trách: Công chức Địa chính).'),
    ).toEqual([
      ['Công chức Địa chính', 'Cứng hóa đường thôn (xong trước 30/9; phụ trách: Công chức Địa chính)'],
    ]);
  });
});

describe('names that hold words of work', () => {
  test.each([
    'Tổ Bảo vệ',
    'Chi cục Đê điều',
    'Cục Thú y',
    'Cục An toàn thông tin',
    'Cục Quản lý khám, chữa bệnh',
    'Cục Xuất bản, In và Phát hành',
    'Vụ Đào tạo, bồi dưỡng cán bộ',
    'Văn phòng Đăng ký đất đai',
    'Phòng Phổ biến, giáo dục pháp luật',
    'Phòng Quản trị - Thiết bị',
    'Phòng Công tác học sinh, sinh viên',
    'Đội Quản lý trật tự xây dựng đô thị',
    'Công ty Cổ phần Cấp nước Hà Lâm',
    'Trung tâm Công nghệ thông tin và Truyền thông',
    'Trung tâm Giống cây trồng, vật nuôi',
    'Các sở giáo dục và đào tạo',
    'Thường trực Hội đồng nhân dân huyện',
  ])('%s', async (name) => {
    expect(await told(`1. ${name}\n- Rà soát trụ sở.\n\n2. Giao ${name} cung cấp số liệu.`)).toEqual([
      [name, 'Rà soát trụ sở'],
      [name, `Giao ${name} cung cấp số liệu`],
    ]);
  });
});

describe('clauses', () => {
  test('to finish something is work of its own, to finish by a day is not', async () => {
    expect(
      (
        await told(
          '1. Văn phòng: Rà soát kho lưu trữ; hoàn thành số hóa hồ sơ trong tháng 5; lập danh mục; hoàn thành trước ngày 20/5/2024.',
        )
      ).map(([, text]) => text),
    ).toEqual([
      'Rà soát kho lưu trữ',
      'hoàn thành số hóa hồ sơ trong tháng 5',
      'lập danh mục; hoàn thành trước ngày 20/5/2024',
    ]);
  });

  test('a day without a year behind «hằng năm» comes each year', async () => {
    const { directives } = await readText(
      `${head}1. Văn phòng: Hằng năm, tổng hợp báo cáo trước ngày 15 tháng 12.\n`,
    );
    expect(directives[0]?.deadline).toMatchObject({ kind: 'recurring', every: ['year'] });
  });

  test.each([
    'kiên quyết thu hồi nợ',
    'vệ sinh chuồng trại',
    'từ chối các khoản chi sai',
    'tự kiểm tra sổ sách',
    'kiên quyết không cho xe qua ngầm',
  ])('…; %s', async (clause) => {
    expect((await told(`1. Văn phòng: Rà soát kho lưu trữ; ${clause}.`)).map(([, text]) => text)).toEqual([
      'Rà soát kho lưu trữ',
      clause,
    ]);
  });

  test('things listed behind a colon are one instruction', async () => {
    const text =
      'Văn phòng chuẩn bị các dự thảo: Dự thảo Nghị quyết về thu ngân sách; Dự thảo Chỉ thị về tiết kiệm';
    expect(await told(`1. ${text}.`)).toEqual([['Văn phòng', text]]);
  });
});

describe('the press', () => {
  test('an order of the Prime Minister to a deputy is no proposal', async () => {
    const found = await page('Thủ tướng phân công Phó Thủ tướng Trần An trực tiếp chỉ đạo việc này.');
    expect(found.map(([lead]) => lead)).toEqual(['Phó Thủ tướng Trần An']);
  });

  test('what a leader answers goes on with no order', async () => {
    expect(
      (
        await page(
          'Bộ trưởng giao Vụ Tài chính rà soát vốn.\n\nĐối với kiến nghị của huyện về đường mới, Bộ trưởng cho biết sẽ xem xét sau.',
        )
      ).map(([lead]) => lead),
    ).toEqual(['Vụ Tài chính']);
  });

  test('orders stand below «có ý kiến như sau»', async () => {
    expect(
      (await page('UBND tỉnh có ý kiến như sau:\nGiao Sở Tài chính rà soát nguồn chi.')).map(
        ([lead]) => lead,
      ),
    ).toEqual(['Sở Tài chính']);
  });
});

describe('letters without numbers', () => {
  test('an opener behind other sentences charges the paragraphs below it', async () => {
    const letter =
      'SỞ Y TẾ HÀ LÂM\nSố: 68/SYT-NVY\nHà Lâm, ngày 02 tháng 5 năm 2024\n\nHỎA TỐC\n\nKính gửi: Trung tâm Y tế các huyện\n\nCó nơi còn ngộ độc. Sở Y tế đề nghị Trung tâm Y tế các huyện:\n\nKiểm tra các bếp ăn.\n\nĐề nghị Quý Đơn vị báo cáo trước ngày 05/6/2024.';
    expect(await told('', letter)).toEqual([
      ['Trung tâm Y tế các huyện', 'Kiểm tra các bếp ăn'],
      ['Trung tâm Y tế các huyện', 'Đề nghị Quý Đơn vị báo cáo trước ngày 05/6/2024'],
    ]);
  });

  test('what is said of many before their duty', async () => {
    expect(
      (await told('1. Đảng ủy các xã được kiểm tra xây dựng báo cáo theo đề cương.')).map(([lead]) => lead),
    ).toEqual(['Đảng ủy các xã được kiểm tra']);
  });

  test('marks of bold in a text file are looks', async () => {
    expect(await told('**1. Văn phòng:**\n- Rà soát **kho** lưu trữ.')).toEqual([
      ['Văn phòng', 'Rà soát kho lưu trữ'],
    ]);
  });

  test('a caption does not part an order from what goes on with it', async () => {
    const found = await page(
      'UBND tỉnh giao Sở Tài chính rà soát vốn.\n\nĐường mới ở xã An. Ảnh: Trần Bình\n\nĐồng thời lập phương án phân bổ.',
    );
    expect(found.map(([lead]) => lead)).toEqual(['Sở Tài chính', 'Sở Tài chính']);
  });
});

describe('behind the signature', () => {
  const foot = '\nNơi nhận:\n- Như trên.\n\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n';

  test('an annex with a task table is read', async () => {
    const annex =
      'PHỤ LỤC\nPhân công nhiệm vụ\n(Kèm theo Thông báo số 41/TB-UBND)\n\n| TT | Nội dung | Đơn vị chủ trì | Thời hạn |\n|---|---|---|---|\n| 1 | Rà soát quy hoạch xã | Phòng Kinh tế | 30/6/2024 |\n';
    expect(await told(`1. Văn phòng lập danh sách.${foot}${annex}`)).toEqual([
      ['Văn phòng', 'Văn phòng lập danh sách'],
      ['Phòng Kinh tế', 'Rà soát quy hoạch xã'],
    ]);
  });

  test('rules issued with a decision hand out no work', async () => {
    const annex =
      'QUY CHẾ\nQuản lý trụ sở\n(Ban hành kèm theo Quyết định số 5/QĐ-UBND)\n\nĐiều 1. Văn phòng quản lý trụ sở.\n';
    expect(await told(`1. Văn phòng lập danh sách.${foot}${annex}`)).toHaveLength(1);
  });
});

test('a scanned «l.» is the first of a numbered list', async () => {
  expect(await told('l. Văn phòng:\n- Rà soát kho.\n2. Phòng Nội vụ:\n- Lập danh sách.')).toEqual([
    ['Văn phòng', 'Rà soát kho'],
    ['Phòng Nội vụ', 'Lập danh sách'],
  ]);
});

test('the closing words to all heads of offices are none', async () => {
  expect(
    await told(
      '1. Văn phòng rà soát kho.\n\nNhận được Thông báo này, yêu cầu Trưởng các phòng, Chủ tịch UBND các xã tổ chức triển khai thực hiện nghiêm túc.',
    ),
  ).toEqual([['Văn phòng', 'Văn phòng rà soát kho']]);
});

describe('a unit before a colon without a mark', () => {
  test('charges its own line, not the one after', async () => {
    const found = await told(
      'Phòng Tham mưu: hoàn chỉnh kế hoạch hội thao; đăng ký thao trường.\nPhòng Hậu cần: sửa chữa 04 xe tải.\nĐội Vận tải theo chức năng, nhiệm vụ được giao: chở gạo lên trạm.',
    );
    expect(found.map(([name]) => name)).toEqual([
      'Phòng Tham mưu',
      'Phòng Tham mưu',
      'Phòng Hậu cần',
      'Đội Vận tải',
    ]);
  });
});

describe('subjects said in other ways', () => {
  test.each([
    ['Ban Chỉ huy huyện được giao là cơ quan thường trực tổ liên ngành', 'Ban Chỉ huy huyện'],
    ['Việc sửa nhà kho số 3 do Phòng Doanh trại đảm nhiệm, xong trong tháng 4', 'Phòng Doanh trại'],
    ['Các trường được chọn làm điểm thi rà soát phòng thi, tủ đựng đề', 'Các trường được chọn làm điểm thi'],
    ['Bên cạnh việc ôn tập, nhà trường tổ chức 02 đợt thi thử', 'nhà trường'],
    ['Đồng chí Chính ủy trực tiếp yêu cầu Đội Vận tải kiểm điểm việc để xe hỏng', 'Đội Vận tải'],
    [
      'Yêu cầu Giám đốc các bệnh viện; Trưởng các trạm y tế rà soát cơ số thuốc',
      'Giám đốc các bệnh viện; Trưởng các trạm y tế',
    ],
    ['Yêu cầu các đơn vị nêu trên kiểm điểm trách nhiệm cá nhân', 'các đơn vị nêu trên'],
    [
      'Giao Phòng Nông nghiệp (Thường trực Ban Chỉ huy phòng, chống thiên tai và tìm kiếm cứu nạn của huyện Hà Lâm) kiểm tra đê bối',
      'Phòng Nông nghiệp (Thường trực Ban Chỉ huy phòng, chống thiên tai và tìm kiếm cứu nạn của huyện Hà Lâm)',
    ],
  ])('%s', async (text, lead) => {
    expect((await told(`1. ${text}.`)).map(([name]) => name)).toEqual([lead]);
  });

  test('people of the one charged are no lead of their own', async () => {
    expect(await told('1. Giám đốc Trung tâm: phân công rõ trạm tuyến cuối, lập đường dây nóng.')).toEqual([
      ['Giám đốc Trung tâm', 'phân công rõ trạm tuyến cuối, lập đường dây nóng'],
    ]);
  });
});

describe('orders in the press', () => {
  test.each([
    ['Theo đó, UBND xã Thạch Bình được giao báo cáo việc mất rừng.', 'UBND xã Thạch Bình'],
    ['Trên các tuyến đường, công an xã được yêu cầu lập chốt gác rừng.', 'công an xã'],
    ['Công điện khẩn cũng yêu cầu công an các xã tuần tra ban đêm.', 'công an các xã'],
    [
      'UBND huyện yêu cầu chậm nhất là hết tháng 4, 12 cơ sở cưa xẻ phải di dời khỏi bìa rừng.',
      '12 cơ sở cưa xẻ',
    ],
    [
      'Lãnh đạo huyện cũng yêu cầu các sở: Công Thương, Xây dựng làm rõ nguồn gỗ.',
      'các sở: Công Thương, Xây dựng',
    ],
    ['Giao Phòng Nông nghiệp chịu trách nhiệm thẩm định hồ sơ trồng rừng.', 'Phòng Nông nghiệp'],
    ['Theo đó, với các bãi gỗ trái phép, giao Hạt Kiểm lâm lập biên bản từng bãi.', 'Hạt Kiểm lâm'],
    ['Thiếu tướng Trần Lâm, Phó Tư lệnh Quân khu yêu cầu các đơn vị chuẩn bị thao trường.', 'các đơn vị'],
  ])('%s', async (text, lead) => {
    expect((await page(text)).map(([name]) => name)).toEqual([lead]);
  });

  test.each([
    'Nếu để mất rừng thì Chủ tịch UBND các xã phải chịu trách nhiệm trước Chủ tịch UBND huyện.',
    'Chủ tịch UBND huyện mong muốn các xã tiếp tục phát huy tinh thần đoàn kết.',
    'UBND huyện quy trách nhiệm cụ thể đối với lãnh đạo phòng Nông nghiệp và các xã.',
  ])('tells, orders nothing: %s', async (text) => {
    expect(await page(`Chủ tịch UBND huyện yêu cầu Hạt Kiểm lâm mở đợt tuần tra.\n\n${text}`)).toHaveLength(
      1,
    );
  });

  test('a lead paragraph is read where the body does not tell it again', async () => {
    const found = await told(
      'Các xã cần lập ngay tổ trực.\n\nUBND huyện cũng giao Phòng Tài chính bố trí kinh phí.',
      'Tiếp tục chống rét cho trâu bò\n\nUBND huyện đã yêu cầu Phòng Nông nghiệp dự trữ rơm cho trâu bò.\n\n',
    );
    expect(found.map(([name]) => name)).toEqual(['Phòng Nông nghiệp', 'Các xã', 'Phòng Tài chính']);
  });
});

test('in the press a leader who stresses something is not charged with what follows', async () => {
  expect(
    await page(
      'Bí thư Huyện ủy Trần Lâm nhấn mạnh: “Giữ rừng là giữ nước”.\n\nBí thư Huyện ủy đánh giá, xã Thạch Bình đi đầu trong trồng rừng, áp dụng tiến bộ khoa học.',
    ),
  ).toEqual([]);
});
