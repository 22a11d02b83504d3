import Diagnostics
import Files
import Vietnamese

/// All that one portal's files are drawn from, and which they are. Immutable; a class so that a view holds it in one
/// word.
package final class Drawing: Sendable {
  package let site: Site
  package let portal: Portal
  let theme: Theme
  let search: PortalIndex?
  /// Every file of the site, in the order of their paths. Those of the search index only once it is made.
  package let outputs: [Output]
  /// The home page's place, when content/ has one.
  package let home: PageKey?
  /// Of all that every file is drawn from: the project, the portal, its theme, and what pages say of themselves.
  let fingerprint: Fingerprint
  /// How the structured data of every page begins.
  let structuredDataStart: [UInt8]
  // What other portals show is not for views to look at.
  private let project: Project
  private let library: Library
  private let selection: Selection

  init(
    _ site: Site, of project: Project, _ library: Library, _ selection: Selection, in theme: Theme,
    outputs: [Output], search: PortalIndex? = nil
  ) {
    self.site = site
    self.project = project
    self.library = library
    self.selection = selection
    self.theme = theme
    self.outputs = outputs
    self.search = search
    portal = project.portals[site.portal]
    var builder = FingerprintBuilder()
    builder.add(library.declarations)
    builder.add(portal.id)
    builder.add(theme.fingerprint)
    fingerprint = builder.fingerprint
    structuredDataStart = portal.structuredData
    home = selection.home.flatMap { site.shown[$0] == nil ? nil : $0 }
  }

  /// The same with a search index and its files.
  func indexed(by search: PortalIndex) -> Drawing {
    let files = search.names.enumerated().map { number, name in
      Output(path: Site.searchFolder + name, kind: .searchFile, item: Int32(number), number: 1)
    }
    let others = self.search == nil ? outputs : outputs.filter { $0.kind != .searchFile }
    // They are alone in their folder, so they go in as one run; sorting it all anew costs more than making them.
    let place = others.partitioningIndex { $0.path > Site.searchFolder }
    return Drawing(
      site, of: project, library, selection, in: theme,
      outputs: others[..<place] + files.sorted { $0.path < $1.path } + others[place...], search: search)
  }

  /// The same site in a theme that differs in no more than what its templates and files hold.
  func dressed(in theme: Theme) -> Drawing {
    let files = theme.assets.enumerated().map {
      Output(path: $1.route, kind: .themeFile, item: Int32($0), number: 1)
    }
    let outputs = outputs.filter { $0.kind != .themeFile } + files
    return Drawing(
      site, of: project, library, selection, in: theme, outputs: outputs.sorted { $0.path < $1.path },
      search: search)
  }

  /// The same site of pages whose text has changed and nothing else.
  func redrawn(from library: Library, _ selection: Selection) -> Drawing {
    Drawing(site, of: project, library, selection, in: theme, outputs: outputs)
  }

  /// Appends what stands at an address: the site as a function from address to bytes.
  ///
  /// - Returns: what only the data could show; nearly always empty.
  func append(_ output: Output, to bytes: inout [UInt8]) throws(Disk.Failure) -> [Diagnostic] {
    try output.kind.source.append(output, of: self, to: &bytes)
  }

  // MARK: Pages

  /// - Parameter key: of a place where the portal shows a page.
  package func page(_ key: PageKey) -> Page { library.pages[site.shown[key]!] }
  package func route(_ key: PageKey) -> String { site.routes[key] }
  package func isShown(_ key: PageKey) -> Bool { site.shown[key] != nil }

  /// The address that search engines are told of.
  func canonical(_ key: PageKey) -> String {
    let owner = selection.canonicalPortal(of: site.shown[key], at: key, in: site.portal, of: project)
    if owner == site.portal { return portal.url.absolute + Self.address(route(key)) }
    let route = PageRoutes(library: library, selection: selection).route(of: key, in: owner)
    return project.portals[owner].url.absolute + Self.address(route)
  }

  /// The home page is named by the folder it stands in.
  static func address(_ route: String) -> String { route == Site.home ? "" : route }

  /// Pages that other portals show, each once and with its address, in the order of the portals; those that
  /// `isListed` already are left out.
  func pagesElsewhere(
    except isListed: inout Rows<PageID, Bool>,
    _ add: (_ page: PageID, _ portal: Portal, _ address: String) -> Void
  ) {
    for other in project.portals.indices where other != site.portal {
      let portal = project.portals[other]
      let routes = PageRoutes(library: library, selection: selection).routes(of: other)
      for (key, page) in selection.shown[other].rows {
        guard let page, !isListed[page] else { continue }
        isListed[page] = true
        guard library.pages[page].kind != .home else { continue }
        add(page, portal, portal.url.absolute + routes[key])
      }
    }
  }

  /// The portals that show the same page at a place, this one among them, and its address there.
  func showing(_ key: PageKey) -> [(portal: Portal, route: String)] {
    let routes = PageRoutes(library: library, selection: selection)
    return project.portals.indices.filter { selection.shown[$0][key] == site.shown[key] }.map {
      (project.portals[$0], routes.route(of: key, in: $0))
    }
  }

  /// How many pages the library has, and one of them.
  var pageCount: Int { library.pages.count }
  func page(_ id: PageID) -> Page { library.pages[id] }

  // MARK: What files are made of

  /// Of the text of a page, and of all else in its file.
  func text(_ key: PageKey) -> Fingerprint { library.texts[site.shown[key]!] }

  /// Of all that the search index is made of.
  var indexFingerprint: Fingerprint {
    var builder = FingerprintBuilder()
    builder.add(fingerprint)
    if portal.searchesAll {
      for text in library.texts.values { builder.add(text) }
    } else {
      for key in site.keys { builder.add(text(key)) }
    }
    return builder.fingerprint
  }

  // MARK: Files

  func asset(_ id: AssetID) -> ContentTree.File { library.tree.assets[id] }

  /// The address of a file of the content tree.
  func href(of file: AssetID, from base: Base) -> String { base.prefix(self) + fileRoute(file) }

  func fileRoute(_ file: AssetID) -> String { AssetRoute.route(of: asset(file).path) }

  // MARK: What the project says

  var today: CalendarDate { library.today }
  var audiences: [Project.Audience] { project.audiences }
  var quickExitURL: String { project.quickExitURL }
  /// The portal above this one; nil on the main portal itself.
  var mainPortal: Portal? { site.portal == project.mainPortal ? nil : project.portals[project.mainPortal] }

  /// How many entries a page of a list has: what a section says, else what the project says.
  var pageSize: Int { project.pageSize }
  func pageSize(of section: Page) -> Int { section.section?.pageSize ?? project.pageSize }

  /// A date as people write it in the portal's language.
  func words(_ date: CalendarDate) -> String { portal.language == .vi ? date.short : date.english }
}

extension SiteDraft {
  func pageSize(of section: Page) -> Int { section.section?.pageSize ?? project.pageSize }
}
