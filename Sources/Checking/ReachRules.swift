import Diagnostics
import Generator

/// Which pages a reader comes to by what stands on other pages.
extension ProjectCheck {
  /// Pages that nothing leads to, and sections that lead nowhere, with the portals on which it is so.
  ///
  /// The site map, the search, the list from A to Z, the lists of tags and audiences and the feeds hold every page;
  /// they are no way that an editor laid, and do not count.
  func reach() -> [Diagnostic] {
    var lost: [PageID: [String]] = [:]
    var empty: [PageID: [String]] = [:]
    for drawing in snapshot.drawings {
      let reached = Reach(drawing)
      for (key, shown) in drawing.site.shown.rows {
        guard let id = shown else { continue }
        let page = library.pages[id]
        if !reached.contains(key) { lost[id, default: []].append(drawing.portal.id) }
        if page.kind.isSection, page.kind != .home, drawing.site.children[key].isEmpty {
          empty[id, default: []].append(drawing.portal.id)
        }
      }
    }
    return lost.map { finding(.orphan(portals: $1), on: $0) }
      + empty.map { finding(.emptySection(portals: $1), on: $0) }
  }

  private func finding(_ problem: UpkeepProblem, on id: PageID) -> Diagnostic {
    Diagnostic(
      found: problem, in: library.pages[id].path, at: pages[id]?.title.place ?? .file)
  }
}

/// The pages of a portal that can be come to from its home page and its menu.
private struct Reach {
  private var reached: Set<PageKey> = []

  func contains(_ key: PageKey) -> Bool { reached.contains(key) }

  init(_ drawing: Drawing) {
    let site = drawing.site
    var open = site.menu.compactMap(\.key)
    if let help = site.help { open.append(help) }
    if let campaign = site.campaign { open.append(campaign.key) }
    if let home = drawing.home {
      open.append(home)
    } else {
      // Without a home page of its own, the theme's lists what has no section around it.
      open += site.keys.filter { site.parents[$0] == nil }
    }
    while let key = open.popLast() {
      guard drawing.isShown(key), reached.insert(key).inserted else { continue }
      let page = drawing.page(key)
      open.append(contentsOf: page.body.links.lazy.map(\.page))
      open += page.related.map(\.key)
      // A home page lists the sections; every other section all of its pages.
      open += site.children[key].filter { page.kind != .home || drawing.page($0).kind.isSection }
    }
  }
}
