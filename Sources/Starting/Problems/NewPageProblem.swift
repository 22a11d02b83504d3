import Diagnostics

/// What can be wrong with an order for a new page or portal.
public enum NewPageProblem: Problem {
  /// What the order must say.
  public enum Argument: Sendable { case type, title, section }

  case missingArgument(Argument, choices: [String])
  case unknownType(String, nearest: String?, known: [String])
  case unknownSection(String, nearest: String?, known: [String])
  /// A section that is not shared, and the portals that have it.
  case sectionOfPortals(String, portals: [String])
  case wrongSection(String, type: String, choices: [String])
  case noSection(type: String, needed: String)
  case pageExists(String)
  case emptySlug(String)
  case reservedName(String)
  case notUTF8
  case longTitle(limit: Int)
  case singlePortal
}

extension NewPageProblem {
  public var report: Report {
    switch self {
    case .missingArgument(let argument, let choices): Self.missing(argument, choices)
    case .unknownType(let text, let near, let known):
      Report(
        "unknown-page-type",
        vi: .init("không có loại trang “\(text)”", remedy: Self.remedy(vi: near, known)),
        en: .init("there is no type of page “\(text)”", remedy: Self.remedy(en: near, known)))
    case .unknownSection(let text, let near, let known):
      Report(
        "unknown-section",
        vi: .init("không có chuyên mục “\(text)”", remedy: Self.remedy(vi: near, known)),
        en: .init("there is no section “\(text)”", remedy: Self.remedy(en: near, known)))
    case .sectionOfPortals(let text, let portals):
      Report(
        "section-of-portal",
        vi: .init(
          "chuyên mục “\(text)” không phải của chung, chỉ có ở cổng: \(Self.listed(portals))",
          remedy: "thêm --portal \(portals.first ?? "")"),
        en: .init(
          "the section “\(text)” is not shared; these portals have it: \(Self.listed(portals))",
          remedy: "add --portal \(portals.first ?? "")"))
    case .wrongSection(let section, let type, let choices):
      Report(
        "wrong-section",
        vi: .init(
          "trang loại “\(type)” không đặt ở “\(section)” được", remedy: Self.remedy(vi: nil, choices)),
        en: .init(
          "a page of type “\(type)” cannot lie in “\(section)”", remedy: Self.remedy(en: nil, choices)))
    case .noSection(let type, let needed):
      Report(
        "no-section-for-type",
        vi: .init(
          "chưa có nơi nào để đặt trang loại “\(type)”",
          remedy: "tạo trước bằng: vungxanh new \(needed) \"Tên\""),
        en: .init(
          "there is no place yet for a page of type “\(type)”",
          remedy: "make one first: vungxanh new \(needed) \"Name\""))
    case .pageExists(let path):
      Report(
        "page-exists",
        vi: .init(
          "đã có \(path)", remedy: "đặt tên tệp khác bằng --slug, hoặc sửa tệp đang có"),
        en: .init(
          "\(path) exists already", remedy: "choose another name with --slug, or edit that file"
        ))
    case .emptySlug(let title):
      Report(
        "empty-slug",
        vi: .init(
          "“\(title)” không có chữ cái hay chữ số để đặt tên tệp",
          remedy: "thêm --slug, ví dụ --slug ngay-hoi"),
        en: .init(
          "“\(title)” has no letter or digit to name a file by", remedy: "add --slug, as in --slug open-day"))
    case .reservedName(let slug):
      Report(
        "reserved-name",
        vi: .init("công cụ dùng tên “\(slug)” vào việc khác ở đây", remedy: "đặt tên khác bằng --slug"),
        en: .init("the name “\(slug)” has another meaning here", remedy: "choose another with --slug"))
    case .notUTF8:
      Report(
        "argument-not-utf8",
        vi: .init(
          "chữ gõ vào không phải UTF-8", remedy: "đặt bảng mã của cửa sổ dòng lệnh là UTF-8 rồi gõ lại"),
        en: .init("what was typed is not UTF-8", remedy: "set the terminal to UTF-8 and type it again"))
    case .longTitle(let limit):
      Report(
        "long-title",
        vi: .init("tiêu đề dài quá \(limit) ký tự", remedy: "rút gọn tiêu đề, phần còn lại viết vào bài"),
        en: .init(
          "the title has more than \(limit) characters", remedy: "shorten it, and put the rest in the text"))
    case .singlePortal:
      Report(
        "single-portal",
        vi: .init(
          "dự án này chỉ có một cổng, khai báo ngay trong content/site.yaml",
          remedy:
            "nếu muốn có nhiều cổng, chuyển các dòng của cổng sang content/portals/<mã>/portal.yaml rồi chạy lại"
        ),
        en: .init(
          "this project has a single portal, which content/site.yaml declares",
          remedy: "to have several, move the portal's lines to content/portals/<id>/portal.yaml and run again"
        ))
    }
  }

  private static func missing(_ argument: Argument, _ choices: [String]) -> Report {
    let (vi, en) =
      switch argument {
      case .type: ("thiếu loại trang (LOẠI)", "the type of page (TYPE) is missing")
      case .title: ("thiếu tiêu đề (TIÊU ĐỀ)", "the title (TITLE) is missing")
      case .section: ("thiếu chuyên mục (--section)", "the section (--section) is missing")
      }
    return Report(
      "missing-argument",
      vi: .init(
        vi, remedy: choices.isEmpty ? "viết tiêu đề trong ngoặc kép sau loại trang" : remedy(vi: nil, choices)
      ),
      en: .init(
        en, remedy: choices.isEmpty ? "write the title in quotes behind the type" : remedy(en: nil, choices)))
  }

  private static func remedy(vi near: String?, _ choices: [String]) -> String {
    near.map { "có phải “\($0)”?" } ?? "chọn một trong: \(listed(choices))"
  }

  private static func remedy(en near: String?, _ choices: [String]) -> String {
    near.map { "did you mean “\($0)”?" } ?? "choose one of: \(listed(choices))"
  }

  /// A project may have hundreds of sections; a remedy is one line.
  private static func listed(_ choices: [String]) -> String {
    choices.prefix(12).joined(separator: ", ") + (choices.count > 12 ? " …" : "")
  }
}
