import Diagnostics
import Generator

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

  /// Without a project to check.
  init(_ building: BuildReport, _ clock: StageClock) {
    self.init(building, clock, pages: 0, silenced: 0, outsideLinks: [], isWhole: false)
  }

  init(
    _ building: BuildReport, _ clock: StageClock, pages: Int, silenced: Int, outsideLinks: [OutsideLink],
    isWhole: Bool = true
  ) {
    let building = building.finished(clock)
    diagnostics = building.diagnostics
    language = building.language
    times = building.times
    seconds = building.seconds
    self.pages = pages
    self.silenced = silenced
    self.outsideLinks = outsideLinks
    self.isWhole = isWhole
  }
}
