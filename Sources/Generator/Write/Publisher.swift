import Diagnostics
import Files
import Glibc

/// Publishes sites into the output folder.
///
/// Everything that changed is first written to a staging folder beside the portals (`Staging.swift`); only when all of
/// it is there, and nothing is seen to stand in its way, does it take its place by renaming (`Publishing.swift`). A run
/// that fails before that leaves every portal as it was.
package struct Publisher {
  let output: String
  let staging: String
  private let marker: String
  private var lock: Int32 = -1

  /// Held by the build that writes. A file of its own: the marker is replaced, and a lock goes with the file.
  package static let lockName = ".vungxanh-lock"

  init(output: String) {
    self.output = output
    staging = output + "/.vungxanh-staging"
    marker = output + "/.vungxanh"
  }

  /// Takes the output folder for this run, and refuses to touch what it did not make.
  mutating func open(portals: [String]) throws(PublishingError) {
    let path = output + "/" + Self.lockName
    do throws(Disk.Failure) {
      try Disk.makeFolder(output)
      lock = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
      guard lock >= 0 else { throw Disk.Failure(path: path, code: errno) }
    } catch {
      throw PublishingError(error)
    }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else { throw PublishingError(.outputInUse, path: output) }
    let owned = try ownedPortals()
    for id in portals where !owned.contains(id) && Disk.exists(output + "/" + id) {
      guard Disk.isFolder(output + "/" + id), (try? Disk.entries(of: output + "/" + id))?.isEmpty == true
      else {
        throw PublishingError(.foreignFolder(path: output + "/" + id), path: output)
      }
    }
    do throws(Disk.Failure) { try Disk.removeTree(staging) } catch { throw PublishingError(error) }
  }

  func close() {
    try? Disk.removeTree(staging)
    if lock >= 0 { Glibc.close(lock) }
  }

  // MARK: Ownership

  /// The portals whose folders were made here.
  private func ownedPortals() throws(PublishingError) -> Set<String> {
    do throws(Disk.Failure) {
      return Set(
        String(decoding: try Disk.read(marker), as: UTF8.self).split(separator: "\n").map(String.init))
    } catch {
      if error.code == ENOENT { return [] }
      throw PublishingError(.unreadableMarker(path: marker, error.reason), path: marker)
    }
  }

  /// Adds portals to those whose folders were made here.
  func own(_ portals: [String]) throws(PublishingError) {
    let owned = try ownedPortals()
    if owned.isSuperset(of: portals) { return }
    let text = Array(owned.union(portals).sorted().map { $0 + "\n" }.joined().utf8)
    let fresh = staging + "/marker"
    do throws(Disk.Failure) {
      try Disk.makeFolder(staging)
      try Disk.write(text, to: fresh)
      try Disk.move(fresh, to: marker)
    } catch {
      throw PublishingError(error)
    }
  }
}

/// Why a run published nothing, or not all of it.
struct PublishingError: Error {
  let diagnostic: Diagnostic
  /// Whether some files had taken their places.
  var isHalfway = false

  init(_ problem: SiteProblem, path: String, isHalfway: Bool = false) {
    diagnostic = Diagnostic(problem, in: path)
    self.isHalfway = isHalfway
  }

  init(_ failure: Disk.Failure) {
    self.init(.cannotWrite(path: failure.path, failure.reason), path: failure.path)
  }
}
