/**
 * A dozen documents of the invented department, as such offices write them: conclusion notices, letters, a plan
 * with a task table, a directive of the province, a press report. Written for the demo and the tests.
 */
export interface ExampleDocument {
  /** File name without extension. */
  name: string;
  /** How it reaches the office. */
  as: 'txt' | 'docx' | 'pdf' | 'scan' | 'photo' | 'rtf-tcvn3' | 'xlsx' | 'html';
  /** Paragraphs, and blocks that stand side by side; a paragraph that begins with `# ` is a bold heading. */
  paragraphs: (string | SideBySide)[];
  /** Task table after the paragraphs: header row first. */
  table?: string[][];
}

/** Two columns of short lines: issuer and motto at the top, recipients and signature at the end (NĐ 30/2020 Phụ lục I). */
export interface SideBySide {
  left: string[];
  right: string[];
}

/** Dates of the documents, so that the register looks alive on any day. */
interface Days {
  /** dd/mm/yyyy of a day so many days from today. */
  slash(offset: number): string;
  /** «ngày 03 tháng 10 năm 2026» of that day. */
  words(offset: number): string;
  year: number;
  /** mm/yyyy of that day. */
  month(offset: number): string;
}

function daysFrom(today: Temporal.PlainDate): Days {
  const two = (number: number) => String(number).padStart(2, '0');
  const at = (offset: number) => today.add({ days: offset });
  return {
    slash: (offset) => `${two(at(offset).day)}/${two(at(offset).month)}/${at(offset).year}`,
    words: (offset) => `ngày ${two(at(offset).day)} tháng ${two(at(offset).month)} năm ${at(offset).year}`,
    month: (offset) => `${two(at(offset).month)}/${at(offset).year}`,
    year: today.year,
  };
}

const head = (issuer: string[], number: string, place: string): SideBySide[] => [
  {
    left: [...issuer, `Số: ${number}`],
    right: ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', place],
  },
];

const department = ['UBND TỈNH MINH SƠN', 'SỞ KHOA HỌC VÀ CÔNG NGHỆ'];
const province = ['ỦY BAN NHÂN DÂN', 'TỈNH MINH SƠN'];
const closing = (signer: string[]): SideBySide[] => [
  { left: ['Nơi nhận:', '- Như trên;', '- Lưu: VT, VP.'], right: signer },
];

