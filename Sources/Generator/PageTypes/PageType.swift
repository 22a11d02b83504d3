import Fields

/// What is particular to a type of page. The table is `Page.Kind.type`; a new type is a case of `Page.Kind`, a row
/// there, and a file in this folder. A class, since it is looked up for every page and only the pointer is to be copied.
final class PageType: Sendable {
  let layout: Layout
  /// Whether it has others below it.
  let isSection: Bool
  /// The keys that its front matter may have.
  let schema: Schema
  /// Reads what only this type has.
  let readDetails: @Sendable (PageFields, inout FieldReader) -> Page.Details
  /// Appends what such a page is in the words of schema.org, with a comma before it; nothing for what has no word
  /// there.
  let appendStructuredData: @Sendable (RootView, Key, inout [UInt8]) -> Void

  init(
    layout: Layout, isSection: Bool, schema: Schema,
    readDetails: @escaping @Sendable (PageFields, inout FieldReader) -> Page.Details,
    appendStructuredData: @escaping @Sendable (RootView, Key, inout [UInt8]) -> Void
  ) {
    self.layout = layout
    self.isSection = isSection
    self.schema = schema
    self.readDetails = readDetails
    self.appendStructuredData = appendStructuredData
  }
}

extension Page.Kind {
  var type: PageType {
    switch self {
    case .page: .page
    case .guide: .guide
    case .tip: .tip
    case .document: .document
    case .chapter: .chapter
    case .section: .section
    case .handbook: .handbook
    case .campaign: .campaign
    case .home: .home
    }
  }

  /// A page that has others below it.
  package var isSection: Bool { type.isSection }
  var layout: Layout { type.layout }
}
