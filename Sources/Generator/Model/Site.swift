import Diagnostics
import Vietnamese

/// What one portal shows, and at which address: a function from route to bytes, before any is rendered.
package struct Site: Sendable {
  package let portal: Int
  /// By key: an index into the library's pages, or -1 where nothing is shown.
  package let shown: [Int32]
  /// By key: `cam-nang/mat-khau.html`; empty where nothing is shown.
  package let routes: [String]
  /// By key: the nearest section around it that is shown, or -1.
  package let parents: [Key]
  /// By key: what a section lists, in its order.
  package let children: [[Key]]
  /// In dictionary order.
  let tags: [Group]
  /// Where in `tags` a slug is.
  let tagIndex: [String: Int]
  /// In the project's order, those that have pages.
  let audiences: [Group]
  /// Dated pages, newest first.
  let recent: [Key]
  /// Every file of the site, in the order of their paths.
  private(set) var outputs: [Output]
  let words: RouteWords
  /// Addresses on other portals of pages that this one does not show, by key.
  let elsewhere: [Key: String]
  package let menu: [MenuEntry]
  /// A file of the content tree.
  let emblem: Int32?
  /// The page that helps who finds nothing.
  package let help: Key?
  /// What a reader without JavaScript searches with; nil when the theme has no search page.
  let alphabet: Alphabet?
  /// Whether readers of any page may have to leave it at once.
  let hasQuickExit: Bool
  /// The campaign that runs on the day of the build.
  package let campaign: Campaign?

  package struct Campaign: Sendable {
    package let key: Key
    /// Its newest page of the day of the build or before.
    let newest: Key?
  }

  /// Pages that share a tag or an audience. A class so that a view holds it in one word.
  final class Group: Sendable {
    let name: String
    let slug: String
    /// The first page of the list.
    let route: String
    /// Newest first.
    let keys: [Key]

    init(name: String, slug: String, folder: String, keys: [Key]) {
      self.name = name
      self.slug = slug
      route = "\(folder)/\(slug).html"
      self.keys = keys
    }
  }

  package struct MenuEntry: Sendable {
    let title: String
    /// The page it opens, or nil for an address elsewhere.
    package let key: Key?
    let url: String
  }

  struct Output: Sendable {
    let path: String
    let route: Route
  }

  /// The same site in a theme that differs in no more than what its templates and files hold.
  func dressed(in theme: Theme) -> Site {
    var site = self
    site.outputs = outputs.filter { if case .themeFile = $0.route { false } else { true } }
    let files = theme.assets.enumerated().map { Output(path: $1.route, route: .themeFile($0)) }
    for file in files {
      let place = site.outputs.partitioningIndex { $0.path >= file.path }
      site.outputs.insert(file, at: place)
    }
    return site
  }

  static let home: String = "index.html"
  static let searchFolder = "assets/search/"
  /// The longest name of a file that disks take, in bytes.
  static let longestName = 255
}

extension [Site.Output] {
  /// What stands at an address, in the order of paths.
  func output(at path: String) -> Site.Output? {
    let place = partitioningIndex { $0.path >= path }
    return place < count && self[place].path == path ? self[place] : nil
  }

  /// The first index from which on all elements belong; those before it do not.
  fileprivate func partitioningIndex(where belongs: (Site.Output) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// What stands at an address.
enum Route: Sendable {
  case page(Key, number: Int)
  /// A whole handbook on one page.
  case book(Key)
  case tag(Int, number: Int)
  case audience(Int, number: Int)
  case tagIndex
  case audienceIndex
  case siteMap
  case search
  /// A letter of the alphabet, by its place among those that have entries.
  case letter(Int, number: Int)
  /// A file of the search index.
  case searchFile(Int)
  case notFound
  case redirect(to: Key)
  /// The feed of a section; of the whole portal for nil.
  case feed(Key?)
  /// Sitemap files by number, the index first where there are several.
  case sitemap(Int)
  case robots
  case manifest
  case htaccess
  case webConfig
  case nginx
  case caddyfile
  case file(Int32)
  case themeFile(Int)

  /// Whether a person opens it in a browser as a page of the site.
  var isPage: Bool {
    switch self {
    case .page, .tag, .audience, .tagIndex, .audienceIndex, .siteMap, .search, .letter: true
    default: false
    }
  }

  /// Whether search engines are told of it. What this site finds by itself, they need not find.
  var isInSitemap: Bool {
    switch self {
    case .search, .letter: false
    default: isPage
    }
  }
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
