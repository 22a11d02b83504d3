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
        "picture-no-alt",
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
        "picture-alt-file-name",
        vi: .init(
          "mô tả ảnh “\(alt)” chỉ là tên tệp", remedy: "viết điều người xem thấy trong ảnh, một câu ngắn"),
        en: .init(
          "the description “\(alt)” is only a file's name",
          remedy: "say in a short sentence what the picture shows"))
    case .altSaysNothing(let alt):
      Report(
        "picture-alt-says-nothing",
        vi: .init(
          "mô tả ảnh “\(alt)” không nói ảnh có gì", remedy: "viết điều người xem thấy trong ảnh, một câu ngắn"
        ),
        en: .init(
          "the description “\(alt)” does not say what the picture shows",
          remedy: "say it in a short sentence"))
    case .linkWithoutText(let destination):
      Report(
        "link-text-empty",
        vi: .init(
          "liên kết tới “\(destination)” không có chữ nên không ai bấm được",
          remedy: "viết tên nơi sẽ tới vào giữa hai dấu ngoặc vuông, hoặc xóa liên kết"),
        en: .init(
          "the link to “\(destination)” has no text, so nobody can follow it",
          remedy: "write where it leads between the brackets, or delete it"))
    case .vagueLinkText(let text):
      Report(
        "link-text-vague",
        vi: .init(
          "chữ liên kết “\(text)” không cho biết sẽ tới đâu",
          remedy: "lấy tên trang hoặc việc cần làm làm chữ liên kết, ví dụ [cách đặt mật khẩu](…)"),
        en: .init(
          "the link text “\(text)” does not say where it leads",
          remedy: "use the name of the page, or what one does there, as in [choosing a password](…)"))
    case .addressAsText(let text):
      Report(
        "link-text-address",
        vi: .init(
          "chữ liên kết là cả một địa chỉ dài “\(text)”",
          remedy: "viết tên trang làm chữ liên kết: [tên trang](địa chỉ)"),
        en: .init(
          "the link's text is a long address, “\(text)”",
          remedy: "use the name of the page as its text: [name of the page](address)"))
    case .headingJump(let text, let from, let to):
      Report(
        "heading-jump",
        vi: .init(
          "đề mục “\(text)” nhảy từ cấp \(from) xuống cấp \(to)",
          remedy: "viết \(String(repeating: "#", count: from + 1)) để các cấp nối tiếp nhau"),
        en: .init(
          "the heading “\(text)” goes from level \(from) down to level \(to)",
          remedy: "write \(String(repeating: "#", count: from + 1)), so that no level is left out"))
    case .emptyHeading:
      Report(
        "heading-empty",
        vi: .init("đề mục không có chữ", remedy: "viết chữ cho đề mục, hoặc xóa các dấu #"),
        en: .init("this heading has no words", remedy: "give it some, or delete the # marks"))
    case .repeatedHeading(let text, let line):
      Report(
        "heading-repeated",
        vi: .init(
          "đề mục “\(text)” trùng với đề mục ở dòng \(line) trong cùng một phần",
          remedy: "đổi chữ một đề mục để mục lục phân biệt được, hoặc gộp hai phần"),
        en: .init(
          "the heading “\(text)” stands in this part already, on line \(line)",
          remedy: "reword one, so that the contents tell them apart, or join the two"))
    case .tableWithoutHeader:
      Report(
        "table-no-header",
        vi: .init(
          "bảng không có tên cột", remedy: "điền tên từng cột vào hàng đầu, trên hàng gạch ngang"),
        en: .init(
          "the columns of this table have no names", remedy: "name them in its first row, above the dashes"))
    }
  }
}
