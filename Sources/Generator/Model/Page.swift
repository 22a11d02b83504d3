import Diagnostics
import Markdown
import Vietnamese

/// A page of the content tree, parsed once for all portals.
///
/// A class because every portal's relations and every view of it look at the same one: as a struct, each look
/// would copy some thirty counted references.
@dynamicMemberLookup
package final class Page: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case page, guide, tip, document, chapter, section, handbook, campaign, home

    /// What the pages of a section may be; chapters are a handbook's.
    package static let leaves: [Kind] = [.page, .guide, .tip, .document]
  }

  package let header: Header
  package let details: Details
  package let body: Document
  /// The values that the unit has still to supply.
  package let placeholders: [Placeholder]

  init(_ header: Header, _ details: Details, body: Document, placeholders: [Placeholder]) {
    self.header = header
    self.details = details
    self.body = body
    self.placeholders = placeholders
  }

  /// The same page with its text elsewhere.
  func with(_ text: Document.Text) -> Page {
    Page(header, details, body: body.with(text), placeholders: placeholders)
  }

  package subscript<Value>(dynamicMember field: KeyPath<Header, Value>) -> Value { header[keyPath: field] }

  /// What only some types of page have.
  package enum Details: Sendable {
    case article(age: Age?)
    case section(SectionSettings)
    case campaign(SectionSettings, days: CampaignDays)
    case document(Issue)
  }

  var age: Age? { if case .article(let age) = details { age } else { nil } }
  var issue: Issue? { if case .document(let issue) = details { issue } else { nil } }
  var campaignDays: CampaignDays? { if case .campaign(_, let days) = details { days } else { nil } }

  package var section: SectionSettings? {
    switch details {
    case .section(let settings), .campaign(let settings, _): settings
    case .article, .document: nil
    }
  }

  /// What the pages of this section are unless they say it themselves.
  package var childKind: Kind { header.kind == .handbook ? .chapter : section?.children ?? .page }

  package enum Order: String, Sendable, CaseIterable { case weight, date, title }

  /// Whether it is published on the day of the build, or why not.
  package enum State: Equatable, Sendable {
    case published, draft, future(from: CalendarDate), expired(after: CalendarDate)
    /// A new page with an error, of itself or of one that it needs.
    case heldBack
    case withdrawn(on: CalendarDate)
  }

  static let weights = -1_000_000...1_000_000

  package struct Tag: Sendable {
    package let name: String
    package let slug: String
  }

  static let ages = 0...120

  package struct Age: Equatable, Sendable {
    let from: Int
    let to: Int?
    var text: String { to.map { "\(from)–\($0)" } ?? "\(from)+" }
  }

  /// A layout of the theme that a page wants instead of its type's.
  struct ChosenLayout: Sendable {
    let name: String
    let place: Place
  }

  struct Alias: Sendable {
    /// A route within the portal.
    let route: String
    let place: Place
  }

  /// A page that front matter names, with what is needed to report it missing.
  package struct Target: Sendable {
    package let key: PageKey
    let text: String
    let place: Place
  }

  struct Picture: Sendable {
    let file: AssetID
    let alt: String
  }

  struct Attachment: Sendable {
    let file: AssetID
    let title: String
    let size: Int
    let date: CalendarDate?
  }

  /// A rule of `check` that its author has a reason to set aside.
  package struct Ignore: Sendable {
    package let rule: String
    package let place: Place
  }

  /// Who answers for a page, and what it rests on. Apart, since most pages of a big site have little of it.
  package struct Provenance: Sendable, Equatable {
    var owner: String?
    var author: String?
    var sources: [Source] = []
    var approvedBy: String?
    var approvedOn: CalendarDate?
    package var reviewBy: CalendarDate?
    package var expires: CalendarDate?
  }

  struct Source: Sendable, Equatable {
    var name = ""
    var url: String?
    var date: CalendarDate?
  }

  package struct SectionSettings: Sendable {
    package var children: Kind = .page
    var order: Order = .weight
    var pageSize: Int?
  }

  /// A campaign's first and last day; without one it is open on that side.
  package struct CampaignDays: Sendable {
    var starts: CalendarDate?
    var ends: CalendarDate?

    func runs(on day: CalendarDate) -> Bool { (starts ?? day) <= day && day <= (ends ?? day) }
  }

  /// What an official paper is cited by.
  package struct Issue: Sendable {
    /// As on the paper: `287/KH-UBND`.
    var number: String?
    var issuer = ""
    var signer: String?
    var issued: CalendarDate?
    /// The days on which it begins to hold and ceases to.
    var effective: CalendarDate?
    var ended: CalendarDate?
  }
}
