import { words } from '../i18n/language.ts';

/** Words of files that go along with a dossier or a step. */
export const attachmentWords = words(
  {
    files: 'Tệp đính kèm',
    filesHint:
      'PDF, Word (.docx), Excel (.xlsx) hoặc ảnh, mỗi tệp đến 32 MB. Tệp được mở thử trước khi nhận.',
    attach: 'Thêm tệp',
    attaching: (name: string, at: string) => `Đang gửi và kiểm tra ${name} (${at})…`,
    stillSending: 'Tệp chưa gửi xong. Chờ gửi xong rồi bấm lại.',
    remove: (name: string) => `Bỏ ${name}`,
    refused: (name: string, reason: string) => `Không nhận «${name}». ${reason}`,
  },
  {
    files: 'Attachments',
    filesHint:
      'PDF, Word (.docx), Excel (.xlsx) or pictures, up to 32 MB each. Each file is opened for a try before it is taken.',
    attach: 'Add a file',
    attaching: (name: string, at: string) => `Sending and checking ${name} (${at})…`,
    stillSending: 'A file is still being sent. Wait until it has come, then press again.',
    remove: (name: string) => `Remove ${name}`,
    refused: (name: string, reason: string) => `“${name}” was not taken. ${reason}`,
  },
);
