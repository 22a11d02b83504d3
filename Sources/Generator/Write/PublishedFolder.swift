import Files

/// What stands in a portal's folder of the output before a build publishes into it.
struct PublishedFolder: Sendable {
  /// By path from the folder; whatever is no folder counts as a file.
  private(set) var files: Set<String> = []
  /// By path from the folder, which is "" itself. Empty when there is no such folder.
  private(set) var folders: Set<String> = []

  /// What an administrator puts there for others to find (RFC 8615); no build looks at it.
  private static let wellKnown = ".well-known"

  init(_ path: String) throws(Disk.Failure) {
    if Disk.exists(path) { try add(path, "") }
  }

  var exists: Bool { !folders.isEmpty }

  private mutating func add(_ folder: String, _ path: String) throws(Disk.Failure) {
    folders.insert(path)
    for entry in try Disk.entries(of: folder) where !path.isEmpty || entry.name != Self.wellKnown {
      let inner = path.isEmpty ? entry.name : path + "/" + entry.name
      if entry.kind == .folder {
        try add(folder + "/" + entry.name, inner)
      } else {
        files.insert(inner)
      }
    }
  }
}
