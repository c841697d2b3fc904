import type { ActKind } from '../../domain/directives/facts.ts';
import type { Language } from '../../domain/text/language.ts';
import { sentencesInEnglish } from './sentences-english.ts';

/** Acts on a directive; every one has words here. */
const acts: Record<`directive.${ActKind}`, string> = {
  'directive.accepted': 'nghiệm thu kết quả nhiệm vụ',
  'directive.assigned': 'phân công người thực hiện nhiệm vụ',
  'directive.clockPaused': 'tạm dừng tính hạn nhiệm vụ',
  'directive.clockResumed': 'cho tính tiếp hạn nhiệm vụ',
  'directive.clockStarted': 'ghi sự kiện bắt đầu tính hạn nhiệm vụ',
  'directive.evidenced': 'đính kèm sản phẩm vào nhiệm vụ',
  'directive.extended': 'gia hạn nhiệm vụ',
  'directive.extensionAsked': 'xin gia hạn nhiệm vụ',
  'directive.extensionRefused': 'không đồng ý gia hạn nhiệm vụ',
  'directive.progressed': 'báo cáo tiến độ nhiệm vụ',
  'directive.received': 'nhận nhiệm vụ',
  'directive.refused': 'trả lại nhiệm vụ vì không đúng thẩm quyền',
  'directive.returned': 'trả lại kết quả nhiệm vụ để làm tiếp',
  'directive.stopped': 'dừng thực hiện nhiệm vụ',
  'directive.submitted': 'trình kết quả nhiệm vụ',
  'directive.suspended': 'tạm hoãn nhiệm vụ',
  'directive.transferred': 'chuyển đơn vị chủ trì nhiệm vụ',
  'directive.workResumed': 'cho làm tiếp nhiệm vụ tạm hoãn',
};

