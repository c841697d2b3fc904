import { z } from 'zod';

const enumOf = <const W extends Record<string, string>>(words: W) =>
  z.enum(Object.keys(words) as [keyof W & string]);

/** The law a task follows: A up to 30/9/2025, B since, with its two lines (Decrees 267 and 268/2025/NĐ-CP). */
export const regimeWords = {
  A: 'Luật KH&CN 29/2013/QH13',
  B: 'Luật KHCN&ĐMST 93/2025/QH15',
  'B-science': 'Luật KHCN&ĐMST 93/2025/QH15, nhiệm vụ KH&CN',
  'B-innovation': 'Luật KHCN&ĐMST 93/2025/QH15, nhiệm vụ đổi mới sáng tạo',
} as const;
export const Regime = enumOf(regimeWords);
export type Regime = z.infer<typeof Regime>;

/** Days from which a limit runs, or before which it ends. */
export const clockEventWords = {
  session: 'phiên họp',
  'council-result': 'kết quả của hội đồng',
  'list-approved': 'phê duyệt danh mục',
  'call-announced': 'thông báo nhận hồ sơ',
  'call-closed': 'hết hạn nộp hồ sơ',
  'dossier-filed': 'nộp hồ sơ',
  'dossier-valid': 'hồ sơ được xác nhận hợp lệ',
  'minutes-adopted': 'hội đồng thông qua biên bản',
  'revised-dossier-received': 'nhận hồ sơ đã hoàn thiện',
  'experts-directed': 'có chỉ đạo lấy ý kiến chuyên gia',
  'experts-requested': 'đề nghị chuyên gia tư vấn',
  'appraisal-ended': 'kết thúc thẩm định kinh phí',
  'explanation-completed': 'thuyết minh hoàn thiện',
  'approval-signed': 'ký quyết định phê duyệt',
  published: 'đăng công khai',
  'cancellation-cause': 'có căn cứ hủy kết quả',
  'contract-effect': 'hợp đồng có hiệu lực',
  'contract-end': 'kết thúc hợp đồng hoặc hết thời gian gia hạn',
  'research-end': 'hết thời gian nghiên cứu',
  'programme-start': 'bắt đầu chương trình',
  'programme-filed': 'hồ sơ chương trình hợp lệ',
  'programme-reported': 'có báo cáo thẩm định chương trình',
  'programme-explained': 'hoàn thiện giải trình chương trình',
  'year-start': 'đầu năm',
  inspection: 'buổi kiểm tra',
  'inspection-ended': 'kết thúc kiểm tra',
  'change-filed': 'hồ sơ điều chỉnh hợp lệ',
  'change-requested': 'nhận đề nghị điều chỉnh',
  'opinions-received': 'nhận đủ ý kiến',
  'self-decision': 'tổ chức chủ trì quyết định',
  'self-decision-received': 'nhận quyết định của tổ chức chủ trì',
  'termination-filed': 'hồ sơ chấm dứt hợp lệ',
  termination: 'chấm dứt hợp đồng',
  suspended: 'bị đình chỉ',
  'suspension-notified': 'thông báo tạm dừng',
  'suspension-ended': 'hết thời gian đình chỉ',
  sanctioned: 'bị xử lý vi phạm',
  'failed-rating': 'bị đánh giá không đạt',
  prosecuted: 'bị đình chỉ do truy cứu trách nhiệm hình sự',
  'failure-notified': 'thông báo nhiệm vụ không hoàn thành',
  'failure-reported': 'tổ chức chủ trì báo cáo',
  'refund-decided': 'quyết định thu hồi',
  'acceptance-due': 'hạn nộp hồ sơ nghiệm thu',
  'acceptance-filed': 'nhận hồ sơ nghiệm thu',
  'acceptance-valid': 'hồ sơ nghiệm thu hợp lệ',
  'supplement-requested': 'yêu cầu bổ sung hồ sơ',
  'council-established': 'quyết định lập hội đồng',
  'acceptance-result': 'có kết quả nghiệm thu',
  'formally-accepted': 'nghiệm thu chính thức',
  'recognition-filed': 'nhận đủ hồ sơ công nhận',
  recognised: 'công nhận kết quả',
  'assets-decided': 'quyết định xử lý tài sản',
  'ownership-filed': 'nhận hồ sơ giao quyền',
  'ownership-valid': 'hồ sơ giao quyền hợp lệ',
  'ownership-proposed': 'có tờ trình giao quyền',
  'ownership-granted': 'giao quyền',
  'other-applied': 'tổ chức khác đề nghị giao quyền',
  'host-answered': 'tổ chức chủ trì trả lời',
  'task-time-end': 'hết thời gian thực hiện nhiệm vụ',
  'advance-reported': 'tổ chức chủ trì báo cáo khối lượng',
  'review-result': 'có kết quả xét duyệt',
  'review-minutes': 'biên bản họp hoặc văn bản của tư vấn',
  'result-notified': 'thông báo kết quả bằng văn bản',
  'appraisal-result': 'có kết quả thẩm định kinh phí',
  approved: 'quyết định phê duyệt',
  'payment-requested': 'đề nghị thanh toán hợp lệ',
  'payment-filed': 'hồ sơ thanh toán hợp lệ tại kho bạc',
  'task-ended': 'kết thúc nhiệm vụ',
  'non-budget-filed': 'hồ sơ kết quả không dùng ngân sách hợp lệ',
  'support-event': 'hoạt động được hỗ trợ',
  'support-filed': 'hồ sơ đề nghị hỗ trợ hợp lệ',
  'support-closed': 'hết hạn nhận kế hoạch hỗ trợ',
  'support-decided': 'quyết định hỗ trợ',
  'support-ended': 'kết thúc hoạt động được hỗ trợ',
  'year-end-adjustment': 'hết thời gian chỉnh lý quyết toán',
  'mistake-found': 'phát hiện hoặc được yêu cầu sửa số liệu',
} as const;
export const ClockEvent = enumOf(clockEventWords);
export type ClockEvent = z.infer<typeof ClockEvent>;

