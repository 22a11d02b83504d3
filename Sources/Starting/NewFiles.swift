import Diagnostics
import Files

/// Files that come to be together or not at all. None replaces one that exists.
struct NewFiles {
  /// What is to be written: absolute paths in the order of writing.
  private var files: [(path: String, bytes: [UInt8], isProgram: Bool)] = []

  var paths: [String] { files.map(\.path) }

  mutating func add(_ bytes: [UInt8], at path: String, isProgram: Bool = false) {
    files.append((path, bytes, isProgram))
  }

  /// Every file below a folder, those of the system and of editors apart, as `transform` gives it back.
  ///
  /// - Parameters:
  ///   - shown: what messages call the folder.
  ///   - transform: takes the path within the folder, the path on disk and the path for messages.
  mutating func add(
    filesOf folder: String, shown: String, at target: String,
    _ transform: (String, String, String) throws(StartFailure) -> [UInt8]?
  ) throws(StartFailure) {
    for path in try Self.paths(in: folder, shown: shown) {
      guard let bytes = try transform(path, folder + "/" + path, shown + "/" + path) else { continue }
      add(bytes, at: target + "/" + path)
    }
  }

  private static func paths(in folder: String, shown: String) throws(StartFailure) -> [String] {
    var place = shown
    do throws(Disk.Failure) {
      var walk = try TreeWalk(folder)
      var paths: [String] = []
      while let step = walk.next() {
        if step.entry.isHidden { continue }
        // Wherever a link leads: the files are copied.
        guard Disk.isFolder(folder + "/" + step.path) else {
          paths.append(step.path)
          continue
        }
        place = shown + "/" + step.path
        try walk.enter(step.path)
      }
      return paths
    } catch {
      throw StartFailure(FileProblem.unreadable(error.reason), in: place)
    }
  }

  /// Writes all of them; on a failure removes again what it made.
  func write() throws(Disk.Failure) {
    var made: [String] = []
    do throws(Disk.Failure) {
      for (path, bytes, isProgram) in files {
        try makeFolder(Self.folder(of: path), &made)
        var failure: Disk.Failure?
        bytes.withUnsafeBytes { buffer in
          // `withUnsafeBytes` cannot throw a typed error out.
          do throws(Disk.Failure) {
            try Disk.write(buffer, to: path, isNew: true, isProgram: isProgram)
          } catch { failure = error }
        }
        // One that could not be opened may be somebody's own.
        if failure?.isTaken != true { made.append(path) }
        if let failure { throw failure }
      }
    } catch {
      for path in made.reversed() { try? Disk.remove(path) }
      throw error
    }
  }

  private func makeFolder(_ path: String, _ made: inout [String]) throws(Disk.Failure) {
    if Disk.isFolder(path) { return }
    let above = Self.folder(of: path)
    if above != path { try makeFolder(above, &made) }
    try Disk.makeFolder(path)
    made.append(path)
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return "/" }
    return String(path[..<slash])
  }
}
