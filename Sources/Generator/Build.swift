import Diagnostics
import Files
import Publishing
import Vietnamese

/// What a build is asked to do.
package struct BuildOptions: Sendable {
  /// The project's folder.
  package var project: String
  /// Where the portals' folders go; `site/` in the project by default.
  package var output: String?
  /// Ids of the portals to write; all when empty.
  package var portals: [String] = []
  package var publication: PublicationRules
  package var workers: Int
  /// The rules of `check` that the project may speak of.
  package var rules: RuleBook
  /// Where what builds make is kept for the next; nil to make all anew and keep nothing.
  package var cache: BuildCache?
  /// Whether nothing is taken from the cache, which is filled all the same.
  package var isClean = false
  /// The same, with nothing taken from the cache.
  var anew: BuildOptions {
    var options = self
    options.isClean = true
    // What was put away this time came back damaged: it may do so again.
    options.textBudget = .max
    return options
  }
  /// So many bytes of pages' HTML may be in memory while a site is made; more go to the cache, if there is one.
  var textBudget = 16 << 20
  /// The folder that the portals' folders stand in.
  var site: String { output ?? project + "/site" }
  package var publishing = PublishingRules()
  /// Files and folders of which alone the changes are published, by their paths below the project; all where it is empty.
  package var only: [String] = []
  /// Who publishes and when, for the record of versions.
  package var byWhom = Publication(time: 0, author: "", origin: .build)
  /// Called before each step of publishing.
  var beforeStep: BeforeStep = { _ in }

  package init(project: String, publication: PublicationRules, workers: Int, rules: RuleBook) {
    self.project = project
    self.publication = publication
    self.workers = workers
    self.rules = rules
  }
}

/// The whole build, a line for each stage. Read this first.
///
/// Every problem of a run is collected. What an error is to blame on is held back, and the rest is tried again
/// (`Hold/`); nothing is written before what is left is sound.
///
/// - Parameters:
///   - reading: what else is wrong, notes to errors (`Checking`); asked before anything is written.
///   - progress: told of each stage as it begins.
package func build<Found>(
  _ options: BuildOptions, _ reading: ReadingOver<Found>,
  progress: @escaping StageProgress = { _, _ in }
) async -> BuildReport {
  var run = Run(options, progress: progress)
  var held = HeldBack(options)
  guard held.holdsAllBut(options.only, problems: &run.problems) else { return BuildReport(run) }
  while true {
    guard let sources = run.discover(with: held.substitutes) else {
      if held.takesBackSite(&run.problems) { continue }
      return BuildReport(run)
    }
    var (parsed, found) = await run.parse(
      sources, keepingSources: held.sources, lookingAtEachWith: reading.look(sources.project))
    let snapshot = run.relate(parsed)
    run.problems += await reading.findings(snapshot, found)
    switch held.judge(&run.problems, in: snapshot, of: parsed) {
    case .tryAgain: continue
    case .hopeless:
      return BuildReport(run, of: snapshot, nil, held.outcome(now: options.byWhom.time))
    case .sound: break
    }
    parsed.archive = nil
    let sound = snapshot.without(held.portals.keys)
    let words = await run.index(sound)
    let written = await run.write(sound, searching: consume words)
    if written.isOfDamagedCache { return await build(options.anew, reading, progress: progress) }
    let outcome = held.outcome(now: options.byWhom.time)
    run.keep(parsed, &held)
    return BuildReport(run, of: sound, written, outcome)
  }
}
