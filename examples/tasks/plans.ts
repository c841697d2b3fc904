import type { TaskType } from '../../src/domain/tasks/about.ts';
import type { TaskLevel } from '../../src/domain/tasks/rules/vocabulary.ts';
import { type Branch, dayAfter, type TaskPlan } from './plan.ts';

/** Hosts that do not exist, with their heads. */
export const exampleHosts = [
  { name: 'Trường Đại học Nông Lâm Minh Sơn', headedBy: 'PGS. TS. Hoàng Văn Lâm', headTitle: 'Hiệu trưởng' },
  { name: 'Viện Nghiên cứu Cây trồng Sông Cầu', headedBy: 'TS. Triệu Thị Yến', headTitle: 'Viện trưởng' },
  { name: 'Trung tâm Giống vật nuôi Đồng Mây', headedBy: 'ThS. Nông Đức Phúc', headTitle: 'Giám đốc' },
  { name: 'Công ty cổ phần Cơ khí Thác Bạc', headedBy: 'KS. Bùi Quốc Dũng', headTitle: 'Tổng giám đốc' },
  { name: 'Bệnh viện Y học cổ truyền Minh Sơn', headedBy: 'BSCKII. Lương Ngọc Anh', headTitle: 'Giám đốc' },
  { name: 'Công ty TNHH Phần mềm Bản Lề', headedBy: 'Ông Đỗ Minh Tâm', headTitle: 'Giám đốc' },
] as const;

/** Those who lead tasks, by the place of their host. */
export const exampleInvestigators = [
  { name: 'Nguyễn Thị Khuê', degree: 'TS.', at: 0 },
  { name: 'Phạm Văn Ước', degree: 'PGS. TS.', at: 0 },
  { name: 'Triệu Minh Giang', degree: 'TS.', at: 1 },
  { name: 'Lê Thu Quỳnh', degree: 'ThS.', at: 1 },
  { name: 'Nông Thanh Sơn', degree: 'ThS.', at: 2 },
  { name: 'Vũ Đức Đan', degree: 'KS.', at: 3 },
  { name: 'Đặng Ngọc Oanh', degree: 'TS. BS.', at: 4 },
  { name: 'Hoàng Quốc Trang', degree: 'KS.', at: 5 },
] as const;

const fields = ['Nông nghiệp', 'Kỹ thuật và công nghệ', 'Y dược', 'Khoa học xã hội', 'Môi trường'] as const;

/** What is researched, of a field and a host. */
const subjects: readonly (readonly [title: string, field: number, investigator: number])[] = [
  ['Tuyển chọn giống lúa nếp chịu lạnh cho vùng cao', 0, 0],
  ['Quy trình nhân giống mận bằng nuôi cấy mô', 0, 2],
  ['Chế tạo máy sấy nông sản quy mô hợp tác xã', 1, 5],
  ['Chiết xuất hoạt chất từ cây giảo cổ lam', 2, 6],
  ['Bảo tồn nghề dệt thổ cẩm gắn với du lịch', 3, 1],
  ['Xử lý nước thải chăn nuôi bằng bãi lọc trồng cây', 4, 3],
  ['Phục tráng giống lợn đen bản địa', 0, 4],
  ['Hệ thống cảnh báo sạt lở theo thời gian thực', 1, 7],
  ['Thâm canh chè theo hướng hữu cơ', 0, 0],
  ['Bài thuốc y học cổ truyền hỗ trợ phục hồi chức năng', 2, 6],
  ['Giải pháp nâng cao chất lượng giáo dục vùng cao', 3, 1],
  ['Ủ phân hữu cơ từ phụ phẩm nông nghiệp', 4, 3],
  ['Thiết bị phân loại quả bằng thị giác máy', 1, 7],
  ['Nuôi cá nước lạnh trong ao đất', 0, 4],
  ['Khung chậu composite cho máy nông nghiệp nhỏ', 1, 5],
];
const stages = ['Nghiên cứu', 'Hoàn thiện', 'Nhân rộng mô hình', 'Ứng dụng công nghệ số trong'] as const;

