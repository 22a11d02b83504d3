import Diagnostics

/// What can be wrong in front matter, or in a YAML file of the project.
public enum FrontMatterProblem: Problem {
  case unknownKey(String, of: String, nearest: String?)
  case wrongPlace(String, of: String)
  case missingKey(String)
  case wrongType(String, expected: ExpectedType)
  case emptyValue(String)
  /// `draft:` with neither true nor false.
  case emptyTruth(String)
  case impossibleDate(String)
  case unreadableDate(String)
  /// A day written in another order or without its zeros, and how it was taken.
  case dateNotISO(String, taken: String)
  /// A code of a character that nobody sees, written with a backslash.
  case controlCharacter(UInt8)
  case unknownValue(String, of: String, nearest: String?, known: [String])
  case badSlug(String)
  case badAge(String)
  case numberOutOfBounds(String, String, least: Int, most: Int)
  case badURL(String)
  /// A mailbox without an @, a telephone without a digit.
  case badContact(String, String)
  /// A tag within curly quotes, and how it was taken.
  case quotesInTag(String)
  case badColour(String)
  /// A portal's colour on which white text is hard to read, and the one that is taken in its place.
  case paleAccent(String, contrast: Double, instead: String, better: Double)
  case expiresBeforeDate
  /// Two keys whose dates stand the wrong way round.
  case datesOutOfOrder(first: String, last: String)
  /// So long ago, or so far ahead, that the year is a slip.
  case unlikelyYear(String, String)
}

