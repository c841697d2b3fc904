import { z } from 'zod';

/** Who acts on a task, in the words of the law (TT 04/2015/TT-BKHCN Đ2, TT 20/2023/TT-BKHCN Đ2). */
export const TaskRole = z.enum([
  'proposer',
  'ordering-agency',
  'authority',
  'task-unit',
  'subject-unit',
  'funding-unit',
  'council',
  'appraisal-team',
  'inspection-team',
  'experts',
  'host',
  'investigator',
]);
export type TaskRole = z.infer<typeof TaskRole>;

/** Whose time passes while a step waits: the managing agency's own, or others'. */
export type Side = 'own' | 'others';

const roles: Record<TaskRole, { words: string; side: Side }> = {
  proposer: { words: 'tổ chức, cá nhân đề xuất', side: 'others' },
  'ordering-agency': { words: 'cơ quan đề xuất đặt hàng', side: 'others' },
  authority: { words: 'người có thẩm quyền phê duyệt', side: 'own' },
  'task-unit': { words: 'đơn vị quản lý nhiệm vụ', side: 'own' },
  'subject-unit': { words: 'đơn vị quản lý chuyên môn', side: 'own' },
  'funding-unit': { words: 'đơn vị quản lý kinh phí', side: 'own' },
  council: { words: 'hội đồng', side: 'own' },
  'appraisal-team': { words: 'tổ thẩm định kinh phí', side: 'own' },
  'inspection-team': { words: 'đoàn kiểm tra', side: 'own' },
  experts: { words: 'chuyên gia tư vấn độc lập', side: 'others' },
  host: { words: 'tổ chức chủ trì', side: 'others' },
  investigator: { words: 'chủ nhiệm nhiệm vụ', side: 'others' },
};

export const roleWords = (role: TaskRole): string => roles[role].words;
export const sideOf = (role: TaskRole): Side => roles[role].side;
