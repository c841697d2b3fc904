import * as guard from '../guards.ts';
import type { Step } from '../step.ts';

/** What both lines of the law of 2025 do alike: filing, asking for a change, going on after a suspension. */
export const callExtended: Step = {
  kind: 'callExtended',
  no: '2b',
  name: 'Gia hạn nhận hồ sơ',
  who: ['authority'],
  gives: ['thông báo gia hạn'],
  after: 'called',
  until: 'opened',
  optional: true,
  repeats: true,
  guards: [guard.laterThanClosing],
  basis: 'NĐ 267/2025/NĐ-CP Đ10',
  unsure: 'Văn bản đọc được không nói về gia hạn thông báo.',
};

export const withdrawn: Step = {
  kind: 'withdrawn',
  no: '3x',
  name: 'Rút hồ sơ',
  who: ['host'],
  after: 'filed',
  until: 'opened',
  optional: true,
  repeats: true,
  guards: [guard.beforeClosing, guard.dossierOnFile],
  basis: 'NĐ 267/2025/NĐ-CP Đ11',
  unsure: 'Văn bản đọc được không nói về việc rút hồ sơ.',
};

export const abandoned: Step = {
  kind: 'abandoned',
  no: '9x',
  name: 'Dừng, không tổ chức thực hiện',
  who: ['authority'],
  until: 'contracted',
  optional: true,
  basis: 'NĐ 267/2025/NĐ-CP Đ14; NĐ 268/2025/NĐ-CP Đ12(5)',
  unsure: 'Cơ quan tự quyết định dừng khi không chọn được nơi làm hoặc hồ sơ không được hoàn thiện.',
};

export const applied: Step = {
  kind: 'applied',
  no: '18b',
  name: 'Ứng dụng kết quả',
  who: ['ordering-agency', 'host'],
  gives: ['minh chứng ứng dụng'],
  after: 'contracted',
  optional: true,
  repeats: true,
  basis: 'Luật 93/2025/QH15 Đ27',
};

export const effectReported: Step = {
  kind: 'effectReported',
  no: '18c',
  name: 'Báo cáo hiệu quả ứng dụng',
  who: ['ordering-agency', 'host'],
  after: 'liquidated',
  until: 'effectReported.last',
  repeats: true,
  clocks: [{ topic: 'task.effect.application-report', from: 'contractEnd', every: true }],
  basis: 'Luật 93/2025/QH15 Đ27; NĐ 267/2025/NĐ-CP Đ18',
  unsure: 'Ngày và số năm báo cáo do cơ quan đặt (mặc định hằng năm trong 3 năm).',
};
