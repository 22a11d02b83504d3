import Files
import Glibc

extension Publisher {
  /// Moves what is staged into place, file by file.
  func carryOut(_ plan: InPlacePlan, before: BeforeStep) throws(PublishingError) {
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
    case .put(let path, let portal): try put(staging + "/" + portal + "/" + path, at: live + "/" + path)
    case .remove(let path, _): try removeStale(path, in: live)
    case .add, .exchange: break
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
