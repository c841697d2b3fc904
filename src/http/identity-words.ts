import { Refused } from '../features/context.ts';

const wrongSignIn = 'Tên đăng nhập hoặc mật khẩu chưa đúng. Kiểm tra chữ hoa, bộ gõ rồi thử lại.';

/** A user name that cannot be one tells no more than one that is not. */
const noUserName = /^(?:INVALID_USERNAME|USERNAME_TOO_(?:SHORT|LONG))$/u;

/** What the identity library refuses, in Vietnamese with what to do. */
const words: Record<string, string> = {
  INVALID_USERNAME_OR_PASSWORD: wrongSignIn,
  INVALID_PASSWORD: 'Mật khẩu hiện tại chưa đúng.',
  PASSWORD_TOO_SHORT: 'Mật khẩu mới quá ngắn.',
  PASSWORD_TOO_LONG: 'Mật khẩu mới quá dài; tối đa 200 ký tự.',
  INVALID_CODE: 'Mã xác thực chưa đúng hoặc đã hết hạn. Lấy mã mới trong ứng dụng rồi nhập lại.',
  INVALID_BACKUP_CODE: 'Mã dự phòng chưa đúng hoặc đã dùng.',
  INVALID_TWO_FACTOR_COOKIE: 'Bước xác thực đã quá thời gian. Đăng nhập lại từ đầu.',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'Nhập sai mã nhiều lần. Đăng nhập lại từ đầu.',
  ACCOUNT_TEMPORARILY_LOCKED: 'Nhập sai mã nhiều lần nên bước này tạm khoá. Chờ 15 phút rồi đăng nhập lại.',
  TOTP_NOT_ENABLED: 'Tài khoản chưa bật xác thực hai lớp.',
  TWO_FACTOR_NOT_ENABLED: 'Tài khoản chưa bật xác thực hai lớp.',
  PASSKEY_NOT_FOUND: 'Khoá truy cập này chưa được đăng ký.',
  CHALLENGE_NOT_FOUND: 'Bước xác thực đã quá thời gian. Thử lại từ đầu.',
};

/** A refusal of the identity library as one of ours. */
export function identityRefusal(status: number, answer: unknown): Refused | Error {
  const code = typeof answer === 'object' && answer !== null && 'code' in answer ? String(answer.code) : '';
  if (noUserName.test(code)) return Refused.unauthenticated(wrongSignIn);
  const detail = words[code];
  if (status === 401) return Refused.unauthenticated(detail);
  if (status === 403) return Refused.forbidden(detail);
  if (status === 404) return Refused.notFound(detail);
  if (status === 429)
    return Refused.tooMany(detail ?? 'Nhiều lần thử trong một phút. Chờ một phút rồi thử lại.');
  if (status < 500) return Refused.invalid([], detail ?? 'Yêu cầu chưa đúng. Kiểm tra lại rồi thử lại.');
  return new Error(`Identity library answered ${status} ${code}`);
}
