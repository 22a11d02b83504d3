import Diagnostics
import Fields
import Files
import Markdown
import Vietnamese

/// The front matter of a page, read field by field: see `common` and `PageTypes/`.
struct PageFields {
  /// A class, so that a field's reader is handed one reference and no copy of all this.
  let context: PageContext
  /// What was read so far.
  var header: Page.Header
  var provenance = Page.Provenance()
  var isDraft = false
  /// `publish_on`.
  var opening: CalendarDate?

  /// - Parameter kind: what the section around the page says its pages are.
  init(_ context: PageContext, childOf kind: Page.Kind?, _ reader: inout FieldReader) {
    self.context = context
    let file = context.file
    let isHome = file.isIndex && context.references.tree.places[file.key].isEmpty
    header = Page.Header(
      path: file.shownPath, key: file.key, portal: file.portal,
      kind: Page.Kind(of: file, isHome: isHome, childOf: kind, &reader))
  }

  /// - Parameter placeholders: the values that the unit has still to supply.
  mutating func read(_ reader: inout FieldReader, body: Document, placeholders: [Placeholder]) -> Page {
    Self.common.read(into: &self, &reader)
    if header.description.isEmpty { header.description = Self.summary(of: body.plainText(limit: 640)) }
    header.sortKey = SortKey(header.title)
    header.provenance = provenance == Page.Provenance() ? nil : provenance
    let (date, expires) = (header.date, provenance.expires)
    if let start = opening ?? date, let expires, expires < start {
      reader.report(FrontMatterProblem.expiresBeforeDate, at: reader.value("expires"))
    }
    reader.reportDisorder("date", date, "updated", header.updated, as: .warning)
    let publication = context.publication
    header.state = publication.state(
      isDraft: isDraft, from: max(opening ?? .first, date ?? .first), to: expires)
    header.isPublished = publication.publishes(header.state)
    context.checkName(slug: header.slug, &reader)
    let type = header.kind.type
    let details = type.details.readFields(&reader)
    context.reportUnlikelyYears(
      &reader, dates: [("date", date), ("updated", header.updated), ("review_by", provenance.reviewBy)])
    reader.finish(type.schema, elsewhere: Schema.allPageKeys)
    return Page(header, details, body: body, placeholders: placeholders)
  }

  /// The first sentences of a page that has no description, at most 160 characters, cut at a word. What an archetype
  /// put there for its author is no description.
  static func summary(of plainText: [UInt8]) -> String {
    let lines = plainText.split(separator: UInt8(ascii: "\n"))
      .filter { Placeholder.next(in: Array($0)) == nil }.prefix(2)
    var text = String(decoding: Array(lines.joined(separator: [UInt8(ascii: " ")])), as: UTF8.self)
    // The cut may have fallen inside a character.
    while text.unicodeScalars.last == "\u{FFFD}" { text.unicodeScalars.removeLast() }
    guard text.count > 160 else { return text }
    let cut = text.prefix(160)
    return (cut.lastIndex(of: " ").map { String(cut[..<$0]) } ?? String(cut)) + "…"
  }
}

extension PublicationRules {
  /// - Parameters:
  ///   - opening: the first day on which the page may be seen.
  ///   - expires: the last.
  fileprivate func state(isDraft: Bool, from opening: CalendarDate, to expires: CalendarDate?) -> Page.State {
    if let expires, expires < today { return .expired(after: expires) }
    if isDraft { return .draft }
    return opening > today ? .future(from: opening) : .published
  }

  fileprivate func publishes(_ state: Page.State) -> Bool {
    switch state {
    case .published: true
    case .draft: includesDrafts
    case .future: includesFuture
    case .expired, .heldBack, .withdrawn: false
    }
  }
}
