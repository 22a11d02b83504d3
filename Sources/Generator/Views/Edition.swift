import Diagnostics
import Vietnamese

/// A portal's site with all that it is drawn from. Immutable; a class so that a view holds it in one word.
final class Edition: Sendable {
  let project: Project
  let library: Library
  let selection: Selection
  let site: Site
  let theme: Theme
  let portal: Portal

  init(project: Project, library: Library, selection: Selection, site: Site, theme: Theme) {
    self.project = project
    self.library = library
    self.selection = selection
    self.site = site
    self.theme = theme
    portal = project.portals[site.portal]
  }

  func page(_ key: Key) -> Page { library.pages[Int(site.shown[Int(key)])] }
  func route(_ key: Key) -> String { site.routes[Int(key)] }
  func isShown(_ key: Key) -> Bool { site.shown[Int(key)] >= 0 }

  /// The home page's place, when content/ has one.
  var home: Key? { library.tree.key(ofPlace: "").flatMap { isShown($0) ? $0 : nil } }

  /// A date as people write it in the portal's language.
  func words(_ date: CalendarDate) -> String { portal.language == .vi ? date.short : date.english }

  /// The address that search engines are told of.
  func canonical(_ key: Key) -> String {
    let owner = selection.canonicalPortal(of: site.shown[Int(key)], at: key, in: site.portal, of: project)
    if owner == site.portal { return portal.url.absolute + Self.address(route(key)) }
    let route = PageRoutes(library: library, selection: selection).route(of: key, in: owner)
    return project.portals[owner].url.absolute + Self.address(route)
  }

  /// The home page is named by the folder it stands in.
  static func address(_ route: String) -> String { route == Site.home ? "" : route }
}

/// Where a page stands: how its links begin. Fits in a word beside an `Edition`.
enum Base: Sendable {
  /// So many folders below the portal's root.
  case depth(Int)
  /// The path of the portal's URL, for a page that is served at any depth.
  case absolute

  init(route: String) { self = .depth(route.utf8.count { $0 == UInt8(ascii: "/") }) }

  func prefix(_ edition: Edition) -> String {
    switch self {
    case .depth(let depth):
      depth < Self.prefixes.count ? Self.prefixes[depth] : String(repeating: "../", count: depth)
    case .absolute: edition.portal.url.path
    }
  }

  private static let prefixes = (0..<12).map { String(repeating: "../", count: $0) }
}