/** What an audit event tells an auditor, by its action. A new action without words here still shows, under its own name. */
export const sentences: Record<string, string> = {
  ...acts,
  'account.created': 'tạo tài khoản từ máy chủ',
  'account.backupCodesMade': 'tạo mã dự phòng',
  'account.backupCodeUsed': 'dùng mã dự phòng',
  'account.given': 'cấp tài khoản đăng nhập',
  'account.passkeyAdded': 'thêm khoá truy cập',
  'account.passkeyRemoved': 'bỏ khoá truy cập',
  'account.passkeyRenamed': 'đổi tên khoá truy cập',
  'account.passwordChanged': 'đổi mật khẩu',
  'account.passwordReset': 'đặt lại mật khẩu',
  'account.secondFactorBegun': 'bắt đầu bật xác thực hai lớp',
  'account.secondFactorConfirmed': 'xác nhận mã xác thực hai lớp',
  'account.secondFactorRemoved': 'tắt xác thực hai lớp',
  'act.corrected': 'sửa thông tin một văn bản của địa phương',
  'act.registered': 'ghi một văn bản của địa phương với căn cứ',
  'agency.created': 'thêm cơ quan',
  'agency.viewEnded': 'thôi cho tài khoản cấp trên xem cơ quan',
  'agency.viewGranted': 'cho tài khoản cấp trên xem cơ quan',
  'account.invited': 'mời tổ chức, cá nhân ngoài cơ quan vào cổng nộp hồ sơ',
  'calendar.imported': 'nhập lịch nghỉ chính thức',
  'call.extended': 'gia hạn nhận hồ sơ của một thông báo',
  'call.opened': 'ra thông báo nhận hồ sơ nhiệm vụ KH&CN',
  'conference.amended': 'ghi đính chính thông báo kết luận',
  'conference.answered': 'trả lời kiến nghị tại hội nghị',
  'conference.attended': 'điểm danh hội nghị',
  'conference.calledOff': 'dời, hoãn hoặc huỷ một hội nghị',
  'conference.issued': 'ban hành thông báo kết luận hội nghị',
  'conference.lineWritten': 'ghi một dòng kết luận hội nghị',
  'conference.opened': 'lập hội nghị',
  'conference.owed': 'giao đơn vị trả lời kiến nghị',
  'conference.prepared': 'sửa phần chuẩn bị của hội nghị',
  'conference.proposed': 'ghi kiến nghị của đơn vị tại hội nghị',
  'delegation.ended': 'thôi uỷ quyền làm thay',
  'delegation.given': 'uỷ quyền làm thay',
  'directive.corrected': 'sửa nhiệm vụ',
  'directive.given': 'giao nhiệm vụ',
  'directive.occurrencesMade': 'đưa các kỳ của nhiệm vụ định kỳ vào sổ',
  'directive.partGiven': 'tách một phần việc từ nhiệm vụ',
  'directive.retracted': 'rút lại điều đã ghi ở nhiệm vụ',
  'document.registered': 'vào sổ văn bản',
  'feed.created': 'tạo địa chỉ lịch iCal',
  'feed.revoked': 'thu hồi địa chỉ lịch iCal',
  'intake.confirmed': 'xác nhận văn bản và nhiệm vụ vào sổ',
  'intake.dropped': 'bỏ tệp tiếp nhận',
  'intake.read': 'đọc xong tệp tiếp nhận',
  'intake.readAgain': 'cho đọc lại tệp tiếp nhận',
  'draft.answered': 'ghi ý kiến trả lời về một dự thảo văn bản',
  'draft.asked': 'gửi lấy ý kiến về một dự thảo văn bản',
  'draft.changed': 'sửa thông tin một dự thảo văn bản',
  'draft.entered': 'ghi dự thảo văn bản sang một bước',
  'draft.handled': 'ghi tiếp thu, giải trình một góp ý',
  'draft.imported': 'nhập kế hoạch xây dựng văn bản từ bảng',
  'draft.moved': 'dời kế hoạch một dự thảo văn bản',
  'draft.planned': 'đưa một dự thảo vào kế hoạch xây dựng văn bản',
  'draft.reported': 'báo cáo tiến độ một dự thảo văn bản',
  'draft.retracted': 'rút lại điều đã ghi ở một dự thảo văn bản',
  'draft.sentBack': 'ghi dự thảo văn bản bị đưa trở lại bước trước',
  'draft.stopped': 'dừng xây dựng một dự thảo văn bản',
  'intake.readingBegun': 'bắt đầu đọc tệp tiếp nhận',
  'intake.received': 'tiếp nhận tệp',
  'intake.unreadable': 'không đọc được tệp tiếp nhận',
  'letter.again': 'cho gửi lại một thư nhắc việc',
  'letter.begun': 'bắt đầu gửi một thư nhắc việc',
  'letter.failed': 'không gửi được một thư nhắc việc',
  'letter.handed': 'trao nội dung thư nhắc việc cho máy chủ thư',
  'letter.sent': 'gửi xong một thư nhắc việc',
  'letter.unknown': 'không rõ máy chủ thư đã nhận thư nhắc việc chưa',
  'letter.written': 'viết thư nhắc việc trong ngày',
  'organisation.imported': 'nhập đơn vị và người từ Excel',
  'organisation.reorganised': 'sắp xếp lại tổ chức',
  'inspection.planned': 'đưa một đợt kiểm tra nhiệm vụ vào kế hoạch',
  'inspection.amended': 'sửa kế hoạch của một đợt kiểm tra',
  'inspection.minuted': 'ghi biên bản kiểm tra một nhiệm vụ',
  'inspection.given': 'giao kiến nghị kiểm tra thành nhiệm vụ',
  'inspection.dropped': 'bỏ một đợt kiểm tra khỏi kế hoạch',
  'scienceProgramme.opened': 'ghi chương trình KH&CN',
  'scienceProgramme.recorded': 'ghi khung, ban chủ nhiệm hoặc báo cáo của chương trình KH&CN',
  'taskRule.decided': 'ghi quyết định của cơ quan thay quy tắc nhiệm vụ KH&CN',
  'partner.added': 'thêm tổ chức, cá nhân tham gia nhiệm vụ KH&CN',
  'partner.described': 'sửa thông tin tổ chức, cá nhân tham gia nhiệm vụ KH&CN',
  'person.changed': 'sửa thông tin một người',
  'person.created': 'thêm người',
  'person.merged': 'gộp hai bản ghi của một người',
  'portal.attached': 'gửi một tệp lên cổng nộp hồ sơ',
  'portal.begun': 'bắt đầu soạn hồ sơ nhiệm vụ KH&CN',
  'portal.recorded': 'gửi một bước của nhiệm vụ mình qua cổng',
  'portal.saved': 'lưu hồ sơ đang soạn',
  'portal.submitted': 'nộp hồ sơ nhiệm vụ KH&CN',
  'portal.withdrawn': 'rút hồ sơ nhiệm vụ KH&CN',
  'post.ended': 'cho thôi chức vụ',
  'post.held': 'giao chức vụ',
  'programme.added': 'thêm việc vào chương trình công tác',
  'programme.approved': 'ghi phê duyệt chương trình công tác',
  'programme.changed': 'sửa việc của chương trình công tác',
  'programme.dropped': 'đưa một việc ra khỏi chương trình công tác',
  'programme.given': 'giao một việc của chương trình công tác thành nhiệm vụ',
  'programme.imported': 'nhập chương trình công tác từ bảng',
  'programme.moved': 'chuyển một việc của chương trình công tác sang tháng khác',
  'request.answered': 'trả lời câu hỏi của đơn vị khác',
  'request.asked': 'hỏi đơn vị khác',
  'review.composed': 'viết một phần của báo cáo sơ kết',
  'review.confirmed': 'xác nhận phần của đơn vị trong kỳ sơ kết',
  'review.opened': 'mở một kỳ sơ kết',
  'review.reopened': 'mở lại một kỳ sơ kết đã ký',
  'review.signed': 'ký một kỳ sơ kết',
  'owed.urged': 'nhắc đơn vị về phần sơ kết, câu trả lời, góp ý còn nợ',
  'review.urged': 'nhắc đơn vị về phần của mình trong kỳ sơ kết',
  'review.written': 'viết phần của đơn vị trong kỳ sơ kết',
  'session.demoSignedIn': 'đăng nhập một chạm ở bản mẫu',
  'session.failed': 'đăng nhập không thành công',
  'session.passwordGiven': 'nhập đúng mật khẩu, chờ lớp xác thực thứ hai',
  'session.revoked': 'kết thúc phiên đăng nhập ở máy khác',
  'session.signedIn': 'đăng nhập',
  'session.signedOut': 'đăng xuất',
  'setting.changed': 'đổi thiết lập',
  'setup.tokenMade': 'tạo mã cài đặt',
  'superiorAct.corrected': 'sửa thông tin một văn bản cấp trên',
  'superiorAct.given': 'giao việc sửa các văn bản theo một văn bản cấp trên',
  'superiorAct.registered': 'ghi một văn bản cấp trên sửa đổi, thay thế văn bản khác',
  'superiorAct.spared': 'ghi một văn bản không phải sửa theo văn bản cấp trên',
  'target.amended': 'điều chỉnh chỉ tiêu',
  'target.assigned': 'ghi chỉ tiêu được giao',
  'target.evidenced': 'đính kèm minh chứng chỉ tiêu',
  'target.planned': 'đặt kế hoạch theo quý cho chỉ tiêu',
  'target.reported': 'báo cáo kết quả chỉ tiêu',
  'target.retracted': 'rút lại điều đã ghi ở chỉ tiêu',
  'target.withdrawn': 'thôi giao chỉ tiêu',
  'asset.counted': 'ghi kiểm kê tài sản của một nhiệm vụ KH&CN',
  'asset.none': 'ghi nhiều nhiệm vụ KH&CN không có tài sản',
  'asset.planned': 'ghi phương án xử lý tài sản của nhiều nhiệm vụ KH&CN',
  'asset.decided': 'ghi quyết định xử lý tài sản của nhiều nhiệm vụ KH&CN',
  'asset.handedOver': 'ghi bàn giao tài sản của nhiều nhiệm vụ KH&CN',
  'asset.undone': 'hoàn tác việc xử lý tài sản ghi cho nhiều nhiệm vụ KH&CN',
  'asset.reported': 'báo tiến độ xử lý tài sản nhiệm vụ KH&CN',
  'task.imported': 'nhập danh mục nhiệm vụ KH&CN từ bảng',
  'task.begun': 'lập một nhiệm vụ KH&CN',
  'task.coded': 'đặt mã số một nhiệm vụ KH&CN',
  'task.uncoded': 'bỏ một mã số đặt nhầm của nhiệm vụ KH&CN',
  'task.arranged': 'ghi người ký và các đợt cấp kinh phí của hợp đồng nhiệm vụ KH&CN',
  'task.corrected': 'đính chính điều đã ghi của một nhiệm vụ KH&CN',
  'task.described': 'sửa thông tin một nhiệm vụ KH&CN',
  'task.recorded': 'ghi một bước của nhiệm vụ KH&CN',
  'task.sentBack': 'trả lại điều tổ chức chủ trì gửi về một nhiệm vụ KH&CN',
  'task.regimeDecided': 'ghi quyết định nhiệm vụ KH&CN theo luật nào',
  'template.kept': 'lưu một mẫu Word của cơ quan',
  'template.withdrawn': 'thôi dùng một mẫu Word của cơ quan',
  'token.created': 'tạo mã truy cập API',
  'token.revoked': 'thu hồi mã truy cập API',
  'unit.aliasAdded': 'thêm tên gọi khác của đơn vị',
  'unit.aliasEnded': 'thôi dùng một tên gọi khác của đơn vị',
  'unit.created': 'thêm đơn vị',
  'unit.moved': 'đổi đơn vị trên',
  'unit.fieldSet': 'nêu lĩnh vực của đơn vị',
  'unit.renamed': 'đổi tên đơn vị',
  'view.changed': 'sửa một cách xem đã lưu',
  'view.ended': 'bỏ một cách xem đã lưu',
  'view.saved': 'lưu một cách xem',
  'urging.read': 'đánh dấu đã đọc nhắc việc',
  'urging.told': 'nhắc việc theo hạn',
};

