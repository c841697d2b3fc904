import { language } from './language.ts';

/** Why an act is not possible, as the server says it, in English. */
const inEnglish: Record<string, string> = {
  'Việc của người giao: lãnh đạo, văn phòng hoặc trưởng đơn vị đã giao phần việc này.':
    'For whoever gave it: directors, the office, or the head who broke this part off.',
  'Việc của trưởng đơn vị chủ trì.': 'For the head of the leading unit.',
  'Việc của trưởng đơn vị chủ trì hoặc người được phân công.':
    'For the head of the leading unit or the person it is assigned to.',
  'Việc của đơn vị chủ trì.': 'For the leading unit.',
  'Việc của đơn vị chủ trì hoặc phối hợp.': 'For the units that lead or help.',
  'Việc của người giao hoặc trưởng đơn vị chủ trì.': 'For whoever gave it or the head of the leading unit.',
  'Nhiệm vụ đã nghiệm thu.': 'The result has been accepted.',
  'Nhiệm vụ đã dừng.': 'It has been stopped.',
  'Nhiệm vụ đang tạm hoãn; cho làm tiếp trước.': 'It is suspended; let it go on first.',
  'Đơn vị đã trả lại vì không đúng thẩm quyền; chờ giao lại.':
    'The unit declined it as outside its competence; it waits to be given anew.',
  'Đã trình kết quả, đang chờ xác nhận.': 'The result is submitted and waits for confirmation.',
  'Chưa trình kết quả.': 'No result has been submitted.',
  'Nhiệm vụ không có hạn để gia hạn.': 'There is no deadline to extend.',
  'Hạn không tính từ một sự kiện.': 'The deadline does not count from an event.',
  'Chưa có sự kiện bắt đầu tính hạn.': 'The event that starts the clock has not come.',
  'Hạn đang tạm dừng tính.': 'The clock stands still.',
  'Hạn không tạm dừng.': 'The clock does not stand still.',
  'Nhiệm vụ đã được nhận.': 'It has been received.',
  'Đã báo cáo tiến độ; trao đổi với người giao để chuyển đơn vị.':
    'Progress has been reported; ask whoever gave it to move it to another unit.',
  'Đã xin gia hạn, đang chờ trả lời.': 'An extension is asked for and waits for an answer.',
  'Không có đề nghị gia hạn nào đang chờ.': 'No extension is asked for.',
  'Hạn đã bắt đầu tính.': 'The clock has started.',
  'Nhiệm vụ không tạm hoãn.': 'It is not suspended.',
  'Việc do chính anh/chị trình hoặc đề nghị: không tự xác nhận thay người khác.':
    'You submitted or asked for it yourself: nobody confirms their own in another’s stead.',
  'Chỉ rút lại được điều ghi sau cùng.': 'Only what was recorded last can be taken back.',
  'Nội dung giao được sửa bằng đính chính.': 'What was given is put right by a correction.',
  'Việc chuyển theo sắp xếp lại tổ chức không rút lại từng nhiệm vụ; chuyển đơn vị nếu cần.':
    'A move by a reorganisation is not taken back one by one; move it to another unit if need be.',
  'Kỳ này đã ký, không sửa được. Phần khác so với hôm nay xem ở «Khi ký và hôm nay».':
    'This review is signed and cannot be changed. What differs today stands under “Then and now”.',
  'Thông báo đã ban hành, không sửa được. Ghi đính chính nếu có chỗ sai.':
    'The notice is issued and cannot be changed. Record an amendment where something is wrong.',
  'Chỉ người có chức vụ ở đơn vị ghi được kiến nghị của đơn vị ấy.':
    'Only somebody with a post at the unit may propose for it.',
  'Chỉ Giám đốc, cấp phó, hoặc người được ký thay, thừa lệnh, thừa uỷ quyền trong ngày ban hành được. Trình người ký.':
    'Only the director, a deputy, or who may sign in their stead today can issue it. Submit it to them.',
  'Chưa đến ngày hội nghị. Điểm danh từ ngày ấy.':
    'The day of the conference has not come. Attendance is recorded from then on.',
  'Chưa đến ngày hội nghị. Ban hành từ ngày ấy.':
    'The day of the conference has not come. The notice is issued from then on.',
  'Thông báo chưa ban hành. Sửa thẳng vào dòng kết luận.':
    'The notice is not issued yet. Change the lines themselves.',
  'Đây là ý kiến để ghi nhận, không phải trả lời.': 'This is a remark to be noted, not to be answered.',
  'Đã có câu trả lời. Tải lại để xem.': 'It has been answered. Reload to see the answer.',
  'Chưa giao đơn vị nào trả lời. Văn phòng giao trước đã.':
    'Nobody owes the answer yet. The office assigns it first.',
  'Chỉ người có chức vụ ở đơn vị được giao trả lời được.':
    'Only somebody with a post at the unit that owes the answer may answer.',
  'Chức vụ của anh/chị chưa ghi chức danh nên không lập được dòng ký. Nhờ quản trị ghi chức danh («Phó Giám đốc») ở Tổ chức, rồi ký lại.':
    'Your post bears no title, so no line to sign under can be put together. Have the administrator enter it under Organisation, then sign.',
  'Hội nghị đã có kết luận nên không hoãn, huỷ được. Bỏ các dòng kết luận nếu ghi nhầm, hoặc ban hành thông báo.':
    'The conference has conclusions and cannot be called off. Take the lines out where they are mistaken, or issue the notice.',
  'Hội nghị đã huỷ. Dời sang ngày khác nếu vẫn họp.':
    'The conference is cancelled. Move it to a day if it is held after all.',
  'Hội nghị đang hoãn. Dời sang ngày họp mới trước đã.':
    'The conference is put off. Move it to a new day first.',
  'Chỉ Giám đốc ký. Trình Giám đốc khi đã đủ.': 'Only the director signs. Submit it once it is complete.',
  'Người làm thay chưa ký được trên hệ thống. Trình Giám đốc ký.':
    'Whoever acts in another’s stead cannot sign here. Submit it to the director.',
  'Đơn vị đã xác nhận. Sửa lời thì xác nhận lại.': 'The unit has confirmed. Edited words are confirmed anew.',
  'Đơn vị chưa viết gì. Viết ít nhất một phần rồi xác nhận.':
    'The unit has written nothing. Write at least one part, then confirm.',
  'Chỉ người đã ghi được rút lại.': 'Only whoever recorded it can take it back.',
};

const product = /^Chưa đính kèm sản phẩm: (?<name>.+)\.$/su;

/** A reason of the server in the language of the screens; as it is where English has none of its own. */
export function showReason(reason: string): string {
  if (language() === 'vi') return reason;
  const { name } = product.exec(reason)?.groups ?? {};
  return name === undefined ? (inEnglish[reason] ?? reason) : `The product is not attached: ${name}.`;
}
