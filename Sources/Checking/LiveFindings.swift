import Diagnostics
import Generator

extension LiveState {
  /// What `check` finds on one page alone, less what the project and the page set aside.
  ///
  /// - Parameter path: the page's file, below the project.
  func findings(on path: String) -> [Diagnostic] {
    guard let index = pageIndex[path], let page = parsed.pages[index].page,
      let checked = parsed.look(at: index, pageLook(today: library.today))
    else { return [] }
    let ignored = Set(page.ignores.map(\.rule))
    return checked.found.compactMap { diagnostic in
      let code = diagnostic.problem.report.code
      guard !ignored.contains(code), let severity = project.checkLevels[code] ?? diagnostic.severity else {
        return nil
      }
      return Diagnostic(diagnostic.problem, in: diagnostic.path, at: diagnostic.place, as: severity)
    }
  }
}

extension LiveProject {
  /// What `check` finds on a page alone; nothing of it keeps the site from being built.
  package func findings(on source: String) -> [Diagnostic] {
    (state?.findings(on: source) ?? []).presented(of: root, state?.library)
  }
}
