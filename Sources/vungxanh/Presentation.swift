import Diagnostics
import Escaping
import Files
import Generator
import Glibc

/// Shows a build's report to a person, or to a program.
struct Presentation {
  let report: BuildReport
  let options: ProjectOptions
  let output: String

  private var language: Language { options.speech.language(of: report.language) }

  /// To standard error. Notes only where they are asked for: they are no fault of the run.
  func printDiagnostics(withNotes: Bool) {
    writeDiagnostics(
      report.diagnostics.filter { withNotes || $0.severity != .note }, of: options.root, in: language)
  }

  /// To standard output; what went wrong to standard error.
  ///
  /// - Parameter isBrief: whether only what went wrong is told.
  func printSummary(notesAreShown: Bool, isBrief: Bool = false) {
    let text = { report.summary(output: output, notesAreShown: notesAreShown, in: language) }
    if report.hasErrors {
      // What was published all the same comes first: the last lines are those that stay in view.
      if !report.portals.isEmpty, !isBrief { print(Conversation.asTyped(text()), terminator: "") }
      fflush(nil)
      writeError(report.diagnostics.filter { $0.severity != .note }.counts(in: language))
      writeError(Conversation.asTyped(report.failure(in: language)))
    } else if !isBrief {
      print(
        Conversation.asTyped(text()), terminator: "")
    }
  }

  // MARK: JSON

  /// One object: `ok`, `half_published`, `seconds`, `peak_memory` in bytes, `stages`, `portals` with the paths that each
  /// has `written` and `removed`, changes that are `held_back` with what readers meet instead and since
  /// when (seconds since 1970), `waiting` pages with their days, `diagnostics`.
  func json() -> String {
    var printer = options.printer(in: language)
    let diagnostics = report.diagnostics.map { printer.json($0) }
    let stages = report.times.map { "\"\($0.stage.rawValue)\":\($0.seconds)" }
    let portals = report.portals.map {
      "{\"id\":\($0.id.asJSON),\"pages\":\($0.pages),\"files\":\($0.files),\"is_new\":\($0.isNew),"
        + "\"unchanged\":\($0.unchanged),\"written\":\(list($0.written)),\"removed\":\(list($0.removed))}"
    }
    let held = report.heldBack.map {
      "{\"file\":\($0.path.asJSON),\"state\":\($0.state.rawValue.asJSON),\"since\":\($0.since)}"
    }
    let waiting = report.waiting.map { "{\"file\":\($0.path.asJSON),\"day\":\($0.day.iso.asJSON)}" }
    return
      "{\"ok\":\(!report.hasErrors),\"half_published\":\(report.isHalfPublished),"
      + "\"seconds\":\(report.seconds),\"peak_memory\":\(BuildReport.peakMemory),"
      + "\"stages\":{\(stages.joined(separator: ","))},\"portals\":[\(portals.joined(separator: ","))],"
      + "\"held_back\":[\(held.joined(separator: ","))],"
      + "\"waiting\":[\(waiting.joined(separator: ","))],"
      + "\"diagnostics\":[\(diagnostics.joined(separator: ","))]}"
  }
}

private func list(_ texts: [String]) -> String {
  "[\(texts.map(\.asJSON).joined(separator: ","))]"
}

/// The stage at work, on a line of a terminal that is overwritten.
struct ProgressLine {
  let isShown: Bool
  let speech: LanguageOption

  /// - Parameter project: the project's language, once it is known.
  func show(_ stage: Stage, _ project: Language?) {
    guard isShown else { return }
    writeError("\r\u{1B}[K\(stage.words(in: speech.language(of: project)))…")
  }

  func clear() { if isShown { writeError("\r\u{1B}[K") } }
}

/// To standard error, in colour on a terminal.
///
/// - Parameter root: the folder that the files' paths start from, unless they are absolute.
func writeDiagnostics(_ diagnostics: [Diagnostic], of root: String, in language: Language) {
  let usesColour = isatty(STDERR_FILENO) == 1 && getenv("NO_COLOR") == nil
  var printer = Printer(language: language, usesColour: usesColour) { path in
    sourceText(path, of: path.hasPrefix("/") ? "" : root)
  }
  for diagnostic in diagnostics {
    // Only what the tool itself says: the excerpt above it is the author's.
    let lines = printer.text(diagnostic).split(separator: "\n", omittingEmptySubsequences: false)
    let typed = lines.map { line in
      line.hasPrefix("  cách sửa:") || line.hasPrefix("  remedy:")
        ? Conversation.asTyped(String(line)) : String(line)
    }
    writeError(typed.joined(separator: "\n"))
  }
}

/// To standard output, past the buffer of `print`, whose failures nobody hears of.
///
/// - Returns: whether all of it was taken.
func writeOutput(_ text: String) -> Bool {
  var text = text
  return text.withUTF8 { bytes in
    var bytes = bytes[...]
    while !bytes.isEmpty {
      let count = Glibc.write(STDOUT_FILENO, bytes.base.baseAddress! + bytes.startIndex, bytes.count)
      if count < 0, errno != EINTR { return false }
      bytes = bytes.dropFirst(max(0, count))
    }
    return true
  }
}

func writeError(_ text: String) {
  var text = text
  text.withUTF8 { bytes in _ = Glibc.write(STDERR_FILENO, bytes.baseAddress, bytes.count) }
}
