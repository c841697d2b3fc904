import { exampleUnits } from '../../examples/agency.ts';
import type { Deadline } from '../../src/domain/deadlines/deadline.ts';
import type { OfficialDocument } from '../../src/writing/official/document.ts';
import { type TaskLine, writtenDeadline } from '../../src/writing/official/kinds/frame.ts';
import { type ConclusionNotice, conclusionNotice } from '../../src/writing/official/kinds/notice.ts';

/** A directive as it was written, to be found again. */
export interface Written {
  text: string;
  lead: string;
  coordinating: string[];
  deadline: Deadline;
}

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const tasks = [
  'Tham mưu ban hành Kế hoạch chuyển đổi số của Sở năm sau',
  'Rà soát, bổ sung hồ sơ tự chấm điểm cải cách hành chính',
  'Tổ chức thẩm định kinh phí 04 nhiệm vụ còn lại',
  'Lập danh mục 285 nhiệm vụ đã kết thúc chưa xử lý tài sản',
  'Xây dựng tài liệu hướng dẫn sử dụng hệ thống quản lý nhiệm vụ cho các phòng, đơn vị',
  'Hoàn thành kết nối hệ thống quản lý nhiệm vụ với trục liên thông của tỉnh',
  'Tổ chức 02 cuộc kiểm tra việc chấp hành pháp luật về đo lường trên địa bàn tỉnh',
  'Báo cáo Giám đốc Sở phương án phân bổ kinh phí sự nghiệp khoa học',
  'Tổng hợp số liệu giải ngân của các đơn vị',
  'Trình Giám đốc Sở phê duyệt danh mục đề tài đặt hàng của 12 doanh nghiệp',
  'Đôn đốc các cơ quan chủ trì nộp báo cáo định kỳ về tình hình thực hiện đề tài',
  'Công bố danh mục thủ tục hành chính thuộc lĩnh vực sở hữu trí tuệ',
  'Hướng dẫn 15 tổ chức, cá nhân nộp hồ sơ đăng ký bảo hộ nhãn hiệu',
  'Khảo sát nhu cầu đổi mới công nghệ của doanh nghiệp nhỏ và vừa',
  'Thẩm tra hồ sơ cấp giấy chứng nhận doanh nghiệp khoa học và công nghệ',
  'Nghiệm thu đề tài «Ứng dụng vi sinh xử lý nước thải chăn nuôi»',
  'Chuẩn bị nội dung làm việc với Bộ Khoa học và Công nghệ',
  'Cập nhật cơ sở dữ liệu về nhiệm vụ khoa học và công nghệ đang tiến hành',
  'Đề xuất phương án sắp xếp trụ sở làm việc của các đơn vị sự nghiệp',
  'Ban hành quy chế quản lý, sử dụng tài sản công',
  'Kiểm định 120 phương tiện đo nhóm 2 tại các chợ trung tâm huyện',
  'Dự thảo Tờ trình, Quyết định của UBND tỉnh về quản lý nhiệm vụ cấp cơ sở',
];
const products = [
  'Báo cáo',
  'Kế hoạch được phê duyệt',
  'Tờ trình kèm dự thảo Quyết định',
  'Danh mục đã rà soát',
];
const assessments = [
  'Toàn Sở đang quản lý 41 nhiệm vụ, trong đó 29 nhiệm vụ chuyển tiếp và 12 nhiệm vụ mới.',
  'Các đơn vị đã có nhiều cố gắng; tuy nhiên việc giải ngân còn thấp so với kế hoạch.',
  'Công tác tiêu chuẩn, đo lường, chất lượng được duy trì ổn định.',
];
const meetings = [
  'Hội nghị sơ kết công tác 9 tháng đầu năm 2026',
  'cuộc họp giao ban tháng 11 năm 2026',
  'Hội nghị triển khai nhiệm vụ chuyển đổi số, đổi mới sáng tạo và phát triển khoa học, công nghệ của ngành',
];
const noPlace = { text: '', span: [0, 0] as [number, number] };

