import Publishing
import Diagnostics
import Files

/// What declares and draws all files of one kind. The table is `OutputKind.source`.
protocol OutputSource: Sendable {
  /// Whether a person opens these files in a browser as pages of the site.
  var isPage: Bool { get }
  /// Whether search engines are told of them. What this site finds by itself, they need not find.
  var isInSitemap: Bool { get }
  /// When they take their places among all that is published.
  var turn: PublishingTurn { get }

  /// Gives each of the portal's files of this kind an address.
  func declare(_ draft: SiteDraft, into addresses: inout AddressBook)

  /// What one file is drawn from beside that which all files of the portal are drawn from (`Drawing.fingerprint`).
  func particulars(_ output: Output, of drawing: Drawing) -> [Fingerprint]
  /// Of all that a file is made of: as long as it stays the same, so does every byte.
  func fingerprint(_ output: Output, of drawing: Drawing) -> Fingerprint

  /// Appends the bytes of one file.
  ///
  /// - Returns: what only the data could show; nearly always empty.
  func append(_ output: Output, of drawing: Drawing, to bytes: inout [UInt8]) throws(Disk.Failure)
    -> [Diagnostic]
}

/// A kind of file that is drawn by a layout of the theme.
protocol HTMLSource: OutputSource {
  /// What templates call it; the layout of that name draws it, or one that stands in for it.
  func layout(_ output: Output, of drawing: Drawing) -> Layout
  /// The layout that the page itself asks for.
  func chosenLayout(_ output: Output, of drawing: Drawing) -> String?
  func title(_ output: Output, of drawing: Drawing) -> String
  /// The page of the content tree that it shows.
  func page(_ output: Output) -> PageKey?
  /// The full address that search engines are told of; nil for its own.
  func canonical(_ output: Output, of drawing: Drawing) -> String?
  /// What it lists, a page at a time.
  func list(_ output: Output, of drawing: Drawing) -> PagedList?
  /// Where its links begin.
  func base(_ output: Output) -> Base
  /// The way here from the home page, the nearest first, without both ends.
  func trail(_ view: RootView) -> [LinkView]
  func appendStructuredData(_ view: RootView, to bytes: inout [UInt8])
}

/// What pages have in common.
extension HTMLSource {
  var isPage: Bool { true }
  var isInSitemap: Bool { isPage }
  var turn: PublishingTurn { .page }

  func append(_ output: Output, of drawing: Drawing, to bytes: inout [UInt8]) throws(Disk.Failure)
    -> [Diagnostic]
  {
    let view = RootView(drawing: drawing, base: base(output), output: output, source: self)
    let layout = drawing.theme.template(
      for: layout(output, of: drawing), chosen: chosenLayout(output, of: drawing))
    let site = SiteView(drawing: drawing, base: view.base)
    return layout?.render(view, globals: [drawing.theme.globals, site], into: &bytes) ?? []
  }

  func chosenLayout(_ output: Output, of drawing: Drawing) -> String? { nil }
  func page(_ output: Output) -> PageKey? { nil }
  func canonical(_ output: Output, of drawing: Drawing) -> String? { nil }
  func list(_ output: Output, of drawing: Drawing) -> PagedList? { nil }
  func base(_ output: Output) -> Base { Base(route: output.path) }
  func trail(_ view: RootView) -> [LinkView] { [] }

  func appendStructuredData(_ view: RootView, to bytes: inout [UInt8]) {
    view.appendBreadcrumbs(to: &bytes)
    view.appendList(to: &bytes)
  }
}

/// What most kinds have in common.
extension OutputSource {
  func particulars(_ output: Output, of drawing: Drawing) -> [Fingerprint] { [] }

  func fingerprint(_ output: Output, of drawing: Drawing) -> Fingerprint {
    var builder = FingerprintBuilder()
    builder.add(drawing.fingerprint)
    builder.add(output.path)
    builder.add(Int(output.kind.rawValue))
    for part in particulars(output, of: drawing) { builder.add(part) }
    return builder.fingerprint
  }

  var isPage: Bool { false }
  var isInSitemap: Bool { isPage }
}

/// A portal's site, all but its addresses.
struct SiteDraft {
  let site: Site
  let portal: Portal
  let project: Project
  let library: Library
  /// Nil where it cannot be used: the site is worked out all the same, for what may be wrong with it.
  let theme: Theme?
  /// Indices into the tree's assets: the files that the portal publishes.
  let files: [AssetID]

  var words: RouteWords { site.words }
  func page(_ key: PageKey) -> Page { library.pages[site.shown[key]!] }

  /// The pages that are shown, in the tree's order.
  var keys: [PageKey] { site.keys }
}

/// A list that goes over several pages.
struct PagedList {
  let keys: [PageKey]
  let pageSize: Int
  /// The address of its first page.
  let firstRoute: String

  /// - Parameter number: from 1.
  func keys(onPage number: Int) -> ArraySlice<PageKey> {
    keys[(number - 1) * pageSize..<min(number * pageSize, keys.count)]
  }

  var pageCount: Int { Self.pageCount(of: keys.count, size: pageSize) }

  static func pageCount(of entries: Int, size: Int) -> Int { (entries + size - 1) / size }

  /// The address of one of its pages, below the portal's root.
  ///
  /// - Parameter number: from 1.
  static func route(_ number: Int, from first: String, word: String) -> String {
    number == 1 ? first : "\(first.dropLast(5))/\(word)-\(number).html"
  }
}