/** Seats of a council or appraisal team that a quorum or a size names. */
export const roleWords = {
  chair: 'chủ tịch',
  'vice-chair': 'phó chủ tịch',
  'authorised-vice-chair': 'phó chủ tịch được ủy quyền',
  reviewer: 'ủy viên phản biện',
  'scientific-secretary': 'thư ký khoa học',
  member: 'ủy viên',
  head: 'tổ trưởng',
  'deputy-head': 'tổ phó',
  'funding-unit': 'người của đơn vị quản lý kinh phí',
  'council-delegate': 'người của hội đồng',
  secretary: 'thư ký',
  'database-expert': 'chuyên gia trong cơ sở dữ liệu',
  representative: 'đại diện cơ quan',
  'commercialisation-expert': 'chuyên gia thương mại hóa, sở hữu trí tuệ',
  'business-or-investor': 'doanh nghiệp, nhà đầu tư',
  'valuation-expert': 'chuyên gia định giá',
} as const;
export const CouncilRole = enumOf(roleWords);
export type CouncilRole = z.infer<typeof CouncilRole>;

/** How the money of a task is granted (TTLT 27/2015 articles 6, 7). */
export const khoanWords = {
  'final-product': 'khoán chi đến sản phẩm cuối cùng',
  'by-part': 'khoán chi từng phần',
} as const;
export const Khoan = enumOf(khoanWords);
export type Khoan = z.infer<typeof Khoan>;

/** Levels of a task (Law 29/2013/QH13 articles 25, 27). */
export const levelWords = {
  national: 'cấp quốc gia',
  ministry: 'cấp bộ',
  province: 'cấp tỉnh',
  institution: 'cấp cơ sở',
} as const;
export const TaskLevel = enumOf(levelWords);
export type TaskLevel = z.infer<typeof TaskLevel>;

export const deciderWords = {
  ministry: 'cơ quan chủ trì nhiệm vụ',
  'host-organisation': 'tổ chức chủ trì',
  investigator: 'chủ nhiệm',
  'department-head': 'cục trưởng quản lý',
  'minister-of-science': 'Bộ trưởng Bộ Khoa học và Công nghệ',
  'head-of-ministry': 'thủ trưởng bộ, ngành',
  'province-chair': 'Chủ tịch UBND cấp tỉnh',
  'head-of-unit': 'thủ trưởng đơn vị',
  'approving-authority': 'cơ quan phê duyệt nhiệm vụ',
  nobody: 'không được thay đổi',
} as const;
export const Decider = enumOf(deciderWords);
export type Decider = z.infer<typeof Decider>;
export const decidersInEnglish: Record<Decider, string> = {
  ministry: 'the ministry or agency',
  'host-organisation': 'the host',
  investigator: 'the investigator',
  'department-head': 'the head of the managing department',
  'minister-of-science': 'the Minister of Science and Technology',
  'head-of-ministry': 'the head of the ministry',
  'province-chair': 'the chair of the province',
  'head-of-unit': 'the head of the unit',
  'approving-authority': 'whoever approves the task',
  nobody: 'nobody',
};

/** Facts of a task that rules name: what a step waits for, what decides the law it follows. */
export const factWords = {
  filed: 'nộp hồ sơ',
  approved: 'được phê duyệt',
  accepted: 'được đánh giá nghiệm thu',
  completed: 'hoàn thiện hồ sơ sau nghiệm thu',
  registered: 'đăng ký kết quả',
  recognised: 'công nhận kết quả',
  assetsHandedOver: 'bàn giao tài sản theo quyết định xử lý',
  liquidated: 'thanh lý hợp đồng',
} as const;
export const RuledFact = enumOf(factWords);

