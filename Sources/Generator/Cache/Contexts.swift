import Fields
import Files

extension Sources {
  /// All that a page is made of beside its own file: what the project says, which files there are, the day. A picture
  /// is known by its size and times, since a page holds its width and height.
  func context(on publication: PublicationRules) -> Fingerprint {
    var builder = FingerprintBuilder()
    builder.add(BuildCache.program)
    builder.add(project.fingerprint)
    builder.add(publication.today.iso)
    builder.add((publication.includesDrafts ? 1 : 0) + (publication.includesFuture ? 2 : 0))
    for file in tree.pages { builder.add(file.shownPath) }
    for file in tree.assets.values {
      builder.add(file.shownPath)
      FileIdentity(of: file.diskPath)?.add(to: &builder)
    }
    for file in tree.leftovers { builder.add(file.shownPath) }
    return builder.fingerprint
  }
}

extension [YAML.Entry] {
  /// What a YAML file says, wherever it says it.
  func add(to builder: inout FingerprintBuilder) {
    builder.add(count)
    for entry in self {
      builder.add(entry.key)
      entry.value.add(to: &builder)
    }
  }
}

extension YAML {
  fileprivate func add(to builder: inout FingerprintBuilder) {
    switch content {
    case .scalar(let text, let isPlain):
      builder.add(text)
      builder.add(isPlain ? 1 : 0)
    case .list(let items):
      builder.add(items.count)
      for item in items { item.add(to: &builder) }
    case .map(let entries): entries.add(to: &builder)
    }
  }
}
