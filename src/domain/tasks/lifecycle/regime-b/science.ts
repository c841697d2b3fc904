import * as guard from '../guards.ts';
import { all, any, type LifeCycle, type Phase, type Step } from '../step.ts';
import { changeAsked, changed, changeNotified, changeRefused, resumed } from './changing.ts';
import { proposal, selection } from './science-selection.ts';
import { applied, effectReported } from './shared.ts';

const adjusting = {
  no: '13',
  basis: 'NĐ 267/2025/NĐ-CP Đ16(6); TT 36/2025/TT-BKHCN Đ6',
  takes: ['BM-21 đề nghị'],
  gives: ['BM-22 quyết định'],
};
const khoan = 'NĐ 265/2025/NĐ-CP Đ10; TT 39/2025/TT-BKHCN Đ41';
const ending = 'NĐ 267/2025/NĐ-CP Đ16(7), Đ19(2)';

const running: Phase = {
  id: 'running',
  name: 'Thực hiện',
  until: any('terminated', 'finalFiled', 'evaluated'),
  notWhile: 'suspended',
  steps: [
    {
      kind: 'updated',
      no: '10',
      name: 'Cập nhật trên nền tảng số',
      who: ['host'],
      gives: ['BM-13'],
      after: 'contracted',
      repeats: true,
      clocks: [{ topic: 'task.running.platform-update', from: 'contracted', every: true }],
      basis: 'TT 44/2025/TT-BKHCN Đ11',
    },
    {
      kind: 'reported',
      no: '11',
      name: 'Báo cáo tiến độ',
      who: ['host', 'investigator'],
      takes: ['BM-19 (BM-14 của TT 44)'],
      after: 'contracted',
      repeats: true,
      clocks: [{ topic: 'task.running.periodic-report', from: 'contracted', every: true }],
      basis: 'TT 36/2025/TT-BKHCN Đ6; TT 44/2025/TT-BKHCN BM-12',
    },
    {
      kind: 'inspected',
      no: '12',
      name: 'Đánh giá trong kỳ',
      who: ['inspection-team'],
      gives: ['BM-20 (BM-15): tiến độ, kết quả, kinh phí, quy trình'],
      after: 'contracted',
      repeats: true,
      basis: 'NĐ 267/2025/NĐ-CP Đ16(1)–(5)',
      unsure: 'Đánh giá trước đợt cấp tiền sau; số lần theo hợp đồng.',
    },
    changeAsked(adjusting),
    changed(adjusting, 'changeAsked'),
    changeRefused(adjusting),
    changeNotified({ no: adjusting.no, basis: khoan }),
  ],
};

const stopping: Phase = {
  id: 'stopping',
  name: 'Tạm dừng, chấm dứt',
  aside: true,
  until: any('evaluated', 'terminated'),
  steps: [
    {
      kind: 'terminationAsked',
      no: '14',
      name: 'Đề nghị chấm dứt',
      who: ['host', 'task-unit'],
      takes: ['BM-24'],
      after: 'contracted',
      optional: true,
      basis: ending,
    },
    {
      kind: 'suspended',
      no: '14a',
      name: 'Thông báo tạm dừng',
      who: ['authority'],
      after: 'terminationAsked',
      clocks: [{ topic: 'task.termination.suspension-notice', from: 'terminationAsked' }],
      basis: ending,
      unsure: 'Thời hạn chưa đọc được: cơ quan đặt.',
    },
    {
      kind: 'stopReported',
      no: '14b',
      name: 'Hồ sơ kinh phí đã dùng, còn lại, phải trả',
      who: ['host'],
      after: 'suspended',
      clocks: [{ topic: 'task.termination.spending-file', from: 'suspended' }],
      basis: 'TT 39/2025/TT-BKHCN Đ42',
    },
    {
      kind: 'terminated',
      no: '14c',
      name: 'Quyết định chấm dứt',
      who: ['authority'],
      gives: ['BM-25 (BM-18 của TT 44)'],
      after: 'stopReported',
      basis: ending,
    },
    resumed({ no: '14x', basis: ending }),
  ],
};

