/**
 * Invented work of 34 departments of science and technology: the same number always gives the same task, so that
 * other systems can be loaded with the very same rows. Skewed to the first agencies, as work is.
 */
const provinces = [
  'Hà Nội, Huế, Lai Châu, Điện Biên, Sơn La, Lạng Sơn, Quảng Ninh, Thanh Hóa, Nghệ An, Hà Tĩnh, Cao Bằng, Tuyên Quang',
  'Lào Cai, Thái Nguyên, Phú Thọ, Bắc Ninh, Hưng Yên, Hải Phòng, Ninh Bình, Quảng Trị, Đà Nẵng, Quảng Ngãi, Gia Lai',
  'Khánh Hòa, Lâm Đồng, Đắk Lắk, Thành phố Hồ Chí Minh, Đồng Nai, Tây Ninh, Cần Thơ, Vĩnh Long, Đồng Tháp, Cà Mau, An Giang',
].flatMap((line) => line.split(', '));
export const agencyNames = provinces.map((name) => `Sở Khoa học và Công nghệ ${name}`);

export const unitNames = [
  'Văn phòng Sở',
  'Thanh tra Sở',
  'Phòng Kế hoạch - Tài chính',
  'Phòng Quản lý Khoa học',
  'Phòng Quản lý Công nghệ và Đổi mới sáng tạo',
  'Phòng Sở hữu trí tuệ',
  'Phòng Chuyển đổi số',
  'Phòng Bưu chính - Viễn thông',
  'Chi cục Tiêu chuẩn Đo lường Chất lượng',
  'Trung tâm Ứng dụng tiến bộ KH&CN',
  'Trung tâm Thông tin và Thống kê KH&CN',
  'Quỹ Phát triển Khoa học và Công nghệ',
];

const list = (text: string) => text.split(', ');
const verbs = list(
  'Tổ chức nghiệm thu, Thẩm định hồ sơ, Xây dựng kế hoạch, Báo cáo kết quả, Rà soát tiến độ, Tham mưu ban hành, Triển khai thực hiện, Kiểm tra giữa kỳ, Phê duyệt kinh phí, Đôn đốc hoàn thành, Tổng hợp ý kiến, Chuẩn bị hội đồng, Công bố danh mục, Ký hợp đồng, Thanh lý hợp đồng, Quyết toán kinh phí, Đánh giá hiệu quả, Cập nhật cơ sở dữ liệu, Hướng dẫn đơn vị, Xử lý kiến nghị, Đề xuất đặt hàng, Giám sát thực hiện, Chuyển giao kết quả, Tập huấn nghiệp vụ',
);
const objects = list(
  'đề tài, dự án sản xuất thử nghiệm, nhiệm vụ khoa học cấp tỉnh, chương trình chuyển đổi số, đề án đổi mới sáng tạo, nhiệm vụ cấp cơ sở, dự án khởi nghiệp, nhiệm vụ quỹ gen, hồ sơ sở hữu trí tuệ, quy chuẩn kỹ thuật địa phương, hệ thống truy xuất nguồn gốc, phòng thí nghiệm trọng điểm, sàn giao dịch công nghệ, chỉ số đổi mới cấp địa phương, cơ sở dữ liệu nhiệm vụ, hạ tầng dữ liệu dùng chung',
);
const topics = list(
  'giống lúa chịu mặn, nuôi tôm công nghệ cao, vật liệu nano, trí tuệ nhân tạo trong y tế, năng lượng tái tạo, xử lý nước thải làng nghề, bảo tồn dược liệu, cảnh báo sạt lở đất, nông nghiệp hữu cơ, chế biến cà phê, logistics cảng biển, du lịch thông minh, đô thị thông minh, an toàn bức xạ, công nghệ vi sinh, bảo quản sau thu hoạch, vi mạch bán dẫn, chăn nuôi tuần hoàn, giao thông thông minh, di sản văn hóa số, phòng chống thiên tai, vắc xin thú y, thủy sản nước lợ, cơ khí chính xác, tiết kiệm năng lượng, kinh tế tuần hoàn, dữ liệu mở, chữ ký số',
);
const filling =
  'căn cứ chỉ đạo của lãnh đạo về việc thực hiện nhiệm vụ được giao đơn vị chủ trì phối hợp với các phòng chuyên môn rà soát nội dung tiến độ kinh phí sản phẩm báo cáo định kỳ theo quý hội đồng khoa học đánh giá kết quả thuyết minh hợp đồng chủ nhiệm tổ chức chủ trì hồ sơ quyết toán giải ngân ngân sách địa phương trung ương đúng thời hạn bảo đảm chất lượng ứng dụng chuyển giao công nghệ doanh nghiệp hợp tác xã người dân'.split(
    ' ',
  );
