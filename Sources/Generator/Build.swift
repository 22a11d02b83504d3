import Diagnostics
import Vietnamese

/// What a build is asked to do.
public struct BuildOptions: Sendable {
  /// The project's folder.
  public var project: String
  /// Where the portals' folders go; `site/` in the project by default.
  public var output: String?
  /// Ids of the portals to write; all when empty.
  public var portals: [String] = []
  public var calendar: Calendar
  public var workers: Int

  public init(project: String, calendar: Calendar, workers: Int) {
    self.project = project
    self.calendar = calendar
    self.workers = workers
  }
}

/// The whole build: discover, parse, select, relate, index, render and write. Read this first.
///
/// Every problem of a run is collected; with an error among them nothing is written.
///
/// - Parameter progress: told of each stage as it begins.
public func build(_ options: BuildOptions, progress: @escaping (Stage) -> Void = { _ in }) async
  -> BuildReport
{
  var report = BuildReport()
  var clock = StageClock(progress)

  clock.begin(.discover)
  var loader = ProjectLoader(root: options.project)
  let loaded = loader.load()
  report.diagnostics += loader.problems
  guard let project = loaded else { return report.finished(clock) }
  report.language = project.language
  let chosen = report.choose(options.portals, of: project)
  var discovery = Discovery(root: options.project)
  discovery.run(portals: project.hasPortalFolders ? project.portals.map(\.id) : [])
  report.diagnostics += discovery.problems

  clock.begin(.parse)
  let (library, parseProblems) = await parse(
    discovery.tree, of: project, on: options.calendar, workers: options.workers)
  report.diagnostics += parseProblems

  clock.begin(.relate)
  let selection = select(library, of: project, problems: &report.diagnostics)
  var themes = ThemeShelf(root: options.project)
  var editions: [Edition] = []
  for index in project.portals.indices where chosen.contains(index) {
    let theme = themes.theme(for: project.portals[index])?.coloured(project.portals[index].accent)
    let site = relate(library, selection, of: project, for: index, with: theme, problems: &report.diagnostics)
    if let theme {
      editions.append(
        Edition(project: project, content: library, selection: selection, site: site, theme: theme))
    }
  }
  report.diagnostics += themes.problems
  guard !report.hasErrors else { return report.finished(clock) }

  clock.begin(.index)
  editions = await index(editions, workers: options.workers)

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
    var staged: [Publisher.Staged] = []
    for edition in editions {
      switch await publisher.stage(edition, workers: options.workers) {
      case .success(let portal): staged.append(portal)
      case .failure(let failure):
        report.diagnostics += failure.diagnostics
        return
      }
    }
    try publisher.publish(staged)
    for (edition, portal) in zip(editions, staged) { report.add(edition, portal.outcome) }
  } catch {
    report.diagnostics.append(error.diagnostic)
  }
}

/// An output inside content/ or themes/ would be read as input by the next build.
private func refuseOverlap(of output: String, with project: String) throws(PublishingError) {
  var existing = output
  while !Disk.exists(existing), let slash = existing.lastIndex(of: "/") {
    existing = String(existing[..<slash])
  }
  guard let place = try? Disk.realPath(existing) else { return }
  for name in ["content", "themes", "Sources"] {
    guard let input = try? Disk.realPath(project + "/" + name) else { continue }
    if place == input || place.hasPrefix(input + "/") {
      throw PublishingError(.outputOverlapsInput(name + "/"), path: output)
    }
  }
}

/// Themes read so far: portals of one theme and language share it unless they have templates of their own.
private struct ThemeShelf {
  let root: String
  private var themes: [String: Theme?] = [:]
  private(set) var problems: [Diagnostic] = []

  init(root: String) { self.root = root }

  mutating func theme(for portal: Portal) -> Theme? {
    let hasOwn = Disk.isFolder("\(root)/content/portals/\(portal.id)/theme")
    let name = "\(portal.theme)/\(portal.language)\(hasOwn ? "/" + portal.id : "")"
    if let known = themes[name] { return known }
    var loader = ThemeLoader(root: root)
    let theme = loader.load(portal.theme, for: portal)
    problems += loader.problems
    themes[name] = .some(theme)
    return theme
  }
}
