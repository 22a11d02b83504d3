import Diagnostics
import Files

/// Whole folders take the place of those that are published.
extension Publisher {
  private func next(_ update: PortalUpdate) -> NextFolder {
    NextFolder(
      path: versions.next(update.id), staging: staging + "/" + update.id, standing: update.standing,
      live: output + "/" + update.id)
  }

  /// Makes the folder that is to take a portal's place.
  mutating func assemble(_ update: PortalUpdate, workers: Int) async throws(Disk.Failure) {
    try versions.makeFolder(of: update.id)
    let next = next(update)
    if let old = try next.clear(keeping: update.files.map(\.path) + update.lingering) {
      leftBehind.append(old)
    }
    try await next.assemble(update.files, lingering: update.lingering, workers: workers)
  }

  /// Records the versions that these portals are about to become.
  ///
  /// - Parameter oneByOne: portals of which nothing is true any more that was recorded.
  mutating func record(
    _ updates: [PortalUpdate], _ publication: Publication, forgetting oneByOne: [String]
  ) throws(PublishingError) {
    do throws(Disk.Failure) {
      try versions.forgetLive(oneByOne)
      if updates.isEmpty { return }
      for update in updates { try versions.makeFolder(of: update.id) }
      versions.recordUnknown(updates.filter { !$0.isNew }.map(\.id))
      let run = versions.nextRun
      try versions.record(
        updates.map { update in
          let place = update.isNew ? staging + "/" + update.id : versions.next(update.id)
          return Version(update, run: run, inode: Disk.inode(of: place) ?? 0, publication)
        })
    } catch {
      throw PublishingError(error)
    }
  }

  /// Folders take their places, and those that were there are kept.
  ///
  /// - Returns: ids of portals that stay as they were.
  func takePlaces(
    _ updates: [PortalUpdate], before: BeforeStep, problems: inout [Diagnostic]
  ) -> Set<String> {
    var failed: Set<String> = []
    for update in updates {
      let former = versions.live(update.id)
      do throws(Disk.Failure) {
        if update.isNew {
          try before(.add(portal: update.id))
          try Disk.move(staging + "/" + update.id, to: output + "/" + update.id)
        } else {
          try before(.exchange(portal: update.id))
          try next(update).takePlace()
        }
      } catch {
        failed.insert(update.id)
        problems.append(PublishingError(error, of: update.id).diagnostic)
        continue
      }
      guard let former else { continue }
      do throws(Disk.Failure) { try versions.keep(former) } catch {
        let problem = PublishingProblem.versionNotKept(portal: update.id, error.reason)
        problems.append(Diagnostic(problem, in: error.path, as: .warning))
      }
    }
    return failed
  }
}

extension Version {
  fileprivate init(_ update: PortalUpdate, run: Int, inode: UInt64, _ publication: Publication) {
    self.init(
      run: run, portal: update.id, inode: inode, time: publication.time, author: publication.author,
      origin: publication.origin, changedPages: update.changed.count { $0.turn == .page || $0.turn == .home },
      changedFiles: update.changed.count, removedFiles: update.removed.count,
      namedByContent: update.files.filter(\.isNamedByContent).map(\.path).sorted(),
      lingering: update.lingering)
  }
}