const products = list(
  'Báo cáo, Quyết định, Kế hoạch, Tờ trình, Quy trình, Phần mềm, Bài báo, Mô hình, Giống mới, Biên bản',
);

/** Statuses as other systems keep them, with how many of a hundred stand in each. */
const statuses = [
  ['moi', 8],
  ['dang_thuc_hien', 24],
  ['cho_phe_duyet', 10],
  ['hoan_thanh', 50],
  ['tam_dung', 5],
  ['huy', 3],
] as const;
export type Status = (typeof statuses)[number][0];

export interface Task {
  number: number;
  /** From 0, into `agencyNames`. */
  agency: number;
  /** From 0, into `unitNames`. */
  unit: number;
  title: string;
  description: string;
  status: Status;
  product: string;
  /** ISO. */
  start: string;
  due: string;
  completed: string | null;
  progress: number;
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const dayLength = 86_400_000;
const isoDay = (at: number) => new Date(at).toISOString().slice(0, 10);
/** The day the invented rows were drawn for; what is returned is moved as far as `today` is from it. */
const drawnFor = Date.parse('2025-07-01');

function statusOf(random: () => number): Status {
  let left = random() * 100;
  for (const [status, share] of statuses) {
    left -= share;
    if (left < 0) return status;
  }
  return 'moi';
}

function describe(random: () => number, pick: (from: readonly string[]) => string): string {
  let text = pick(filling);
  while (text.length < 300) text += ` ${pick(filling)}`;
  const cut = (words: string) => words.slice(0, 299).trim().padEnd(300, '.');
  text = cut(text);
  return random() < 0.02 ? cut(`Đề nghị nghiệm thu cấp cơ sở trước hạn. ${text}`) : text;
}

/**
 * The task of a number, from 0, as it stands on `today` (ISO).
 * @param agency puts it into this agency instead of the one its number gives
 */
export function makeTask(number: number, today: string, agency?: number): Task {
  const random = chance(20_250_101 ^ Math.imul(number + 1, 0x9e3779b1));
  const pick = <Item>(from: readonly Item[]): Item => from[Math.floor(random() * from.length)]!;
  const drawnAgency = Math.floor(agencyNames.length * random() ** 1.3);
  const unit = Math.floor(unitNames.length * random());
  const start = Date.parse('2021-01-01') + Math.floor(random() * 1826) * dayLength;
  const due = start + (14 + Math.floor(random() * random() * 350)) * dayLength;
  const drawn = statusOf(random);
  const status = start > drawnFor ? 'moi' : drawn;
  const title = `${pick(verbs)} ${pick(objects)} ${pick(topics)} năm ${isoDay(start).slice(0, 4)} (số ${number + 1})`;
  const description = describe(random, pick);
  random(); // a priority, which directives do not have
  const product = pick(products);
  const closed = status === 'hoan_thanh' || status === 'huy';
  const progress = closed ? 100 : Math.floor(random() * 10) * 10;
  const moved = Date.parse(today) - drawnFor;
  const completed = Math.max(start, Math.min(drawnFor, due + Math.floor((random() - 0.75) * 60) * dayLength));
  return {
    number: number + 1,
    agency: agency ?? drawnAgency,
    unit,
    title,
    description,
    status,
    product,
    start: isoDay(start + moved),
    due: isoDay(due + moved),
    completed: status === 'hoan_thanh' ? isoDay(completed + moved) : null,
    progress,
  };
}
