import { regimeWords } from '../../domain/tasks/rules/vocabulary.ts';
import { words } from '../i18n/language.ts';

export const gateWords = words(
  {
    title: 'Điều kiện nhận nhiệm vụ mới',
    asked: (day: string) => `Tính nếu hết hạn nhận hồ sơ ngày ${day}, từ các nhiệm vụ đã và đang làm.`,
    laws: regimeWords as Record<'A' | 'B-science' | 'B-innovation', string>,
    open: 'Không có điều gì cản trở.',
    rule: 'Xem quy tắc',
  },
  {
    title: 'May they take a new task',
    asked: (day: string) => `Worked out from their tasks, for a call that closes on ${day}.`,
    laws: {
      A: 'Law of 2013 (29/2013/QH13)',
      'B-science': 'Law of 2025, S&T tasks',
      'B-innovation': 'Law of 2025, innovation tasks',
    },
    open: 'Nothing stands in the way.',
    rule: 'See the rule',
  },
);
