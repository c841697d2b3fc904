import { counted } from '../i18n/format.ts';
import { words } from '../i18n/language.ts';

export const auditWords = words(
  {
    title: 'Nhật ký',
    hint: 'Mọi lần ghi và đăng nhập. Các dòng được niêm phong bằng chuỗi băm: sửa một dòng là thấy ngay.',
    verify: 'Kiểm tra chuỗi băm',
    intact: (events: string, seals: string) => `Nguyên vẹn: ${events} sự kiện, ${seals} dấu niêm phong.`,
    broken: 'Nhật ký không còn nguyên vẹn. Giữ nguyên máy chủ, báo người phụ trách an toàn thông tin.',
    when: 'Lúc',
    who: 'Ai',
    what: 'Việc',
    sealed: 'Niêm phong',
    yes: 'đã niêm phong',
    notYet: 'chờ đợt sau',
    detail: 'Chi tiết',
    ofRecord: 'cùng bản ghi',
    none: 'Chưa có sự kiện nào',
    one: 'Chỉ sự kiện của một bản ghi',
    clear: 'Xem tất cả',
    openDirective: 'Mở nhiệm vụ',
  },
  {
    title: 'Audit log',
    hint: 'Every write and sign-in. Rows are sealed by a hash chain: a changed row shows at once.',
    verify: 'Verify the hash chain',
    intact: (events: string, seals: string) =>
      `Intact: ${counted(events, 'event')}, ${counted(seals, 'seal')}.`,
    broken: 'The log is no longer intact. Leave the server as it is and tell whoever answers for security.',
    when: 'When',
    who: 'Who',
    what: 'What',
    sealed: 'Sealed',
    yes: 'sealed',
    notYet: 'with the next batch',
    detail: 'Details',
    ofRecord: 'same record',
    none: 'No events yet',
    one: 'Events of one record only',
    clear: 'Show all',
    openDirective: 'Open the directive',
  },
);
