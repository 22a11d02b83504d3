import Diagnostics

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

  private static let portalKinds = [
    "district": "quận, huyện", "ward": "phường", "commune": "xã", "province": "tỉnh, thành phố",
    "school": "trường học", "union": "đoàn thể", "other": "khác",
  ]

  private static func values(of key: String) -> [String: String] {
    switch key {
    case "type", "pages": pageTypes
    case "kind": portalKinds
    default: [:]
    }
  }

  /// A value of a field as an editor knows it: `guide (hướng dẫn)` where it is a type of page.
  static func value(_ value: String, of key: String) -> String {
    values(of: key)[value].map { "\(value) (\($0))" } ?? value
  }

  /// The value whose Vietnamese name was written in its place.
  static func meant(by text: String, of key: String, among known: [String]) -> String? {
    let text = text.lowercased()
    return known.first { value in
      values(of: key)[value]?.split(separator: ",").contains { $0.drop { $0 == " " } == text } == true
    }
  }

  /// What is no type of page, and where such a page belongs.
  static func hint(at value: String, of key: String) -> (vi: String, en: String)? {
    guard key == "type" || key == "pages" else { return nil }
    switch value.lowercased() {
    case "tin", "tin tức", "tin-tuc", "news":
      return (
        "bỏ dòng này: tin là bài có ngày (date) trong thư mục của một chiến dịch (type: campaign)",
        "drop the line: a piece of news is a page with a date in the folder of a campaign (type: campaign)"
      )
    case "sự kiện", "su-kien", "event":
      return (
        "bỏ dòng này: sự kiện là trang thường, thời gian và địa điểm viết trong bài",
        "drop the line: an event is a plain page that says when and where"
      )
    default: return nil
    }
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
