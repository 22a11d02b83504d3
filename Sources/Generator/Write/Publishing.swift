import Files
import Glibc

extension Publisher {
  /// Moves everything staged into place.
  ///
  /// - Parameter before: called before each step; what it throws is taken for the step's failure.
  func publish(
    _ portals: [StagedPortal], before: (PublishingStep) throws(Disk.Failure) -> Void
  ) throws(PublishingError) {
    let plan = PublishingPlan(portals)
    if let obstacle = plan.obstacle(in: output) { throw obstacle }
    // First: a folder that is not listed would be a stranger's to the next run if this one were killed.
    try own(portals.map(\.id))
    var done = 0
    do throws(Disk.Failure) {
      for step in plan.steps {
        try before(step)
        try carryOut(step)
        done += 1
      }
    } catch {
      throw plan.error(error, after: done)
    }
  }

  private func carryOut(_ step: PublishingStep) throws(Disk.Failure) {
    let live = output + "/" + step.portal
    switch step {
    case .add(let portal): try Disk.move(staging + "/" + portal, to: live)
    case .put(let path, let portal): try put(staging + "/" + portal + "/" + path, at: live + "/" + path)
    case .remove(let path, _): try removeStale(path, in: live)
    }
  }

  private func put(_ staged: String, at path: String) throws(Disk.Failure) {
    do throws(Disk.Failure) { try Disk.move(staged, to: path) } catch {
      guard error.code == ENOENT else { throw error }
      try Disk.makeFolder(path.folderPath)
      try Disk.move(staged, to: path)
    }
  }

  /// Removes a file, and the folders that it leaves empty.
  private func removeStale(_ path: String, in live: String) throws(Disk.Failure) {
    try Disk.remove(live + "/" + path)
    var folder = path.folderPath
    while !folder.isEmpty, rmdir(live + "/" + folder) == 0 { folder = folder.folderPath }
  }
}
