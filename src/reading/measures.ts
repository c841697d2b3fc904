/** Sums of money and shares: what is measured is said before them, not after. */
const money =
  'nghìn tỷ đồng|ngàn tỷ đồng|tỷ đồng|tỉ đồng|triệu đồng|nghìn đồng|ngàn đồng|triệu USD|tỷ USD|đồng|USD|tỷ|tỉ|triệu|phần trăm|%';

/** Things that agencies count in plans and reports. */
const counted =
  'nhiệm vụ|việc|câu hỏi|dự thảo|ý kiến|đề tài|dự án|đề án|hồ sơ|văn bản|hợp đồng|sản phẩm|mô hình|chỉ tiêu|tiêu chí|tiêu chuẩn|quy chuẩn|quyết định|nghị quyết|' +
  'báo cáo|kế hoạch|cuộc thanh tra|cuộc kiểm tra|cuộc họp|cuộc|đợt|lượt người|lượt|lớp|hội nghị|hội thảo|đơn vị|cơ sở|tổ chức|' +
  'doanh nghiệp|hợp tác xã|hộ|cá nhân|tập thể|người|cán bộ|công chức|viên chức|học viên|học sinh|nhà khoa học|chuyên gia|giải pháp|' +
  'sáng kiến|sáng chế|bằng độc quyền|đơn đăng ký|giấy chứng nhận|giấy phép|giấy xác nhận|nhãn hiệu|chứng chỉ|thủ tục hành chính|' +
  'thủ tục|dịch vụ|phương tiện đo|phương tiện|mẫu|lô hàng|thiết bị|bài báo|bài viết|bài|tin|ấn phẩm|phòng|xã|phường|huyện|' +
  'trường hợp|vụ việc|vụ|ha|km|tấn|kg|m2|m²|điểm|cái|bộ|giải';

/** Units of figures, each longer one before the shorter one it begins with. */
export const measures: readonly string[] = `${money}|${counted}`.split('|');

/** Whether a unit is one of money or a share. */
export const isMoneyOrShare = (unit: string): boolean =>
  money.toLowerCase().split('|').includes(unit.toLowerCase());
