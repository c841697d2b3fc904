import { counted } from '../i18n/format.ts';
import { words } from '../i18n/language.ts';

export const signInWords = words(
  {
    title: 'Đăng nhập',
    userName: 'Tên đăng nhập',
    password: 'Mật khẩu',
    signIn: 'Đăng nhập',
    passkey: 'Dùng khóa truy cập của thiết bị',
    passkeyFailed: 'Chưa dùng được khóa truy cập. Đăng nhập bằng mật khẩu hoặc thử lại.',
    help: 'Quên mật khẩu? Nhờ quản trị của cơ quan đặt lại.',
    secondTitle: 'Nhập mã xác thực',
    secondHint:
      'Mở ứng dụng xác thực trên điện thoại và nhập 6 chữ số. Mất điện thoại: nhập một mã dự phòng.',
    code: 'Mã xác thực',
    verify: 'Xác nhận',
    startAgain: 'Đăng nhập lại từ đầu',
    demoTitle: 'Bản mẫu: chọn một người để vào',
    demoHint: 'Mỗi người thấy đúng phần việc của mình. Không cần mật khẩu; chỉ có ở bản mẫu.',
    demoOthers: (n: number) => `${n} người khác`,
    demoOutside: 'Cổng nộp hồ sơ',
    tagline: 'Văn bản vào, nhiệm vụ ra, không sót việc, không sót hạn.',
  },
  {
    title: 'Sign in',
    userName: 'User name',
    password: 'Password',
    signIn: 'Sign in',
    passkey: 'Use a passkey of this device',
    passkeyFailed: 'The passkey did not work. Sign in with the password, or try again.',
    help: 'Forgot your password? The administrator of your agency can set a new one.',
    secondTitle: 'Enter your code',
    secondHint:
      'Open the authenticator app on your phone and enter its 6 digits. Lost phone: enter a backup code.',
    code: 'Code',
    verify: 'Confirm',
    startAgain: 'Start again',
    demoTitle: 'Demo: choose who you are',
    demoHint: 'Each person sees their own part of the work. No password; only in the demo.',
    demoOthers: (n: number) => `${counted(n, 'other person')}`,
    demoOutside: 'Filing portal',
    tagline: 'A notice in, its directives out; no work lost, no deadline lost.',
  },
);
