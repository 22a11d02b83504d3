import Diagnostics

/// What can be wrong with a text of declarations as a whole, before its fields mean anything.
public enum DeclarationProblem: Problem {
  case syntax(SyntaxMistake)
  case severalDocuments
  case anchorOrTag
  case repeatedKey(String)
  /// YAML takes what stands behind a `#` for a comment; `kept` is the rest.
  case cutValue(whole: String, kept: String)
  case missing
  /// Empty lines stand above the first `---`.
  case notFirst
  /// A line of other dashes, or of more or fewer, where `---` is meant.
  case wrongDashes(String)
  case unclosed
  /// The text begins with further front matter.
  case twice
  case notAMap
}

extension DeclarationProblem {
  public var report: Report {
    switch self {
    case .syntax(let mistake):
      Report(
        "yaml-syntax",
        vi: .init(mistake.message.vi, remedy: mistake.remedy.vi),
        en: .init(mistake.message.en, remedy: mistake.remedy.en))
    case .severalDocuments:
      Report(
        "yaml-several-documents",
        vi: .init(
          "có thêm dòng “---” ở giữa phần khai báo", remedy: "chỉ để một dòng --- ở đầu và một ở cuối"),
        en: .init("there is another “---” inside", remedy: "keep one --- at the start and one at the end"))
    case .anchorOrTag:
      Report(
        "yaml-anchor",
        vi: .init(
          "giá trị bắt đầu bằng &, * hoặc ! có nghĩa riêng nên máy không đọc",
          remedy: "đặt cả giá trị trong dấu ngoặc kép"),
        en: .init(
          "YAML anchors (&), aliases (*) and tags (!) are not used here",
          remedy: "write the value out, or put all of it in quotes"))
    case .repeatedKey(let key):
      Report(
        "yaml-repeated-key",
        vi: .init("dòng “\(key)” viết hai lần", remedy: "giữ một dòng, xóa dòng kia"),
        en: .init("“\(key)” is given twice", remedy: "keep one and delete the other"))
    case .cutValue(let whole, let kept):
      Report(
        "yaml-value-cut",
        vi: .init(
          kept.isEmpty
            ? "“\(whole)” bị coi là chú thích vì bắt đầu bằng dấu #, nên giá trị để trống"
            : "giá trị bị cắt ở dấu #, chỉ còn “\(kept)”",
          remedy: "đặt trong ngoặc kép: \"\(whole)\"; nếu là chú thích thì để một dấu cách sau #"),
        en: .init(
          kept.isEmpty
            ? "“\(whole)” is taken for a comment, as it begins with a #, so the value is empty"
            : "the value is cut at the #, and only “\(kept)” is left",
          remedy: "put it in quotes: \"\(whole)\"; if it is a comment, put a blank behind the #"))
    case .missing:
      Report(
        "front-matter-missing",
        vi: .init(
          "trang chưa có phần khai báo ở đầu", remedy: "thêm ba dòng ở đầu tệp: ---, title: Tên trang, ---"),
        en: .init(
          "the page has no front matter",
          remedy: "start the file with three lines: ---, title: Name of the page, ---"))
    case .notFirst:
      Report(
        "front-matter-not-first",
        vi: .init(
          "phía trên dòng --- đầu tiên còn dòng trống",
          remedy: "xóa các dòng trống ấy, để --- là dòng đầu tiên của tệp"),
        en: .init(
          "there are empty lines above the first ---",
          remedy: "delete them, so that --- is the first line of the file"))
    case .wrongDashes(let line):
      Report(
        "front-matter-wrong-dashes",
        vi: .init(
          "dòng này là “\(line)”, không phải ba dấu gạch nối ---",
          remedy: "xóa dòng rồi gõ lại ba dấu gạch nối; chép qua Word thì dấu hay bị đổi"),
        en: .init(
          "this line is “\(line)”, not the three hyphens ---",
          remedy: "delete it and type three hyphens; word processors are apt to change them"))
    case .unclosed:
      Report(
        "front-matter-unclosed",
        vi: .init(
          "phần khai báo mở bằng --- mà không có --- đóng lại",
          remedy: "thêm một dòng --- sau khai báo cuối cùng"),
        en: .init(
          "the front matter opened by --- is never closed", remedy: "add a line --- after its last entry"))
    case .twice:
      Report(
        "front-matter-twice",
        vi: .init(
          "trang có hai phần khai báo; phần thứ hai, từ dòng này, sẽ hiện nguyên thành chữ",
          remedy: "chỉ giữ một phần khai báo ở đầu tệp: gộp các dòng cần dùng vào đó rồi xóa phần kia"),
        en: .init(
          "the page has front matter twice; the second, from this line on, would be shown as text",
          remedy: "keep one: move the lines you need into the first and delete the second"))
    case .notAMap:
      Report(
        "front-matter-not-a-map",
        vi: .init("phần khai báo phải gồm các dòng “tên: giá trị”", remedy: "viết ví dụ: title: Tên trang"),
        en: .init(
          "this should be lines of “key: value”", remedy: "write, for example, title: Name of the page"))
    }
  }
}
