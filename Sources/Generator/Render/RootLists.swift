/// The lists that stand on a page.
extension RootView {
  /// A ward leads with what it has to say itself. The main portal's pages are everybody's, so it has none.
  var ownLatest: [CardView] {
    let portal = drawing.site.portal
    guard drawing.mainPortal != nil else { return [] }
    return drawing.site.recent.lazy.filter { drawing.page($0).portal == portal }.prefix(6).map {
      CardView(drawing: drawing, base: base, key: $0)
    }
  }

  var listing: ListingView? {
    guard let list = source.list(output, of: drawing), !list.keys.isEmpty else { return nil }
    return ListingView(drawing: drawing, base: base, list: list, number: Int(output.number))
  }

  var sections: [CardView] {
    guard let home = drawing.home else { return [] }
    return drawing.site.children[home].filter { drawing.page($0).kind.isSection }.map(card)
  }

  /// What an index lists; empty elsewhere.
  var topics: [TopicView] {
    if output.kind == .tagIndex { return topics(drawing.site.tags) }
    return output.kind == .audienceIndex ? topics(drawing.site.audiences) : []
  }

  func topics(_ groups: [Site.Group]) -> [TopicView] {
    groups.map { TopicView(drawing: drawing, base: base, group: $0) }
  }

  var tree: [TreeView] {
    guard output.kind == .siteMap, let home = drawing.home else { return [] }
    return drawing.site.children[home].map { TreeView(drawing: drawing, key: $0) }
  }
}
