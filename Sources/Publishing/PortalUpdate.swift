import Files

/// What the site of a portal is to consist of, beside what stands there now.
package struct PortalUpdate: Sendable {
  package struct File: Sendable {
    /// Below the portal's folder.
    package let path: String
    package let turn: PublishingTurn
    /// Whether it stands in the staging folder; else it is one of those that stand there already.
    package let isStaged: Bool
    /// Whether another content would give it another name.
    package let isNamedByContent: Bool

    package init(path: String, turn: PublishingTurn, isStaged: Bool, isNamedByContent: Bool) {
      self.path = path
      self.turn = turn
      self.isStaged = isStaged
      self.isNamedByContent = isNamedByContent
    }
  }

  package let id: String
  /// What stands there now.
  package let live: PublishedFolder
  package let files: [File]
  /// Those that are not as they are in the live folder.
  package let changed: [File]
  /// Where the files stand that are not staged: the live folder, or that of an earlier version.
  let standing: String
  /// Files of the version before that stay while pages of it are open somewhere: they are named by their content.
  let lingering: [String]
  /// Published files that no longer belong to the portal, sorted.
  package let removed: [String]

  /// - Parameters:
  ///   - changed: nil for the staged ones.
  ///   - version: what is published; nil where nobody knows, or none is kept.
  init(
    _ id: String, live: PublishedFolder, files: [File], changed: [File]? = nil, standing: String,
    after version: Version?
  ) {
    self.id = id
    self.live = live
    self.files = files
    self.changed = changed ?? files.filter(\.isStaged)
    self.standing = standing
    let other = live.files.subtracting(files.lazy.map(\.path))
    let last = other.intersection(version?.namedByContent ?? [])
    let earlier = other.intersection(version?.lingering ?? [])
    let hasChanges = !self.changed.isEmpty || !other.subtracting(earlier).isEmpty
    lingering = (hasChanges ? last : earlier).sorted()
    removed = (hasChanges ? other.subtracting(last) : []).sorted()
  }

  /// The first time a portal is published, its whole folder is moved at once.
  package var isNew: Bool { !live.exists }
  package var staged: [File] { files.filter(\.isStaged) }
  package var hasChanges: Bool { isNew || !removed.isEmpty || !changed.isEmpty }
}

/// Where in the order a file comes that takes its place alone: no page ever names a file that is not there.
package enum PublishingTurn: Int, Sendable {
  /// What pages show and load.
  case file
  /// Deep pages come before those that lead to them.
  case page
  case home
  /// What names pages to readers and machines: old addresses, feeds, rules for servers.
  case pointer
}
