import * as guard from '../guards.ts';
import { any, type LifeCycle, type Phase } from '../step.ts';
import { changeAsked, changed, changeNotified, changeRefused, resumed } from './changing.ts';
import { decree, proposal, selection } from './innovation-selection.ts';
import { applied, effectReported } from './shared.ts';

const adjusting = { no: '12', basis: decree('Đ17(1)'), gives: ['phụ lục hợp đồng'] };

const running: Phase = {
  id: 'running',
  name: 'Thực hiện, thanh toán theo nội dung',
  until: any('terminated', 'paid.last'),
  notWhile: 'suspended',
  steps: [
    {
      kind: 'paymentAsked',
      no: '10',
      name: 'Đề nghị thanh toán một nội dung',
      who: ['host'],
      takes: ['chứng từ của nội dung đã làm'],
      after: 'contracted',
      basis: decree('Đ15(3)'),
    },
    {
      kind: 'paid',
      no: '10b',
      name: 'Thanh toán và quyết toán nội dung',
      who: ['authority'],
      gives: ['biên bản quyết toán nội dung, lập khi thanh toán'],
      after: 'paymentAsked',
      repeats: true,
      clocks: [{ topic: 'task.money.payment', from: 'paymentAsked' }],
      undoes: ['paymentAsked'],
      guards: [guard.withinStateMoney],
      basis: decree('Đ15(3), Đ18(1)–(2); mẫu I.14 Đ3'),
    },
    {
      kind: 'inspected',
      no: '11',
      name: 'Kiểm tra, đánh giá',
      who: ['inspection-team'],
      after: 'contracted',
      optional: true,
      repeats: true,
      basis: decree('Đ16'),
    },
    changeAsked(adjusting),
    {
      kind: 'opinionsReceived',
      no: '12o',
      name: 'Nhận ý kiến về điều chỉnh',
      who: ['experts', 'authority'],
      after: 'changeAsked',
      optional: true,
      repeats: true,
      guards: [guard.changeWaits],
      basis: adjusting.basis,
    },
    changed(adjusting, ['changeAsked', 'opinionsReceived']),
    changeRefused(adjusting),
    changeNotified(
      { no: adjusting.no, basis: 'NĐ 265/2025/NĐ-CP Đ10' },
      'Điều khoản khoán của NĐ 265/2025/NĐ-CP chưa đọc được; NĐ 268/2025/NĐ-CP Đ17 không nói việc tổ chức tự điều chỉnh.',
    ),
  ],
};

const stopping: Phase = {
  id: 'stopping',
  name: 'Chấm dứt',
  aside: true,
  until: any('paid.last', 'terminated'),
  steps: [
    {
      kind: 'terminationAsked',
      no: '13',
      name: 'Đề nghị, thông báo trước về chấm dứt hợp đồng',
      who: ['host', 'authority'],
      after: 'contracted',
      optional: true,
      limits: ['task.termination.prior-notice'],
      basis: decree('Đ17(2); mẫu I.14 Đ6'),
    },
    {
      kind: 'terminated',
      no: '13b',
      name: 'Chấm dứt hợp đồng',
      who: ['authority'],
      gives: ['báo cáo I.15'],
      after: 'terminationAsked',
      clocks: [{ topic: 'task.termination.decision', from: 'terminationAsked' }],
      basis: decree('Đ17(2)'),
      unsure: 'Văn bản tính từ ngày nhận đủ ý kiến; ở đây tính từ đề nghị khi không hỏi ý kiến.',
    },
    resumed({ no: '13x', basis: decree('Đ17(2)') }),
  ],
};

const failure: Phase = {
  id: 'failure',
  name: 'Hoàn trả sau chấm dứt',
  aside: true,
  steps: [
    {
      kind: 'refunded',
      no: '13c',
      name: 'Nộp trả ngân sách',
      who: ['host'],
      after: 'terminated.due',
      until: 'refunded.full',
      repeats: true,
      clocks: [{ topic: 'task.termination.repayment', from: 'terminated' }],
      basis: decree('Đ9(2), mẫu I.14 Đ6'),
      unsure: 'Thời hạn nộp chưa đọc được: cơ quan đặt.',
    },
    {
      kind: 'banned',
      no: '13d',
      name: 'Hạn chế tham gia nhiệm vụ mới',
      who: ['authority'],
      after: 'terminated',
      optional: true,
      repeats: true,
      basis: decree('Đ9(2)b'),
    },
  ],
};

const after: Phase = {
  id: 'after',
  name: 'Thanh lý, hiệu quả',
  steps: [
    {
      kind: 'liquidated',
      no: '15',
      name: 'Thanh lý hợp đồng',
      who: ['authority', 'host'],
      after: any('paid.last', 'terminated.none', 'refunded.full'),
      basis: decree('Đ18(3); mẫu I.14 Đ7'),
    },
    { ...applied, no: '16', basis: decree('mẫu I.14') },
    { ...effectReported, no: '17', basis: decree('Đ66–67; mẫu I.14') },
  ],
};

/** The life of an innovation task under the law of 2025 (loan-interest support runs apart and is not among them). */
export const innovationLine: LifeCycle = {
  regime: 'B-innovation',
  name: 'Nhiệm vụ đổi mới sáng tạo',
  law: 'Luật KHCN&ĐMST 93/2025/QH15, NĐ 268/2025/NĐ-CP',
  phases: [proposal, selection, running, stopping, failure, after],
  ends: [
    {
      id: 'completed',
      name: 'Hoàn thành',
      when: { all: ['paid.last', 'liquidated', 'effectReported.last'] },
    },
    { id: 'terminated', name: 'Chấm dứt, đã xử lý', when: { all: ['terminated', 'liquidated'] } },
    { id: 'not-carried-out', name: 'Không thực hiện', when: 'abandoned' },
  ],
};
