import Diagnostics

/// What time, or a change elsewhere, did to a page. Dates as front matter has them.
public enum UpkeepProblem: Problem {
  case reviewDue(String)
  case expiresSoon(String, days: Int)
  case notYet(String, days: Int)
  case farAhead(String, key: String, days: Int)
  case toFillIn(String)
  /// By its name a copy of the file beside it.
  case copy(String, of: String)
  /// The archetype's list of what to do before publishing.
  case checklistLeft
  case orphan(portals: [String])
  case emptySection(portals: [String])
}

extension UpkeepProblem {
  public var report: Report {
    switch self {
    case .reviewDue(let date):
      Report(
        .reviewDue,
        vi: .init(
          "trang phải được xem lại trước \(date), đã quá hạn",
          remedy: "đọc lại, sửa chỗ cũ, rồi đặt review_by cho lần xem lại sau"),
        en: .init(
          "the page was to be reviewed by \(date)",
          remedy: "read it over, mend what is out of date, and set review_by to the next time"))
    case .expiresSoon(let date, let days):
      Report(
        .expiresSoon,
        vi: .init(
          "trang hết hạn sau ngày \(date), còn \(days) ngày",
          remedy:
            "gia hạn (expires) nếu trang còn đúng; nếu không thì gỡ các liên kết tới trang trước ngày đó"),
        en: .init(
          "the page goes offline after \(date), in \(days) days",
          remedy: "move “expires” if the page still holds; else take away the links to it before then"))
    case .notYet(let date, let days):
      Report(
        .publishedLater,
        vi: .init(
          "trang chưa hiện: hẹn đăng ngày \(date), còn \(days) ngày",
          remedy: "không phải làm gì nếu đúng ý; muốn đăng ngay thì sửa ngày"),
        en: .init(
          "the page is not shown before \(date), in \(days) days",
          remedy: "nothing to do if that is meant; to publish it now, change the date"))
    case .farAhead(let date, let key, let days):
      Report(
        .dateFarAhead,
        vi: .init(
          "trang chưa hiện: \(key) là \(date), còn tới \(days) ngày, có lẽ gõ nhầm năm",
          remedy: "xem lại năm ở dòng \(key)"),
        en: .init(
          "the page is not shown: its \(key) is \(date), \(days) days ahead, perhaps a slip of the year",
          remedy: "look at the year in the line \(key)"))
    case .toFillIn(let text):
      Report(
        .pageToFillIn,
        vi: .init("trang còn chỗ phải điền: \(text)", remedy: "đơn vị phụ trách bổ sung giá trị thật"),
        en: .init(
          "the page has something to be filled in: \(text)",
          remedy: "the unit in charge supplies the real value"))
    case .copy(let name, let original):
      Report(
        .pageCopy,
        vi: .init(
          "tên tệp “\(name)” cho thấy đây là bản sao của “\(original)”, và cả hai cùng được đăng",
          remedy: "giữ bản đúng, xóa bản kia; nếu là hai bài khác nhau thì đổi tên tệp theo tên bài"),
        en: .init(
          "by its name “\(name)” is a copy of “\(original)”, and both are published",
          remedy: "keep the right one and delete the other; if both are meant, name the file after its page"))
    case .checklistLeft:
      Report(
        .pageChecklistLeft,
        vi: .init(
          "danh sách việc phải làm trước khi đăng vẫn còn trong trang, ai cũng đọc được",
          remedy: "làm đủ các việc đó rồi xóa cả đề mục cùng danh sách; chưa xong thì để draft: true"),
        en: .init(
          "the list of what to do before publishing is still in the page, for all to read",
          remedy: "do what it says and delete it with its heading; until then keep draft: true"))
    case .orphan(let portals):
      Report(
        .pageOrphan,
        vi: .init(
          "không menu, chuyên mục hay liên kết nào dẫn tới trang này (cổng \(Self.few(portals).vi))",
          remedy: "liên kết tới trang từ một trang khác, đưa vào menu, hoặc chuyển vào một chuyên mục"),
        en: .init(
          "no menu, section or link leads to this page (portal \(Self.few(portals).en))",
          remedy: "link to it from another page, put it in the menu, or move it into a section"))
    case .emptySection(let portals):
      Report(
        .sectionEmpty,
        vi: .init(
          "chuyên mục không có trang nào để hiện (cổng \(Self.few(portals).vi))",
          remedy: "thêm bài, hoặc ẩn chuyên mục ở cổng đó (hide)"),
        en: .init(
          "the section has no page to show (portal \(Self.few(portals).en))",
          remedy: "add pages, or hide the section there (hide)"))
    }
  }

  /// The first three, and how many more there are.
  private static func few(_ portals: [String]) -> (vi: String, en: String) {
    let named = portals.prefix(3).joined(separator: ", ")
    let more = portals.count - 3
    return more > 0 ? ("\(named) và \(more) cổng nữa", "\(named) and \(more) more") : (named, named)
  }
}

extension Rule {
  package static let reviewDue = Rule(
    .upkeep, "review-due", .warning, vi: "quá ngày phải xem lại (review_by)",
    en: "a page whose review (review_by) is overdue")
  package static let expiresSoon = Rule(
    .upkeep, "expires-soon", .note, vi: "trang sẽ hết hạn trong 14 ngày",
    en: "a page that expires within 14 days")
  package static let publishedLater = Rule(
    .upkeep, "published-later", .note, vi: "trang hẹn ngày đăng",
    en: "a page that is published on a later day")
  package static let dateFarAhead = Rule(
    .upkeep, "date-far-ahead", .warning, vi: "ngày đăng còn hơn 300 ngày: có lẽ nhầm năm",
    en: "a day of publication more than 300 days ahead")
  package static let pageToFillIn = Rule(
    .upkeep, "page-to-fill-in", .note, vi: "chỗ còn ghi CẦN ĐIỀN trong trang", en: "a CẦN ĐIỀN left in a page"
  )
  package static let pageCopy = Rule(
    .upkeep, "page-copy", .warning, vi: "trang là bản sao của tệp bên cạnh (bai - Copy.md, bai (1).md)",
    en: "a page that is a copy of the file beside it (page - Copy.md, page (1).md)")
  package static let pageChecklistLeft = Rule(
    .upkeep, "page-checklist-left", .warning, vi: "danh sách “Trước khi đăng” của bản mẫu còn trong trang",
    en: "the archetype's list of what to do before publishing, left in a page")
  package static let pageOrphan = Rule(
    .upkeep, "page-orphan", .note, vi: "không menu, chuyên mục hay liên kết nào dẫn tới trang",
    en: "a page that no menu, section or link leads to")
  package static let sectionEmpty = Rule(
    .upkeep, "section-empty", .note, vi: "chuyên mục không có trang nào ở một cổng",
    en: "a section that has no pages on a portal")
}
