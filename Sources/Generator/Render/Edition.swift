import Diagnostics
import Search
import Vietnamese

/// A portal's site with all that it is drawn from. Immutable; a class so that a view holds it in one word.
package final class Edition: Sendable {
  let project: Project
  let content: Library
  let selection: Selection
  package let site: Site
  let theme: Theme
  package let portal: Portal
  /// The home page's place, when content/ has one.
  package let home: Key?
  /// How the structured data of every page begins.
  let structuredDataStart: [UInt8]
  let search: SearchIndex?
  /// Every file of the site with those of the index, in the order of their paths.
  let outputs: [Site.Output]

  init(
    project: Project, content: Library, selection: Selection, site: Site, theme: Theme,
    search: SearchIndex? = nil
  ) {
    self.project = project
    self.content = content
    self.selection = selection
    self.site = site
    self.theme = theme
    portal = project.portals[site.portal]
    structuredDataStart = portal.structuredData
    self.search = search
    let files = (search?.files ?? []).enumerated().map { number, file in
      Site.Output(path: Site.searchFolder + file.name, route: .searchFile(number))
    }
    // They are alone in their folder, so they go in as one run; sorting it all anew costs more than making them.
    let place = site.outputs.firstIndex { $0.path > Site.searchFolder } ?? site.outputs.count
    outputs = site.outputs[..<place] + files.sorted { $0.path < $1.path } + site.outputs[place...]
    home = content.tree.key(ofPlace: "").flatMap { site.shown[Int($0)] >= 0 ? $0 : nil }
  }

  func adding(_ search: SearchIndex) -> Edition {
    Edition(
      project: project, content: content, selection: selection, site: site, theme: theme, search: search)
  }

  package func page(_ key: Key) -> Page { content.pages[Int(site.shown[Int(key)])] }
  func route(_ key: Key) -> String { site.routes[Int(key)] }
  package func isShown(_ key: Key) -> Bool { site.shown[Int(key)] >= 0 }

  /// The address of a file of the content tree.
  func href(of file: Int32, from base: Base) -> String { base.prefix(self) + fileRoute(file) }

  func fileRoute(_ file: Int32) -> String { AssetRoute.route(of: content.tree.assets[Int(file)].path) }

  /// A date as people write it in the portal's language.
  func words(_ date: CalendarDate) -> String { portal.language == .vi ? date.short : date.english }

  /// The address that search engines are told of.
  func canonical(_ key: Key) -> String {
    let owner = selection.canonicalPortal(of: site.shown[Int(key)], at: key, in: site.portal, of: project)
    if owner == site.portal { return portal.url.absolute + Self.address(route(key)) }
    let route = PageRoutes(content: content, selection: selection).route(of: key, in: owner)
    return project.portals[owner].url.absolute + Self.address(route)
  }

  /// The home page is named by the folder it stands in.
  static func address(_ route: String) -> String { route == Site.home ? "" : route }
}

/// Where a page stands: how its links begin. Two bytes, so that a view of it fits in three words.
struct Base: Equatable, Sendable {
  /// How many folders below the portal's root; -1 for a page that is served at any depth.
  private let depth: Int16

  private init(depth: Int16) { self.depth = depth }

  init(route: String) { depth = Int16(clamping: route.utf8.count { $0 == UInt8(ascii: "/") }) }

  /// For a page that is served at any depth: its links begin with the path of the portal's URL.
  static let absolute = Base(depth: -1)

  /// By how many folders it stands deeper than another page; negative when it stands higher.
  func depth(below other: Base) -> Int { Int(depth) - Int(other.depth) }

  func prefix(_ edition: Edition) -> String {
    if depth < 0 { return edition.portal.url.path }
    let depth = Int(depth)
    return depth < Self.prefixes.count ? Self.prefixes[depth] : String(repeating: "../", count: depth)
  }

  private static let prefixes = (0..<12).map { String(repeating: "../", count: $0) }
}