const acceptance: Phase = {
  id: 'acceptance',
  name: 'Đánh giá cuối kỳ',
  until: 'terminated',
  notWhile: 'suspended',
  steps: [
    {
      kind: 'finalFiled',
      no: '15',
      name: 'Nộp báo cáo cuối kỳ',
      who: ['host'],
      takes: ['BM-23; TT 44: BM-19, BM-20'],
      after: 'contracted',
      clocks: [{ topic: 'task.acceptance.filing', from: 'contractEnd' }],
      basis: 'NĐ 267/2025/NĐ-CP Đ17',
      unsure: 'Thời gian hợp đồng gồm cả thời gian hoàn thiện hồ sơ; hạn nộp chưa đọc được.',
    },
    {
      kind: 'evaluated',
      no: '15b',
      name: 'Đánh giá cuối kỳ và hiệu quả đầu ra',
      who: ['experts'],
      gives: ['kết quả bằng lời, không xếp loại'],
      after: 'finalFiled',
      clocks: [{ topic: 'task.acceptance.conclusion', from: 'finalFiled' }],
      supplement: 'task.acceptance.supplement',
      basis: 'NĐ 267/2025/NĐ-CP Đ17',
      unsure: 'Thời hạn chưa đọc được: cơ quan đặt.',
    },
    {
      kind: 'concluded',
      no: '15c',
      name: 'Thông báo kết quả đánh giá bằng văn bản',
      who: ['task-unit'],
      after: 'evaluated',
      clocks: [{ topic: 'task.acceptance.conclusion', from: 'finalFiled' }],
      basis: 'NĐ 267/2025/NĐ-CP Đ17; TT 39/2025/TT-BKHCN Đ42',
      unsure: 'Thời hạn chưa đọc được: cơ quan đặt.',
    },
  ],
};

const failure: Phase = {
  id: 'failure',
  name: 'Không hoàn thành, chấm dứt: xử lý hậu quả',
  aside: true,
  steps: [
    {
      kind: 'redone',
      no: '15d',
      name: 'Cho làm lại',
      who: ['authority'],
      gives: ['quyết định: phần phải làm lại, thời hạn'],
      after: 'evaluated.not-completed',
      until: 'refundDecided',
      optional: true,
      undoes: ['finalFiled', 'evaluated', 'concluded', 'redone'],
      basis: 'NĐ 267/2025/NĐ-CP Đ17',
      unsure: 'Văn bản đọc được không quy định việc làm lại; cơ quan tự quyết định có dùng hay không.',
    },
    {
      kind: 'refundDecided',
      no: '15e',
      name: 'Quyết định về kinh phí phải hoàn trả',
      who: ['authority'],
      after: all('evaluated.not-completed', 'concluded'),
      basis: 'Luật 93/2025/QH15 Đ9; NĐ 267/2025/NĐ-CP Đ35',
      unsure: 'Không có tỷ lệ hoàn trả; tiền dùng đúng quy định có thể không phải trả.',
    },
    {
      kind: 'refunded',
      no: '15f',
      name: 'Nộp trả ngân sách',
      who: ['host'],
      gives: ['chứng từ nộp'],
      after: any('refundDecided.due', 'terminated.due'),
      until: 'refunded.full',
      repeats: true,
      clocks: [{ topic: 'task.termination.repayment', from: ['refundDecided', 'terminated'] }],
      basis: 'TT 39/2025/TT-BKHCN Đ42',
      unsure: 'Thời hạn chưa đọc được: cơ quan đặt.',
    },
    {
      kind: 'liabilityDecided',
      no: '15g',
      name: 'Xử lý trách nhiệm',
      who: ['authority'],
      after: any('refundDecided', 'terminated'),
      optional: true,
      repeats: true,
      basis: 'Luật 93/2025/QH15 Đ9',
    },
    {
      kind: 'banned',
      no: '15h',
      name: 'Hạn chế tham gia nhiệm vụ mới',
      who: ['authority'],
      after: any('refundDecided', 'terminated', 'evaluated.not-completed'),
      optional: true,
      repeats: true,
      basis: 'NĐ 267/2025/NĐ-CP Đ5–7',
      unsure: 'Điều kiện tham gia ở NĐ 267/2025/NĐ-CP chưa đọc được.',
    },
  ],
};

const ownAssets =
  'Chưa đọc được NĐ 265 và NĐ 267/2025/NĐ-CP về tài sản. Không làm riêng thì biên bản thanh lý nêu tài sản để lại, bàn giao.';

