import { words } from '../i18n/language.ts';

/** How S&T tasks, their inspections, changes and steps are told apart, and how each stands. */
export const taskFigureWords = words(
  {
    level: {
      national: 'Cấp quốc gia',
      ministry: 'Cấp bộ',
      province: 'Cấp tỉnh',
      institution: 'Cấp cơ sở',
    },
    taskType: {
      topic: 'Đề tài',
      'trial-production': 'Dự án sản xuất thử nghiệm',
      scheme: 'Đề án khoa học',
      project: 'Dự án KH&CN',
      regular: 'Nhiệm vụ thường xuyên',
      innovation: 'Nhiệm vụ đổi mới sáng tạo',
      other: 'Nhiệm vụ khác',
    },
    regime: {
      A: 'Luật 2013',
      'B-science': 'Luật 2025, nhiệm vụ KH&CN',
      'B-innovation': 'Luật 2025, đổi mới sáng tạo',
    },
    state: {
      proposed: 'Đề xuất, tuyển chọn',
      running: 'Đang thực hiện',
      ending: 'Sau kết quả',
      ended: 'Đã kết thúc',
      continue: 'Tiếp tục',
      adjust: 'Phải điều chỉnh',
      'propose-termination': 'Đề nghị chấm dứt',
      asked: 'Đang chờ',
      changed: 'Đã cho điều chỉnh',
      refused: 'Đã từ chối',
      notified: 'Chủ trì tự điều chỉnh',
      objected: 'Bị phản đối',
      done: 'Đã xong',
    },
  },
  {
    level: {
      national: 'National',
      ministry: 'Ministry',
      province: 'Province',
      institution: 'Institution',
    },
    taskType: {
      topic: 'Research topic',
      'trial-production': 'Trial production',
      scheme: 'Scheme',
      project: 'S&T project',
      regular: 'Regular task',
      innovation: 'Innovation task',
      other: 'Other task',
    },
    regime: {
      A: 'Law of 2013',
      'B-science': 'Law of 2025, S&T tasks',
      'B-innovation': 'Law of 2025, innovation',
    },
    state: {
      proposed: 'Being proposed or selected',
      running: 'Under way',
      ending: 'With a result',
      ended: 'Over',
      continue: 'To continue',
      adjust: 'To be adjusted',
      'propose-termination': 'Termination proposed',
      asked: 'Waiting',
      changed: 'Granted',
      refused: 'Refused',
      notified: 'Made by the host',
      objected: 'Objected to',
      done: 'Done',
    },
  },
);
