import Files

/// What stands in a portal's folder where new files must go: a folder in a file's place, or a file in a folder's.
struct Obstruction {
  /// Stale files, which can be removed before anything takes their place.
  let removable: [String]
  /// What is no stale file, nor a folder of such, and so is nobody's to remove.
  let lasting: [String]

  init(_ update: PortalUpdate) {
    let folders = update.staged.map(\.path).filter(update.live.folders.contains)
    let files = update.newFolders.filter(update.live.files.contains)
    if folders.isEmpty, files.isEmpty {
      (removable, lasting) = ([], [])
      return
    }
    let stale = Set(update.removed)
    let below = folders.map { folder in update.removed.filter { $0.hasPrefix(folder + "/") } }
    removable = below.flatMap { $0 } + files.filter(stale.contains)
    lasting =
      zip(folders, below).filter { $1.isEmpty }.map { $0.0 } + files.filter { !stale.contains($0) }.sorted()
  }
}

extension PortalUpdate {
  /// Folders that its new files need and that are not there.
  fileprivate var newFolders: Set<String> {
    var found: Set<String> = []
    for file in staged {
      var folder = file.path.folderPath
      while !live.folders.contains(folder), found.insert(folder).inserted { folder = folder.folderPath }
    }
    return found
  }

  /// Folders that are there and whose entries change.
  var touchedFolders: Set<String> {
    var touched = Set(staged.lazy.map(\.path.folderPath)).union(removed.lazy.map(\.folderPath))
    for folder in touched where !live.folders.contains(folder) {
      touched.remove(folder)
      var nearest = folder.folderPath
      while !live.folders.contains(nearest) { nearest = nearest.folderPath }
      touched.insert(nearest)
    }
    return touched
  }
}
