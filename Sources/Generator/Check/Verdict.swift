import Diagnostics

/// What is left of the findings when a project's levels are set and what pages ignore is taken away.
struct Verdict {
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var silenced = 0

  /// - Parameters:
  ///   - isWhole: whether all portals were looked at; else an entry may have its use on another one.
  ///   - isAsked: whether the outside was asked.
  init(on found: [Diagnostic], of snapshot: Snapshot, isWhole: Bool, isAsked: Bool) {
    let levels = snapshot.project.checkLevels
    var uses: [Entry: Int] = [:]
    for page in snapshot.library.pages {
      for ignore in page.ignores { uses[Entry(page.path, ignore.rule)] = 0 }
    }
    for diagnostic in found {
      let code = diagnostic.problem.report.code
      guard let severity = levels[code] ?? diagnostic.severity else { continue }
      if uses[Entry(diagnostic.path, code)] != nil {
        uses[Entry(diagnostic.path, code), default: 0] += 1
        silenced += 1
        continue
      }
      diagnostics.append(
        Diagnostic(diagnostic.problem, in: diagnostic.path, at: diagnostic.place, as: severity))
    }
    guard isWhole, let severity = levels["ignore-without-use"] ?? .note else { return }
    let silent = CheckRule.all.filter { levels[$0.code] == .some(nil) || $0.family == .outside && !isAsked }
    let silentCodes = Set(silent.map(\.code))
    // Some rules look at published pages only.
    for page in snapshot.library.pages where page.isPublished {
      for ignore in page.ignores
      where uses[Entry(page.path, ignore.rule)] == 0 && !silentCodes.contains(ignore.rule) {
        diagnostics.append(
          Diagnostic(CheckProblem.ignoresNothing(ignore.rule), in: page.path, at: ignore.place, as: severity))
      }
    }
  }

  private struct Entry: Hashable {
    let path: String
    let rule: String

    init(_ path: String, _ rule: String) {
      self.path = path
      self.rule = rule
    }
  }
}
