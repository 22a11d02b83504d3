import Diagnostics
import Glibc

/// Why a command was not understood; nothing was done.
struct UsageFailure: Error {
  /// `EX_USAGE` of sysexits.h, which ArgumentParser uses too.
  static let status: Int32 = 64

  let problem: CommandLineProblem

  init(_ problem: CommandLineProblem) { self.problem = problem }

  func show(in language: Language) {
    writeDiagnostics([Diagnostic(problem, in: "vungxanh")], of: "", in: language)
  }
}
