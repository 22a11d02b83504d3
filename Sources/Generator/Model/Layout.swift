/// A kind of page that a theme may have a layout for, by the layout's name.
enum Layout: String, CaseIterable, Sendable {
  case page, guide, tip, document, chapter, section, handbook, campaign, home
  case book, tag, audience, topics
  case siteMap = "site-map"
  case search, letter, redirect
  case notFound = "not-found"
  case gone

  /// The layout that draws such a page in a theme without this one; nil where a theme cannot do without.
  var standIn: Layout? {
    switch self {
    case .page, .redirect: nil
    case .guide, .tip, .document, .section, .search, .notFound, .book: .page
    case .chapter: .guide
    case .handbook, .campaign, .home, .tag, .audience, .topics, .siteMap: .section
    case .letter: .search
    case .gone: .notFound
    }
  }

  /// A theme needs no more than these.
  static let required = allCases.filter { $0.standIn == nil }
}