/** Xử lý tài sản: beside settlement, and told by the liquidation at the latest (BM-21). */
const assets: readonly Step[] = [
  {
    kind: 'assetsPlanned',
    no: '16b',
    name: 'Kiểm kê, lập phương án xử lý tài sản',
    who: ['host'],
    takes: ['danh mục tài sản trang bị từ kinh phí nhiệm vụ'],
    after: any('concluded', 'terminated'),
    until: 'liquidated',
    clocks: [{ topic: 'task.assets.plan', from: 'contractEnd' }],
    basis: 'TT 44/2025/TT-BKHCN BM-21',
    unsure: ownAssets,
  },
  {
    kind: 'assetsDecided',
    no: '16c',
    name: 'Quyết định xử lý tài sản',
    who: ['authority'],
    after: 'assetsPlanned.some',
    until: 'liquidated',
    basis: 'TT 44/2025/TT-BKHCN BM-21',
    unsure: ownAssets,
  },
  {
    kind: 'assetsHandedOver',
    no: '16d',
    name: 'Bàn giao tài sản',
    who: ['host'],
    after: 'assetsDecided',
    until: 'liquidated',
    clocks: [{ topic: 'task.assets.handover', from: 'assetsDecided' }],
    basis: 'TT 44/2025/TT-BKHCN BM-21',
    unsure: ownAssets,
  },
];

const after: Phase = {
  id: 'after',
  name: 'Quyết toán, tài sản, thanh lý, đánh giá tác động',
  steps: [
    {
      kind: 'registered',
      no: '15i',
      name: 'Đưa kết quả vào hệ thống thông tin quốc gia',
      who: ['host'],
      after: 'evaluated.completed',
      clocks: [{ topic: 'task.registration.filing', from: 'concluded' }],
      basis: 'TT 22/2025/TT-BKHCN Đ5',
      unsure: 'Đọc được ở nguồn thứ cấp; chưa rõ có giấy chứng nhận hay thời hạn.',
    },
    {
      kind: 'disbursed',
      no: '12t',
      name: 'Cấp kinh phí theo đợt',
      who: ['funding-unit', 'authority'],
      takes: ['kết quả đánh giá trong kỳ, theo đợt của hợp đồng'],
      after: 'contracted',
      optional: true,
      repeats: true,
      guards: [guard.fundingGoesOn, guard.withinStateMoney],
      basis: 'NĐ 267/2025/NĐ-CP Đ16(5); NĐ 347/2025/NĐ-CP Đ6',
      unsure: 'Tỷ lệ của từng đợt chưa đọc được: theo hợp đồng.',
    },
    {
      kind: 'settled',
      no: '16',
      name: 'Quyết toán',
      who: ['host', 'task-unit'],
      takes: ['hồ sơ quyết toán'],
      after: any(
        all('concluded', 'evaluated.completed'),
        any('refundDecided.none', 'terminated.none', 'refunded.full'),
      ),
      clocks: [{ topic: 'task.settlement.filing', from: ['concluded', 'refunded.full'] }],
      basis: 'TT 39/2025/TT-BKHCN Đ42',
    },
    ...assets,
    {
      kind: 'liquidated',
      no: '17',
      name: 'Thanh lý hợp đồng',
      who: ['authority', 'host'],
      gives: ['BM-26 (BM-21 của TT 44): tài sản, tiền còn lại'],
      after: 'settled',
      basis: 'NĐ 267/2025/NĐ-CP Đ19(3)',
    },
    applied,
    effectReported,
    {
      kind: 'impactEvaluated',
      no: '18',
      name: 'Đánh giá tác động',
      who: ['authority'],
      after: all('liquidated', 'evaluated.completed'),
      clocks: [{ topic: 'task.effect.impact-until', from: 'contractEnd' }],
      basis: 'NĐ 267/2025/NĐ-CP Đ18; TT 44/2025/TT-BKHCN Đ13',
      unsure: 'Từ 2 đến 5 năm sau khi kết thúc: theo báo chí.',
    },
  ],
};

/** The life of an S&T task under the law of 2025, as far as it is known. */
export const scienceLine: LifeCycle = {
  regime: 'B-science',
  name: 'Nhiệm vụ KH&CN theo Luật 2025',
  law: 'Luật KHCN&ĐMST 93/2025/QH15, NĐ 267/2025/NĐ-CP, TT 36/2025/TT-BKHCN, TT 44/2025/TT-BKHCN',
  phases: [proposal, selection, running, stopping, acceptance, failure, after],
  ends: [
    {
      id: 'completed',
      name: 'Hoàn thành',
      when: all('evaluated.completed', 'liquidated', 'registered', 'effectReported.last', 'impactEvaluated'),
    },
    {
      id: 'not-achieved',
      name: 'Không hoàn thành, đã xử lý',
      when: all('evaluated.not-completed', 'liquidated'),
    },
    { id: 'terminated', name: 'Chấm dứt, đã xử lý', when: all('terminated', 'liquidated') },
    { id: 'not-carried-out', name: 'Không thực hiện', when: 'abandoned' },
  ],
};
