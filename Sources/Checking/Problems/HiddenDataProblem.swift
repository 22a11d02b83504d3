import Diagnostics

/// What a file that readers are given tells beside what it shows: of the people who made it, of where and when.
public enum HiddenDataProblem: Problem {
  /// Removed when the picture is published.
  case picture(String, [Secret])
  case people(String, [String], Program)
  /// Comments, changes neither accepted nor rejected, or both.
  case review(String, comments: Bool, changes: Bool, Program)

  public enum Secret: Sendable, CaseIterable {
    case location, date, camera, author, comment, thumbnail

    var words: (vi: String, en: String) {
      switch self {
      case .location: ("vị trí (GPS)", "its place (GPS)")
      case .date: ("ngày chụp", "its date")
      case .camera: ("tên máy", "the camera")
      case .author: ("tên người", "a name")
      case .comment: ("ghi chú", "notes")
      case .thumbnail: ("bản thu nhỏ", "a small copy")
      }
    }
  }

  /// What a document is mended with.
  public enum Program: Sendable, CaseIterable {
    case office, libreOffice, pdf
  }
}

extension HiddenDataProblem {
  public var report: Report {
    switch self {
    case .picture(let name, let secrets):
      Report(
        .pictureHiddenData,
        vi: .init(
          "ảnh “\(name)” kèm \(secrets.map(\.words.vi).joined(separator: ", ")); bản đăng đã bỏ",
          remedy: "không phải làm gì; đừng gửi tệp gốc cho người ngoài"),
        en: .init(
          "the picture “\(name)” carries \(secrets.map(\.words.en).joined(separator: ", ")), which is not published",
          remedy: "nothing to do; do not hand the original to others"))
    case .people(let name, let people, let program):
      Report(
        .attachmentNamesPeople,
        vi: .init(
          "tệp “\(name)” còn ghi tên người soạn hay sửa: \(Self.quoted(people))",
          remedy: Self.removingNames(program).vi),
        en: .init(
          "“\(name)” names who wrote or edited it: \(Self.quoted(people))",
          remedy: Self.removingNames(program).en))
    case .review(let name, let comments, let changes, let program):
      Report(
        .attachmentReviewLeft,
        vi: .init(
          "tệp “\(name)” còn \(comments ? changes ? "nhận xét và dấu vết sửa đổi" : "nhận xét" : "dấu vết sửa đổi")",
          remedy: Self.removingReview(program).vi),
        en: .init(
          "“\(name)” still holds \(comments ? changes ? "comments and tracked changes" : "comments" : "tracked changes")",
          remedy: Self.removingReview(program).en))
    }
  }

  private static let mostNames = 4

  private static func quoted(_ names: [String]) -> String {
    names.prefix(mostNames).map { "“\($0)”" }.joined(separator: ", ") + (names.count > mostNames ? "…" : "")
  }

  private static func removingNames(_ program: Program) -> (vi: String, en: String) {
    switch program {
    case .office:
      (
        "Word, Excel, PowerPoint: Tệp > Thông tin > Kiểm tra Sự cố > Kiểm tra Tài liệu, bấm Loại bỏ Tất cả, rồi lưu; \(libreOffice.vi)",
        "Word, Excel, PowerPoint: File > Info > Check for Issues > Inspect Document, Remove All, save; \(libreOffice.en)"
      )
    case .libreOffice: libreOffice
    case .pdf:
      (
        "bỏ tên trong tệp gốc rồi xuất PDF lại; \(libreOffice.vi)",
        "remove the name from the document it was made of and export it again; \(libreOffice.en)"
      )
    }
  }

  private static let libreOffice = (
    vi: "LibreOffice: Tập tin > Thuộc tính, bỏ chọn “Áp dụng dữ liệu người dùng”, bấm nút đặt lại, rồi lưu",
    en: "LibreOffice: File > Properties, clear “Apply user data”, Reset Properties, save"
  )

  private static func removingReview(_ program: Program) -> (vi: String, en: String) {
    switch program {
    case .office, .libreOffice:
      (
        "mở tệp, chấp nhận hay từ chối hết các sửa đổi, xóa hết nhận xét (thẻ Xem lại), rồi lưu",
        "open it, accept or reject all changes, delete all comments (Review), save"
      )
    case .pdf:
      (
        "xuất lại PDF từ tệp gốc, chọn không kèm nhận xét",
        "export it again from the document it was made of, without comments"
      )
    }
  }
}

extension Rule {
  package static let pictureHiddenData = Rule(
    .attachments, "picture-hidden-data", .note, vi: "ảnh kèm vị trí, ngày chụp, tên máy…; bản đăng bỏ hết",
    en: "a picture that carries its place, date or camera, which is not published")
  package static let attachmentNamesPeople = Rule(
    .attachments, "attachment-names-people", .warning, vi: "tệp còn ghi tên người soạn, người sửa",
    en: "a document that names its author or last editor")
  package static let attachmentReviewLeft = Rule(
    .attachments, "attachment-review-left", .warning, vi: "tệp còn nhận xét, dấu vết sửa đổi",
    en: "a document with comments or tracked changes")
}
