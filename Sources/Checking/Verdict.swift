import Diagnostics
import Generator

/// What is left of the findings when a project's levels are set and what pages ignore is taken away.
struct Verdict {
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var silenced = 0
  private let levels: [String: Diagnostic.Severity?]
  private let pages: [Page]
  /// How often each entry was of use.
  private var uses: [Entry: Int] = [:]

  /// - Parameters:
  ///   - isWhole: whether all portals were looked at; else an entry may have its use on another one.
  ///   - isAsked: whether the outside was asked.
  init(on found: [Diagnostic], of snapshot: Snapshot, isWhole: Bool, isAsked: Bool) {
    levels = snapshot.project.checkLevels
    pages = snapshot.library.pages.values
    for page in pages { for ignore in page.ignores { uses[Entry(page.path, ignore.rule)] = 0 } }
    weigh(found)
    if isWhole { reportIdleIgnores(isAsked: isAsked) }
  }

  private mutating func weigh(_ found: [Diagnostic]) {
    for diagnostic in found {
      let code = diagnostic.problem.report.code
      let entry = Entry(diagnostic.path, code)
      guard let severity = levels[code] ?? diagnostic.severity else { continue }
      if uses[entry] != nil {
        uses[entry, default: 0] += 1
        silenced += 1
        continue
      }
      diagnostics.append(
        Diagnostic(diagnostic.problem, in: diagnostic.path, at: diagnostic.place, as: severity))
    }
  }

  private mutating func reportIdleIgnores(isAsked: Bool) {
    guard let severity = levels["ignore-without-use"] ?? .note else { return }
    let silent = RuleBook.all.rules.filter {
      levels[$0.code] == .some(nil) || $0.family == .outside && !isAsked
    }
    let silentCodes = Set(silent.map(\.code))
    // Some rules look at published pages only.
    for page in pages where page.isPublished {
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
