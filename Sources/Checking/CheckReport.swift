import Diagnostics
import Generator
import Proofreading

/// What a check found.
package struct CheckReport: Sendable {
  /// Sorted by file and place; each once. What `build` would report is among them.
  package let diagnostics: [Diagnostic]
  /// How many findings pages set aside by `check_ignore`.
  package let silenced: Int
  /// Every address outside the project, at every place that uses it: the menus', then page by page.
  package let outsideLinks: [OutsideLink]
  /// How many pages were read over.
  package let pages: Int
  /// The project's language, once it is known.
  package let language: Language?
  /// Whether there was a project to check; without one `diagnostics` says only why.
  package let isWhole: Bool
  package let times: [(stage: Stage, seconds: Double)]
  package let seconds: Double

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// - Parameter snapshot: nil where there is no project to check.
  init(_ run: Run, of snapshot: Snapshot? = nil, _ findings: Snapshot.Findings? = nil) {
    let report = BuildReport(run, of: snapshot)
    diagnostics = report.diagnostics
    language = report.language
    times = report.times
    seconds = report.seconds
    pages = findings?.pages ?? 0
    silenced = findings?.verdict.silenced ?? 0
    outsideLinks = findings?.links ?? []
    isWhole = snapshot != nil
  }
}
