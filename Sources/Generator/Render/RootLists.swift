/// The lists that stand on a page.
extension RootView {
  /// A ward leads with what it has to say itself. The main portal's pages are everybody's, so it has none.
  var ownLatest: [CardView] {
    let portal = edition.site.portal
    guard portal != edition.project.mainPortal else { return [] }
    return edition.site.recent.lazy.filter { edition.page($0).portal == portal }.prefix(6).map {
      CardView(edition: edition, base: base, key: $0)
    }
  }

  var listNumber: Int {
    switch output.route {
    case .page(_, let number), .tag(_, let number), .audience(_, let number): number
    default: 1
    }
  }

  var listing: ListingView? {
    if let group { return listing(group.keys, size: edition.project.pageSize, first: group.route) }
    guard let key, !isWholeBook, edition.page(key).kind.isSection, edition.page(key).kind != .home else {
      return nil
    }
    let size = edition.page(key).section?.pageSize ?? edition.project.pageSize
    return listing(edition.site.children[Int(key)], size: size, first: edition.route(key))
  }

  private func listing(_ keys: [Key], size: Int, first: String) -> ListingView? {
    guard !keys.isEmpty else { return nil }
    return ListingView(
      edition: edition, base: base, keys: keys, size: size, number: listNumber, firstRoute: first)
  }

  var sections: [CardView] {
    guard let home = edition.home else { return [] }
    return edition.site.children[Int(home)].filter { edition.page($0).kind.isSection }.map(card)
  }

  var topics: [TopicView] { groups(output.route) }

  func groups(_ route: Route) -> [TopicView] {
    let groups =
      switch route {
      case .tagIndex: edition.site.tags
      case .audienceIndex: edition.site.audiences
      default: [Site.Group]()
      }
    return groups.map { TopicView(edition: edition, base: base, group: $0) }
  }

  var tree: [TreeView] {
    guard case .siteMap = output.route, let home = edition.home else { return [] }
    return edition.site.children[Int(home)].map { TreeView(edition: edition, key: $0) }
  }
}
