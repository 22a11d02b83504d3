import Files
import Glibc

/// The folder that is to take a portal's place in one step: the staged files, and one more name for each that stays.
///
/// It is made of a folder of an earlier version where there is one, which is cleared first: of that, only what differs is
/// touched.
struct NextFolder {
  /// Where it is made.
  let path: String
  /// Where the files are that changed.
  let staging: String
  /// Where the files are that stay, named as they are to be.
  let standing: String
  /// What is published now.
  let live: String

  /// - Parameter lingering: files of `live` that are to stay beside them.
  func assemble(_ files: [PortalUpdate.File], lingering: [String], workers: Int) async throws(Disk.Failure) {
    for folder in Self.folders(of: files.map(\.path) + lingering).sorted() {
      let new = folder.isEmpty ? path : path + "/" + folder
      try Disk.makeFolder(new)
      Disk.copyAccess(from: folder.isEmpty ? live : live + "/" + folder, to: new)
    }
    let failures = await inParallel(files.count, workers: workers, scratch: {}) { _, index in
      let file = files[index]
      let target = path + "/" + file.path
      do throws(Disk.Failure) {
        if file.isStaged {
          try Disk.move(staging + "/" + file.path, to: target)
        } else {
          try Self.link(standing + "/" + file.path, as: target)
        }
        return Disk.Failure?.none
      } catch {
        return error
      }
    }
    if let failure = failures.lazy.compactMap(\.self).first { throw failure }
    for name in lingering { try Self.link(live + "/" + name, as: path + "/" + name) }
    try linkWellKnown()
  }

  /// Removes what the folder of an earlier version has too many of.
  ///
  /// - Returns: where that folder is now, if it is of no use.
  func clear(keeping files: [String]) throws(Disk.Failure) -> String? {
    do throws(Disk.Failure) {
      try Disk.removeTree(path + "/" + PublishedFolder.wellKnown)
      let old = try PublishedFolder(path)
      for file in old.files.subtracting(files) { try Disk.remove(path + "/" + file) }
      // The deepest first: a folder's path is longer than that of the one around it.
      let folders = old.folders.subtracting(Self.folders(of: files))
      for folder in folders.sorted(by: { $0.utf8.count > $1.utf8.count }) {
        try Disk.removeTree(path + "/" + folder)
      }
      return nil
    } catch {
      // A folder in it may be another account's.
      return try Disk.clearAway(path)
    }
  }

  /// The folders that files stand in, "" among them, and those around them.
  private static func folders(of files: [String]) -> Set<String> {
    var folders: Set<String> = [""]
    for file in files {
      var folder = file.folderPath
      while folders.insert(folder).inserted { folder = folder.folderPath }
    }
    return folders
  }

  /// Gives a file one more name; a copy where the system allows no such name for this file.
  private static func link(_ file: String, as name: String) throws(Disk.Failure) {
    if let old = FileIdentity(of: name), old == FileIdentity(of: file) { return }
    try Disk.remove(name)
    do throws(Disk.Failure) { try Disk.link(file, as: name) } catch {
      // Another account's file, or one with too many names.
      guard [EPERM, EMLINK].contains(error.code) else { throw error }
      try Disk.copy(file, within: "/", to: name)
    }
  }

  /// What an administrator put there stays; once the folder has taken its place, the old folder of it comes along.
  private func linkWellKnown() throws(Disk.Failure) {
    let old = live + "/" + PublishedFolder.wellKnown
    guard Disk.isFolder(old) else { return }
    let new = path + "/" + PublishedFolder.wellKnown
    try Disk.makeFolder(new)
    Disk.copyAccess(from: old, to: new)
    var walk = try TreeWalk(old)
    while let step = walk.next() {
      switch step.entry.kind {
      case .folder:
        try Disk.makeFolder(new + "/" + step.path)
        Disk.copyAccess(from: old + "/" + step.path, to: new + "/" + step.path)
        try walk.enter(step.path)
      case .file: try Self.link(old + "/" + step.path, as: new + "/" + step.path)
      case .link, .other: break
      }
    }
  }

  /// Takes the place of what is published, which is here then.
  func takePlace() throws(Disk.Failure) {
    try Disk.exchange(path, live)
    let (old, new) = (path + "/" + PublishedFolder.wellKnown, live + "/" + PublishedFolder.wellKnown)
    // With what came to it meanwhile, and what cannot be given a second name.
    if Disk.isFolder(old), Disk.isFolder(new) { try? Disk.exchange(old, new) }
  }
}