const reviewPrefix = 'review.';
const refusedSuffix = '.refused';
const manySuffix = '.many';

/** Who acts where nobody does. */
export const systemName: Record<Language, string> = { vi: 'Hệ thống', en: 'The system' };

const around = {
  vi: {
    review: 'sửa bản đang rà soát',
    other: (action: string) => `thực hiện «${action}»`,
    many: '(nhiều nhiệm vụ một lần)',
    refused: '(không thành công)',
  },
  en: {
    review: 'changed a reading under review',
    other: (action: string) => `did “${action}”`,
    many: '(many directives at once)',
    refused: '(not successful)',
  },
};

/** One sentence: «Nguyễn Văn An đổi tên đơn vị «Phòng A»». */
export function auditSentence(
  event: { who: string; action: string; detail: unknown },
  language: Language = 'vi',
): string {
  const { review, other, many: manyWords, refused: refusedWords } = around[language];
  const known = language === 'vi' ? sentences : sentencesInEnglish;
  const refused = event.action.endsWith(refusedSuffix);
  const tried = refused ? event.action.slice(0, -refusedSuffix.length) : event.action;
  const many = tried.endsWith(manySuffix);
  const action = many ? tried.slice(0, -manySuffix.length) : tried;
  const said = known[action] ?? (action.startsWith(reviewPrefix) ? review : other(action));
  const named = nameIn(event.detail);
  return [event.who, said, many && manyWords, named && `«${named}»`, refused && refusedWords]
    .filter(Boolean)
    .join(' ');
}

/** What the event is about, where its detail says so. */
function nameIn(detail: unknown): string | null {
  if (typeof detail !== 'object' || detail === null) return null;
  for (const key of ['name', 'alias', 'userName', 'decision']) {
    const value: unknown = Reflect.get(detail, key);
    if (typeof value === 'string' && value !== '') return value;
  }
  return null;
}
