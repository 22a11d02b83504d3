import Diagnostics
import Escaping
import Fields
import Files

/// What people read: plain pages, guides, tips, and the chapters of a handbook.
extension PageType {
  static let page = PageType(
    "page", names: ["trang"], label: ("trang thường", "a plain page"), layout: .page, details: .article,
    appendStructuredData: appendArticle)

  static let guide = PageType(
    "guide", names: ["huong-dan"],
    label: ("hướng dẫn: một việc, từng bước", "a guide: one task, step by step"),
    layout: .guide, details: .article, appendStructuredData: appendArticle)

  static let tip = PageType(
    "tip", names: ["meo"], label: ("mẹo ngắn theo lứa tuổi", "a short tip for an age"), layout: .tip,
    details: .article, appendStructuredData: appendArticle)

  static let chapter = PageType(
    "chapter", names: ["chuong"], label: ("chương của một cẩm nang", "a chapter of a handbook"),
    home: .handbook,
    layout: .chapter, details: .chapter, appendStructuredData: appendArticle)

  @Sendable private static func appendArticle(_ view: RootView, _ key: PageKey, _ bytes: inout [UInt8]) {
    let page = view.drawing.page(key)
    bytes.append(verbatim: ",{\"@type\":\"Article\"")
    bytes.append(member: "headline", page.title)
    view.appendWhole(around: key, to: &bytes)
    view.appendCommon(page, to: &bytes)
  }
}

/// What the front matter of an article says beside what every page may say.
private struct ArticleFields {
  var age: Page.Age?

  static let fields = YAMLFields<ArticleFields>(
    "article",
    [
      .other(
        "age", .code, "Độ tuổi; cho `page`, `guide`, `tip`", "the ages it is for; not for chapters", "6-10",
        "16+"
      ) { $0.age = $1.age("age") }
    ])
}

extension FieldReader {
  fileprivate mutating func age(_ key: String) -> Page.Age? {
    guard let text = text(key) else { return nil }
    func years(_ text: Substring) -> Int? {
      text.utf8.allSatisfy(\.isASCIIDigit) ? Int(text).flatMap { Page.ages.contains($0) ? $0 : nil } : nil
    }
    if text.hasSuffix("+"), let from = years(text.dropLast()) { return Page.Age(from: from, to: nil) }
    let parts = text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "-" || $0 == "–" })
      .map(years)
    if parts.count == 2, let from = parts[0], let to = parts[1], from <= to {
      return Page.Age(from: from, to: to)
    }
    report(FrontMatterProblem.badAge(text), at: value(key))
    return nil
  }
}

extension DetailsForm {
  fileprivate static let article = form(of: ArticleFields.fields.notes) { reader in
    var fields = ArticleFields()
    ArticleFields.fields.read(into: &fields, &reader)
    return .article(age: fields.age)
  }

  fileprivate static let chapter = form(of: []) { _ in .article(age: nil) }

  private static func form(
    of notes: [FieldNote], _ readFields: @escaping @Sendable (inout FieldReader) -> Page.Details
  ) -> DetailsForm {
    DetailsForm(
      notes: notes, readFields: readFields,
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
