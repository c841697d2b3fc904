import { Lexicon } from '../directives/tokens.ts';

/** Papers, events and things that offices are asked for. */
export const productNouns = new Lexicon(`
kế hoạch, đề án, dự án, quyết định, nghị quyết, báo cáo, tờ trình, công văn, danh mục, hồ sơ, dự thảo, chương trình, quy chế, quy định, hướng dẫn,
hội nghị, hội thảo, tọa đàm, biên bản, hợp đồng, dự toán, phương án, văn bản, thông báo, nghị định, thông tư, chỉ thị, đề cương, lớp tập huấn,
bản tin, chuyên mục, cơ sở dữ liệu, phần mềm, hệ thống, bộ chỉ số, biểu, bảng, danh sách, quy trình, định mức, quy hoạch, chiến lược, thuyết minh,
trang thông tin điện tử, cổng thông tin, lịch, sổ tay, tài liệu, mô hình, đề tài, nhiệm vụ, thủ tục`);

/** Nouns that are counted. */
export const quantityNouns = new Lexicon(`
nhiệm vụ, đề tài, dự án, đề án, cuộc thanh tra, cuộc kiểm tra, cuộc họp, cuộc, hội nghị, hội thảo, lớp, lớp tập huấn, mô hình, sản phẩm, hồ sơ, báo cáo, bài báo, bài viết, bài,
đơn vị, doanh nghiệp, cơ sở, tổ chức, cá nhân, học viên, lượt người, người, hộ, hộ dân, xã, huyện, kỳ, số, số bản tin, bản tin, văn bản, thủ tục, chỉ tiêu, tiêu chí,
quy trình, mẫu, mẫu phương tiện đo, phương tiện đo, sáng kiến, giải pháp, bằng sáng chế, nhãn hiệu, đơn, buổi, đợt, chuyên đề, tỷ đồng, triệu đồng, ha, km, thành viên, cán bộ, công trình, điểm`);
