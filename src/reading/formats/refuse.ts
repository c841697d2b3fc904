import { Unreadable } from '../extracted.ts';

/** Why files are refused; each sentence says what to do instead. */
const reasons = {
  empty: 'Tệp rỗng. Hãy kiểm tra lại tệp gốc rồi nạp lại.',
  'too-large':
    'Tệp quá lớn so với giới hạn đọc. Hãy tách thành các phần nhỏ hơn hoặc giảm độ phân giải bản quét.',
  password: 'Tệp được bảo vệ bằng mật khẩu nên không đọc được. Hãy mở tệp, bỏ mật khẩu rồi nạp lại.',
  archive: 'Đây là tệp nén. Hãy giải nén rồi nạp từng văn bản bên trong.',
  'old-spreadsheet':
    'Bảng tính dạng cũ (.xls) chưa đọc được. Hãy mở bằng Excel, lưu lại thành .xlsx rồi nạp lại.',
  'binary-spreadsheet':
    'Bảng tính dạng .xlsb chưa đọc được. Hãy mở bằng Excel, lưu lại thành .xlsx rồi nạp lại.',
  presentation: 'Tệp trình chiếu chưa đọc được. Hãy lưu thành PDF rồi nạp lại.',
  'open-document':
    'Tệp OpenDocument (.odt, .ods) chưa đọc được. Hãy lưu thành .docx, .xlsx hoặc PDF rồi nạp lại.',
  'other-office': 'Tệp thuộc loại Office không phải văn bản. Hãy lưu thành .docx hoặc PDF rồi nạp lại.',
  'web-archive':
    'Trang web lưu dạng một tệp (.mht) chưa đọc được. Hãy mở bằng trình duyệt, in ra PDF rồi nạp lại.',
  'word-xml': 'Tệp Word dạng XML chưa đọc được. Hãy mở bằng Word, lưu lại thành .docx rồi nạp lại.',
  message: 'Đây là thư điện tử đã lưu. Hãy mở thư và nạp từng tệp đính kèm.',
  program:
    'Đây là tệp chương trình, không phải văn bản. Không nạp và không mở tệp này nếu không rõ nguồn gốc.',
  media: 'Đây là tệp âm thanh hoặc phim. Hãy nạp bản chữ của văn bản.',
  unknown:
    'Không nhận ra loại tệp. Hãy nạp PDF, Word (.docx, .doc, .rtf), Excel (.xlsx), trang web đã lưu, ảnh quét hoặc tệp chữ.',
  damaged:
    'Tệp bị hỏng nên không đọc được. Hãy mở bằng phần mềm gốc, lưu lại rồi nạp lại, hoặc xin lại tệp từ nơi gửi.',
  bomb: 'Tệp bung ra lớn bất thường (có thể là tệp phá hoại) nên không đọc. Hãy xin lại tệp từ nơi gửi.',
  timeout: 'Đọc tệp quá lâu nên đã dừng. Hãy tách tệp thành các phần nhỏ hơn rồi nạp lại.',
  memory:
    'Tệp cần quá nhiều bộ nhớ nên đã dừng đọc. Hãy tách tệp thành các phần nhỏ hơn hoặc giảm độ phân giải bản quét.',
  stopped:
    'Việc đọc tệp đã dừng giữa chừng. Hãy nạp lại; nếu vẫn lỗi, hãy lưu văn bản thành PDF rồi nạp lại.',
} as const;

export type Refusal = keyof typeof reasons;

/** An `Unreadable` in Vietnamese for a named reason; to be thrown. */
export function refuse(code: Refusal): Unreadable {
  return new Unreadable(code, reasons[code]);
}
