import { inPeriod, type TaskFigure } from './task-ids.ts';

/** What became of results within the period, and what of ended tasks is left to do. */
export const taskAfter: TaskFigure[] = [
  {
    id: 'tasks-registered',
    name: 'Đăng ký kết quả',
    counts: 'Ngày đăng ký, lưu giữ kết quả nằm trong kỳ, đến ngày chốt.',
    unit: 'tasks',
    holds: ({ registeredOn }, reading) => inPeriod(registeredOn, reading),
    better: 'more',
  },
  {
    id: 'tasks-recognised',
    name: 'Công nhận kết quả',
    counts: 'Có quyết định công nhận kết quả trong kỳ, đến ngày chốt.',
    unit: 'tasks',
    holds: ({ recognisedOn }, reading) => inPeriod(recognisedOn, reading),
    better: 'more',
  },
  {
    id: 'tasks-liquidated',
    name: 'Thanh lý hợp đồng',
    counts: 'Thanh lý hợp đồng trong kỳ, đến ngày chốt.',
    unit: 'tasks',
    holds: ({ liquidatedOn }, reading) => inPeriod(liquidatedOn, reading),
    better: 'more',
  },
  {
    id: 'tasks-ended',
    name: 'Kết thúc, đóng hồ sơ',
    counts: 'Xong mọi việc của vòng đời, hoặc dừng không thực hiện, trong kỳ đến ngày chốt.',
    unit: 'tasks',
    holds: ({ endedOn }, reading) => inPeriod(endedOn, reading),
  },
  {
    id: 'tasks-assets-settled',
    name: 'Xử lý xong tài sản',
    counts: 'Bàn giao xong tài sản, hoặc xác định không có tài sản, trong kỳ đến ngày chốt.',
    unit: 'tasks',
    holds: ({ assetsSettledOn }, reading) => inPeriod(assetsSettledOn, reading),
    better: 'more',
  },
  {
    id: 'tasks-assets-unsettled',
    name: 'Đã kết thúc thực hiện, chưa xử lý xong tài sản',
    counts:
      'Đã nghiệm thu, chấm dứt hoặc tiếp nhận như đã xong, kể cả từ các kỳ trước, mà đến ngày chốt chưa bàn giao hết tài sản và chưa xác định là không có tài sản.',
    unit: 'tasks',
    holds: ({ over, assetsSettledOn }) => over && assetsSettledOn === null,
    better: 'fewer',
  },
  {
    id: 'tasks-applied',
    name: 'Ứng dụng kết quả',
    counts: 'Có kết quả được đưa vào ứng dụng trong kỳ, đến ngày chốt.',
    unit: 'tasks',
    holds: ({ applied }, reading) => applied.some((day) => inPeriod(day, reading)),
    better: 'more',
  },
  {
    id: 'tasks-effect-reported',
    name: 'Có báo cáo hiệu quả ứng dụng',
    counts: 'Có ít nhất một báo cáo hiệu quả trong kỳ, đến ngày chốt.',
    unit: 'tasks',
    holds: ({ effectReported }, reading) => effectReported.some((day) => inPeriod(day, reading)),
    better: 'more',
  },
  {
    id: 'tasks-effect-reports',
    name: 'Số báo cáo hiệu quả ứng dụng',
    counts: 'Số báo cáo hiệu quả trong kỳ của các nhiệm vụ ấy, đến ngày chốt.',
    unit: 'times',
    holds: ({ effectReported }, reading) => effectReported.some((day) => inPeriod(day, reading)),
    measure: {
      as: 'sum',
      of: ({ effectReported }, reading) => effectReported.filter((day) => inPeriod(day, reading)).length,
    },
    better: 'more',
  },
];
