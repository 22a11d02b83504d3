import Files
import Glibc

/// Where publishing works on what is not public, or not any more: on the output's disk, but beside it, since people upload
/// the output as it is.
package struct Workspace: Sendable {
  /// What changed is written here first.
  let staging: String
  /// Versions are made and kept here.
  let versions: String
  /// Whether it outlasts the run. Where nothing can be made beside the output, all is done in it, and cleared away.
  let isLasting: Bool

  /// - Parameter output: a folder that exists.
  init(for output: String) {
    let beside = Self.beside(output)
    isLasting = Self.canHold(beside, of: output)
    let folder = isLasting ? beside : output + "/.vungxanh-staging"
    staging = folder + "/staging"
    versions = folder + "/versions"
  }

  /// Where the versions of an output lie that are kept.
  static func versions(of output: String) -> String { beside(output) + "/versions" }

  /// Where it is kept what was sent to which place.
  package static func sent(of output: String) -> String { beside(output) + "/sent" }

  /// Makes the folder that all is in, which is nobody else's to read.
  func make() throws(Disk.Failure) {
    try Disk.makeFolder(staging)
    if isLasting { chmod(staging.folderPath, 0o700) }
  }

  /// Removes what no later run needs.
  ///
  /// - Returns: what could not be removed, and has another name now.
  func clear() throws(Disk.Failure) -> String? {
    try Disk.clearAway(passing)
  }

  /// What no later run needs.
  var passing: String { isLasting ? staging : staging.folderPath }

  private static func beside(_ output: String) -> String {
    let real = (try? Disk.realPath(output)) ?? output
    return real.folderPath + "/.vungxanh-" + real.lastComponent
  }

  private static func canHold(_ folder: String, of output: String) -> Bool {
    guard Disk.nearestExisting(folder) == folder || Disk.nearestExisting(folder) == folder.folderPath,
      Disk.refusalToWrite(Disk.nearestExisting(folder)) == nil
    else { return false }
    var (own, other) = (stat(), stat())
    return stat(Disk.nearestExisting(folder), &own) == 0 && stat(output, &other) == 0
      && own.st_dev == other.st_dev
  }
}
