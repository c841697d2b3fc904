import { any, type Phase } from '../step.ts';

/** Tạm dừng rồi chấm dứt hợp đồng, beside everything else until the result is accepted (TT 04/2015/TT-BKHCN Đ21–22). */
export const stopping: Phase = {
  id: 'stopping',
  name: 'Tạm dừng, chấm dứt',
  aside: true,
  until: any('accepted', 'terminated'),
  steps: [
    {
      kind: 'terminationAsked',
      no: '20',
      name: 'Đề nghị chấm dứt hợp đồng',
      who: ['host', 'funding-unit'],
      takes: ['công văn hoặc đề xuất', 'hợp đồng', 'A-2, A-3, A-4, A-5'],
      after: 'contracted',
      optional: true,
      basis: 'TT 04/2015/TT-BKHCN Đ21–22',
      unsure:
        'Căn cứ chấm dứt là khoản 2–5 Điều 5 hợp đồng mẫu (TT 05/2014/TT-BKHCN), phụ lục chưa đọc được.',
    },
    {
      kind: 'suspended',
      no: '20a',
      name: 'Thông báo tạm dừng',
      who: ['authority'],
      after: 'terminationAsked',
      clocks: [{ topic: 'task.termination.suspension-notice', from: 'terminationAsked' }],
      basis: 'TT 04/2015/TT-BKHCN Đ22(3)a',
    },
    {
      kind: 'stopReported',
      no: '20b',
      name: 'Báo cáo công việc, kinh phí, thiết bị khi tạm dừng',
      who: ['host'],
      after: 'suspended',
      basis: 'TT 04/2015/TT-BKHCN Đ22',
    },
    {
      kind: 'terminated',
      no: '20c',
      name: 'Quyết định chấm dứt',
      who: ['authority'],
      gives: ['quyết định: tiền phải hoàn trả, xử lý sản phẩm, tài sản'],
      after: 'stopReported',
      basis: 'TT 04/2015/TT-BKHCN Đ22',
    },
    {
      kind: 'resumed',
      no: '20x',
      name: 'Cho tiếp tục thực hiện',
      who: ['authority'],
      after: 'terminationAsked',
      optional: true,
      undoes: ['terminationAsked', 'suspended', 'stopReported', 'resumed'],
      basis: 'TT 04/2015/TT-BKHCN Đ22',
      unsure: 'Văn bản không nêu trường hợp không chấm dứt sau khi tạm dừng.',
    },
  ],
};
