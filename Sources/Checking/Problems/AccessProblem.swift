import Diagnostics

/// What keeps some readers from what a page says: those who listen to it, or who jump from heading to heading.
public enum AccessProblem: Problem {
  case pictureWithoutAlt(String)
  case altIsFileName(String)
  case altSaysNothing(String)
  case linkWithoutText(String)
  case vagueLinkText(String)
  case addressAsText(String)
  /// Levels as Markdown counts them; the page's title is the first.
  case headingJump(String, from: Int, to: Int)
  case emptyHeading
  case repeatedHeading(String, firstLine: Int)
  case tableWithoutHeader
}

extension AccessProblem {
  public var report: Report {
    switch self {
    case .pictureWithoutAlt(let file):
      Report(
        .pictureNoAlt,
        vi: .init(
          "ảnh “\(file)” chưa có mô tả",
          remedy:
            "viết vào giữa hai dấu ngoặc vuông điều người xem thấy trong ảnh: ![Cây bàng trước cổng trường](…)"
        ),
        en: .init(
          "the picture “\(file)” has no description",
          remedy: "write between the brackets what the picture shows: ![The banyan at the school gate](…)"))
    case .altIsFileName(let alt):
      Report(
        .pictureAltFileName,
        vi: .init(
          "mô tả ảnh “\(alt)” chỉ là tên tệp", remedy: "viết điều người xem thấy trong ảnh, một câu ngắn"),
        en: .init(
          "the description “\(alt)” is only a file's name",
          remedy: "say in a short sentence what the picture shows"))
    case .altSaysNothing(let alt):
      Report(
        .pictureAltSaysNothing,
        vi: .init(
          "mô tả ảnh “\(alt)” không nói ảnh có gì", remedy: "viết điều người xem thấy trong ảnh, một câu ngắn"
        ),
        en: .init(
          "the description “\(alt)” does not say what the picture shows",
          remedy: "say it in a short sentence"))
    case .linkWithoutText(let destination):
      Report(
        .linkTextEmpty,
        vi: .init(
          "liên kết tới “\(destination)” không có chữ nên không ai bấm được",
          remedy: "viết tên nơi sẽ tới vào giữa hai dấu ngoặc vuông, hoặc xóa liên kết"),
        en: .init(
          "the link to “\(destination)” has no text, so nobody can follow it",
          remedy: "write where it leads between the brackets, or delete it"))
    case .vagueLinkText(let text):
      Report(
        .linkTextVague,
        vi: .init(
          "chữ liên kết “\(text)” không cho biết sẽ tới đâu",
          remedy: "lấy tên trang hoặc việc cần làm làm chữ liên kết, ví dụ [cách đặt mật khẩu](…)"),
        en: .init(
          "the link text “\(text)” does not say where it leads",
          remedy: "use the name of the page, or what one does there, as in [choosing a password](…)"))
    case .addressAsText(let text):
      Report(
        .linkTextAddress,
        vi: .init(
          "chữ liên kết là cả một địa chỉ dài “\(text)”",
          remedy: "viết tên trang làm chữ liên kết: [tên trang](địa chỉ)"),
        en: .init(
          "the link's text is a long address, “\(text)”",
          remedy: "use the name of the page as its text: [name of the page](address)"))
    case .headingJump(let text, let from, let to):
      Report(
        .headingJump,
        vi: .init(
          "đề mục “\(text)” nhảy từ cấp \(from) xuống cấp \(to)",
          remedy: "viết \(String(repeating: "#", count: from + 1)) để các cấp nối tiếp nhau"),
        en: .init(
          "the heading “\(text)” goes from level \(from) down to level \(to)",
          remedy: "write \(String(repeating: "#", count: from + 1)), so that no level is left out"))
    case .emptyHeading:
      Report(
        .headingEmpty,
        vi: .init("đề mục không có chữ", remedy: "viết chữ cho đề mục, hoặc xóa các dấu #"),
        en: .init("this heading has no words", remedy: "give it some, or delete the # marks"))
    case .repeatedHeading(let text, let line):
      Report(
        .headingRepeated,
        vi: .init(
          "đề mục “\(text)” trùng với đề mục ở dòng \(line) trong cùng một phần",
          remedy: "đổi chữ một đề mục để mục lục phân biệt được, hoặc gộp hai phần"),
        en: .init(
          "the heading “\(text)” stands in this part already, on line \(line)",
          remedy: "reword one, so that the contents tell them apart, or join the two"))
    case .tableWithoutHeader:
      Report(
        .tableNoHeader,
        vi: .init(
          "bảng không có tên cột", remedy: "điền tên từng cột vào hàng đầu, trên hàng gạch ngang"),
        en: .init(
          "the columns of this table have no names", remedy: "name them in its first row, above the dashes"))
    }
  }
}

extension Rule {
  package static let pictureNoAlt = Rule(
    .access, "picture-no-alt", .error, vi: "ảnh không có mô tả", en: "a picture without a description")
  package static let pictureAltFileName = Rule(
    .access, "picture-alt-file-name", .warning, vi: "mô tả ảnh chỉ là tên tệp",
    en: "a description that is a file's name")
  package static let pictureAltSaysNothing = Rule(
    .access, "picture-alt-says-nothing", .warning, vi: "mô tả ảnh chỉ nói “ảnh”, “hình”",
    en: "a description that says only “picture”")
  package static let linkTextEmpty = Rule(
    .access, "link-text-empty", .error, vi: "liên kết không có chữ", en: "a link without text")
  package static let linkTextVague = Rule(
    .access, "link-text-vague", .warning, vi: "chữ liên kết như “tại đây”, “xem thêm”",
    en: "a link that says only “here” or “more”")
  package static let linkTextAddress = Rule(
    .access, "link-text-address", .warning, vi: "chữ liên kết là cả một địa chỉ dài",
    en: "a link whose text is a long address")
  package static let headingJump = Rule(
    .access, "heading-jump", .warning, vi: "đề mục bỏ cách cấp", en: "a heading that leaves out a level")
  package static let headingEmpty = Rule(
    .access, "heading-empty", .warning, vi: "đề mục không có chữ", en: "a heading without words")
  package static let headingRepeated = Rule(
    .access, "heading-repeated", .warning, vi: "hai đề mục giống nhau trong một phần",
    en: "the same heading twice in one part")
  package static let tableNoHeader = Rule(
    .access, "table-no-header", .warning, vi: "bảng không có tên cột",
    en: "a table whose columns have no names")
}
