import Diagnostics

/// What can be wrong in the Markdown of a page.
public enum MarkdownProblem: Problem {
  case rawHTML(tag: String)
  /// Markers as they are written, `[!WORD]`.
  case unknownAlert(String, nearest: String?)
  case firstLevelHeading(String)
  case controlCharacter(UInt8)
  case tooDeep(limit: Int)
  case tooCostly(String)
  case unsafeReference(String)
}

extension MarkdownProblem {
  public var report: Report {
    switch self {
    case .rawHTML(let tag):
      Report(
        "raw-html",
        vi: .init("không dùng thẻ HTML “<\(tag)>” trong bài", remedy: Self.insteadVietnamese(of: tag)),
        en: .init("raw HTML “<\(tag)>” is not allowed in a page", remedy: Self.insteadEnglish(of: tag)))
    case .unknownAlert(let marker, let near):
      Report(
        "unknown-alert",
        vi: .init(
          "không có loại khung “\(marker)”",
          remedy: near.map { "có phải “\($0)”?" } ?? Self.alertsVietnamese),
        en: .init(
          "there is no alert “\(marker)”",
          remedy: near.map { "did you mean “\($0)”?" } ?? Self.alertsEnglish))
    case .firstLevelHeading(let text):
      Report(
        "first-level-heading",
        vi: .init(
          "“# \(text)” là đề mục cấp một, trùng cấp với tiêu đề trang",
          remedy: "bắt đầu đề mục trong bài bằng ##"),
        en: .init(
          "“# \(text)” is a first-level heading, which the page's title already is",
          remedy: "start headings in the text with ##"))
    case .controlCharacter(let byte):
      Report(
        "control-character",
        vi: .init(
          "có ký tự điều khiển (mã \(byte)) không nhìn thấy được",
          remedy: "xóa ký tự đó; thường là dấu vết khi dán từ phần mềm khác"),
        en: .init(
          "there is an invisible control character (code \(byte))",
          remedy: "delete it; it is usually left by pasting from another program"))
    case .tooDeep(let limit):
      Report(
        "too-deep",
        vi: .init(
          "trích dẫn hoặc danh sách lồng nhau quá \(limit) tầng",
          remedy: "bớt số tầng; người đọc khó theo dõi quá ba tầng"),
        en: .init(
          "quotes or lists are nested more than \(limit) deep",
          remedy: "use fewer levels; readers lose the thread after three"))
    case .tooCostly(let sample):
      Report(
        "too-costly",
        vi: .init(
          "dòng này lặp “\(sample)” quá nhiều lần nên không thể dựng trang",
          remedy: "rút ngắn dòng hoặc tách thành nhiều đoạn"),
        en: .init(
          "this line repeats “\(sample)” too often to be rendered",
          remedy: "shorten it, or split it into paragraphs"))
    case .unsafeReference(let text):
      Report(
        "unsafe-reference",
        vi: .init(
          "“\(text)” giống chú thích nhưng viết sai, có thể làm mất nội dung trang",
          remedy: "viết chú thích dạng [^1], hoặc thêm một dấu cách sau dấu ["),
        en: .init(
          "“\(text)” looks like a footnote but is none, and may lose part of the page",
          remedy: "write a plain [^1], or put a space after the ["))
    }
  }

  private static let alertsVietnamese =
    "dùng GHI CHÚ, LƯU Ý, MẸO, QUAN TRỌNG, CẢNH BÁO, THẬN TRỌNG hoặc KHẨN CẤP; NOTE, TIP… cũng được"
  private static let alertsEnglish =
    "use NOTE, TIP, IMPORTANT, WARNING or CAUTION; GHI CHÚ, LƯU Ý and so on will do too"

  private static func insteadVietnamese(of tag: String) -> String {
    switch tag {
    case "b", "strong": "viết **chữ đậm**"
    case "i", "em": "viết *chữ nghiêng*"
    case "a": "viết [chữ hiện ra](địa chỉ)"
    case "img": "viết ![mô tả ảnh](tệp.jpg)"
    case "br": "để một dòng trống giữa hai đoạn, hoặc kết thúc dòng bằng dấu \\"
    case "table", "tr", "td", "th": "viết bảng Markdown: | cột | cột |"
    case "h1", "h2", "h3", "h4", "h5", "h6": "viết ## Đề mục"
    case "ul", "ol", "li": "viết danh sách bằng dấu - hoặc 1."
    case "p", "div", "span", "font", "center": "bỏ thẻ, chỉ viết chữ; hình thức do giao diện lo"
    default: "bỏ thẻ và viết bằng Markdown; muốn hiện dấu < thì viết \\<"
    }
  }

  private static func insteadEnglish(of tag: String) -> String {
    switch tag {
    case "b", "strong": "write **bold**"
    case "i", "em": "write *italic*"
    case "a": "write [text](address)"
    case "img": "write ![description](file.jpg)"
    case "br": "leave an empty line between paragraphs, or end the line with \\"
    case "table", "tr", "td", "th": "write a Markdown table: | column | column |"
    case "h1", "h2", "h3", "h4", "h5", "h6": "write ## Heading"
    case "ul", "ol", "li": "write a list with - or 1."
    case "p", "div", "span", "font", "center": "drop the tag and write the text; the theme sees to its looks"
    default: "drop the tag and use Markdown; to show a <, write \\<"
    }
  }
}
