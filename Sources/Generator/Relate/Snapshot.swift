import Diagnostics

/// A project as it stood at one moment: read, parsed and related, with nothing drawn. `build` draws all of it,
/// `check` none.
package struct Snapshot: Sendable {
  package let project: Project
  package let library: Library
  package let selection: Selection
  /// One for each portal that was asked for and whose theme can be used.
  package let drawings: [Drawing]
}

extension Run {
  /// Works out what each portal that was asked for shows, and where.
  package mutating func relate(_ parsed: ParsedTree) -> Snapshot {
    begin(.relate)
    let (project, library) = (parsed.project, parsed.library)
    let chosen = chosenPortals(of: project)
    let selection = select(library, of: project, problems: &problems)
    let withExpired = library.selectionWithExpired(of: project)
    var themes = ThemeShelf(root: options.project)
    let drawings = chosen.sorted().compactMap { index in
      Relation(library, selection, withExpired: withExpired, of: project, for: index).drawing(
        in: themes.theme(for: project.portals[index]), problems: &problems)
    }
    problems += themes.problems
    problems = library.weighed(
      problems, of: project, for: chosen, selection, isPart: !options.portals.isEmpty)
    for (page, portals) in library.withPlaceholders(on: chosen, in: .live, of: project, selection) {
      problems += page.placeholders.map {
        Diagnostic(PortalProblem.pageToFillInOnLive(portals: portals), in: page.path, at: $0.place)
      }
    }
    let snapshot = Snapshot(project: project, library: library, selection: selection, drawings: drawings)
    for id in snapshot.publishedFiles.sorted() {
      guard let problem = library.tree.oversize(of: id) else { continue }
      problems.append(Diagnostic(problem, in: library.tree.assets[id].shownPath))
    }
    return snapshot
  }

  private mutating func chosenPortals(of project: Project) -> Set<Int> {
    if options.portals.isEmpty { return Set(project.portals.indices) }
    let known = project.portals.map(\.id)
    var chosen: Set<Int> = []
    for id in options.portals {
      if let index = known.firstIndex(of: id) {
        chosen.insert(index)
      } else {
        let problem = PortalProblem.unknownPortal(id, nearest: nearest(to: id, among: known))
        problems.append(Diagnostic(problem, in: "--portal \(id)"))
      }
    }
    return chosen
  }
}

extension Snapshot {
  /// The same with portals left out of what is written.
  func without(_ portals: some Sequence<String>) -> Snapshot {
    let left = Set(portals)
    return Snapshot(
      project: project, library: library, selection: selection,
      drawings: drawings.filter { !left.contains($0.portal.id) })
  }

  /// Files of content/ that some portal publishes.
  package var publishedFiles: Set<AssetID> {
    Set(drawings.lazy.flatMap(\.outputs).filter { $0.kind == .asset }.map(\.asset))
  }

  /// Pages of what was asked for whose day is yet to come, the next ones first.
  var waiting: [WaitingPage] {
    let portals = Set(drawings.map(\.site.portal))
    return library.pages.values.compactMap { page -> WaitingPage? in
      guard case .future(let day) = page.state, !page.isPublished,
        page.portal.map(portals.contains) ?? true
      else { return nil }
      return WaitingPage(path: page.path, day: day)
    }.sorted { ($0.day, $0.path) < ($1.day, $1.path) }
  }
}
