import Diagnostics

/// One way through the stages: what was asked for, what is wrong so far, and the clock. Nothing else.
///
/// Each stage is a method, in the folder of its name; `build`, `check`, `preview` and `new` go through the same ones,
/// each as far as it needs.
package struct Run {
  package let options: BuildOptions
  package var problems: [Diagnostic] = []
  /// The project's, once it is known.
  var language: Language?
  private(set) var clock: StageClock

  /// - Parameter progress: told of each stage as it begins.
  package init(_ options: BuildOptions, progress: @escaping StageProgress = { _, _ in }) {
    self.options = options
    clock = StageClock(progress)
  }

  package var hasErrors: Bool { problems.contains { $0.severity == .error } }

  package mutating func begin(_ stage: Stage) { clock.begin(stage, language) }
}