/** One of the ways in which notices bind a day. */
function deadlineOf(chance: () => number): Deadline {
  const month = 1 + Math.floor(chance() * 12);
  const day = 1 + Math.floor(chance() * 28);
  const two = (number: number) => String(number).padStart(2, '0');
  const last = (of: number) => Temporal.PlainYearMonth.from({ year: 2027, month: of }).daysInMonth;
  const endOf = (of: number) => `2027-${two(of)}-${two(last(of))}`;
  const way = Math.floor(chance() * 10);
  if (way < 3) return { kind: 'date', bound: 'before', due: `2027-${two(month)}-${two(day)}`, ...noPlace };
  if (way < 5) return { kind: 'date', bound: 'by', due: `2027-${two(month)}-${two(day)}`, ...noPlace };
  if (way < 6) return { kind: 'month', bound: 'in', due: endOf(month), ...noPlace };
  if (way < 7) return { kind: 'quarter', bound: 'in', due: endOf(Math.ceil(month / 3) * 3), ...noPlace };
  if (way < 8) return { kind: 'recurring', every: [chance() < 0.5 ? 'month' : 'quarter'], ...noPlace };
  if (way < 9)
    return {
      kind: 'relative',
      relative: { amount: 5 + day, unit: 'working-day', from: 'nhận đủ hồ sơ hợp lệ' },
      ...noPlace,
    };
  return { kind: 'none' };
}

/** A notice that follows from a seed: what it says, the document, and what a reader must find in it. */
export function writtenNotice(seed: number): {
  told: ConclusionNotice;
  document: OfficialDocument;
  written: Written[];
} {
  const chance = randomFrom(seed);
  const pick = <Item>(from: readonly Item[]): Item => from[Math.floor(chance() * from.length)] as Item;
  const units = exampleUnits.slice(1).map(({ name }) => name);
  const leads = units.filter(() => chance() < 0.6).slice(0, 6);
  if (leads.length === 0) leads.push(pick(units));
  const left = [...tasks];
  const made = leads.flatMap((unit) =>
    Array.from({ length: 1 + Math.floor(chance() * 3) }, () => {
      const [words = ''] = left.splice(Math.floor(chance() * left.length), 1);
      const deadline = deadlineOf(chance);
      const coordinating =
        chance() < 0.3 ? units.filter((one) => one !== unit && chance() < 0.25).slice(0, 2) : [];
      const extended = chance() < 0.2;
      const dated = 'due' in deadline ? deadline.due : null;
      const line: TaskLine = {
        words,
        unit,
        coordinating,
        person: null,
        product: chance() < 0.25 ? pick(products) : null,
        deadline: writtenDeadline(deadline),
        due: dated,
        firstDue: extended ? '2026-09-30' : dated,
        timesExtended: extended ? 1 + Math.floor(chance() * 3) : 0,
        daysLate: extended ? Math.floor(chance() * 20) : 0,
        overdue: false,
        state: 'Chưa đến hạn',
        source: null,
      };
      return { line, deadline };
    }),
  );
  const told: ConclusionNotice = {
    frame: {
      on: '2026-11-26',
      superior: 'UBND tỉnh Minh Sơn',
      issuer: 'Sở Khoa học và Công nghệ',
      agencySign: 'SKHCN',
      number: 1 + Math.floor(chance() * 400),
      place: 'Minh Sơn',
      date: '2026-11-26',
      signature: { lines: ['TL. GIÁM ĐỐC', 'CHÁNH VĂN PHÒNG'], name: 'Lê Thanh Quỳnh' },
      recipients: ['Như trên', 'Lưu: VT, VP'],
    },
    chair: 'Giám đốc Sở',
    meeting: pick(meetings),
    heldOn: '2026-11-24',
    assessment: assessments.filter(() => chance() < 0.6),
    tasks: made.map(({ line }) => line),
  };
  const document = conclusionNotice(told);
  const lines = document.body.flatMap((block) => (block.kind === 'item' ? [block.text] : []));
  return {
    told,
    document,
    written: made.map(({ line, deadline }, at) => ({
      text: lines[at] ?? '',
      lead: line.unit,
      coordinating: [...line.coordinating],
      deadline,
    })),
  };
}
