import { words } from '../i18n/language.ts';

export const settingWords = words(
  {
    title: 'Thiết lập',
    hint: 'Những điều cơ quan tự quyết. Đổi từ một ngày; các ngày trước giữ như cũ.',
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
