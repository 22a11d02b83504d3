import Diagnostics
import Files
import Vietnamese

/// What a build is asked to do.
package struct BuildOptions: Sendable {
  /// The project's folder.
  package var project: String
  /// Where the portals' folders go; `site/` in the project by default.
  package var output: String?
  /// Ids of the portals to write; all when empty.
  package var portals: [String] = []
  package var calendar: Calendar
  package var workers: Int
  /// Called before each step of publishing.
  var beforeStep: @Sendable (PublishingStep) throws(Disk.Failure) -> Void = { _ in }

  package init(project: String, calendar: Calendar, workers: Int) {
    self.project = project
    self.calendar = calendar
    self.workers = workers
  }
}

/// The whole build: discover, parse, select, relate, index, render and write. Read this first.
///
/// Every problem of a run is collected; with an error among them nothing is written.
///
/// - Parameters:
///   - findings: what a reading over of the project finds, notes to errors (`Checking`); asked before anything is
///     written.
///   - progress: told of each stage as it begins.
package func build(
  _ options: BuildOptions, readingOver findings: (Snapshot) async -> [Diagnostic],
  progress: @escaping StageProgress = { _, _ in }
) async -> BuildReport {
  var report = BuildReport(of: options.project)
  var clock = StageClock(progress)

  guard let snapshot = await Snapshot(options, report: &report, clock: &clock) else {
    return report.finished(clock)
  }
  report.diagnostics += await findings(snapshot)
  guard !report.hasErrors else { return report.finished(clock) }

  report.waiting = snapshot.waiting
  clock.begin(.index)
  let editions = await index(snapshot.editions, workers: options.workers)

  clock.begin(.write)
  await write(editions, options, &report)
  return report.finished(clock)
}

private func write(_ editions: [Edition], _ options: BuildOptions, _ report: inout BuildReport) async {
  let output = options.output ?? options.project + "/site"
  var publisher = Publisher(output: output)
  do throws(PublishingError) {
    try refuseOverlap(of: output, with: options.project)
    try publisher.open(portals: editions.map(\.portal.id))
    defer { publisher.close() }
    var staged: [StagedPortal] = []
    for edition in editions {
      switch await publisher.stage(edition, workers: options.workers) {
      case .success(let portal): staged.append(portal)
      case .failure(let failure):
        report.diagnostics += failure.diagnostics
        return
      }
    }
    try publisher.publish(staged, before: options.beforeStep)
    for (edition, portal) in zip(editions, staged) { report.add(edition, portal) }
  } catch {
    report.isHalfPublished = error.isHalfway
    report.diagnostics.append(error.diagnostic)
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
