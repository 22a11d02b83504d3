import Diagnostics
import Files
import Publishing
import Search

/// What became of the sites.
package struct Written: Sendable {
  var portals: [BuildReport.Portal] = []
  /// Whether a portal is new in part.
  var isHalfway = false
  /// Whether nothing was published since what the cache held was damaged.
  var isOfDamagedCache = false
}

extension Run {
  /// Publishes the sites: what differs from what stands there is staged a portal at a time, and then takes its place.
  ///
  /// - Parameter words: what search indexes are made of; a portal's is made, written, and let go.
  mutating func write(_ snapshot: Snapshot, searching words: consuming Words) async -> Written {
    begin(.write)
    let published = words.published
    var corpus = words.corpus
    _ = consume words
    var written = Written()
    var publisher = Publisher(output: options.site)
    do throws(PublishingError) {
      try refuseOverlap(of: options.site, with: options.project)
      try publisher.open(portals: snapshot.drawings.map(\.portal.id), options.publishing)
    } catch {
      problems.append(error.diagnostic)
      return written
    }
    defer { publisher.close() }
    var staged: [StagedPortal] = []
    for drawing in snapshot.drawings {
      let drawing = await indexed(drawing, published, corpus)
      let portal = await publisher.stage(
        drawing, over: published, workers: options.workers, problems: &problems)
      if let portal { staged.append(portal) } else if options.publishing.isAllOrNothing { return written }
    }
    // A big site's words take up as much as the records that are made next.
    corpus = nil
    guard !snapshot.library.isDamaged else {
      written.isOfDamagedCache = true
      return written
    }
    let failed = await publisher.publish(
      staged.map(\.update), options.byWhom, options.publishing, workers: options.workers,
      before: options.beforeStep, problems: &problems)
    written.isHalfway = problems.contains(where: \.isOfHalfPublishing)
    staged.removeAll { failed.contains($0.id) }
    if let cache = options.cache {
      var now = published
      now.update(staged)
      now.store(in: cache)
    }
    written.portals = staged.map(BuildReport.Portal.init)
    return written
  }

  private mutating func indexed(
    _ drawing: Drawing, _ published: PublishedSites, _ corpus: Corpus?
  ) async -> Drawing {
    if let index = published.index(of: drawing) { return drawing.indexed(by: index) }
    guard let corpus, drawing.theme.hasSearch else { return drawing }
    begin(.index)
    defer { begin(.write) }
    return await drawing.indexed(from: corpus, workers: options.workers)
  }

  /// Keeps what was parsed for the next build.
  ///
  /// - Parameter held: what of it was not published.
  func keep(_ parsed: consuming ParsedTree, _ held: inout HeldBack) {
    guard let cache = options.cache else { return }
    // Of a part of the portals it is not known what the others show.
    if options.portals.isEmpty, !problems.contains(where: \.isOfPublishing) {
      held.keep(parsed, now: options.byWhom.time)
    }
    // What is known of sources is as much as the index of them, and of no more use; the words are gone already.
    held.letGoOfSources()
    parsed.archive = nil
    Memory.giveBackFreed()
    parsed.store(in: cache)
  }
}

/// An output inside content/ or themes/ would be read as input by the next build.
private func refuseOverlap(of output: String, with project: String) throws(PublishingError) {
  guard let place = try? Disk.realPath(Disk.nearestExisting(output)) else { return }
  for name in ["content", "themes", "Sources"] {
    guard let input = try? Disk.realPath(project + "/" + name) else { continue }
    if Disk.isPath(place, within: input) {
      throw PublishingError(Diagnostic(SiteProblem.outputOverlapsInput(name + "/"), in: output))
    }
  }
}

extension BuildReport.Portal {
  fileprivate init(_ portal: StagedPortal) {
    let update = portal.update
    self.init(
      id: portal.id, pages: portal.pages, files: update.files.count, isNew: update.isNew,
      written: update.staged.map(\.path), removed: update.removed)
  }
}
