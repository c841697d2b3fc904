import { Lexicon } from '../directives/tokens.ts';

/** What offices are told to do: verbs that name work one can be held to (usage of decree 30/2020 papers). */
export const taskVerbs = new Lexicon(`
tham mưu, rà soát, xây dựng, ban hành, tổ chức, triển khai, thực hiện, hoàn thành, hoàn thiện, hoàn chỉnh,
trình, báo cáo, tổng hợp, kiểm tra, giám sát, theo dõi, đôn đốc, hướng dẫn, thẩm định, thẩm tra, nghiệm thu,
quyết toán, thanh toán, thanh lý, giải ngân, cấp phát, cấp kinh phí, phân bổ, bố trí, cân đối, điều hòa, điều chỉnh,
bổ sung, sửa đổi, cập nhật, đề xuất, kiến nghị, nghiên cứu, khảo sát, điều tra, thống kê, phân tích, đánh giá,
tổng kết, sơ kết, chuẩn bị, phục vụ, cung cấp, công bố, công khai, đăng tải, đăng ký, tiếp nhận, giải quyết, xử lý,
khắc phục, chấn chỉnh, làm rõ, làm việc với, xác định, xác minh, kết luận, thanh tra, kiểm toán, kiểm kê, kiểm soát,
kiểm điểm, quản lý, vận hành, khai thác, duy trì, bảo trì, nâng cấp, sửa chữa, mua sắm, đầu tư, đấu thầu, lựa chọn,
lập, lập hồ sơ, lập kế hoạch, lập danh sách, lập dự toán, soạn thảo, dự thảo, chủ trì, phối hợp, chỉ đạo, lãnh đạo,
điều hành, phân công, quán triệt, phổ biến, tuyên truyền, truyền thông, thông tin, thông báo, vận động, khuyến khích, động viên,
đào tạo, bồi dưỡng, tập huấn, hỗ trợ, tạo điều kiện, bảo đảm, đảm bảo, thúc đẩy, phát triển, mở rộng, nhân rộng,
phát huy, nâng cao, cải thiện, đổi mới, cải cách, sắp xếp, kiện toàn, thành lập, giải thể, sáp nhập, bàn giao, chuyển giao,
di dời, giải phóng mặt bằng, thu hồi, thoái vốn, tháo gỡ, rút ngắn, cắt giảm, giảm, tiết kiệm, thu hút, kêu gọi, huy động,
quy định, quyết định, phê duyệt, chấp thuận, cho ý kiến, góp ý, lấy ý kiến, tham gia ý kiến, tham vấn, trả lời, phúc đáp, giải trình, tiếp thu,
gửi, nộp, cung ứng, chuyển, mời, cử, họp, dừng, tạm dừng, ngừng, đình chỉ, chấm dứt, hủy, hủy bỏ, bãi bỏ, không thực hiện, không tổ chức, không triển khai,
xem xét, đối chiếu, so sánh, cụ thể hóa, lồng ghép, gắn, kết nối, chia sẻ, tích hợp, số hóa, ứng dụng, chuyển đổi,
ký kết, ký, đàm phán, hợp tác, liên hệ, trao đổi, tiếp xúc, tiếp công dân, thuê, thí điểm, thi công, khởi công, nghiệm thu,
bảo vệ, bảo quản, lưu trữ, phòng ngừa, phòng chống, ngăn chặn, đấu tranh, xử phạt, cảnh báo, khoanh vùng, ứng phó,
có kế hoạch, có báo cáo, có giải pháp, có biện pháp, có phương án, có kết luận, có văn bản, có ý kiến, có hướng dẫn, có trách nhiệm,
khen thưởng, kỷ luật, biểu dương, nhắc nhở, tôn vinh, xét chọn, tuyển dụng, bổ nhiệm, luân chuyển, bình xét, chấm điểm,
chịu trách nhiệm, chấp hành, tuân thủ, bám sát, nắm, nắm tình hình, rút kinh nghiệm, đẩy nhanh, đưa vào, giao nộp, cam kết,
phát hiện, chăm lo, quan tâm, xúc tiến, quảng bá, giới thiệu, trưng bày, biên soạn, biên tập, xuất bản, in ấn, phát hành,
mở, tiến hành, ưu tiên, cải tạo, trang bị, lắp đặt, kiểm định, hiệu chuẩn, thử nghiệm, chứng nhận, công nhận, cấp giấy, cấp phép, bảo hộ,
phát động, đối thoại, tham dự, tham gia, thu thập, xử lý dứt điểm, tất toán, thu nộp, đề nghị, yêu cầu, thay thế, tìm kiếm, hình thành, chốt, hoàn trả,
làm sạch, làm tốt, làm việc, làm thủ tục, làm căn cứ, đơn giản hóa, hiện đại hóa, chuẩn hóa, xã hội hóa, đồng bộ hóa, cổ phần hóa, đưa, tăng, nâng,
điều chuyển, điều động, phân cấp, ủy quyền, phân loại, phân định, kiểm đếm, đo đạc, cắm mốc, đền bù, bồi thường, tái định cư, giải tỏa, cưỡng chế,
thu ngân sách, chi trả, cấp bổ sung, cấp đủ, tạm ứng, hoàn ứng, đối soát, hậu kiểm, tính toán, rà, khôi phục, duy tu, trồng rừng, trồng cây, chăm sóc,
trực ban, túc trực, sơ tán, cứu trợ, cứu hộ, tìm kiếm cứu nạn, tiêm, xét nghiệm, cách ly, giám định, tiêu hủy, dự trữ, bình ổn, điều tiết, tiêu thụ,
ổn định, kiềm chế, cơ cấu lại, tái cơ cấu, giữ vững, giữ gìn, bảo tồn, tôn tạo, đón tiếp, thiết lập, thiết kế, vận chuyển, phân luồng, tuần tra, truy quét,
trấn áp, khởi tố, phản biện, tư vấn, phản ánh, kê khai, niêm yết, hạch toán, nhập dữ liệu, đồng bộ, sao lưu, phụ trách, cải tiến, 
cân nhắc, chú ý, xếp loại, xếp hạng, bình chọn, nhận diện, dự báo, dự phòng, liên kết, hợp nhất, tập hợp, hạn chế, loại bỏ, xóa bỏ, không để, không được,
tuyệt đối không, chấp thuận chủ trương, thống nhất phương án, gia cố, khơi thông, thông xe, khánh thành, bàn bạc, thảo luận, ra quân, thẩm duyệt, tham vấn ý kiến,
thực hành, vào cuộc, sẵn sàng, giãn, hoãn, gia hạn, miễn giảm, giám sát chặt chẽ, chuyển hồ sơ, tổ chức lại, ghi nhận, tiếp tục duy trì, bám nắm, truy thu, thu nợ, phân tích làm rõ, xác nhận, thẩm tra lại,
viết bài, viết tin, viết báo cáo, đưa tin, đăng bài, đăng tin, mua, in, in sao, sử dụng, thăm hỏi, thống nhất với, tháo dỡ, đốc thúc, đấu nối, củng cố, bảo dưỡng, bảo mật, siết chặt,
tiết giảm, lên phương án, lên kế hoạch, lên danh sách, lên lịch, ra văn bản, ra thông báo, ra quyết định, có công văn, có đề án, kích hoạt, xét duyệt, trả kết quả, giải thích, kết thúc, giao chỉ tiêu,
chấm công, nghiêm cấm, cấm, đề cử, giới thiệu nhân sự, hiệp thương, thanh lọc, tham quan, thực tập, ghi chép, ghi hình, phỏng vấn, xin ý kiến, xin phép, trồng, tiêm phòng, bán đấu giá, cho thuê,
bố trí lại, dọn dẹp, treo, trang trí, quay phim, tổng rà soát, tổng kiểm tra, tổng vệ sinh, tái kiểm tra, xuất cấp, cài đặt, cấu hình,
kiểm soát chặt, tiếp thị, chào hàng, mở thầu, chấm thầu, thương thảo, kiểm chứng, kiểm thử, chạy thử, vận hành thử, tăng cường kiểm tra, điểm danh, phân tách, kê khai lại, thực hiện nghiêm,
dành, làm mới, trao, trao tặng, tặng, đưa đón, tiếp đón, cấp lại, nộp lại, bổ khuyết, hiệu chỉnh, chỉnh sửa, chỉnh lý, chỉnh trang, sao chụp, biên dịch,
tu sửa, tu bổ, trùng tu, phục dựng, phục hồi, bồi đắp, gia cường, san lấp, nạo vét, đắp, xây, xây lắp, lắp, cứng hóa, bê tông hóa, nhựa hóa, phá dỡ, di chuyển, cắm biển, sơn kẻ,
vệ sinh, thu gom, thu dọn, chôn lấp, quan trắc, đo kiểm, lấy mẫu, kiểm nghiệm, khử trùng, khử khuẩn, tiêu độc, phun, phun thuốc, dập dịch, dập lửa, chữa cháy, cứu nạn, chằng chống, neo đậu,
gieo trồng, gieo cấy, thu hoạch, tái đàn, tích trữ, khoanh nuôi, khảo nghiệm, nhân giống, lai tạo, chế tạo, ươm tạo, thương mại hóa, dồn điền đổi thửa, tận thu,
khám, khám bệnh, điều trị, thu dung, truy vết, cấp thuốc, tuyển quân, tuyển, tuyển sinh, tuyển chọn, thi tuyển, xét tuyển, sát hạch, huấn luyện, diễn tập, ôn tập, coi thi, chấm thi, dạy nghề, dạy học,
xóa mù chữ, phổ cập, học tập, tổng duyệt, khai mạc, bế mạc, phát sóng, phát thanh, tường thuật, sưu tầm, nhập liệu, mã hóa, quét, tra cứu, truy xuất, xác thực, định danh, phân quyền, cấp quyền, gỡ bỏ, vô hiệu hóa,
công chứng, chứng thực, hòa giải, thi hành, truy tố, xét xử, kiểm sát, thụ lý, tiếp dân, niêm phong, kê biên, phong tỏa, tịch thu, bắt giữ, tạm giữ, triệt phá, triệt xóa, canh gác, gác chắn, ứng trực, trực gác, mật phục,
ngăn ngừa, khống chế, phản bác, đính chính, cải chính, từ chối, tra soát, bóc tách, bồi hoàn, hoàn tất, hoàn thuế, chống thất thu, xóa nợ, miễn thuế, trích, trích lập, trích nộp, chi tiền, cho vay, ủy thác, đặt hàng, giao khoán,
đấu giá, giao đất, giao rừng, tinh giản, đề bạt, hệ thống hóa, thể chế hóa, pháp điển hóa, nội luật hóa, cơ giới hóa, tự động hóa, hưởng ứng, suy tôn, tuyên dương, phê bình, khiển trách, cảnh cáo, đúc rút, sinh hoạt chuyên đề,
trợ cấp, bảo trợ, cứu đói, tri ân, định hướng, đề ra, sửa, rút, xóa, giữ nguyên, không cho, không cho phép, không cấp, không bố trí, không tiếp nhận, không giải quyết, không giao, không sử dụng, không phê duyệt, không thu, không gia hạn,
xin lỗi, duyệt, dự tính, trực 24/24, trực 24/24h, nhắc, thăm, phúc tra, hiệp đồng, niêm cất, luyện tập, giao quân, hội chẩn, sàng lọc, tiêm chủng, chuyển tuyến, cấp cứu, hộ đê, chốt chặn, trực gác, đảm nhiệm, đảm trách, tiêu úng, ngăn mặn, xuống giống, thả giống, bón phân, di tản, nhận thức rõ, tôn trọng, trực cơ quan, trực lãnh đạo, trực chỉ huy, trực tết`);

