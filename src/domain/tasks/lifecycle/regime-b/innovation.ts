import * as guard from '../guards.ts';
import { any, type LifeCycle, type Phase } from '../step.ts';
import { changeAsked, changed, changeRefused, resumed } from './changing.ts';
import { abandoned, applied, callExtended, effectReported, withdrawn } from './shared.ts';

const decree = (article: string) => `NĐ 268/2025/NĐ-CP ${article}`;
const adjusting = { no: '12', basis: decree('Đ17(1)'), gives: ['phụ lục hợp đồng'] };

const proposal: Phase = {
  id: 'proposal',
  name: 'Danh mục đặt hàng',
  until: 'called',
  steps: [
    {
      kind: 'listed',
      no: '0',
      name: 'Phê duyệt danh mục đặt hàng',
      who: ['council', 'authority'],
      gives: ['I.16, đăng cổng thông tin và nền tảng số'],
      optional: true,
      basis: decree('Đ19'),
    },
  ],
};

const selection: Phase = {
  id: 'selection',
  name: 'Kêu gọi, xét duyệt, hợp đồng',
  steps: [
    {
      kind: 'called',
      no: '1',
      name: 'Kêu gọi đề xuất',
      who: ['authority'],
      gives: ['thông báo trên cổng thông tin; có thể nêu mức trần'],
      guards: [guard.callOpenLongEnough],
      undoes: ['filed', 'opened', 'scored'],
      basis: decree('Đ10(1)–(2)'),
    },
    { ...callExtended, no: '1b', basis: decree('Đ10') },
    {
      kind: 'filed',
      no: '2',
      name: 'Nộp hồ sơ',
      who: ['host', 'investigator'],
      takes: ['đơn I.1', 'thuyết minh I.2–I.5', 'hồ sơ pháp lý', 'cam kết I.6'],
      after: 'called',
      until: 'opened',
      repeats: true,
      guards: [guard.beforeClosing],
      basis: decree('Đ10(2)b, Đ11'),
    },
    { ...withdrawn, no: '2x', basis: decree('Đ10') },
    {
      kind: 'opened',
      no: '3',
      name: 'Kiểm tra hồ sơ hợp lệ',
      who: ['task-unit'],
      gives: ['xác nhận hợp lệ; hồ sơ không hợp lệ bị loại, không bổ sung'],
      after: 'called',
      clocks: [{ topic: 'task.selection.opening', from: 'callClosing' }],
      guards: [guard.afterClosing, guard.validNeedsDossier],
      undoesOn: { 'opened.none': ['called', 'filed', 'opened'] },
      basis: decree('Đ10(3)'),
    },
    {
      kind: 'scored',
      no: '4',
      name: 'Xét duyệt: tự xét, hội đồng hoặc thuê tư vấn',
      who: ['council', 'authority'],
      gives: ['biên bản hoặc văn bản của tư vấn'],
      after: 'opened.valid',
      clocks: [{ topic: 'task.selection.review', from: 'opened' }],
      undoesOn: { 'scored.none': ['called', 'filed', 'opened', 'scored'] },
      basis: decree('Đ12(1)'),
    },
    {
      kind: 'resultNotified',
      no: '5',
      name: 'Thông báo kết quả xét duyệt',
      who: ['authority'],
      after: 'scored.proposed',
      clocks: [{ topic: 'task.selection.result-notice', from: 'scored' }],
      basis: decree('Đ12(5)'),
    },
    {
      kind: 'finalised',
      no: '6',
      name: 'Hoàn thiện hồ sơ',
      who: ['host'],
      after: 'resultNotified',
      clocks: [
        {
          topic: 'task.selection.revision',
          from: 'resultNotified',
          missed: 'Quá hạn: cơ quan thôi xem xét hồ sơ (NĐ 268/2025/NĐ-CP Đ12(5)).',
        },
      ],
      basis: decree('Đ12(5)'),
    },
    {
      kind: 'appraised',
      no: '7',
      name: 'Thẩm định kinh phí',
      who: ['appraisal-team'],
      after: 'finalised',
      clocks: [{ topic: 'task.appraisal.completion', from: ['scored', 'finalised'] }],
      basis: decree('Đ13'),
      unsure: 'Văn bản tính từ kết quả xét duyệt; ở đây tính từ hồ sơ đã hoàn thiện.',
    },
    {
      kind: 'approved',
      no: '8',
      name: 'Phê duyệt nhiệm vụ',
      who: ['authority'],
      gives: ['I.13, công khai trên cổng thông tin'],
      after: 'appraised',
      clocks: [{ topic: 'task.approval.decision', from: 'appraised' }],
      basis: decree('Đ14'),
    },
    {
      kind: 'cancelled',
      no: '8x',
      name: 'Huỷ quyết định phê duyệt',
      who: ['authority'],
      after: 'approved',
      until: 'contracted',
      optional: true,
      undoes: [
        'called',
        'filed',
        'opened',
        'scored',
        'resultNotified',
        'finalised',
        'appraised',
        'approved',
        'cancelled',
      ],
      basis: decree('Đ14(3)'),
    },
    {
      kind: 'contracted',
      no: '9',
      name: 'Ký hợp đồng',
      who: ['authority', 'host'],
      gives: ['I.14, giấy hoặc điện tử'],
      after: 'approved',
      clocks: [{ topic: 'task.contract.signing', from: 'approved' }],
      guards: [guard.contractEndsAfterStart, guard.termWithinLimit],
      basis: decree('Đ15(1)–(2)'),
    },
    abandoned,
  ],
};

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
