import Diagnostics
import Files

/// A portal that was returned to an earlier version.
package struct Return: Sendable {
  package let portal: String
  package let version: Version
}

extension Publisher {
  /// Publishes earlier versions anew, those of today being kept as others are.
  ///
  /// - Parameters:
  ///   - portals: which ones; of an empty list those that the last run changed.
  ///   - run: as they were after that run; nil for the version before the one that is published.
  ///   - problems: receives why portals stay as they are.
  /// - Returns: the portals that were returned, sorted by id.
  package mutating func back(
    _ portals: [String], to run: Int?, time: Int64, author: String, workers: Int,
    before: BeforeStep = { _ in }, problems: inout [Diagnostic]
  ) async -> [Return] {
    var done: [Return] = []
    do throws(PublishingError) {
      let portals = portals.isEmpty ? versions.ofLastRun(orAll: run != nil) : portals.sorted()
      try open(portals: portals, PublishingRules())
      for portal in portals {
        do throws(PublishingError) {
          guard let version = try versions.returning(portal, to: run) else { continue }
          if let reason = inPlace[portal] {
            throw PublishingError(.inPlace(reason), path: output + "/" + portal)
          }
          let update = try update(portal, to: version)
          let publication = Publication(time: time, author: author, origin: .back(to: version.repeated))
          let failed = await publish(
            [update], publication, PublishingRules(), workers: workers, before: before, problems: &problems)
          if failed.isEmpty { done.append(Return(portal: portal, version: version)) }
        } catch {
          problems.append(error.diagnostic)
        }
      }
    } catch {
      problems.append(error.diagnostic)
    }
    return done
  }

  private func update(_ portal: String, to version: Version) throws(PublishingError) -> PortalUpdate {
    let (live, standing) = (output + "/" + portal, versions.place(portal, version.run))
    do throws(Disk.Failure) {
      let named = Set(version.namedByContent)
      let kept = try PublishedFolder(standing).files.subtracting(version.lingering).union(named)
      let files = kept.sorted().map { path in
        PortalUpdate.File(
          path: path, turn: path.hasSuffix(".html") ? .page : .file, isStaged: false,
          isNamedByContent: named.contains(path))
      }
      let changed = files.filter {
        FileIdentity(of: standing + "/" + $0.path) != FileIdentity(of: live + "/" + $0.path)
      }
      return PortalUpdate(
        portal, live: try PublishedFolder(live), files: files, changed: changed, standing: standing,
        after: versions.live(portal))
    } catch {
      throw PublishingError(error, of: portal)
    }
  }
}

extension Versions {
  /// Portals that the last run changed, or that changed without a record; or all.
  fileprivate func ofLastRun(orAll isAll: Bool) -> [String] {
    let runs = portals.map { (portal: $0, run: live($0)?.run) }
    let last = runs.compactMap(\.run).max()
    return runs.filter { isAll || $0.run == nil || $0.run == last }.map(\.portal)
  }
}
