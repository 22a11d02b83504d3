import Diagnostics
import Vietnamese

/// What one portal shows, and at which address: a function from route to bytes, before any is drawn.
package struct Site: Sendable {
  package let portal: Int
  /// Nil where nothing is shown.
  package let shown: Rows<PageKey, PageID?>
  /// `cam-nang/mat-khau.html`; empty where nothing is shown.
  package let routes: Rows<PageKey, String>
  /// The nearest section around it that is shown.
  package let parents: Rows<PageKey, PageKey?>
  /// What a section lists, in its order.
  package let children: Rows<PageKey, [PageKey]>
  /// In dictionary order.
  let tags: [Group]
  /// Where in `tags` a slug is.
  let tagIndex: [String: Int]
  /// In the project's order, those that have pages.
  let audiences: [Group]
  /// Dated pages, newest first.
  let recent: [PageKey]
  let words: RouteWords
  /// Addresses on other portals of pages that this one does not show, by key.
  let elsewhere: [PageKey: String]
  package let menu: [MenuEntry]
  /// A file of the content tree.
  let emblem: AssetID?
  /// The page that helps who finds nothing.
  package let help: PageKey?
  /// What a reader without JavaScript searches with; nil when the theme has no search page.
  let alphabet: Alphabet?
  /// Whether readers of any page may have to leave it at once.
  let hasQuickExit: Bool
  /// Pages that are no more: expired ones in the tree's order, withdrawn ones in that of the register.
  let gone: [Gone]
  /// Where what was withdrawn was to be had, files among it.
  let withdrawn: [String]
  /// The campaign that runs on the day of the build.
  package let campaign: Campaign?

  struct Gone: Sendable {
    let route: String
    /// The last on which it was there, or the one on which it was withdrawn; nil for the page that speaks for all of these.
    let day: CalendarDate?
    let isWithdrawn: Bool
  }

  package struct Campaign: Sendable {
    package let key: PageKey
    /// Its newest page of the day of the build or before.
    let newest: PageKey?
  }

  /// Pages that share a tag or an audience. A class so that a view holds it in one word.
  final class Group: Sendable {
    let name: String
    let slug: String
    /// The first page of the list.
    let route: String
    /// Newest first.
    let keys: [PageKey]

    init(name: String, slug: String, folder: String, keys: [PageKey]) {
      self.name = name
      self.slug = slug
      route = "\(folder)/\(slug).html"
      self.keys = keys
    }
  }

  package struct MenuEntry: Sendable {
    let title: String
    /// The page it opens, or nil for an address elsewhere.
    package let key: PageKey?
    let url: String
  }

  /// The pages that are shown, in the tree's order.
  package var keys: [PageKey] { shown.ids { $0 != nil } }

  /// A page and the sections around it that are shown, from the inside out.
  func around(_ key: PageKey) -> Around { Around(parents: parents, key: key) }

  /// It holds no more than it needs: a copy of the whole site would count dozens of references for each page.
  struct Around: Sequence, IteratorProtocol {
    fileprivate let parents: Rows<PageKey, PageKey?>
    fileprivate var key: PageKey?

    mutating func next() -> PageKey? {
      let current = key
      key = current.flatMap { parents[$0] }
      return current
    }
  }

  static let home: String = "index.html"
  static let notFound = "404.html"
  /// What a web server shows at the addresses of what was withdrawn.
  static let withdrawn = "410.html"
  static let searchFolder = "assets/search/"
  /// The longest name of a file that disks take, in bytes.
  static let longestName = 255
}

/// The words that routes are made of.
struct RouteWords: Sendable {
  let page: String
  let tags: String
  let audiences: String
  let siteMap: String
  let wholeBook: String
  let search: String

  static func words(for language: Language) -> RouteWords {
    switch language {
    case .vi:
      RouteWords(
        page: "trang", tags: "chu-de", audiences: "danh-cho", siteMap: "so-do-trang",
        wholeBook: "ca-cuon", search: "tim-kiem")
    case .en:
      RouteWords(
        page: "page", tags: "topics", audiences: "for", siteMap: "site-map", wholeBook: "whole-book",
        search: "search")
    }
  }

  /// Where the whole of a handbook stands that is at `route` itself.
  func book(at route: String) -> String { "\(route.dropLast(5))/\(wholeBook).html" }
}
