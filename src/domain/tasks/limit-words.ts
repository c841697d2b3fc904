import type { Language } from '../text/language.ts';
import { amountOf } from './rules/words.ts';

/** How gates of new tasks and limits of changes are told. Articles and papers are cited as the law names them, in Vietnamese. */
const vi = {
  unregistered: 'đã nghiệm thu, chưa đăng ký kết quả',
  reportOverdue: (day: string) => `báo cáo ứng dụng quá hạn từ ${day}`,
  acceptanceOverdue: (day: string) => `hồ sơ nghiệm thu đến hạn ${day}`,
  unpaid: 'chưa nộp đủ kinh phí thu hồi',
  suspendedOn: (day: string) => `bị đình chỉ ngày ${day}`,
  suspensionEnded: (day: string) => `hết đình chỉ ngày ${day}`,
  suspended: 'đang bị đình chỉ',
  failedOn: (day: string) => `không đạt ngày ${day}`,
  running: 'đang thực hiện',
  banned: (end: string, reason: string, basis: string) =>
    `Bị hạn chế nhận nhiệm vụ mới${end}: ${reason} (${basis})`,
  untilPaid: ' đến khi nộp đủ kinh phí thu hồi',
  until: (day: string) => `, không được nhận nhiệm vụ đến hết ${day}`,
  bannedFrom: (day: string) => `hạn chế từ ${day}`,
  unsure: '; cài đặt, chưa chắc',
  times: (most: number, made: number) => `Gia hạn ${most} lần; đã gia hạn ${made} lần`,
  atMost: (amount: string) => `Thêm không quá ${amount}`,
  band: (amount: string, comparison: string, than: number) =>
    `${amount} khi thực hiện ${comparison} ${than} tháng`,
  otherwise: (amount: string) => `còn lại ${amount}`,
  before: (amount: string) => `Đề nghị trước khi hết hợp đồng ít nhất ${amount}`,
  done: (share: string) => `Đã xong ít nhất ${share} nội dung`,
  consent: 'Cần ý kiến hội đồng và văn bản đồng ý của cơ quan đề xuất đặt hàng',
  amount: amountOf,
};

const units: Readonly<Record<string, string>> = {
  ...{ 'working-day': 'working day', day: 'day', month: 'month', year: 'year', times: 'time' },
};

const en: typeof vi = {
  unregistered: 'accepted, its results not registered',
  reportOverdue: (day) => `report on the use of results overdue since ${day}`,
  acceptanceOverdue: (day) => `acceptance dossier was due ${day}`,
  unpaid: 'the refund not paid in full',
  suspendedOn: (day) => `suspended on ${day}`,
  suspensionEnded: (day) => `suspension ended on ${day}`,
  suspended: 'suspended now',
  failedOn: (day) => `not achieved on ${day}`,
  running: 'running',
  banned: (end, reason, basis) => `Barred from new tasks${end}: ${reason} (${basis})`,
  untilPaid: ' until the refund is paid in full',
  until: (day) => `, no new task through ${day}`,
  bannedFrom: (day) => `barred from ${day}`,
  unsure: '; a setting, not certain',
  times: (most, made) => `May be extended ${most === 1 ? 'once' : `${most} times`}; extended so far: ${made}`,
  atMost: (amount) => `By no more than ${amount}`,
  band: (amount, comparison, than) => `${amount} where the task runs ${comparison} ${than} months`,
  otherwise: (amount) => `otherwise ${amount}`,
  before: (amount) => `To be asked for at least ${amount} before the contract ends`,
  done: (share) => `At least ${share} of the content must be done`,
  consent: 'Needs the council’s opinion and the written consent of the ordering agency',
  amount: (amount, unit) => `${amount} ${units[unit] ?? unit}${amount === 1 ? '' : 's'}`,
};

/** @see vi */
export const limitWords: Record<Language, typeof vi> = { vi, en };