/** What differs from the usual, by the place among the sixty; a task now and then goes its own way. */
const branches: Partial<Record<number, Branch>> = {
  1: { assets: 'left' },
  3: { extendedBy: 6, result: 'excellent' },
  4: { result: 'not-achieved', changes: ['content'] },
  6: { assets: 'none', result: 'excellent' },
  8: { changes: ['investigator', 'budget-move'], filedAfter: 52 },
  10: { supplement: true },
  11: { assets: 'left', applied: false },
  13: { extendedBy: 6, ownChange: true },
  15: { changes: ['equipment'], assets: 'left' },
  17: { terminatedAfter: 300 },
  19: { extendedBy: 6, supplement: true },
  21: { changes: ['content', 'equipment'], refused: true },
  23: { filedAfter: 45, assets: 'left' },
  25: { extendedBy: 6, changes: ['investigator'] },
  27: { ownChange: true, assets: 'none' },
  29: { extendedBy: 6 },
  31: { suspendedAfter: 330 },
  33: { changes: ['name-aim-product'] },
  35: { extendedBy: 6, changes: ['budget-move'] },
  38: { ownChange: true },
  40: { changes: ['equipment'], refused: true },
};

/** A task of the demo, with what it is; its partners by their place in the lists. */
export interface ExampleTask {
  order: number;
  title: string;
  law: TaskPlan['law'];
  contractOn: string;
  months: number;
  money: number;
  hostAt: number;
  investigatorAt: number;
  level: TaskLevel;
  type: TaskType;
  field: string;
  unit: string;
  branch: Branch;
}

const count = 60;
/** The law of 2025 holds for what is approved from here on. */
const newLaw = '2025-10-01';

/** Sixty tasks over four years up to a day, in both laws. Deterministic for the day. */
export const exampleTasks = (today: Temporal.PlainDate): ExampleTask[] =>
  Array.from({ length: count }, (_, at) => taskAt(at, today));

function taskAt(at: number, today: Temporal.PlainDate): ExampleTask {
  const contractOn = contractDay(at, today.toString());
  const newer = dayAfter(contractOn, -25) >= newLaw;
  const innovation = newer && at % 3 === 0;
  const [subject, field, investigatorAt] = subjects[at % subjects.length] ?? subjects[0]!;
  const stage = stages[Math.floor(at / subjects.length)] ?? stages[0];
  const investigator = exampleInvestigators[investigatorAt] ?? exampleInvestigators[0];
  return {
    ...{ order: at + 1, contractOn, investigatorAt, hostAt: investigator.at },
    title: `${stage} ${subject.charAt(0).toLowerCase()}${subject.slice(1)}`,
    law: innovation ? 'B-innovation' : newer ? 'B-science' : 'A',
    months: innovation ? 6 : newer ? 18 : ([18, 24, 24, 30][at % 4] ?? 24),
    money: 400_000_000 + ((at * 7) % 12) * 150_000_000,
    level: at % 15 === 4 ? 'national' : at % 10 === 7 ? 'institution' : 'province',
    type: innovation
      ? 'innovation'
      : stage === 'Hoàn thiện'
        ? 'trial-production'
        : at % 11 === 5
          ? 'scheme'
          : 'topic',
    field: fields[field] ?? fields[0],
    unit: innovation ? 'Phòng Công nghệ và Đổi mới sáng tạo' : 'Phòng Quản lý khoa học',
    branch: { ...(at % 2 === 0 && { oneReport: true }), ...branches[at] },
  };
}

/** Contracts lie evenly over the years; nothing is half under one law and half under the other; the last are to come. */
function contractDay(at: number, today: string): string {
  const signed = count - 8;
  const day = dayAfter(today, at < signed ? -1215 + at * 23 : (at - signed + 1) * 14);
  const changing = dayAfter(day, -25) >= newLaw && dayAfter(day, -132) < newLaw;
  return changing ? dayAfter(day, 112) : day;
}
