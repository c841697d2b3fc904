import { Lexicon } from '../directives/tokens.ts';

/** First words of the names of bodies and of posts, as state papers print them. */
export const heads = new Lexicon(`
bộ, sở, phòng, ban, cục, tổng cục, chi cục, vụ, viện, trung tâm, văn phòng, thanh tra, kiểm toán, kho bạc, ngân hàng, cơ quan,
ủy ban, uỷ ban, ubnd, hđnd, hội đồng, ubmttq, mặt trận, đoàn, đoàn thanh niên, đoàn tn, hội, liên hiệp hội, liên đoàn, công đoàn, liên minh, quỹ, trạm, đội, tổ, tổ công tác,
nhóm, trường, trường đại học, học viện, bệnh viện, nhà máy, công ty, tổng công ty, tập đoàn, doanh nghiệp nhà nước, nhà đầu tư, công an, bộ đội, bảo hiểm xã hội, đài, báo, tạp chí, thư viện,
chính phủ, thủ tướng, phó thủ tướng, chính quyền, chủ tịch, phó chủ tịch, bộ trưởng, thứ trưởng, giám đốc, phó giám đốc, thủ trưởng, lãnh đạo,
trưởng, trưởng phòng, trưởng ban, phó, chánh, chánh văn phòng, phó chánh văn phòng, chánh thanh tra, hiệu trưởng, viện trưởng, cục trưởng, chi cục trưởng, tổng cục trưởng, kế toán, kế toán trưởng,
bí thư, thường trực, tỉnh ủy, thành ủy, huyện ủy, đảng ủy, đảng bộ, chi bộ, csgt, đơn vị, ngành, địa phương, tỉnh, huyện, thị xã, thành phố, xã, quận, phường, cán bộ, công chức, viên chức,
bch, bql, sở ngành, sở ban ngành, bộ ngành, chủ đầu tư, chủ nhiệm, ban quản lý, ban chỉ đạo, ban giám đốc, ban giám hiệu, hợp tác xã, acv, evn, vp, tt, bộ phận, người đứng đầu,
người đại diện, bgđ, gđ, pgđ, các cấp, các bên, hai bên, hai ngành, thành viên, tổ trưởng, đồng chí, đ/c, ông, bà, cô, thầy, anh, chị, hạt, ubmt, ttg, cdc, vnpt, viettel, hiệp hội, câu lạc bộ, tổng giám đốc, toà án, tòa án, viện kiểm sát, mttq, cấp ủy, chi nhánh, nhà trường, cơ sở, nhà thầu, phân viện, khoa,
thị trấn, thôn, đảng đoàn, ban cán sự đảng, bưu điện, điện lực, thành đoàn, tỉnh đoàn, cổng thông tin, cổng thông tin điện tử, liên hiệp các hội, quân khu, cảnh sát, bộ chỉ huy, bộ tư lệnh,
hải quan, cảng vụ, vườn quốc gia, nhà xuất bản, cụm thi đua, khối thi đua, ban thường vụ, kiểm lâm, biên phòng, trợ lý, thư ký, thống đốc, tư lệnh, phó tư lệnh, chính ủy, phó chính ủy, chỉ huy trưởng, phó chỉ huy trưởng, tham mưu trưởng, tổng tham mưu trưởng, trung tướng, thiếu tướng, thượng tướng, đại tướng, đại tá, thượng tá, tổng biên tập, chủ nhiệm đề tài, nhóm nghiên cứu,
bảo tàng, nhà hát, nhà văn hóa, nhà khách, khu bảo tồn, trại giam, lâm trường, nông trường, xí nghiệp, trung đoàn, đồn biên phòng, hải đội, phân hiệu, tiểu ban, điểm thi, khu phố, quân đội,
lực lượng chức năng, lực lượng công an, lực lượng kiểm lâm, lực lượng quân đội, lực lượng vũ trang, lực lượng quản lý thị trường, lực lượng thanh tra, lực lượng cảnh sát, lực lượng biên phòng,
ủy viên, chuyên viên, văn thư, thủ quỹ, phóng viên, tổng kiểm toán, tổng thư ký, thuế tỉnh, thuế thành phố, thuế cơ sở, thống kê tỉnh, agribank, thông tấn xã, viễn thông, đặc khu`);

