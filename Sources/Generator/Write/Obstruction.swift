import Files

/// What stands in a portal's folder where new files must go: a folder in a file's place, or a file in a folder's.
struct Obstruction {
  /// Stale files, which can be removed before anything takes their place.
  let removable: [String]
  /// What is no stale file, nor a folder of such, and so is nobody's to remove.
  let lasting: [String]

  init(_ portal: StagedPortal) {
    let folders = portal.changed.map(\.path).filter(portal.live.folders.contains)
    let files = portal.newFolders.filter(portal.live.files.contains)
    if folders.isEmpty, files.isEmpty {
      (removable, lasting) = ([], [])
      return
    }
    let stale = Set(portal.stale)
    let below = folders.map { folder in portal.stale.filter { $0.hasPrefix(folder + "/") } }
    removable = below.flatMap { $0 } + files.filter(stale.contains)
    lasting =
      zip(folders, below).filter { $1.isEmpty }.map { $0.0 } + files.filter { !stale.contains($0) }.sorted()
  }
}

extension StagedPortal {
  /// Folders that its new files need and that are not there.
  fileprivate var newFolders: Set<String> {
    var found: Set<String> = []
    for output in changed {
      var folder = output.path.folderPath
      while !live.folders.contains(folder), found.insert(folder).inserted { folder = folder.folderPath }
    }
    return found
  }

  /// Folders that are there and whose entries change.
  var touchedFolders: Set<String> {
    var touched = Set(changed.lazy.map(\.path.folderPath)).union(stale.lazy.map(\.folderPath))
    for folder in touched where !live.folders.contains(folder) {
      touched.remove(folder)
      var nearest = folder.folderPath
      while !live.folders.contains(nearest) { nearest = nearest.folderPath }
      touched.insert(nearest)
    }
    return touched
  }
}
