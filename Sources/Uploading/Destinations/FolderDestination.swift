import Files
import Glibc

/// A folder on a disk of this machine: a USB stick, a network disk, a web server's own.
struct FolderDestination: Destination {
  let folder: String
  var place: String { folder }

  private static let passing = ".vungxanh-passing"

  func read(_ path: String) throws(DestinationFailure) -> [UInt8]? {
    do throws(Disk.Failure) { return try Disk.read(folder + "/" + path) } catch {
      if error.code == ENOENT || error.code == ENOTDIR { return nil }
      throw failure(error)
    }
  }

  func list() throws(DestinationFailure) -> [String: FileThere] {
    guard Disk.exists(folder) else { return [:] }
    var files: [String: FileThere] = [:]
    do throws(Disk.Failure) {
      var walk = try TreeWalk(folder)
      while let step = walk.next() {
        if step.entry.kind == .folder {
          try walk.enter(step.path)
        } else if step.path != Self.passing {
          // No mark: files here are read at little cost, and a clock can be set back.
          files[step.path] = FileThere(
            size: FileIdentity(of: folder + "/" + step.path).map { Int($0.size) } ?? -1)
        }
      }
    } catch {
      throw failure(error)
    }
    return files
  }

  func put(_ bytes: [UInt8], at path: String) throws(DestinationFailure) {
    // Beside the portal's files, so on the same disk: it is moved when it is whole.
    let (passing, target) = (folder + "/" + Self.passing, folder + "/" + path)
    do throws(Disk.Failure) {
      try Disk.makeFolder(target.folderPath)
      try Disk.write(bytes, to: passing)
      try Disk.syncFile(passing)
      if Disk.isFolder(target) { try Disk.removeTree(target) }
      try Disk.move(passing, to: target)
    } catch {
      unlink(passing)
      throw failure(error)
    }
  }

  func remove(_ path: String) throws(DestinationFailure) {
    do throws(Disk.Failure) { try Disk.remove(folder + "/" + path) } catch { throw failure(error) }
    var around = path.folderPath
    while !around.isEmpty, rmdir(folder + "/" + around) == 0 { around = around.folderPath }
  }

  private func failure(_ failure: Disk.Failure) -> DestinationFailure {
    DestinationFailure(place: failure.path, reason: failure.reason)
  }
}
