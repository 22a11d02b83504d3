import Diagnostics
import Files

/// A project as it stood at one moment: read, parsed and related, with nothing drawn. `build` draws all of it,
/// `check` none. `preview` keeps a `LiveState` instead, of which parts can be taken anew.
package struct Snapshot: Sendable {
  package let project: Project
  package let content: Library
  package let selection: Selection
  /// One for each portal that was asked for and whose theme can be used.
  package let editions: [Edition]

  /// - Returns: nil when there is no project to speak of; `report` says why.
  package init?(_ options: BuildOptions, report: inout BuildReport, clock: inout StageClock) async {
    clock.begin(.discover)
    var loader = ProjectLoader(root: options.project)
    let loaded = loader.load()
    report.diagnostics += loader.problems
    guard let project = loaded else { return nil }
    report.language = project.language
    clock.language = project.language
    let chosen = report.choose(options.portals, of: project)
    var discovery = Discovery(root: options.project)
    discovery.run(portals: project.hasPortalFolders ? project.portals.map(\.id) : [])
    report.diagnostics += discovery.problems

    clock.begin(.parse)
    let parsed = await ParsedTree(
      discovery.tree, of: project, on: options.calendar, workers: options.workers)
    let content = parsed.content
    report.diagnostics += parsed.problems
    report.library = content

    clock.begin(.relate)
    let selection = select(content, of: project, problems: &report.diagnostics)
    var themes = ThemeShelf(root: options.project)
    var editions: [Edition] = []
    for index in project.portals.indices where chosen.contains(index) {
      let theme = themes.theme(for: project.portals[index])?.coloured(project.portals[index].accent)
      let site = relate(
        content, selection, of: project, for: index, with: theme, problems: &report.diagnostics)
      if let theme {
        editions.append(
          Edition(project: project, content: content, selection: selection, site: site, theme: theme))
      }
    }
    report.diagnostics += themes.problems
    report.diagnostics = content.weighed(
      report.diagnostics, of: project, for: chosen, selection, isPart: !options.portals.isEmpty)
    for (page, portals) in content.withPlaceholders(on: chosen, in: .live, of: project, selection) {
      report.diagnostics += page.placeholders.map {
        Diagnostic(PortalProblem.pageToFillInOnLive(portals: portals), in: page.path, at: $0.place)
      }
    }
    self.project = project
    self.content = content
    self.selection = selection
    self.editions = editions
    for file in publishedFiles.sorted().map({ content.tree.assets[Int($0)] }) {
      guard let problem = file.oversize else { continue }
      report.diagnostics.append(Diagnostic(problem, in: file.shownPath))
    }
  }
}

extension Snapshot {
  /// Files of content/ that some portal publishes, as indices into the tree's assets.
  package var publishedFiles: Set<Int32> {
    var files: Set<Int32> = []
    for output in editions.lazy.flatMap(\.site.outputs) {
      if case .file(let file) = output.route { files.insert(file) }
    }
    return files
  }

  /// Pages of what was asked for whose day is yet to come, the next ones first.
  var waiting: [WaitingPage] {
    let portals = Set(editions.map(\.site.portal))
    return content.pages.compactMap { page -> WaitingPage? in
      guard case .future(let day) = page.state, !page.isPublished,
        page.portal.map(portals.contains) ?? true
      else { return nil }
      return WaitingPage(path: page.path, day: day)
    }.sorted { ($0.day, $0.path) < ($1.day, $1.path) }
  }
}

/// Themes read so far: portals of one theme and language share it unless they have templates of their own.
struct ThemeShelf {
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