/** Words that begin like a head and are none («Trường hợp», «Tổ chức»). */
export const falseHeads = new Lexicon(`
trường hợp, hội nghị, hội thảo, hội chợ, hội thi, hội diễn, cơ sở vật chất, cơ sở dữ liệu, cơ sở hạ tầng, cơ sở pháp lý, đội ngũ, bộ thủ tục, bộ tiêu chí, bộ chỉ số,
báo cáo, báo chí, tổ chức, đoàn kết, quỹ đất, tổ hợp, phòng chống, phòng ngừa, ban hành, ban đầu, thường trực hội nghị, xã hội, xã hội hóa, thành phần, thành tích, vụ việc, vụ án,
vụ mùa, đơn vị tính, viện trợ, trường học an toàn, đội hình, cấp ủy viên, nhóm giải pháp, nhóm nhiệm vụ, nhóm vấn đề, hội nhập, thanh tra toàn diện, trạm thu phí, sở hữu, sở hữu trí tuệ, phó mặc, trường tồn, kế toán viên, bà con, ông cha, đài thọ, khoa học, thanh tra lại, tổ chức thực hiện`);

/** Heads only in the plural («các doanh nghiệp»): alone they are people a rule or a story speaks of. */
export const pluralHeads = new Lexicon(
  'doanh nghiệp, hộ kinh doanh, chủ rừng, tổ chức, hợp tác xã, nhà mạng, giáo viên, lực lượng, trường, đại lý, hội, khối, thị trấn, bản, buôn, ấp, cụm, chủ hồ, đơn vị quản lý',
);

/** Words before a name that make it plural or formal. */
export const determiners = new Lexicon(
  'các, những, từng, mỗi, toàn thể, tất cả, tất cả các, một số, toàn bộ, cả, lãnh đạo các',
);

/** Those who give orders in reports and in the press. */
export const leaders = new Lexicon(`
thủ tướng, phó thủ tướng, chính phủ, chủ tịch, phó chủ tịch, bộ trưởng, thứ trưởng, bí thư, phó bí thư, tổng bí thư, giám đốc, phó giám đốc, chủ nhiệm,
ubnd, ủy ban nhân dân, uỷ ban nhân dân, tỉnh ủy, thành ủy, thường trực, ban thường vụ, bgđ, gđ, ông, bà, thống đốc, cục trưởng, tổng cục trưởng, viện trưởng, trưởng ban, phó trưởng ban, lãnh đạo, chủ trì hội nghị, đồng chí, ban giám đốc, quốc hội, ban chỉ đạo, tổng giám đốc, hiệu trưởng, chính quyền, thành phố, tỉnh,
tư lệnh, phó tư lệnh, chính ủy, phó chính ủy, chỉ huy trưởng, phó chỉ huy trưởng, tham mưu trưởng, tổng tham mưu trưởng, phó tổng tham mưu trưởng, trung tướng, thiếu tướng, thượng tướng, đại tướng, đại tá, thượng tá,
công điện, công văn, chỉ thị, kết luận, văn bản`);

/** Lower-case words that are verbs elsewhere but stand right after a head as part of its name («Phòng quản lý khoa học»). */
export const nameVerbs = new Lexicon(`
quản lý, chỉ đạo, phát triển, đổi mới, đầu tư, thẩm định, kiểm tra, giám sát, tư vấn, thanh tra, xây dựng, nghiên cứu, ứng dụng,
chuyển giao, đào tạo, tổ chức, hỗ trợ, thông tin, điều phối, vận động, soạn thảo, kiểm định, thử nghiệm, kiểm nghiệm, điều hành, bảo vệ,
phòng chống, chuyển đổi, tiếp công dân, khai thác, kiểm toán, thống kê, tổng hợp, tham mưu, xúc tiến, giải phóng mặt bằng, cải cách,
khuyến khích, biên tập, truyền thông, bồi dưỡng, bảo tồn, phục vụ, đăng ký, sắp xếp, quản trị, đánh giá, giám định, hợp tác, đối ngoại, cung ứng, dự báo, cấp cứu, chăm sóc,
thi hành, quan trắc, huấn luyện, dạy nghề, chữa cháy, cứu nạn, kiểm nghiệm, khảo nghiệm, điều trị, phục hồi, kiểm sát, công chứng, đấu giá, ươm tạo, tuyển sinh, tiếp dân, bảo trợ, đầu tư xây dựng`);