/** The dozen documents, dated around `today`; the same for the same day. */
export function exampleDocuments(today: Temporal.PlainDate): ExampleDocument[] {
  const day = daysFrom(today);
  return [
    {
      name: 'TB 112 ket luan so ket 9 thang',
      as: 'docx',
      paragraphs: [
        ...head(department, '112/TB-SKHCN', `Minh Sơn, ${day.words(-40)}`),
        '# THÔNG BÁO',
        `# Kết luận của Giám đốc Sở tại Hội nghị sơ kết công tác 9 tháng đầu năm ${day.year}`,
        `Ngày ${day.slash(-43)}, Giám đốc Sở đã chủ trì Hội nghị sơ kết công tác 9 tháng đầu năm. Sau khi nghe báo cáo và ý kiến của các đơn vị, Giám đốc Sở kết luận như sau:`,
        `# 1. Đánh giá chung`,
        'Toàn Sở đang quản lý 41 nhiệm vụ, trong đó 29 nhiệm vụ chuyển tiếp và 12 nhiệm vụ mới. Các đơn vị đã có nhiều cố gắng; tuy nhiên việc giải ngân còn thấp so với kế hoạch.',
        '# 2. Nhiệm vụ trọng tâm 3 tháng cuối năm',
        '# 2.1. Văn phòng Sở:',
        `- Tham mưu ban hành Kế hoạch chuyển đổi số của Sở năm ${day.year + 1} (hoàn thành trước ngày ${day.slash(10)}).`,
        `- Tổng hợp số liệu giải ngân hằng tuần, báo cáo Giám đốc vào thứ Sáu; rà soát, bổ sung hồ sơ tự chấm điểm cải cách hành chính (xong trước ${day.slash(3)}).`,
        '# 2.2. Phòng Quản lý khoa học:',
        `- Tổ chức thẩm định kinh phí 04 nhiệm vụ còn lại, chậm nhất ngày ${day.slash(14)}.`,
        '- Quyết toán, thanh lý hợp đồng các đề tài, dự án đã kết thúc trong thời hạn không quá 07 ngày làm việc kể từ khi nhận đủ hồ sơ hợp lệ.',
        `- Chủ trì, phối hợp với Phòng Kế hoạch - Tài chính lập danh mục 285 nhiệm vụ đã kết thúc chưa xử lý tài sản, trình Giám đốc Sở trong tháng ${day.month(20)}.`,
        '# 2.3. Thanh tra Sở:',
        '- Tổ chức 02 cuộc kiểm tra việc chấp hành pháp luật về đo lường. Dừng 01 cuộc kiểm tra hành chính đã có trong kế hoạch.',
        '# 2.4. Chi cục TCĐLCL:',
        '- Thường xuyên theo dõi chất lượng hàng đóng gói sẵn trên địa bàn.',
        'Trên đây là kết luận của Giám đốc Sở; các đơn vị nghiêm túc thực hiện./.',
        ...closing(['TL. GIÁM ĐỐC', 'CHÁNH VĂN PHÒNG', 'Lê Thanh Quỳnh']),
      ],
    },
    {
      name: 'TB 118 giao ban thang',
      as: 'scan',
      paragraphs: [
        ...head(department, '118/TB-SKHCN', `Minh Sơn, ${day.words(-18)}`),
        '# THÔNG BÁO',
        '# Kết luận của Giám đốc Sở tại cuộc họp giao ban tháng',
        'Tại cuộc họp giao ban, Giám đốc Sở giao các đơn vị thực hiện những nhiệm vụ sau:',
        '# 1. Phòng Chuyển đổi số:',
        `- Hoàn thành kết nối hệ thống quản lý nhiệm vụ với trục liên thông của tỉnh trước ngày ${day.slash(7)}.`,
        '- Xây dựng tài liệu hướng dẫn sử dụng cho các phòng, đơn vị.',
        '# 2. Trung tâm Thông tin và Ứng dụng KHCN:',
        `- Tổ chức hội thảo giới thiệu 03 mô hình ứng dụng tiến bộ kỹ thuật, hoàn thành trong tháng ${day.month(25)}.`,
        '# 3. Phòng Kế hoạch - Tài chính:',
        `- Báo cáo tiến độ giải ngân trước ngày 25 hằng tháng.`,
        `- Phối hợp với Phòng Quản lý khoa học hoàn thiện dự toán năm ${day.year + 1}, trình Giám đốc Sở trước ngày ${day.slash(12)}.`,
        'Văn phòng Sở thông báo để các đơn vị biết, thực hiện./.',
        ...closing(['TL. GIÁM ĐỐC', 'CHÁNH VĂN PHÒNG', 'Lê Thanh Quỳnh']),
      ],
    },
    {
      name: 'CV 2041 UBND tinh don doc',
      as: 'docx',
      paragraphs: [
        ...head(province, '2041/UBND-KGVX', `Minh Sơn, ${day.words(-9)}`),
        'V/v đẩy nhanh tiến độ thực hiện nhiệm vụ khoa học và công nghệ',
        'Kính gửi: Sở Khoa học và Công nghệ.',
        `Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 và Kế hoạch số 87/KH-UBND ngày ${day.slash(-200)} của UBND tỉnh, Chủ tịch UBND tỉnh yêu cầu Sở Khoa học và Công nghệ:`,
        `1. Rà soát toàn bộ các nhiệm vụ chậm tiến độ, đề xuất phương án xử lý, báo cáo UBND tỉnh trước ngày ${day.slash(6)}.`,
        `2. Chủ trì, phối hợp với Sở Tài chính tham mưu phân bổ kinh phí sự nghiệp khoa học năm ${day.year + 1}, trình UBND tỉnh trong quý IV/${day.year}.`,
        '3. Định kỳ hằng quý báo cáo kết quả thực hiện Kế hoạch về UBND tỉnh.',
        'Yêu cầu đơn vị khẩn trương triển khai thực hiện./.',
        ...closing(['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Hoàng Thị Ngân']),
      ],
    },
    {
      name: 'KH 15 cong tac quy I',
      as: 'xlsx',
      paragraphs: [`KẾ HOẠCH CÔNG TÁC QUÝ I NĂM ${day.year + 1}`],
      table: [
        ['TT', 'Nội dung công việc', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Sản phẩm', 'Thời hạn'],
        [
          '1',
          'Xây dựng danh mục nhiệm vụ đặt hàng',
          'Phòng Quản lý khoa học',
          'Phòng Kế hoạch - Tài chính',
          'Quyết định phê duyệt',
          `20/01/${day.year + 1}`,
        ],
        [
          '2',
          'Tổng hợp nhu cầu đào tạo chuyên gia đánh giá',
          'Văn phòng Sở',
          '',
          'Báo cáo',
          `Tháng 02/${day.year + 1}`,
        ],
        [
          '3',
          'Kiểm định phương tiện đo nhóm 2 tại các chợ',
          'Chi cục TCĐLCL',
          'Thanh tra Sở',
          'Biên bản kiểm định',
          `Quý I/${day.year + 1}`,
        ],
        [
          '4',
          'Vận hành trang tin khoa học và công nghệ',
          'Trung tâm Thông tin',
          'Phòng Chuyển đổi số',
          'Chuyên mục',
          'Thường xuyên',
        ],
      ],
    },
    {
      name: 'CT 06 tang cuong ky luat',
      as: 'docx',
      paragraphs: [
        ...head(province, '06/CT-UBND', `Minh Sơn, ${day.words(-60)}`),
        '# CHỈ THỊ',
        '# Về việc tăng cường kỷ luật trong thực hiện nhiệm vụ khoa học và công nghệ',
        'Để khắc phục tình trạng chậm tiến độ, Chủ tịch UBND tỉnh chỉ thị:',
        '1. Sở Khoa học và Công nghệ:',
        'a) Công khai danh sách các nhiệm vụ quá hạn nghiệm thu trên cổng thông tin điện tử trước ngày 05 hằng tháng;',
        `b) Xây dựng quy chế phối hợp xử lý tài sản hình thành từ nhiệm vụ, trình UBND tỉnh ban hành trước ngày ${day.slash(30)}.`,
        '2. Sở Tài chính hướng dẫn quyết toán đối với các nhiệm vụ dừng thực hiện; thời hạn trả lời không quá 10 ngày làm việc kể từ khi nhận được văn bản.',
        `3. UBND các xã, phường rà soát nhu cầu ứng dụng tiến bộ kỹ thuật, gửi Sở Khoa học và Công nghệ trước ngày ${day.slash(21)}.`,
        '4. Giao Sở Khoa học và Công nghệ theo dõi, đôn đốc việc thực hiện Chỉ thị này.',
        ...closing(['CHỦ TỊCH', 'Trần Quang Vinh']),
      ],
    },
    {
      name: 'TB 121 ket luan kiem tra',
      as: 'photo',
      paragraphs: [
        ...head(department, '121/TB-SKHCN', `Minh Sơn, ${day.words(-6)}`),
        '# THÔNG BÁO',
        '# Kết luận kiểm tra tình hình thực hiện dự án sản xuất thử nghiệm',
        'Sau khi kiểm tra thực địa, Giám đốc Sở có ý kiến như sau:',
        `1. Phòng Quản lý khoa học yêu cầu tổ chức chủ trì bổ sung báo cáo định kỳ, hoàn thành trước ngày ${day.slash(9)}.`,
        `2. Phòng Kế hoạch - Tài chính đối chiếu số liệu tạm ứng, báo cáo Giám đốc Sở chậm nhất ngày ${day.slash(15)}.`,
        '3. Thanh tra Sở xem xét trách nhiệm của cá nhân có liên quan.',
        ...closing(['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', 'Trần Thu Dũng']),
      ],
    },
    {
      name: 'QD 233 giao chi tieu',
      as: 'pdf',
      paragraphs: [
        ...head(province, '233/QĐ-UBND', `Minh Sơn, ${day.words(-120)}`),
        '# QUYẾT ĐỊNH',
        `# Về việc giao chỉ tiêu phát triển khoa học và công nghệ năm ${day.year}`,
        '# Điều 1.',
        'Giao Sở Khoa học và Công nghệ chủ trì thực hiện các chỉ tiêu sau:',
        'a) Công nhận kết quả ít nhất 15 nhiệm vụ cấp tỉnh;',
        'b) Hỗ trợ 20 doanh nghiệp áp dụng hệ thống quản lý chất lượng;',
        '# Điều 2.',
        `Sở Khoa học và Công nghệ báo cáo kết quả thực hiện về UBND tỉnh trước ngày 15/12/${day.year}.`,
        ...closing(['CHỦ TỊCH', 'Trần Quang Vinh']),
      ],
    },
    {
      name: 'TB 98 hop xu ly tai san',
      as: 'rtf-tcvn3',
      paragraphs: [
        ...head(department, '98/TB-SKHCN', `Minh Sơn, ${day.words(-75)}`),
        'Thông báo',
        'Kết luận cuộc họp về xử lý tài sản của các nhiệm vụ đã kết thúc',
        '1. Phòng Kế hoạch - Tài chính lập bảng kê giá trị còn lại của tài sản, hoàn thành trong tháng sau.',
        `2. Văn phòng Sở tổ chức bàn giao tài sản thuộc 03 dự án trước ngày ${day.slash(-20)}.`,
        'Giám đốc Sở giao Văn phòng theo dõi việc thực hiện.',
      ],
    },
    {
      name: 'CV 77 Vien nghien cuu gui ho so',
      as: 'txt',
      paragraphs: [
        'VIỆN NGHIÊN CỨU NÔNG LÂM NGHIỆP MINH SƠN',
        'Số: 77/VNL-KH',
        `Minh Sơn, ${day.words(-4)}`,
        'V/v đề nghị gia hạn thời gian thực hiện đề tài',
        'Kính gửi: Sở Khoa học và Công nghệ tỉnh Minh Sơn',
        `Do mưa lũ kéo dài, Viện đề nghị Sở xem xét cho gia hạn đề tài trồng thử cây dược liệu thêm 06 tháng và có ý kiến trả lời trước ngày ${day.slash(11)}.`,
        'VIỆN TRƯỞNG',
      ],
    },
    {
      name: 'Bai dang cong thong tin tinh',
      as: 'html',
      paragraphs: [
        '# Chủ tịch UBND tỉnh làm việc với Sở Khoa học và Công nghệ',
        `Ngày ${day.slash(-13)}, Chủ tịch UBND tỉnh Trần Quang Vinh đã làm việc với Sở Khoa học và Công nghệ về kết quả 10 tháng. Toàn tỉnh có 86,4% nhiệm vụ đúng hạn.`,
        `Phát biểu kết luận, Chủ tịch UBND tỉnh yêu cầu Sở Khoa học và Công nghệ hoàn thành đề án trung tâm đổi mới sáng tạo trước ngày ${day.slash(28)}; đề nghị Sở Tài chính bố trí đủ vốn đối ứng trong tháng ${day.month(28)}.`,
        'Buổi làm việc diễn ra trong không khí cởi mở, thẳng thắn.',
      ],
    },
    {
      name: 'TB 124 chuan bi hoi nghi tong ket',
      as: 'docx',
      paragraphs: [
        ...head(department, '124/TB-SKHCN', `Minh Sơn, ${day.words(-2)}`),
        '# THÔNG BÁO',
        `# Phân công chuẩn bị Hội nghị tổng kết công tác năm ${day.year}`,
        'Giám đốc Sở phân công các đơn vị như sau:',
      ],
      table: [
        ['Số TT', 'Nhiệm vụ', 'Chủ trì', 'Phối hợp', 'Thời gian hoàn thành'],
        [
          '1',
          `Dự thảo báo cáo tổng kết công tác năm ${day.year}`,
          'Văn phòng Sở',
          'Các phòng, đơn vị',
          day.slash(12),
        ],
        [
          '2',
          'Chuẩn bị phụ lục danh mục nhiệm vụ và số liệu giải ngân',
          'Phòng Kế hoạch - Tài chính',
          'Phòng QLKH',
          day.slash(10),
        ],
        [
          '3',
          'Xây dựng phóng sự về kết quả hoạt động',
          'Trung tâm Thông tin và Ứng dụng KHCN',
          '',
          day.slash(16),
        ],
        [
          '4',
          'Rà soát thành tích, đề xuất khen thưởng',
          'Văn phòng Sở',
          'Thanh tra Sở',
          `trước ngày ${day.slash(8)}`,
        ],
      ],
    },
    {
      name: 'TB 125 y kien giam doc ve doi moi sang tao',
      as: 'scan',
      paragraphs: [
        ...head(department, '125/TB-SKHCN', `Minh Sơn, ${day.words(-1)}`),
        '# THÔNG BÁO',
        '# Ý kiến của Giám đốc Sở về hoạt động đổi mới sáng tạo',
        'Giám đốc Sở yêu cầu:',
        `1. Phòng Công nghệ và Đổi mới sáng tạo chủ trì, phối hợp với Phòng Chuyển đổi số xây dựng cơ sở dữ liệu chuyên gia, hoàn thành trước ngày ${day.slash(35)}.`,
        '2. Trung tâm Thông tin đăng tải danh sách các tổ chức trung gian trên trang tin của Sở trong 05 ngày làm việc kể từ ngày nhận được danh sách.',
        '3. Các phòng, đơn vị cử 01 công chức làm đầu mối, gửi danh sách về Văn phòng Sở.',
        ...closing(['TL. GIÁM ĐỐC', 'CHÁNH VĂN PHÒNG', 'Lê Thanh Quỳnh']),
      ],
    },
  ];
}
