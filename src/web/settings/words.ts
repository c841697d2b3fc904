import { words } from '../i18n/language.ts';

export const settingWords = words(
  {
    title: 'Thiết lập',
    hint: 'Những điều cơ quan tự quyết. Đổi từ một ngày; các ngày trước giữ như cũ.',
    groups: {
      deadlines: 'Thời hạn',
      urging: 'Nhắc việc',
      mail: 'Thư nhắc việc',
      reports: 'Báo cáo',
    },
    log: 'Nhật ký gửi thư',
    stepsHint:
      'Các ngày làm việc so với hạn, cách nhau dấu cách: -7 -3 -1 là trước hạn, 0 là ngày đến hạn, 1 3 là sau hạn. Để trống là không nhắc.',
    hour: (hour: string) => `${hour} giờ`,
    usual: (value: string) => `mặc định: ${value}`,
    since: (day: string) => `áp dụng từ ${day}`,
    upcoming: (value: string, day: string) => `${value} từ ${day}`,
    nobody: 'không nhắc',
    yes: 'Có',
    no: 'Không',
    change: 'Đổi',
    value: 'Giá trị',
    from: 'Từ ngày',
    basis: 'Căn cứ',
    saved: 'Đã đổi thiết lập.',
  },
  {
    title: 'Settings',
    hint: 'What the agency decides for itself. A change holds from a day on; days before keep what held.',
    groups: {
      deadlines: 'Deadlines',
      urging: 'Reminders',
      mail: 'Digest mails',
      reports: 'Reports',
    },
    log: 'Delivery log',
    stepsHint:
      'Working days from the deadline, with spaces between: -7 -3 -1 before it, 0 on it, 1 3 after it. Empty for no reminders.',
    hour: (hour: string) => `${hour}:00`,
    usual: (value: string) => `default: ${value}`,
    since: (day: string) => `since ${day}`,
    upcoming: (value: string, day: string) => `${value} from ${day}`,
    nobody: 'nobody',
    yes: 'Yes',
    no: 'No',
    change: 'Change',
    value: 'Value',
    from: 'From',
    basis: 'Basis',
    saved: 'The setting is changed.',
  },
);
