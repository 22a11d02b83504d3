import Diagnostics

/// Which page each portal shows at each place of the content tree.
package struct Selection: Sendable {
  /// By portal and key: an index into the library's pages, or -1.
  let shown: [[Int32]]
  /// By key: the place of the folder around it, or -1 for the home page.
  let parents: [Key]
  /// The home page's place, or -1 where content/ has none.
  let home: Key

  /// The portal, this one apart, that a link leads to when the page is not shown here.
  func elsewhere(_ key: Key, main: Int) -> Int? {
    if shown[main][Int(key)] >= 0 { return main }
    return shown.indices.first { shown[$0][Int(key)] >= 0 }
  }

  /// The portal whose address of a page is canonical: the main one's for a page that it shows as well. A home page
  /// is its portal's face, and always its own.
  func canonicalPortal(of page: Int32, at key: Key, in portal: Int, of project: Project) -> Int {
    guard key != home, project.portals[portal].canonical == .main, shown[project.mainPortal][Int(key)] == page
    else {
      return portal
    }
    return project.mainPortal
  }
}

/// Works out what every portal shows: its own page before the shared one, less what is not published, not
/// meant for it, hidden, or outside what it shows.
func select(_ library: Library, of project: Project, problems: inout [Diagnostic]) -> Selection {
  let tree = library.tree
  library.checkSections(problems: &problems)
  let parents = tree.places.map { place -> Key in
    if place.isEmpty { return -1 }
    let folder = place.lastIndex(of: "/").map { String(place[..<$0]) } ?? ""
    return tree.key(ofPlace: folder) ?? -1
  }
  var shared = [Int32](repeating: -1, count: tree.places.count)
  var own = [[(Key, Int32)]](repeating: [], count: project.portals.count)
  for (index, page) in library.pages.enumerated() where page.isPublished {
    if let portal = page.portal {
      own[portal].append((page.key, Int32(index)))
    } else {
      shared[Int(page.key)] = Int32(index)
    }
  }
  // Parents before children, so that one look at the parent settles a hidden section.
  let depths = tree.places.map { $0.utf8.count { $0 == slash } }
  let topDown = depths.indices.sorted { (depths[$0], $0) < (depths[$1], $1) }
  let shown = project.portals.indices.map { portalIndex in
    let portal = project.portals[portalIndex]
    let filter = PortalFilter(portal, tree: tree, audiences: project.audiences.map(\.id), problems: &problems)
    var shown = shared
    let ownKeys = Set(own[portalIndex].map(\.0))
    let absent = library.absentSections[nil, default: []].union(
      library.absentSections[portalIndex, default: []])
    var withdrawn: Set<Key> = []
    for key in topDown {
      let index = shared[key]
      let parent = parents[key]
      // A section that is a draft, or of another day, takes along what is in it.
      let isGone = absent.contains(Key(key)) && index < 0 && !ownKeys.contains(Key(key))
      if isGone || withdrawn.contains(parent) {
        withdrawn.insert(Key(key))
        shown[key] = -1
        continue
      }
      guard index >= 0 else { continue }
      let page = library.pages[Int(index)]
      // A section's page counts as its own parent's child; the home page is everyone's last resort.
      let isBelowHidden =
        parent >= 0 && tree.places[Int(parent)].isEmpty == false && filter.isHidden(Int(parent))
      if isBelowHidden || !page.isFor(portal.id) || filter.hides(page) { filter.hide(key) }
      if filter.isHidden(key) || !filter.includes(page) { shown[key] = -1 }
    }
    for (key, index) in own[portalIndex]
    where library.pages[Int(index)].isFor(portal.id) && !withdrawn.contains(key) {
      shown[Int(key)] = index
    }
    return shown
  }
  return Selection(shown: shown, parents: parents, home: tree.key(ofPlace: "") ?? -1)
}

private let slash = UInt8(ascii: "/")

extension Page {
  fileprivate func isFor(_ portal: String) -> Bool {
    header.portals.isEmpty || header.portals.contains(portal)
  }
}

/// What a portal's `show` and `hide` say, by key.
private final class PortalFilter {
  private var hidden: Set<Key>
  private let sections: Set<String>?
  private let audiences: Set<Int>
  private let extra: Set<Key>
  private let tree: ContentTree
  private var concealed: Set<Int> = []

  init(_ portal: Portal, tree: ContentTree, audiences: [String], problems: inout [Diagnostic]) {
    func key(_ reference: PathReference) -> Key? {
      if let key = tree.key(ofPagePath: reference.path) { return key }
      problems.append(
        Diagnostic(
          LinkProblem.missingListedPage(reference.path, nearest: nil), in: portal.path, at: reference.place))
      return nil
    }
    hidden = Set(portal.hidden.compactMap(key))
    let shown = portal.show.sections.compactMap(key).map { tree.places[Int($0)] }
    sections = portal.show.sections.isEmpty ? nil : Set(shown)
    self.audiences = Set(portal.show.audiences.compactMap { audiences.firstIndex(of: $0) })
    extra = Set(portal.show.pages.compactMap(key))
    self.tree = tree
  }

  func hides(_ page: Page) -> Bool { hidden.contains(page.key) }
  func hide(_ key: Int) { concealed.insert(key) }
  func isHidden(_ key: Int) -> Bool { concealed.contains(key) }

  func includes(_ page: Page) -> Bool {
    let place = tree.places[Int(page.key)]
    if place.isEmpty || extra.contains(page.key) { return true }
    if let sections, !sections.contains(where: { place == $0 || place.hasPrefix($0 + "/") }) {
      // A section stays when what it leads to is shown.
      guard page.kind.isSection, sections.contains(where: { $0.hasPrefix(place + "/") }) else { return false }
    }
    return audiences.isEmpty || page.kind.isSection || page.audiences.isEmpty
      || page.audiences.contains(where: audiences.contains)
  }
}