/** How and with what urgency: goes before the verb, and means an instruction when a unit is its subject. */
export const manner = new Lexicon(`
khẩn trương, chủ động, tích cực, tiếp tục, tăng cường, đẩy mạnh, nghiêm túc, thường xuyên, kịp thời, tập trung, sớm, ngay,
nhanh chóng, gấp rút, quyết liệt, trực tiếp, nghiêm, đồng thời, đồng bộ, song song, định kỳ, hằng năm, hàng năm, hằng tháng, hàng tháng,
hằng quý, hàng quý, hằng tuần, hàng tuần, hằng ngày, hàng ngày, chậm nhất, phải, cần, cần phải, có trách nhiệm, có nhiệm vụ, chịu trách nhiệm,
chủ trì, làm đầu mối, là đầu mối, đầu mối, đặc biệt, trước mắt, tốt, hiệu quả,
nỗ lực, phấn đấu, đổi mới, thống nhất, linh hoạt, cùng, hãy, cũng, đều, và, lưu ý, chú trọng, quan tâm, ngay trong,
kiên quyết, cương quyết, tự, mạnh dạn, triệt để, từng bước, đồng loạt, luôn, thực sự, trước hết`);

/** The subset of `manner` that by itself marks a duty in a report or in the press. */
export const modality = new Lexicon(`
phải, cần, cần phải, có trách nhiệm, có nhiệm vụ, chịu trách nhiệm, khẩn trương, chủ trì, nghiêm túc, chủ động, tập trung, tiếp tục,
làm đầu mối, tăng cường, đẩy mạnh, sớm, quyết liệt, kịp thời`);

