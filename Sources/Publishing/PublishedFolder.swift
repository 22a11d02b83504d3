import Files

/// What stands in a portal's folder of the output.
package struct PublishedFolder: Sendable {
  /// By path from the folder; whatever is no folder counts as a file.
  package private(set) var files: Set<String> = []
  /// By path from the folder, which is "" itself. Empty when there is no such folder.
  package private(set) var folders: Set<String> = []

  /// What an administrator puts there for others to find (RFC 8615); no build looks at it.
  static let wellKnown = ".well-known"

  package init(_ path: String) throws(Disk.Failure) {
    guard Disk.exists(path) else { return }
    folders.insert("")
    var walk = try TreeWalk(path)
    while let step = walk.next() {
      if step.path == Self.wellKnown { continue }
      if step.entry.kind == .folder {
        folders.insert(step.path)
        try walk.enter(step.path)
      } else {
        files.insert(step.path)
      }
    }
  }

  package var exists: Bool { !folders.isEmpty }
}
