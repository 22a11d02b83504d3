import Diagnostics
import Files
import Search

/// What became of the sites.
package struct Written: Sendable {
  var portals: [BuildReport.Portal] = []
  /// Whether publishing failed when some files had taken their places.
  var isHalfway = false
}

extension Run {
  /// Publishes the sites: what differs from what stands there is staged a portal at a time, and then takes its place.
  ///
  /// - Parameter corpus: the words of all pages; a portal's search index is made of them, written, and let go.
  mutating func write(_ snapshot: Snapshot, searching corpus: Corpus?) async -> Written {
    begin(.write)
    var written = Written()
    let output = options.output ?? options.project + "/site"
    var publisher = Publisher(output: output)
    do throws(PublishingError) {
      try refuseOverlap(of: output, with: options.project)
      try publisher.open(portals: snapshot.drawings.map(\.portal.id))
      defer { publisher.close() }
      var staged: [StagedPortal] = []
      for drawing in snapshot.drawings {
        switch await publisher.stage(await indexed(drawing, from: corpus), workers: options.workers) {
        case .success(let portal): staged.append(portal)
        case .failure(let failure):
          problems += failure.diagnostics
          return written
        }
      }
      try publisher.publish(staged, before: options.beforeStep)
      written.portals = staged.map(BuildReport.Portal.init)
    } catch {
      written.isHalfway = error.isHalfway
      problems.append(error.diagnostic)
    }
    return written
  }

  private mutating func indexed(_ drawing: Drawing, from corpus: Corpus?) async -> Drawing {
    guard let corpus, drawing.theme.hasSearch else { return drawing }
    begin(.index)
    defer { begin(.write) }
    return await drawing.indexed(from: corpus, workers: options.workers)
  }
}

/// An output inside content/ or themes/ would be read as input by the next build.
private func refuseOverlap(of output: String, with project: String) throws(PublishingError) {
  guard let place = try? Disk.realPath(Disk.nearestExisting(output)) else { return }
  for name in ["content", "themes", "Sources"] {
    guard let input = try? Disk.realPath(project + "/" + name) else { continue }
    if Disk.isPath(place, within: input) {
      throw PublishingError(.outputOverlapsInput(name + "/"), path: output)
    }
  }
}

extension BuildReport.Portal {
  fileprivate init(_ portal: StagedPortal) {
    self.init(
      id: portal.id, pages: portal.pages, files: portal.files, isNew: portal.isNew,
      written: portal.changed.map(\.path), removed: portal.stale)
  }
}