/** Words of names whose later syllables are verbs or marks of telling elsewhere («Phòng Quản trị - Thiết bị»). */
export const nameWords = new Lexicon(`
hậu cần, an toàn thông tin, công nghệ thông tin, quản lý đấu thầu, quản lý khám, truyền hình và thông tin, tội phạm sử dụng, trật tự xây dựng, dịch vụ đấu giá, an toàn vệ sinh, vệ sinh môi trường, nước sạch và vệ sinh, trật tự, y tế dự phòng, kinh tế hợp tác, thiết bị, công lập,
cây trồng, trực thuộc, đơn vị còn lại, phòng còn lại, cơ quan còn lại, địa phương còn lại, theo dõi thi hành, sử dụng công nghệ cao, nội tổng hợp, công trình, chương trình, quy trình, lộ trình, hành trình, tiến trình, giáo trình, công bộ, dân lập, thành lập, hợp đồng lao động`);

/** The commas inside names: the word before and the one behind. */
export const nameCommas = new Set(
  'phòng,chống tỉnh,thành huyện,thị khám,chữa thanh,truyền tạo,bồi biến,giáo nhũng,tiêu trồng,vật bản,in tư,thương chất,chế nghiệp,dịch dựng,nhà cháy,chữa sinh,sinh chức,viên'.split(
    ' ',
  ),
);

/** The heads that take such a verb into their name. */
export const verbHeads = new Lexicon(`
phòng, ban, trung tâm, tổ, đội, bộ phận, cục, chi cục, vụ, quỹ, hội đồng, viện, cơ quan, đơn vị, nhóm, ban chỉ đạo, ban quản lý, tổ công tác, trạm, khoa, hội, công ty, trưởng phòng, văn phòng điều phối, nhà thầu, trường, ban điều hành`);

/** Everybody at once: an instruction to these with nothing but «nghiêm túc thực hiện» closes a paper, it is no task. */
export const everybody = new Lexicon(`
các phòng, các đơn vị, các cơ quan, các sở, các ban, các ngành, các địa phương, các cấp, thủ trưởng các, trưởng các, thủ trưởng, các đồng chí, các ông, toàn thể, các cá nhân, lãnh đạo các, các bộ, đơn vị, quý đơn vị, quý cơ quan,
giám đốc các, giám đốc sở, chủ tịch ubnd các, chủ tịch ủy ban nhân dân các, ubnd các, ủy ban nhân dân các, hiệu trưởng các, các thành viên, các tổ chức`);

/** Kinds of bodies that rules speak of. */
export const genericHeads = new Lexicon(
  'cơ quan, doanh nghiệp, đơn vị, tổ chức, cơ sở, nhà thầu, công ty, ngân hàng, hợp tác xã, hội đồng, người đứng đầu, chủ đầu tư, cán bộ, công chức, nhóm, trường, thành viên, các doanh nghiệp, các tổ chức, các cơ sở, các ngân hàng, các hợp tác xã',
);

/** Those whom others only ask: an order to them in the press is a proposal. */
export const superiors = new Lexicon(
  'thủ tướng, phó thủ tướng, chính phủ, quốc hội, tổng bí thư, bộ chính trị, ban bí thư, trung ương đảng, nhà nước',
);

/** Bodies that order those below them; what they ask of their equals or superiors is a proposal. */
export const agencies = new Lexicon(`
bộ, sở, cục, tổng cục, ngân hàng nhà nước, bảo hiểm xã hội, thanh tra, kiểm toán nhà nước, kho bạc nhà nước, viện kiểm sát, công an, hđnd, hội đồng nhân dân, tp, tphcm, tp.hcm, huyện, quận`);

/** Equals of a ministry. */
export const peers = new Lexicon(`
bộ, các bộ, bộ trưởng, các bộ trưởng, văn phòng chính phủ, ngân hàng nhà nước, thanh tra chính phủ, kiểm toán nhà nước, thủ tướng, chính phủ, quốc hội, ủy ban thường vụ quốc hội, các cơ quan chức năng`);
