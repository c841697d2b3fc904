/** What rules are about, by the second part of their topic, in the order of a task's life. */
export const subjectWords = {
  regime: 'Luật áp dụng, chuyển tiếp',
  programme: 'Chương trình KH&CN',
  identification: 'Xác định nhiệm vụ',
  eligibility: 'Điều kiện chủ trì, chủ nhiệm',
  capability: 'Năng lực tổ chức, cá nhân',
  selection: 'Tuyển chọn, giao trực tiếp',
  appraisal: 'Thẩm định kinh phí',
  approval: 'Phê duyệt',
  contract: 'Hợp đồng',
  codes: 'Mã số nhiệm vụ',
  duration: 'Thời gian thực hiện',
  money: 'Kinh phí, định mức',
  running: 'Thực hiện',
  reports: 'Báo cáo',
  inspection: 'Kiểm tra',
  changes: 'Điều chỉnh',
  termination: 'Tạm dừng, chấm dứt, hoàn trả',
  acceptance: 'Nghiệm thu, đánh giá',
  registration: 'Đăng ký kết quả',
  recognition: 'Công nhận kết quả',
  settlement: 'Quyết toán',
  liquidation: 'Thanh lý',
  assets: 'Tài sản',
  ownership: 'Giao quyền sở hữu',
  effect: 'Ứng dụng, hiệu quả',
  'non-budget': 'Kết quả không dùng ngân sách',
  'loan-support': 'Hỗ trợ lãi suất vay',
} as const;
export type Subject = keyof typeof subjectWords;

/** «selection» of «task.selection.opening». */
export const subjectOf = (topic: string): Subject => topic.split('.')[1] as Subject;
