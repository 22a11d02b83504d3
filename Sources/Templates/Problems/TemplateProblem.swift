import Diagnostics

/// What can be wrong in a theme's template.
public enum TemplateProblem: Problem {
  case unclosedTag
  case unclosedSection(String)
  case mismatchedClose(expected: String, found: String)
  case unopenedClose(String)
  case badTag(String)
  case badDelimiters(String)
  case unknownField(String, nearest: String?)
  case notText(String)
  case unescapedText(String)
  case missingPartial(String, nearest: String?)
  case endlessInclusion(String)
}

extension TemplateProblem {
  public var report: Report {
    switch self {
    case .unclosedTag:
      Report(
        "template-unclosed-tag",
        vi: .init("thẻ Mustache mở ra mà không đóng lại", remedy: "thêm dấu đóng, ví dụ {{title}}"),
        en: .init("this Mustache tag is never closed", remedy: "add the closing delimiter, as in {{title}}"))
    case .unclosedSection(let name):
      Report(
        "template-unclosed-section",
        vi: .init("khối “\(name)” mở ra mà không có {{/\(name)}}", remedy: "thêm {{/\(name)}} ở cuối khối"),
        en: .init("section “\(name)” has no {{/\(name)}}", remedy: "add {{/\(name)}} where the section ends"))
    case .mismatchedClose(let expected, let found):
      Report(
        "template-mismatched-close",
        vi: .init(
          "{{/\(found)}} không khớp với khối đang mở là “\(expected)”",
          remedy: "đóng {{/\(expected)}} trước"),
        en: .init(
          "{{/\(found)}} does not match the open section “\(expected)”",
          remedy: "close {{/\(expected)}} first"))
    case .unopenedClose(let name):
      Report(
        "template-unopened-close",
        vi: .init("{{/\(name)}} đóng một khối chưa mở", remedy: "xóa thẻ này hoặc thêm {{#\(name)}} ở trước"),
        en: .init(
          "{{/\(name)}} closes a section that is not open", remedy: "remove it, or open it with {{#\(name)}}")
      )
    case .badTag(let tag):
      Report(
        "template-bad-tag",
        vi: .init(
          "không hiểu thẻ “\(tag)”",
          remedy: "tên chỉ gồm chữ, số, gạch dưới, gạch nối, cách nhau bằng dấu chấm"),
        en: .init(
          "“\(tag)” is not a Mustache tag",
          remedy: "a name is letters, digits, underscores and hyphens, joined by dots"))
    case .badDelimiters(let tag):
      Report(
        "template-bad-delimiters",
        vi: .init(
          "dấu phân cách “\(tag)” không hợp lệ",
          remedy: "viết hai dấu cách nhau một khoảng trắng, ví dụ {{=<% %>=}}"),
        en: .init(
          "“\(tag)” does not set delimiters",
          remedy: "write two delimiters with a space between, as in {{=<% %>=}}"))
    case .unknownField(let name, let near):
      Report(
        "template-unknown-field",
        vi: .init(
          "không có trường “\(name)” ở chỗ này",
          remedy: near.map { "có phải “\($0)”?" } ?? "xem danh sách trường trong docs/themes.md"),
        en: .init(
          "there is no field “\(name)” here",
          remedy: near.map { "did you mean “\($0)”?" } ?? "docs/themes.md lists every field"))
    case .notText(let name):
      Report(
        "template-not-text",
        vi: .init(
          "“\(name)” không phải là văn bản nên không in ra được",
          remedy: "mở nó bằng {{#\(name)}}…{{/\(name)}} rồi in một trường bên trong"),
        en: .init(
          "“\(name)” is not text and cannot be printed",
          remedy: "open it with {{#\(name)}}…{{/\(name)}} and print a field inside"))
    case .unescapedText(let name):
      Report(
        "template-unescaped-text",
        vi: .init("“\(name)” là văn bản nhưng in ra mà không mã hóa ký tự HTML", remedy: "viết {{\(name)}}"),
        en: .init("“\(name)” is text but is printed without escaping", remedy: "write {{\(name)}}"))
    case .missingPartial(let name, let near):
      Report(
        "template-missing-partial",
        vi: .init(
          "không có mẫu “\(name)” trong giao diện",
          remedy: near.map { "có phải “\($0)”?" } ?? "tạo tệp \(name).mustache"),
        en: .init(
          "the theme has no template “\(name)”",
          remedy: near.map { "did you mean “\($0)”?" } ?? "create \(name).mustache"))
    case .endlessInclusion(let name):
      Report(
        "template-endless-inclusion",
        vi: .init(
          "mẫu “\(name)” gọi lại chính nó không dừng", remedy: "đặt lời gọi trong một khối {{#…}} có lúc rỗng"
        ),
        en: .init(
          "template “\(name)” includes itself without end",
          remedy: "put the inclusion inside a section that is empty at some point"))
    }
  }
}
