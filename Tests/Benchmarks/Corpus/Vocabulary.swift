/// Real Vietnamese words, so that letters with two marks, đ and syllable lengths occur as often as in real text.
enum Vocabulary {
  /// The words that hold a sentence together.
  static let small = words(
    """
    và của là có không được cho với trong khi để này đó một những các người bạn em con chúng ta mình họ nếu thì
    mà hay hoặc nhưng vì nên đã đang sẽ vẫn cũng rất hơn nhất chỉ từ đến trên dưới trước sau ngoài giữa theo về
    lại ra vào lên xuống hãy đừng ai gì nào đâu sao mỗi mọi từng cả tự như bằng nhau rồi ngay luôn
    """)

  /// Words of one to four syllables that carry the meaning, joined by `_` here.
  static let content = words(
    """
    mật_khẩu tài_khoản an_toàn thông_tin không_gian_mạng mạng_xã_hội người_dùng thiết_bị điện_thoại máy_tính
    trẻ_em phụ_huynh giáo_viên nhà_trường học_sinh gia_đình cộng_đồng cán_bộ công_chức khu_phố tổ_dân_phố phường
    quận ủy_ban_nhân_dân công_an đường_dây_nóng tổng_đài trợ_giúp tố_giác báo_tin bằng_chứng ảnh_chụp_màn_hình
    tin_nhắn cuộc_gọi đường_dẫn tập_tin đính_kèm hộp_thư trang_web ứng_dụng trò_chơi trực_tuyến lừa_đảo kẻ_xấu
    mạo_danh giả_mạo tin_giả tin_đồn kiểm_chứng nguồn_tin báo_chí chính_thống sự_thật ý_kiến bình_luận chia_sẻ
    đăng_tải hình_ảnh video khuôn_mặt giọng_nói quyền_riêng_tư dữ_liệu_cá_nhân địa_chỉ ngày_sinh căn_cước
    ngân_hàng chuyển_tiền mã_xác_thực đăng_nhập đăng_xuất cập_nhật sao_lưu phần_mềm mã_độc cài_đặt quyền_truy_cập
    ứng_xử văn_minh tôn_trọng lịch_sự tử_tế trách_nhiệm pháp_luật quy_định quy_tắc xử_phạt vi_phạm xúc_phạm
    bắt_nạt trêu_chọc đe_dọa tống_tiền xâm_hại bí_mật lời_khuyên hướng_dẫn cẩm_nang bước kỹ_năng thói_quen
    kiểm_tra xác_nhận từ_chối chặn xóa lưu_giữ ghi_lại hỏi_lại dừng_lại suy_nghĩ bình_tĩnh cẩn_thận lo_lắng
    sợ_hãi xấu_hổ tin_tưởng người_lớn cha_mẹ ông_bà bạn_bè thầy_cô anh_chị hàng_xóm người_quen người_lạ
    giờ_giấc giấc_ngủ sức_khỏe đôi_mắt bữa_cơm thời_gian buổi_tối cuối_tuần ngày_hội phong_trào chiến_dịch
    việc_tốt câu_chuyện tuyên_truyền vận_động hội_viên đoàn_viên thanh_niên phụ_nữ người_cao_tuổi khuyến_mãi
    trúng_thưởng việc_nhẹ lương_cao đầu_tư lợi_nhuận vay_tiền giấy_tờ hợp_đồng mua_bán giao_hàng đánh_giá
    nhận_biết phòng_tránh bảo_vệ giúp_đỡ lắng_nghe trò_chuyện giải_thích thống_nhất cam_kết thực_hiện tổ_chức
    phối_hợp báo_cáo theo_dõi rà_soát bảo_đảm nâng_cao nhận_thức xây_dựng môi_trường lành_mạnh trong_sáng
    chuẩn_mực đạo_đức truyền_thống văn_hóa Hà_Nội Thủ_đô nghĩa_vụ quyền_lợi sáng_tạo học_tập nghiên_cứu tra_cứu
    """)

  /// Fifty different tags, which stay different without their tone marks.
  static let tags = words(
    """
    an_toàn_thông_tin mật_khẩu tài_khoản lừa_đảo_trực_tuyến tin_giả kiểm_chứng quyền_riêng_tư dữ_liệu_cá_nhân
    hình_ảnh ứng_xử_văn_minh bắt_nạt_trực_tuyến trẻ_em phụ_huynh nhà_trường mạng_xã_hội trò_chơi_trực_tuyến
    pháp_luật tố_giác trợ_giúp người_tốt_việc_tốt kỹ_năng_số cán_bộ_công_chức người_cao_tuổi thiết_bị điện_thoại
    máy_tính thư_điện_tử tin_nhắn cuộc_gọi_lạ mua_sắm ngân_hàng việc_làm đầu_tư mã_độc cập_nhật sao_lưu
    đăng_nhập giờ_giấc sức_khỏe gia_đình học_tập bình_luận chia_sẻ báo_chí phong_trào chiến_dịch đoàn_viên
    hội_viên khu_phố đường_dây_nóng
    """)

  /// Titles of sections with their folder names; the first ten make the menu.
  static let sections: [(folder: String, title: String)] = [
    ("an-toan", "An toàn"), ("ung-xu", "Ứng xử"), ("tre-em", "Trẻ em"), ("phu-huynh", "Phụ huynh"),
    ("nha-truong", "Nhà trường"), ("phap-luat", "Pháp luật"), ("tro-giup", "Trợ giúp"),
    ("ky-nang", "Kỹ năng"), ("chien-dich", "Chiến dịch"), ("cong-dong", "Cộng đồng"),
  ]

  private static func words(_ text: String) -> [String] {
    text.split { $0 == " " || $0 == "\n" }.map { String($0.map { $0 == "_" ? " " : $0 }) }
  }
}