/** Why somebody may not take a new task. */
export const causeWords = {
  'unregistered-results': 'Chưa đăng ký kết quả nhiệm vụ đã nghiệm thu',
  'missing-application-report': 'Chưa báo cáo ứng dụng kết quả',
  'late-acceptance-dossier': 'Nộp hồ sơ nghiệm thu quá hạn',
  'unpaid-recovery': 'Chưa hoàn trả kinh phí thu hồi',
  suspension: 'Bị đình chỉ nhiệm vụ',
  'application-duty': 'Không thực hiện trách nhiệm ứng dụng kết quả',
  'running-tasks': 'Đang chủ nhiệm nhiệm vụ khác',
  'failed-rating': 'Có nhiệm vụ bị đánh giá không đạt',
  prosecuted: 'Bị đình chỉ hoạt động hoặc truy cứu trách nhiệm hình sự',
} as const;
export const Cause = enumOf(causeWords);
export type Cause = z.infer<typeof Cause>;
export const causesInEnglish: Record<Cause, string> = {
  'unregistered-results': 'Results of an accepted task not registered',
  'missing-application-report': 'No report on the use of results',
  'late-acceptance-dossier': 'Acceptance dossier filed late',
  'unpaid-recovery': 'Refund not paid',
  suspension: 'Suspended from a task',
  'application-duty': 'Duty to use results not met',
  'running-tasks': 'Leads another task',
  'failed-rating': 'A task rated as not achieved',
  prosecuted: 'Suspended from its activity or prosecuted',
};

/** How a task, or one member's ballot on it, is rated (Circular 11/2014/TT-BKHCN articles 12, 13). */
export const ratingWords = { excellent: 'Xuất sắc', passed: 'Đạt', failed: 'Không đạt' } as const;
export const Rating = enumOf(ratingWords);
export type Rating = z.infer<typeof Rating>;

export const unitWords = {
  'working-day': 'ngày làm việc',
  day: 'ngày',
  month: 'tháng',
  year: 'năm',
  percent: '%',
  vnd: 'đồng',
  person: 'người',
  times: 'lần',
  point: 'điểm',
  task: 'nhiệm vụ',
  page: 'trang',
  paper: 'bài',
  copy: 'bản',
  share: 'lần mức gốc',
  'percent-a-year': '%/năm',
} as const;

/** What a fraction or a percentage is of. */
export const baseWords = {
  members: 'tổng số thành viên',
  'members-present': 'thành viên có mặt',
  ballots: 'số phiếu',
  criteria: 'số nội dung trên phiếu',
  content: 'nội dung công việc',
  'mean-of-all-ballots': 'điểm trung bình của mọi phiếu',
  'mean-of-valid-ballots': 'điểm trung bình của các phiếu hợp lệ',
  'quantity-criteria': 'chỉ tiêu số lượng',
  'four-leaders-and-officers': 'bốn lãnh đạo, chuyên viên của hai đơn vị quản lý',
  'money-properly-used': 'kinh phí đã dùng đúng',
  'original-value': 'nguyên giá',
  'non-khoan-savings': 'kinh phí không khoán tiết kiệm được',
  'profit-after-tax': 'lợi nhuận sau thuế',
  'profit-rest': 'phần lợi nhuận còn lại',
  'profit-rest-where-use-only': 'phần lợi nhuận còn lại khi chỉ được giao quyền sử dụng',
  'national-tasks': 'nhiệm vụ cấp quốc gia',
  'ministry-tasks': 'nhiệm vụ cấp bộ',
  'all-tasks': 'nhiệm vụ các cấp',
  'state-budget': 'kinh phí ngân sách nhà nước',
  'earlier-advances': 'kinh phí đã tạm ứng các lần trước',
  remuneration: 'tiền công',
  'acceptance-council-fee': 'mức chi của hội đồng nghiệm thu',
  'chair-fee-and-reviewer-comment': 'tiền họp của chủ tịch và nhận xét phản biện',
  price: 'giá mua',
  'project-capital': 'vốn của dự án',
  'task-months': 'số tháng thực hiện',
  'total-money': 'tổng kinh phí',
  'partner-money': 'kinh phí của đối tác',
  'yearly-task-money': 'kinh phí nhiệm vụ trong năm',
  'investigator-month': 'mức công của chủ nhiệm',
  'loan-interest': 'lãi vay theo hợp đồng',
  fee: 'mức chi thường',
  'selection-council': 'thành viên hội đồng tuyển chọn',
} as const;
export const Base = enumOf(baseWords);