extension FrontMatterProblem {
  public var report: Report {
    switch self {
    case .unknownKey(let key, let schema, let near):
      Report(
        "unknown-key",
        vi: .init(
          "\(SchemaWords(schema).vi) không có dòng khai báo “\(key)”",
          remedy: near.map { "có phải “\($0)”?" }
            ?? "xóa dòng này; docs/editors.vi.md có bảng các dòng dùng được"),
        en: .init(
          "\(SchemaWords(schema).en) has no key “\(key)”",
          remedy: near.map { "did you mean “\($0)”?" } ?? "delete it; docs/editors.vi.md lists the keys"))
    case .wrongPlace(let key, let schema):
      Report(
        "key-of-another-type",
        vi: .init(
          "dòng “\(key)” không dùng cho \(SchemaWords(schema).vi)",
          remedy: "xóa dòng này, hoặc đổi loại trang (type)"),
        en: .init(
          "“\(key)” is not for \(SchemaWords(schema).en)", remedy: "delete it, or change the type of the page"
        ))
    case .missingKey(let key):
      Report(
        "missing-key",
        vi: .init(
          "thiếu dòng “\(key):”\(SchemaWords.meaning(of: key).map { " (\($0))" } ?? "")",
          remedy: "thêm dòng \(key): …"),
        en: .init("“\(key)” is missing", remedy: "add a line \(key): …"))
    case .wrongType(let key, let expected):
      Report(
        "wrong-type",
        vi: .init(
          "“\(key)” phải là \(expected.name.vi)", remedy: "viết ví dụ: \(key): \(expected.example(of: key))"),
        en: .init(
          "“\(key)” should be \(expected.name.en)",
          remedy: "write, for example, \(key): \(expected.example(of: key))"))
    case .emptyValue(let key):
      Report(
        "empty-value",
        vi: .init("“\(key)” để trống", remedy: "điền giá trị, hoặc viết “CẦN ĐIỀN – …” nếu chưa có"),
        en: .init("“\(key)” is empty", remedy: "fill it in, or write “CẦN ĐIỀN – …” while it is unknown"))
    case .emptyTruth(let key):
      Report(
        "empty-truth",
        vi: .init(
          "“\(key)” để trống, nên máy không biết là có hay không",
          remedy: "viết \(key): true\(key == "draft" ? " (bản nháp)" : "") hoặc bỏ dòng này"),
        en: .init(
          "“\(key)” is empty, which says neither yes nor no",
          remedy: "write \(key): true, or drop the line"))
    case .impossibleDate(let text):
      Report(
        "impossible-date",
        vi: .init("ngày “\(text)” không có thật", remedy: "viết năm-tháng-ngày, ví dụ 2026-11-23"),
        en: .init("“\(text)” is not a date", remedy: "write year-month-day, for example 2026-11-23"))
    case .unreadableDate(let text):
      Report(
        "unreadable-date",
        vi: .init("máy không hiểu ngày “\(text)”", remedy: "viết năm-tháng-ngày, ví dụ 2026-11-23"),
        en: .init(
          "“\(text)” cannot be read as a date", remedy: "write year-month-day, for example 2026-11-23"))
    case .dateNotISO(let text, let taken):
      Report(
        "date-not-iso",
        vi: .init(
          "ngày “\(text)” được hiểu là \(taken) (năm-tháng-ngày)",
          remedy: "viết \(taken) để ai đọc tệp cũng hiểu như nhau"),
        en: .init(
          "the date “\(text)” was taken for \(taken) (year-month-day)",
          remedy: "write \(taken), which everybody reads alike"))
    case .controlCharacter(let code):
      Report(
        "yaml-control-character",
        vi: .init(
          "giá trị có dấu \\ tạo thành ký tự điều khiển (mã \(code)) không nhìn thấy được",
          remedy: "xóa dấu \\ và mã sau nó; muốn hiện dấu \\ thì viết \\\\"),
        en: .init(
          "a \\ in the value makes an invisible control character (code \(code))",
          remedy: "delete the \\ and its code; to show a \\, write \\\\"))
    case .unknownValue(let value, let key, let near, let known):
      Report(
        "unknown-value",
        vi: .init(
          "“\(key)” không có giá trị “\(value)”",
          remedy: SchemaWords.hint(at: value, of: key)?.vi
            ?? (near ?? SchemaWords.meant(by: value, of: key, among: known)).map { "có phải “\($0)”?" }
            ?? "chọn một trong: \(known.map { SchemaWords.value($0, of: key) }.joined(separator: ", "))"),
        en: .init(
          "“\(value)” is no value of “\(key)”",
          remedy: SchemaWords.hint(at: value, of: key)?.en
            ?? (near ?? SchemaWords.meant(by: value, of: key, among: known)).map { "did you mean “\($0)”?" }
            ?? "choose one of: \(known.joined(separator: ", "))"))
    case .badSlug(let slug):
      Report(
        "bad-slug",
        vi: .init(
          "tên “\(slug)” không dùng được trong địa chỉ trang",
          remedy: "chỉ dùng chữ thường không dấu, số và dấu gạch nối, ví dụ mat-khau-manh"),
        en: .init(
          "“\(slug)” is not a slug",
          remedy: "use lower-case letters without tones, digits and hyphens, as in mat-khau-manh"))
    case .badAge(let text):
      Report(
        "bad-age",
        vi: .init("máy không hiểu độ tuổi “\(text)”", remedy: "viết ví dụ 6-10 hoặc 16+"),
        en: .init("“\(text)” is not an age band", remedy: "write, for example, 6-10 or 16+"))
    case .numberOutOfBounds(let key, let text, let least, let most):
      Report(
        "number-out-of-bounds",
        vi: .init(
          "“\(key)” không thể là \(text)", remedy: "viết một số từ \(least) tới \(most), hoặc bỏ dòng này"),
        en: .init(
          "“\(key)” cannot be \(text)", remedy: "write a number from \(least) to \(most), or drop the line"))
    case .badURL(let text):
      Report(
        "bad-url",
        vi: .init("“\(text)” không phải địa chỉ trang đầy đủ", remedy: "viết ví dụ https://phuong.example/"),
        en: .init("“\(text)” is not a full web address", remedy: "write, for example, https://ward.example/"))
    case .badContact(let key, let text):
      Report(
        "bad-contact",
        vi: .init(
          "“\(text)” không phải \(SchemaWords.meaning(of: key) ?? key)",
          remedy: key == "email" ? "viết ví dụ email: phuong@vidu.vn" : "viết ví dụ phone: 024 1234 5678"),
        en: .init(
          "“\(text)” cannot be the \(key)",
          remedy: key == "email"
            ? "write, for example, email: ward@example.org" : "write, for example, phone: 024 1234 5678"))
    case .quotesInTag(let tag):
      Report(
        "quotes-in-tag",
        vi: .init("chủ đề “\(tag)” được lấy không kèm ngoặc kép", remedy: "viết \(tag), không cần ngoặc kép"),
        en: .init("the tag “\(tag)” was taken without its quotes", remedy: "write \(tag) without quotes"))
    case .paleAccent(let text, let contrast, let instead, let better):
      Report(
        "pale-accent",
        vi: .init(
          "màu \(text) quá nhạt: chữ trắng trên nền ấy chỉ đạt tương phản \(Self.ratio(contrast, ","))",
          remedy:
            "trang đang dùng \(instead), tương phản \(Self.ratio(better, ",")); viết màu này vào, hoặc chọn màu đạt từ 4,5:1"
        ),
        en: .init(
          "the colour \(text) is too pale: white text on it has a contrast of only \(Self.ratio(contrast, "."))",
          remedy:
            "the pages use \(instead), with \(Self.ratio(better, ".")); write that, or choose one of at least 4.5:1"
        ))
    case .badColour(let text):
      Report(
        "bad-colour",
        vi: .init(
          "“\(text)” không phải mã màu", remedy: "viết dấu # và sáu chữ số trong ngoặc kép, ví dụ \"#0b6e4f\""
        ),
        en: .init(
          "“\(text)” is not a colour",
          remedy: "write # and six hexadecimal digits in quotes, as in \"#0b6e4f\""))
    case .expiresBeforeDate:
      Report(
        "expires-before-date",
        vi: .init("ngày hết hạn (expires) đứng trước ngày đăng", remedy: "sửa lại một trong hai ngày"),
        en: .init("“expires” is before the page's date", remedy: "mend one of the two dates"))
    case .datesOutOfOrder(let first, let last):
      Report(
        "dates-out-of-order",
        vi: .init("ngày ở \(last) đứng trước ngày ở \(first)", remedy: "sửa lại một trong hai ngày"),
        en: .init("“\(last)” is before “\(first)”", remedy: "mend one of the two dates"))
    case .unlikelyYear(let key, let date):
      Report(
        "unlikely-year",
        vi: .init("ngày \(date) ở “\(key)” có lẽ viết nhầm năm", remedy: "xem lại năm"),
        en: .init("the year of “\(key)”, \(date), looks like a slip", remedy: "check the year"))
    }
  }
}

extension FrontMatterProblem {
  /// `4,5:1`, cut rather than rounded, so that what fails never reads as if it passed.
  fileprivate static func ratio(_ contrast: Double, _ point: String) -> String {
    let tenths = Int(contrast * 10)
    return "\(tenths / 10)\(point)\(tenths % 10):1"
  }
}
