import Diagnostics
import Generator

extension ProjectCheck {
  /// Links of pages by a full address to a page of the project: nothing sees to them when that page moves.
  func linksToOwnPortals(_ links: [OutsideLink]) -> [Diagnostic] {
    snapshot.drawings.flatMap { drawing in
      let url = drawing.portal.url.absolute
      let own = links.filter { $0.path.hasSuffix(".md") && $0.url.hasPrefix(url) }
      return own.isEmpty ? [] : found(own, below: url, pages: pagesByRoute(of: drawing.site))
    }
  }

  private func found(_ links: [OutsideLink], below url: String, pages: [String: Page]) -> [Diagnostic] {
    links.compactMap { link in
      let route = String(link.url.dropFirst(url.count).prefix { $0 != "?" && $0 != "#" })
      // A portal's home page is often named for its own sake: in a letter, on a poster.
      guard !route.isEmpty, let page = pages[route] ?? pages[route + ".html"] else { return nil }
      let folder = page.portal.map { "content/portals/\(snapshot.project.portals[$0].id)/" } ?? "content/"
      // Only a portal's own pages can link to one of them by its file.
      guard link.path.hasPrefix(folder), page.path.hasPrefix(folder) else { return nil }
      return Diagnostic(
        found: WebLinkProblem.ownPortal(link.url, page: "/" + page.path.dropFirst(folder.count)),
        in: link.path,
        at: link.place)
    }
  }

  private func pagesByRoute(of site: Site) -> [String: Page] {
    let pages = site.shown.rows.compactMap { key, id in id.map { (site.routes[key], library.pages[$0]) } }
    return Dictionary(pages) { first, _ in first }
  }
}
