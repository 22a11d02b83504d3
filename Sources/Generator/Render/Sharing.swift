extension Drawing {
  func tagGroup(_ slug: String) -> Site.Group? {
    site.tagIndex[slug].map { site.tags[$0] }
  }

  /// Up to three pages that share most tags with one, the newest of equals first.
  ///
  /// Only the newest pages of each tag are looked at, so that a popular tag does not cost a look at the whole site.
  func pagesSharingTags(with key: PageKey) -> [PageKey] {
    var counts: [(key: PageKey, shared: Int)] = []
    for tag in page(key).tags {
      guard let group = tagGroup(tag.slug) else { continue }
      for other in group.keys.prefix(24) where other != key {
        if let index = counts.firstIndex(where: { $0.key == other }) {
          counts[index].shared += 1
        } else {
          counts.append((other, 1))
        }
      }
    }
    let best = counts.enumerated().sorted { ($1.element.shared, $0.offset) < ($0.element.shared, $1.offset) }
    return best.prefix(3).map(\.element.key)
  }
}
