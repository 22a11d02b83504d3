import Diagnostics

/// What can be wrong with a theme's files, or with the choice of one.
public enum ThemeProblem: Problem {
  case missingTheme(String, nearest: String?)
  case badThemeName(String)
  case missingLayout(String, nearest: String?)
  /// A layout and a partial of one theme with the same name.
  case sameTemplateName(String)
  case missingWord(String, language: String)
  /// A page that names a layout which no theme of its portals has.
  case unknownLayout(String, nearest: String?, known: [String])
  /// A file of the theme that lies in a folder of its assets/.
  case nestedThemeFile
}

extension ThemeProblem {
  public var report: Report {
    switch self {
    case .missingTheme(let name, let near):
      Report(
        "missing-theme",
        vi: .init(
          "không có giao diện “\(name)” trong themes/",
          remedy: near.map { "có phải “\($0)”?" } ?? "đặt thư mục giao diện vào themes/\(name)"),
        en: .init(
          "there is no theme “\(name)” in themes/",
          remedy: near.map { "did you mean “\($0)”?" } ?? "put the theme's folder at themes/\(name)"))
    case .badThemeName(let name):
      Report(
        "bad-theme-name",
        vi: .init(
          "“\(name)” không phải tên giao diện", remedy: "viết tên một thư mục trong themes/, ví dụ vung-xanh"),
        en: .init(
          "“\(name)” is not the name of a theme",
          remedy: "give the name of a folder in themes/, as in vung-xanh"))
    case .sameTemplateName(let name):
      Report(
        "same-template-name",
        vi: .init(
          "trong layouts/ cũng có mẫu tên “\(name)”, nên mẫu này không bao giờ được dùng",
          remedy: "đổi tên một trong hai tệp"),
        en: .init(
          "layouts/ has a template named “\(name)” too, so this one is never used",
          remedy: "rename one of the two files"))
    case .missingLayout(let name, let near):
      Report(
        "missing-layout",
        vi: .init(
          "giao diện không có bố cục “\(name)”",
          remedy: near.map { "có phải “\($0)”?" } ?? "tạo layouts/\(name).mustache trong giao diện"),
        en: .init(
          "the theme has no layout “\(name)”",
          remedy: near.map { "did you mean “\($0)”?" } ?? "create layouts/\(name).mustache in the theme"))
    case .unknownLayout(let name, let near, let known):
      Report(
        "unknown-layout",
        vi: .init(
          "giao diện không có bố cục “\(name)” mà trang này chọn",
          remedy: near.map { "có phải “\($0)”?" }
            ?? "xóa dòng layout, hoặc chọn một trong: \(known.joined(separator: ", "))"),
        en: .init(
          "the page chooses the layout “\(name)”, which the theme does not have",
          remedy: near.map { "did you mean “\($0)”?" }
            ?? "delete the line layout, or choose one of: \(known.joined(separator: ", "))"))
    case .nestedThemeFile:
      Report(
        "theme-file-unpublished",
        vi: .init(
          "tệp của giao diện nằm trong thư mục con của assets/ nên không được đăng",
          remedy: "chuyển tệp ra ngay trong assets/"),
        en: .init(
          "a file in a folder of the theme's assets/ is not published", remedy: "move it into assets/ itself")
      )
    case .missingWord(let word, let language):
      Report(
        "missing-word",
        vi: .init(
          "thiếu chữ “\(word)” cho ngôn ngữ “\(language)”", remedy: "thêm dòng \(word): … vào tệp này"),
        en: .init(
          "the word “\(word)” is missing for language “\(language)”",
          remedy: "add a line \(word): … to this file"))
    }
  }
}