/** Words by which one who may direct hands out work. */
export const assigning = new Lexicon(
  `
giao, giao cho, giao nhiệm vụ cho, phân công, phân công cho, yêu cầu, đề nghị, chỉ đạo, ủy quyền cho, uỷ quyền cho, lưu ý, giao trách nhiệm cho, chỉ thị cho`,
  'giao thông, giao dịch, giao lưu, giao tiếp, giao nhận, giao thương, giao diện, giao cắt, giao thừa',
);

/** «UBND tỉnh có ý kiến như sau:»: what stands below is ordered. */
export const announcing = new Lexicon(
  'có ý kiến như sau, có ý kiến chỉ đạo như sau, ý kiến chỉ đạo như sau, kết luận như sau, chỉ đạo như sau, quyết định như sau',
);

/** After a subject these tell what happened or is, not what is to be done. */
export const narrative = new Lexicon(`
đã, đang, vừa, từng, chưa, được, bị, là, cho biết, cho hay, cho rằng, khẳng định, nhận định, thừa nhận, chia sẻ rằng, nêu, gồm, sẽ, thống nhất với,
làm trưởng, làm chủ, làm tổ trưởng, làm phó, làm thành viên, đánh giá cao, ghi nhận, biểu dương, hoan nghênh, cảm ơn, có thể, không có, vẫn, còn, rất, quy trách nhiệm, mong muốn, mong, hy vọng, tin tưởng, kỳ vọng, chúc mừng, nói, vào, đến, ở`);

