import Fields
import Files

/// What is particular to a type of page: all of it, in one file of this folder. The table is `Page.Kind.type`; a new
/// type is a case of `Page.Kind`, a row there, and a file. A class, since it is looked up for every page and only the
/// pointer is to be copied.
package final class PageType: Sendable {
  /// What it may be called in Vietnamese, without tones; the first is the one that is shown.
  package let names: [String]
  /// What to call it when there is a choice, and what it is for.
  package let label: (vi: String, en: String)
  /// What must be there before such a page has a place; nil for what stands below any section.
  package let home: Page.Kind?
  let layout: Layout
  /// Whether it has others below it.
  let isSection: Bool
  let details: DetailsForm
  /// Fields of every page that it does not have.
  private let unused: Set<String>
  /// The keys that its front matter may have.
  let schema: Schema
  /// Appends what such a page is in the words of schema.org, with a comma before it; nothing for what has no word
  /// there.
  let appendStructuredData: @Sendable (RootView, PageKey, inout [UInt8]) -> Void

  /// - Parameter name: as front matter has it.
  init(
    _ name: String, names: [String], label: (vi: String, en: String), home: Page.Kind? = nil, layout: Layout,
    isSection: Bool = false, details: DetailsForm, unused: Set<String> = [],
    appendStructuredData: @escaping @Sendable (RootView, PageKey, inout [UInt8]) -> Void
  ) {
    self.names = names
    self.label = label
    self.home = home
    self.layout = layout
    self.isSection = isSection
    self.details = details
    self.unused = unused
    schema = Schema(name: name, keys: Self.notes(details, without: unused).map(\.key))
    self.appendStructuredData = appendStructuredData
  }

  /// Every field that its front matter may have.
  package var notes: [FieldNote] { Self.notes(details, without: unused) }

  private static func notes(_ details: DetailsForm, without unused: Set<String>) -> [FieldNote] {
    PageFields.common.notes.filter { !unused.contains($0.key) } + details.notes
  }
}

/// How what only some types have comes out of front matter, into the cache, and back.
struct DetailsForm: Sendable {
  /// The fields that front matter has for it.
  let notes: [FieldNote]
  let readFields: @Sendable (inout FieldReader) -> Page.Details
  let write: @Sendable (Page.Details, inout RecordWriter) -> Void
  let read: @Sendable (inout RecordReader) throws(RecordReader.Damage) -> Page.Details
}

extension Page.Kind {
  package var type: PageType {
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
}
