/** What units of such a department are told to do: the words, and the product where one is named. */
export interface Work {
  words: string;
  product: string | null;
}

const work = (words: string, product: string | null = null): Work => ({ words, product });

/** Work given once, by unit. */
export const onceWorks: Record<string, readonly Work[]> = {
  'Văn phòng Sở': [
    work('Xây dựng quy chế làm việc của Sở thay thế quy chế hiện hành', 'Quyết định ban hành quy chế'),
    work('Rà soát hồ sơ tự chấm điểm cải cách hành chính', 'Bảng tự chấm điểm'),
    work('Tổ chức số hoá hồ sơ lưu trữ các năm trước', 'Danh mục hồ sơ đã số hoá'),
    work('Tham mưu kế hoạch đào tạo, bồi dưỡng công chức', 'Kế hoạch'),
    work('Đề xuất phương án bố trí trụ sở sau sắp xếp', 'Tờ trình'),
    work('Chuẩn bị Ngày hội khoa học và công nghệ của tỉnh', 'Kịch bản chương trình'),
    work('Rà soát, bổ sung vị trí việc làm của các phòng'),
  ],
  'Thanh tra Sở': [
    work(
      'Kiểm tra việc chấp hành pháp luật về đo lường tại các cơ sở kinh doanh xăng dầu',
      'Kết luận kiểm tra',
    ),
    work('Thanh tra an toàn bức xạ tại các cơ sở y tế có thiết bị X-quang', 'Kết luận thanh tra'),
    work('Theo dõi việc khắc phục sau kết luận kiểm toán', 'Báo cáo'),
    work('Kiểm tra việc ghi nhãn hàng hoá nhập khẩu', 'Biên bản kiểm tra'),
    work('Xử lý đơn kiến nghị về kết quả tuyển chọn đề tài', 'Văn bản trả lời'),
  ],
  'Phòng Quản lý khoa học': [
    work('Tổ chức hội đồng tư vấn xác định danh mục nhiệm vụ đặt hàng', 'Danh mục nhiệm vụ'),
    work('Nghiệm thu các đề tài đến hạn trong quý', 'Biên bản nghiệm thu'),
    work('Thẩm định kinh phí các nhiệm vụ đã tuyển chọn', 'Biên bản thẩm định'),
    work('Thanh lý hợp đồng các đề tài đã được công nhận kết quả', 'Biên bản thanh lý'),
    work('Lập hồ sơ đăng ký kết quả thực hiện nhiệm vụ'),
    work('Rà soát các nhiệm vụ chậm tiến độ, đề xuất xử lý', 'Báo cáo'),
    work('Tham mưu chính sách hỗ trợ ứng dụng kết quả nghiên cứu', 'Dự thảo nghị quyết'),
    work('Kiểm tra tiến độ các dự án sản xuất thử nghiệm', 'Biên bản kiểm tra'),
  ],
  'Phòng Công nghệ và Đổi mới sáng tạo': [
    work('Xây dựng đề án trung tâm đổi mới sáng tạo của tỉnh', 'Đề án'),
    work('Lập cơ sở dữ liệu chuyên gia đánh giá công nghệ', 'Cơ sở dữ liệu'),
    work('Cho ý kiến về công nghệ các dự án đầu tư', 'Văn bản tham gia ý kiến'),
    work('Tổ chức cuộc thi ý tưởng khởi nghiệp sáng tạo', 'Thể lệ cuộc thi'),
    work('Hướng dẫn doanh nghiệp lập quỹ phát triển khoa học và công nghệ', 'Văn bản hướng dẫn'),
    work('Điều tra trình độ công nghệ của doanh nghiệp trên địa bàn', 'Báo cáo điều tra'),
  ],
  'Phòng Kế hoạch - Tài chính': [
    work('Lập dự toán kinh phí sự nghiệp khoa học năm sau', 'Tờ trình dự toán'),
    work('Quyết toán kinh phí các nhiệm vụ kết thúc', 'Báo cáo quyết toán'),
    work('Lập danh mục tài sản hình thành từ nhiệm vụ chưa xử lý', 'Danh mục tài sản'),
    work('Đối chiếu số dư tạm ứng với Kho bạc', 'Biên bản đối chiếu'),
    work('Điều chỉnh kế hoạch giải ngân của các nhiệm vụ chậm tiến độ', 'Tờ trình'),
    work('Công khai ngân sách theo quy định'),
    work('Trả lời kiến nghị của kiểm toán về chi sai nội dung', 'Văn bản giải trình'),
  ],
  'Phòng Chuyển đổi số': [
    work('Kết nối hệ thống quản lý nhiệm vụ với trục liên thông của tỉnh', 'Biên bản kết nối'),
    work('Xây dựng kế hoạch chuyển đổi số của Sở', 'Kế hoạch'),
    work('Đánh giá cấp độ an toàn các hệ thống thông tin', 'Hồ sơ đề xuất cấp độ'),
    work('Bồi dưỡng kỹ năng số cho công chức xã', 'Báo cáo kết quả'),
    work('Chuẩn hoá dữ liệu mở của ngành', 'Bộ dữ liệu'),
    work('Rà soát thủ tục đủ điều kiện dịch vụ công toàn trình', 'Danh mục'),
  ],
  'Chi cục Tiêu chuẩn Đo lường Chất lượng': [
    work('Khảo sát chất lượng xăng dầu trên địa bàn', 'Báo cáo khảo sát'),
    work('Kiểm định phương tiện đo nhóm 2 tại các chợ', 'Biên bản kiểm định'),
    work('Hỗ trợ doanh nghiệp áp dụng hệ thống quản lý chất lượng', 'Danh sách doanh nghiệp'),
    work('Xây dựng quy chuẩn kỹ thuật địa phương về nước sạch', 'Dự thảo quy chuẩn'),
    work('Tuyên truyền về mã số, mã vạch và truy xuất nguồn gốc'),
    work('Thẩm định hồ sơ Giải thưởng Chất lượng Quốc gia', 'Biên bản thẩm định'),
  ],
  'Trung tâm Thông tin và Ứng dụng khoa học công nghệ': [
    work('Tổ chức hội thảo giới thiệu mô hình ứng dụng tiến bộ kỹ thuật', 'Kỷ yếu hội thảo'),
    work('Sản xuất chuyên mục truyền hình khoa học và đời sống', 'Phóng sự'),
    work('Chuyển giao quy trình nhân giống cây dược liệu', 'Quy trình'),
    work('Cập nhật cơ sở dữ liệu kết quả nghiên cứu của tỉnh', 'Cơ sở dữ liệu'),
    work('Điều tra thống kê khoa học và công nghệ', 'Báo cáo thống kê'),
    work('Vận hành sàn giao dịch công nghệ trực tuyến'),
  ],
};