/** A proposal to somebody who may decide: what follows is not yet an instruction. */
export const proposing = new Lexicon(
  'đề xuất, kiến nghị, trình, xin ý kiến, xin, mong, mong muốn, chủ trương, tham mưu, dự kiến',
);

/** Orders to stop. */
export const stopVerbs = new Lexicon(
  'dừng, tạm dừng, ngừng, đình chỉ, chấm dứt, hủy, hủy bỏ, bãi bỏ, không thực hiện, không triển khai, không tổ chức, nghiêm cấm, cấm',
);

/** Clauses that only complete the one before: the report that closes it, the harm it must avoid. */
export const completing = new Lexicon(`
báo cáo, có báo cáo, trình, không để, tránh, không làm, bảo đảm, đảm bảo, góp phần, tạo điều kiện, kịp thời báo cáo, sớm báo cáo, kiến nghị, xong`);

/** Words that mark a lasting duty. */
export const lasting = new Lexicon('thường xuyên, duy trì, liên tục, lâu dài, hằng ngày, hàng ngày, mọi lúc');

/** Openers of a sentence that say when, why or how it is tied to the last; the instruction comes after them. */
export const connectors = new Lexicon(`
đồng thời, bên cạnh đó, ngoài ra, trên cơ sở đó, theo đó, trong đó, cùng với đó, mặt khác, trước mắt, thời gian tới, trong thời gian tới,
riêng, đặc biệt, về lâu dài, tiếp theo, cụ thể, đối với, hằng năm, hàng năm, định kỳ, sau đó, ngay sau hội nghị, từ nay đến cuối năm,
thứ nhất, thứ hai, thứ ba, thứ tư, thứ năm, thứ sáu, một là, hai là, ba là, bốn là, năm là, sáu là`);

/** Between a subject and its verb: in whose name it acts. */
export const mandates = new Lexicon(
  'thừa ủy quyền, thừa uỷ quyền, thừa lệnh, được ủy quyền, thay mặt, nhân danh',
);

/** Telling people something: what follows behind semicolons is what they are told. */
export const informing = new Lexicon(
  'quán triệt, phổ biến, tuyên truyền, giáo dục, thông tin, nhắc nhở, vận động',
);

/** How the thing told begins. */
export const told = new Lexicon('quy định, tuân thủ, chấp hành, thực hiện, không, các, những, kỹ năng, việc');

/** Words before the unit in a heading that charges it: «Đối với Văn phòng:», «Trách nhiệm của Sở Tài chính». */
export const chargeWords = new Lexicon(`
đối với, riêng đối với, riêng, về phía, giao, giao cho, giao nhiệm vụ cho, phân công, yêu cầu, đề nghị, nhiệm vụ của, nhiệm vụ cụ thể của, trách nhiệm của, trách nhiệm, nhiệm vụ`);

/** By these a leader's words are told. */
export const speech = new Lexicon(
  'nhấn mạnh, đánh giá, chỉ rõ, nêu rõ, khẳng định, cho rằng, phát biểu, kết luận, lưu ý, quán triệt, nêu quan điểm, đề cập, cho biết',
);

/** What a body reports of itself in the press, unless it must. */
export const ownActs = new Lexicon(
  'đề xuất, kiến nghị, báo cáo, đề nghị, trình, thông báo, công bố, quyết định, ký, ký kết, phát hiện, tiếp nhận, đăng ký, tổ chức, giới thiệu, ghi nhận, xác định, tham gia, chia sẻ, họp, kết luận, cam kết, khuyến nghị, cho thấy, dự báo, cảnh báo, cung cấp',
);

/** A decision that may go straight on to an order: «Thống nhất giao Sở X …». */
export const agreeing = new Lexicon(
  'đồng ý, thống nhất, nhất trí, chấp thuận, đồng ý chủ trương, thống nhất chủ trương, nhất trí chủ trương, thống nhất việc, đồng ý việc',
);
