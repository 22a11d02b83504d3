import Markdown
import Diagnostics

/// Which page each portal shows at each place of the content tree.
package struct Selection: Sendable {
  /// By portal; nil where it shows nothing.
  let shown: [Rows<PageKey, PageID?>]
  /// The place of the folder around it; nil for the home page, and where content/ has no page for the folder.
  let parents: Rows<PageKey, PageKey?>
  /// The home page's place; nil where content/ has none.
  let home: PageKey?

  /// The portal, this one apart, that a link leads to when the page is not shown here.
  func elsewhere(_ key: PageKey, main: Int) -> Int? {
    if shown[main][key] != nil { return main }
    return shown.indices.first { shown[$0][key] != nil }
  }

  /// The portal whose address of a page is canonical: the main one's for a page that it shows as well. A home page
  /// is its portal's face, and always its own.
  func canonicalPortal(of page: PageID?, at key: PageKey, in portal: Int, of project: Project) -> Int {
    guard key != home, project.portals[portal].canonical == .main, shown[project.mainPortal][key] == page
    else {
      return portal
    }
    return project.mainPortal
  }
}

/// Works out what every portal shows: its own page before the shared one, less what is not published, not
/// meant for it, hidden, or outside what it shows.
///
/// - Parameter withExpired: whether expired pages count as published.
func select(
  _ library: Library, of project: Project, withExpired: Bool = false, problems: inout [Diagnostic]
) -> Selection {
  let tree = library.tree
  library.checkSections(problems: &problems)
  let parents = tree.places.map { _, place -> PageKey? in
    if place.isEmpty { return nil }
    let folder = place.lastIndex(of: "/").map { String(place[..<$0]) } ?? ""
    return tree.key(ofPlace: folder)
  }
  var shared = Rows<PageKey, PageID?>(repeating: nil, count: tree.places.count)
  var own = [[(PageKey, PageID)]](repeating: [], count: project.portals.count)
  for (id, page) in library.pages.rows where page.isPublished || withExpired && page.isExpired {
    if let portal = page.portal {
      own[portal].append((page.key, id))
    } else {
      shared[page.key] = id
    }
  }
  // Parents before children, so that one look at the parent settles a hidden section.
  let depths = tree.places.map { _, place in place.utf8.count { $0 == slash } }
  let topDown = depths.ids.sorted { (depths[$0], $0) < (depths[$1], $1) }
  let shown = project.portals.indices.map { portalIndex in
    let portal = project.portals[portalIndex]
    let filter = PortalFilter(portal, tree: tree, audiences: project.audiences.map(\.id), problems: &problems)
    var shown = shared
    let ownKeys = Set(own[portalIndex].map(\.0))
    let absent = library.absentSections[nil, default: []].union(
      library.absentSections[portalIndex, default: []])
    var withdrawn: Set<PageKey> = []
    for key in topDown {
      let parent = parents[key]
      // A section that is a draft, or of another day, takes along what is in it.
      let isGone = absent.contains(key) && shared[key] == nil && !ownKeys.contains(key)
      if isGone || parent.map(withdrawn.contains) == true {
        withdrawn.insert(key)
        shown[key] = nil
        continue
      }
      guard let page = shared[key].map({ library.pages[$0] }) else { continue }
      // A section's page counts as its own parent's child; the home page is everyone's last resort.
      let isBelowHidden =
        parent.map { !tree.places[$0].isEmpty && filter.isHidden($0) } ?? false
      if isBelowHidden || !page.isFor(portal.id) || filter.hides(page) { filter.hide(key) }
      if filter.isHidden(key) || !filter.includes(page) { shown[key] = nil }
    }
    for (key, id) in own[portalIndex]
    where library.pages[id].isFor(portal.id) && !withdrawn.contains(key) {
      shown[key] = id
    }
    return shown
  }
  return Selection(shown: shown, parents: parents, home: tree.key(ofPlace: ""))
}

private let slash = UInt8(ascii: "/")

extension Page {
  /// Whether its last day is over.
  var isExpired: Bool { if case .expired = header.state { true } else { false } }

  fileprivate func isFor(_ portal: String) -> Bool {
    header.portals.isEmpty || header.portals.contains(portal)
  }
}

/// What a portal's `show` and `hide` say, by key.
private final class PortalFilter {
  private var hidden: Set<PageKey>
  private let sections: Set<String>?
  private let audiences: Set<Int>
  private let extra: Set<PageKey>
  private let tree: ContentTree
  private var concealed: Set<PageKey> = []

  init(_ portal: Portal, tree: ContentTree, audiences: [String], problems: inout [Diagnostic]) {
    func key(_ reference: PathReference) -> PageKey? {
      if let key = tree.key(ofPagePath: reference.path) { return key }
      problems.append(
        Diagnostic(
          LinkProblem.missingListedPage(reference.path, nearest: nil), in: portal.path, at: reference.place))
      return nil
    }
    hidden = Set(portal.hidden.compactMap(key))
    let shown = portal.show.sections.compactMap(key).map { tree.places[$0] }
    sections = portal.show.sections.isEmpty ? nil : Set(shown)
    self.audiences = Set(portal.show.audiences.compactMap { audiences.firstIndex(of: $0) })
    extra = Set(portal.show.pages.compactMap(key))
    self.tree = tree
  }

  func hides(_ page: Page) -> Bool { hidden.contains(page.key) }
  func hide(_ key: PageKey) { concealed.insert(key) }
  func isHidden(_ key: PageKey) -> Bool { concealed.contains(key) }

  func includes(_ page: Page) -> Bool {
    let place = tree.places[page.key]
    if place.isEmpty || extra.contains(page.key) { return true }
    if let sections, !sections.contains(where: { place == $0 || place.hasPrefix($0 + "/") }) {
      // A section stays when what it leads to is shown.
      guard page.kind.isSection, sections.contains(where: { $0.hasPrefix(place + "/") }) else { return false }
    }
    return audiences.isEmpty || page.kind.isSection || page.audiences.isEmpty
      || page.audiences.contains(where: audiences.contains)
  }
}
