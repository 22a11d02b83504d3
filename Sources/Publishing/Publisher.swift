import Diagnostics
import Files
import Glibc

/// Publishes sites into an output folder.
///
/// Everything that changed is first written to a staging folder beside the output. When it is there, a folder is made
/// that holds all of a portal's files, and changes places with the one that is published (`Exchange/`); where the disk
/// knows no such thing, the files take their places one by one (`InPlace/`). A portal for which that fails stays as it was.
package struct Publisher {
  package let output: String
  private(set) var workspace: Workspace
  package internal(set) var versions: Versions
  /// Portals whose files take their places one by one, and why.
  private(set) var inPlace: [String: InPlaceReason] = [:]
  /// Folders that no longer serve and cannot be removed.
  var leftBehind: [String] = []
  private let marker: String
  private var lock: Int32 = -1

  /// Held by the build that writes. A file of its own: the marker is replaced, and a lock goes with the file.
  package static let lockName = ".vungxanh-lock"

  package init(output: String) {
    self.output = output
    marker = output + "/.vungxanh"
    workspace = Workspace(for: output)
    versions = Versions(of: output)
  }

  /// Takes the output folder for this run, and refuses to touch what it did not make.
  package mutating func open(portals: [String], _ rules: PublishingRules) throws(PublishingError) {
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
    do throws(Disk.Failure) {
      workspace = Workspace(for: output)
      leftBehind += [try workspace.clear()].compactMap(\.self)
      try workspace.make()
      // Read again: until the lock was held another run may have written it.
      versions = Versions(of: output, in: workspace.versions)
      for id in portals { try versions.heal(id) }
    } catch {
      throw PublishingError(error)
    }
    let known = portals.filter { Disk.exists(output + "/" + $0) }
    if known.isEmpty { return }
    let everywhere: InPlaceReason? = rules.isInPlace ? .option : versions.canExchange() ? nil : .disk
    for id in known { inPlace[id] = everywhere ?? InPlaceReason(ofFolder: output + "/" + id, in: output) }
  }

  /// What a portal's site is to consist of, beside what stands there now.
  package func update(_ portal: String, over live: PublishedFolder, to files: [PortalUpdate.File])
    -> PortalUpdate
  {
    PortalUpdate(
      portal, live: live, files: files, standing: output + "/" + portal,
      after: inPlace[portal] == nil ? versions.live(portal) : nil)
  }

  package func close() {
    guard lock >= 0 else { return }
    // What cannot be removed the next run speaks of.
    try? Disk.removeTree(workspace.passing)
    Glibc.close(lock)
  }

  /// What changed is written here first, a folder for each portal.
  package var staging: String { workspace.staging }

  // MARK: Ownership

  /// The portals whose folders were made here.
  package func ownedPortals() throws(PublishingError) -> Set<String> {
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
      try Disk.write(text, to: fresh)
      try Disk.move(fresh, to: marker)
    } catch {
      throw PublishingError(error)
    }
  }
}

/// Why nothing was published, or a portal was not.
package struct PublishingError: Error {
  package let diagnostic: Diagnostic

  package init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }

  init(_ problem: PublishingProblem, path: String) {
    self.init(Diagnostic(problem, in: path))
  }

  /// - Parameter portal: the one that stays as it was; nil where all do.
  package init(_ failure: Disk.Failure, of portal: String? = nil) {
    self.init(.cannotWrite(path: failure.path, failure.reason, portal: portal), path: failure.path)
  }
}
