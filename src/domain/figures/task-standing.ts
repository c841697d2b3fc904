import type { CountedTask } from '../tasks/counted.ts';
import type { Reading } from './figure.ts';
import type { TaskFigure } from './task-ids.ts';

const isOpen = ({ state }: CountedTask) => state !== 'ended';
const isLate = (one: CountedTask, { cutOff }: Reading) => isOpen(one) && one.due !== null && one.due < cutOff;
const daysLate = ({ due }: CountedTask, reading: Reading) =>
  due === null ? 0 : reading.daysLate(due, reading.cutOff);
const waitsFor = (side: CountedTask['side']) => (one: CountedTask) => isOpen(one) && one.side === side;

/** How what is not over stands at the cut-off, wherever in its life it is. */
export const taskStanding: TaskFigure[] = [
  {
    id: 'tasks-open',
    name: 'Nhiệm vụ chưa kết thúc đến ngày chốt',
    counts:
      'Mọi nhiệm vụ từ khi đề xuất đến khi xong mọi việc sau nghiệm thu, chưa kết thúc đến hết ngày chốt.',
    unit: 'tasks',
    holds: isOpen,
    sums: [
      ['tasks-proposed', 'tasks-under-way', 'tasks-ending'],
      ['tasks-late', 'tasks-on-time'],
      ['tasks-waiting-own', 'tasks-waiting-others', 'tasks-waiting-both', 'tasks-waiting-none'],
    ],
  },
  {
    id: 'tasks-proposed',
    name: 'Đang đề xuất, tuyển chọn',
    counts: 'Chưa ký hợp đồng đến ngày chốt, và không bị dừng.',
    unit: 'tasks',
    holds: ({ state }) => state === 'proposed',
  },
  {
    id: 'tasks-ending',
    name: 'Đã có kết quả, chưa xong việc sau nghiệm thu',
    counts: 'Đã nghiệm thu hoặc chấm dứt; còn đăng ký, tài sản, quyết toán, thanh lý hoặc báo cáo hiệu quả.',
    unit: 'tasks',
    holds: ({ state }) => state === 'ending',
  },
  {
    id: 'tasks-late',
    name: 'Đang trễ hạn một bước',
    counts: 'Chưa kết thúc, và một bước đang chờ đã qua hạn của nó.',
    unit: 'tasks',
    holds: isLate,
    better: 'fewer',
  },
  {
    id: 'tasks-on-time',
    name: 'Không bước nào trễ hạn',
    counts: 'Chưa kết thúc, và không bước nào đang chờ đã qua hạn, kể cả bước không có hạn.',
    unit: 'tasks',
    holds: (one, reading) => isOpen(one) && !isLate(one, reading),
  },
  {
    id: 'tasks-median-late',
    name: 'Trễ hạn: trung vị',
    counts: 'Số ngày làm việc từ hạn sớm nhất đã qua đến ngày chốt; số đứng giữa.',
    unit: 'working-days',
    holds: isLate,
    measure: { as: 'median', of: daysLate },
    better: 'fewer',
  },
  {
    id: 'tasks-longest-late',
    name: 'Trễ hạn: lâu nhất',
    counts: 'Số ngày làm việc từ hạn sớm nhất đã qua đến ngày chốt của nhiệm vụ trễ lâu nhất.',
    unit: 'working-days',
    holds: isLate,
    measure: { as: 'max', of: daysLate },
    better: 'fewer',
  },
  {
    id: 'tasks-waiting-own',
    name: 'Đang chờ cơ quan',
    counts: 'Chưa kết thúc, và mọi bước đang chờ là việc của cơ quan: đơn vị, hội đồng, người có thẩm quyền.',
    unit: 'tasks',
    holds: waitsFor('own'),
  },
  {
    id: 'tasks-waiting-others',
    name: 'Đang chờ bên ngoài',
    counts: 'Chưa kết thúc, và mọi bước đang chờ là việc của tổ chức chủ trì, nơi đặt hàng, chuyên gia.',
    unit: 'tasks',
    holds: waitsFor('others'),
  },
  {
    id: 'tasks-waiting-both',
    name: 'Đang chờ cả hai phía',
    counts: 'Chưa kết thúc, có bước chờ cơ quan và có bước chờ bên ngoài.',
    unit: 'tasks',
    holds: waitsFor('both'),
  },
  {
    id: 'tasks-waiting-none',
    name: 'Không bước nào đang chờ',
    counts: 'Chưa kết thúc mà không có bước nào đang chờ ai: hồ sơ còn thiếu điều đã xảy ra.',
    unit: 'tasks',
    holds: waitsFor(null),
  },
  {
    id: 'tasks-suspended',
    name: 'Đang tạm dừng',
    counts: 'Đã thông báo tạm dừng, chưa chấm dứt và chưa cho tiếp tục đến ngày chốt.',
    unit: 'tasks',
    holds: ({ suspended, state }) => suspended && state === 'running',
  },
];