/** Work given again each quarter; «{quarter}» is filled in. */
export const quarterlyWorks: readonly (Work & { unit: string })[] = [
  { unit: 'Văn phòng Sở', ...work('Tổng hợp báo cáo công tác {quarter}', 'Báo cáo') },
  { unit: 'Phòng Kế hoạch - Tài chính', ...work('Báo cáo tình hình giải ngân {quarter}', 'Báo cáo') },
  { unit: 'Phòng Quản lý khoa học', ...work('Báo cáo tiến độ các nhiệm vụ cấp tỉnh {quarter}', 'Báo cáo') },
  {
    unit: 'Thanh tra Sở',
    ...work('Báo cáo công tác tiếp công dân, phòng chống tham nhũng {quarter}', 'Báo cáo'),
  },
  {
    unit: 'Chi cục Tiêu chuẩn Đo lường Chất lượng',
    ...work('Báo cáo kết quả kiểm định phương tiện đo {quarter}', 'Báo cáo'),
  },
  { unit: 'Phòng Chuyển đổi số', ...work('Đánh giá chỉ số chuyển đổi số của Sở {quarter}', 'Bảng đánh giá') },
  {
    unit: 'Trung tâm Thông tin và Ứng dụng khoa học công nghệ',
    ...work('Phát hành bản tin khoa học và công nghệ {quarter}', 'Bản tin'),
  },
  {
    unit: 'Phòng Công nghệ và Đổi mới sáng tạo',
    ...work('Tổng hợp kết quả hỗ trợ khởi nghiệp sáng tạo {quarter}', 'Báo cáo'),
  },
  {
    unit: 'Phòng Kế hoạch - Tài chính',
    ...work('Đối chiếu công nợ các hợp đồng khoa học {quarter}', 'Biên bản đối chiếu'),
  },
  {
    unit: 'Phòng Quản lý khoa học',
    ...work('Rà soát tài sản của các nhiệm vụ kết thúc {quarter}', 'Danh mục'),
  },
  { unit: 'Văn phòng Sở', ...work('Chuẩn bị hội nghị giao ban {quarter}') },
  {
    unit: 'Phòng Chuyển đổi số',
    ...work('Cập nhật danh mục cơ sở dữ liệu dùng chung {quarter}', 'Danh mục'),
  },
];

/** Units of the first year that were merged into another since, with the act and what they became part of. */
export const formerUnits: readonly { name: string; abbreviation: string; into: string; act: string }[] = [
  {
    name: 'Phòng Quản lý công nghệ',
    abbreviation: 'QLCN',
    into: 'Phòng Công nghệ và Đổi mới sáng tạo',
    act: 'Quyết định 41/QĐ-UBND',
  },
  {
    name: 'Trung tâm Ứng dụng tiến bộ khoa học',
    abbreviation: 'TTƯD',
    into: 'Trung tâm Thông tin và Ứng dụng khoa học công nghệ',
    act: 'Quyết định 187/QĐ-UBND',
  },
];
