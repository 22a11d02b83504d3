/// How messages call what a map of YAML is: a type of page, a file, or a group within one.
struct SchemaWords {
  let vi: String
  let en: String

  /// - Parameter name: as the schema has it: `page`, `portal.yaml`, `source`.
  init(_ name: String) {
    if let type = Self.pageTypes[name] {
      (vi, en) = ("trang loại “\(name)” (\(type))", "the page type “\(name)”")
    } else if name.hasSuffix(".yaml") {
      (vi, en) = ("tệp \(name)", name)
    } else {
      (vi, en) = ("nhóm “\(name)”", "the group “\(name)”")
    }
  }

  static let pageTypes = [
    "page": "trang thường", "guide": "hướng dẫn", "tip": "mẹo", "document": "văn bản",
    "chapter": "chương cẩm nang", "section": "chuyên mục", "handbook": "cẩm nang", "campaign": "chiến dịch",
    "home": "trang chủ",
  ]

  /// A value of a field as an editor knows it: `guide (hướng dẫn)` where it is a type of page.
  static func value(_ value: String, of key: String) -> String {
    guard key == "type" || key == "pages", let words = pageTypes[value] else { return value }
    return "\(value) (\(words))"
  }

  /// What a key that must be there stands for.
  static func meaning(of key: String) -> String? {
    switch key {
    case "title": "tiêu đề"
    case "name": "tên"
    case "url": "địa chỉ trang"
    case "body": "cơ quan chủ quản"
    case "responsible": "người chịu trách nhiệm"
    case "address": "nơi làm việc"
    case "phone": "số điện thoại"
    case "email": "thư điện tử"
    case "src", "file": "tên tệp"
    case "alt": "mô tả ảnh"
    case "issuer": "cơ quan ban hành"
    case "page": "tệp .md của trang"
    case "rule": "mã quy tắc"
    case "reason": "lý do"
    default: nil
    }
  }
}
