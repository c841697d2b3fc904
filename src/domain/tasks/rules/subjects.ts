import { taskRegimes } from '../law.ts';
import { stepsOf } from '../lifecycle/opening.ts';
import type { TaskRule } from './rule.ts';
import { causeWords } from './vocabulary.ts';

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

/** Steps whose time or shape a topic rules, each by its name. */
const stepNames: ReadonlyMap<string, ReadonlySet<string>> = (() => {
  const names = new Map<string, Set<string>>();
  const say = (topic: string | undefined, name: string) => {
    if (topic === undefined) return;
    names.set(topic, (names.get(topic) ?? new Set()).add(name));
  };
  for (const regime of taskRegimes)
    for (const { step } of stepsOf(regime).placed) {
      for (const { topic } of step.clocks ?? []) say(topic, step.name);
      for (const topic of step.limits ?? []) say(topic, step.name);
      say(step.supplement, `Bổ sung hồ sơ: ${step.name}`);
    }
  return names;
})();

/** What a rule is about, more closely than its subject: the steps it rules, or the cause that bars; null where only its topic says it. */
export function topicWords({ topic, value }: Pick<TaskRule, 'topic' | 'value'>): string | null {
  if (value.kind === 'bar')
    return `${value.subject === 'investigator' ? 'Chủ nhiệm' : 'Tổ chức chủ trì'}: ${causeWords[value.cause]}`;
  const steps = stepNames.get(topic);
  return steps ? [...steps].join('; ') : null;
}
