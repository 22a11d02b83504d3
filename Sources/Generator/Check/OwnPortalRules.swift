import Diagnostics

extension ProjectCheck {
  /// Links by a full address to a page of the project: nothing sees to it when that page moves.
  func linksToOwnPortals(_ links: [OutsideLink]) -> [Diagnostic] {
    let portals = snapshot.editions.map { edition in
      let paths = edition.site.shown.indices.compactMap { key -> (String, String)? in
        let index = edition.site.shown[key]
        return index < 0 ? nil : (edition.site.routes[key], snapshot.content.pages[Int(index)].path)
      }
      return (url: edition.portal.url.absolute, pages: Dictionary(paths) { first, _ in first })
    }
    return links.compactMap { link in
      for portal in portals where link.url.hasPrefix(portal.url) {
        let route = String(link.url.dropFirst(portal.url.utf8.count).prefix { $0 != "?" && $0 != "#" })
        // A portal's home page is often named for its own sake: in a letter, on a poster.
        guard !route.isEmpty, let path = portal.pages[route] ?? portal.pages[route + ".html"],
          path != link.path
        else { continue }
        let page = "/" + path.dropFirst("content/".count)
        return Diagnostic(
          found: WebLinkProblem.ownPortal(link.url, page: page), in: link.path, at: link.place)
      }
      return nil
    }
  }
}
