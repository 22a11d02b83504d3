import Escaping
import Fields
import Files

/// What people read: plain pages, guides, tips, and the chapters of a handbook.
extension PageType {
  static let page = PageType(
    names: ["trang"], label: ("trang thường", "a plain page"), layout: .page, schema: article("page", [age]),
    details: .article, appendStructuredData: appendArticle)

  static let guide = PageType(
    names: ["huong-dan"], label: ("hướng dẫn: một việc, từng bước", "a guide: one task, step by step"),
    layout: .guide, schema: article("guide", [age]), details: .article, appendStructuredData: appendArticle)

  static let tip = PageType(
    names: ["meo"], label: ("mẹo ngắn theo lứa tuổi", "a short tip for an age"), layout: .tip,
    schema: article("tip", [age]), details: .article, appendStructuredData: appendArticle)

  static let chapter = PageType(
    names: ["chuong"], label: ("chương của một cẩm nang", "a chapter of a handbook"), home: .handbook,
    layout: .chapter, schema: article("chapter", []), details: .article, appendStructuredData: appendArticle)

  private static let age = "age"

  private static func article(_ name: String, _ keys: [String]) -> Schema {
    .page(name, Schema.common + keys)
  }

  @Sendable private static func appendArticle(_ view: RootView, _ key: PageKey, _ bytes: inout [UInt8]) {
    let page = view.drawing.page(key)
    bytes.append(verbatim: ",{\"@type\":\"Article\"")
    bytes.append(member: "headline", page.title)
    view.appendWhole(around: key, to: &bytes)
    view.appendCommon(page, to: &bytes)
  }
}

extension DetailsForm {
  fileprivate static let article = DetailsForm(
    readFields: { fields, reader in .article(age: fields.age(&reader)) },
    write: { details, writer in
      guard case .article(let age) = details else { return }
      writer.write(age) { writer, age in
        writer.write(Int32(age.from))
        writer.write(age.to) { $0.write(Int32($1)) }
      }
    },
    read: { (reader) throws(RecordReader.Damage) in
      .article(age: try reader.optional { (reader) throws(RecordReader.Damage) in try reader.age() })
    })
}

extension RecordReader {
  fileprivate mutating func age() throws(Damage) -> Page.Age {
    let from = Int(try number(Int32.self))
    return Page.Age(
      from: from, to: try optional { (reader) throws(Damage) in Int(try reader.number(Int32.self)) })
  }
}

extension RootView {
  /// What an article is a part of: its handbook, or the site.
  fileprivate func appendWhole(around key: PageKey, to bytes: inout [UInt8]) {
    guard drawing.page(key).kind == .chapter, let book = drawing.site.parents[key] else {
      return bytes.append(reference: "isPartOf", root, Portal.webSite)
    }
    bytes.append(member: "isPartOf")
    bytes.append(verbatim: "{\"@type\":\"Book\"")
    bytes.append(member: "name", drawing.page(book).title)
    bytes.append(member: "url", drawing.canonical(book))
    bytes.append(UInt8(ascii: "}"))
  }
}
