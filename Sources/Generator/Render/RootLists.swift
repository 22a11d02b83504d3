/// The lists that stand on a page.
extension RootView {
  var listing: ListingView? {
    guard let list = source.list(output, of: drawing), !list.keys.isEmpty else { return nil }
    return ListingView(drawing: drawing, base: base, list: list, number: Int(output.number))
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
