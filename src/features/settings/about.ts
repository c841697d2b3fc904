import type { Setting, SettingKey } from './contract.ts';

const ours = 'Mặc định của phần mềm; pháp luật không quy định';

/** What each setting decides, for people, and where its default comes from; in the order screens show them. */
export const aboutSettings: Record<SettingKey, Pick<Setting, 'group' | 'words' | 'basis'>> = {
  dueSoonWorkingDays: {
    group: 'deadlines',
    words: 'Báo «sắp đến hạn» khi còn bao nhiêu ngày làm việc',
    basis: ours,
  },
  'due.rollForward': {
    group: 'deadlines',
    words: 'Ngày cuối của hạn là ngày nghỉ thì hạn đến hết ngày làm việc tiếp theo',
    basis: 'Mặc định theo khoản 5 Điều 148 Bộ luật Dân sự 2015',
  },
  'due.beforeEndsOnWorkingDay': {
    group: 'deadlines',
    words: '«Trước ngày D» kết thúc vào ngày làm việc cuối cùng trước ngày D',
    basis: ours,
  },
  'report.nineMonthsClosingDay': {
    group: 'reports',
    words: 'Ngày chốt số liệu báo cáo 9 tháng (ngày của tháng 9)',
    basis:
      'Mặc định theo cách tính của khoản 2 Điều 12 Nghị định 09/2019/NĐ-CP; kỳ 9 tháng không được quy định',
  },
  'occurrence.horizonDays': {
    group: 'deadlines',
    words: 'Đưa trước vào sổ các kỳ của nhiệm vụ định kỳ trong bao nhiêu ngày tới (luôn có kỳ kế tiếp)',
    basis: ours,
  },
  'drafts.opinionWorkingDays': {
    group: 'deadlines',
    words: 'Hạn trả lời ý kiến về dự thảo văn bản, tính bằng ngày làm việc, khi công văn không ghi hạn',
    basis:
      'Mặc định theo bản tóm tắt Điều 17 Nghị định 191/2026/NĐ-CP (2–5 ngày làm việc), chưa đối chiếu bản gốc; dự thảo quy phạm pháp luật thường được dành nhiều ngày hơn',
  },
  'drafts.silenceAgrees': {
    group: 'deadlines',
    words: 'Nơi được lấy ý kiến không trả lời đúng hạn coi như nhất trí với dự thảo',
    basis: 'Mặc định theo bản tóm tắt Điều 17 Nghị định 191/2026/NĐ-CP, chưa đối chiếu bản gốc',
  },
  'urging.person': {
    group: 'urging',
    words: 'Nhắc người thực hiện trước (số âm), đúng (0) và sau hạn bao nhiêu ngày làm việc',
    basis: ours,
  },
  'urging.head': {
    group: 'urging',
    words: 'Nhắc trưởng đơn vị chủ trì trước, đúng và sau hạn bao nhiêu ngày làm việc',
    basis: ours,
  },
  'urging.director': {
    group: 'urging',
    words:
      'Nhắc lãnh đạo phụ trách đơn vị chủ trì trước, đúng và sau hạn bao nhiêu ngày làm việc; đơn vị chưa ghi ai phụ trách thì nhắc mọi lãnh đạo cơ quan',
    basis: ours,
  },
  'digest.on': {
    group: 'mail',
    words: 'Gửi thư nhắc việc hằng ngày cho từng người có địa chỉ thư điện tử',
    basis: ours,
  },
  'digest.hour': {
    group: 'mail',
    words: 'Gửi thư nhắc việc từ mấy giờ vào ngày làm việc',
    basis: ours,
  },
  'digest.weekly': {
    group: 'mail',
    words: 'Ngày làm việc đầu tuần, gửi kèm tổng hợp của đơn vị cho trưởng đơn vị, của cơ quan cho lãnh đạo',
    basis: ours,
  },
  'quiet.from': {
    group: 'mail',
    words: 'Không gửi thư từ mấy giờ tối (ngày nghỉ không gửi)',
    basis: ours,
  },
  'quiet.until': {
    group: 'mail',
    words: 'Gửi thư trở lại từ mấy giờ sáng',
    basis: ours,
  },
};
