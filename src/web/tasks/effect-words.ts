import { words } from '../i18n/language.ts';

/** Words of the use of a task's results and of the reports on its effect. */
export const effectWords = words(
  {
    title: 'Ứng dụng và hiệu quả',
    appliedAt: 'Ứng dụng tại',
    notApplied: 'Chưa ghi nơi ứng dụng nào.',
    schedule: (every: string, from: string) => `Báo cáo mỗi ${every}, tính từ ${from}`,
    years: (years: string) => `trong ${years}`,
    report: (no: number) => `Báo cáo ${no}`,
    due: (day: string) => `hạn ${day}`,
    done: (day: string) => `đã báo cáo ${day}`,
    lateDone: 'sau hạn',
    evidence: 'Minh chứng',
    noEvidence: 'chưa có minh chứng',
    publicPage: 'Trang công bố kết quả',
    set: 'mặc định; cơ quan đặt lại bằng quyết định ở mục Quy tắc',
  },
  {
    title: 'Use and effect',
    appliedAt: 'In use at',
    notApplied: 'No place of use on record.',
    schedule: (every, from) => `A report every ${every}, counted from ${from}`,
    years: (years) => `for ${years}`,
    report: (no) => `Report ${no}`,
    due: (day) => `due ${day}`,
    done: (day) => `reported ${day}`,
    lateDone: 'after its day',
    evidence: 'Evidence',
    noEvidence: 'no evidence yet',
    publicPage: 'Public page of results',
    set: 'default; the agency sets it by a decision under Rules',
  },
);
