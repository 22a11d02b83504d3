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

/// The whole build, a line for each stage. Read this first.
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
  var run = Run(options, progress: progress)
  guard let sources = run.discover() else { return BuildReport(run) }
  let parsed = await run.parse(sources)
  let snapshot = run.relate(parsed)
  run.problems += await findings(snapshot)
  guard !run.hasErrors else { return BuildReport(run, of: snapshot) }
  let words = await run.index(snapshot)
  let written = await run.write(snapshot, searching: words)
  return BuildReport(run, of: snapshot, written)
}
