import Diagnostics
import Generator
import Glibc

/// Shows a build's report to a person, or to a program.
struct Presentation {
  let report: BuildReport
  let root: String
  let output: String
  let language: Language

  /// To standard error. Notes only where they are asked for: they are no fault of the run.
  func printDiagnostics(withNotes: Bool) {
    writeDiagnostics(
      report.diagnostics.filter { withNotes || $0.severity != .note }, of: root, in: language)
  }

  /// To standard output; what went wrong to standard error.
  func printSummary(notesAreShown: Bool) {
    let errors = report.diagnostics.count { $0.severity == .error }
    let warnings = report.diagnostics.count { $0.severity == .warning }
    let notes = report.diagnostics.count { $0.severity == .note }
    if errors > 0 {
      writeError(
        language == .vi
          ? "\(errors) lỗi, \(warnings) cảnh báo. Chưa đăng gì; trang đã dựng lần trước còn nguyên.\n"
          : "\(errors) errors, \(warnings) warnings. Nothing was published; the previous site is as it was.\n"
      )
      return
    }
    for portal in report.portals {
      print(
        language == .vi
          ? "\(portal.id): \(portal.pages) trang, \(portal.files) tệp, ghi \(portal.written), xóa \(portal.removed)"
          : "\(portal.id): \(portal.pages) pages, \(portal.files) files, \(portal.written) written, \(portal.removed) removed"
      )
    }
    let written = report.portals.reduce(0) { $0 + $1.written }
    let pages = report.portals.reduce(0) { $0 + $1.pages }
    print(
      language == .vi
        ? "Xong: \(report.portals.count) cổng, \(pages) trang, ghi \(written) tệp vào \(output) trong \(seconds) giây"
        : "Done: \(report.portals.count) portals, \(pages) pages, \(written) files written to \(output) in \(seconds) s"
    )
    if warnings > 0 { print(language == .vi ? "\(warnings) cảnh báo" : "\(warnings) warnings") }
    if notes > 0, !notesAreShown {
      print(
        language == .vi
          ? "\(notes) giá trị còn phải điền; xem bằng: vungxanh build --to-fill"
          : "\(notes) values still to be filled in; list them with: vungxanh build --to-fill")
    }
  }

  private var seconds: String {
    let hundredths = Int((report.seconds * 100).rounded())
    let separator = language == .vi ? "," : "."
    return "\(hundredths / 100)\(separator)\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }

  // MARK: JSON

  /// One object: `ok`, `seconds`, `peak_memory` in bytes, `stages`, `portals`, `diagnostics`.
  func json() -> String {
    var printer = Printer(language: language, usesColour: false) { sourceText($0, of: root) }
    let diagnostics = report.diagnostics.map { diagnostic -> String in
      let entry = diagnostic.problem.report
      let phrase = entry.phrase(in: language)
      let place = printer.excerpt(of: diagnostic).map { ",\"line\":\($0.line),\"column\":\($0.column)" } ?? ""
      return
        "{\"code\":\(quoted(entry.code)),\"severity\":\"\(diagnostic.severity)\",\"file\":\(quoted(diagnostic.path))\(place)"
        + ",\"message\":\(quoted(phrase.message)),\"remedy\":\(quoted(phrase.remedy))}"
    }
    let stages = report.times.map { "\"\($0.stage.rawValue)\":\($0.seconds)" }
    let portals = report.portals.map {
      "{\"id\":\(quoted($0.id)),\"pages\":\($0.pages),\"files\":\($0.files),\"written\":\($0.written),"
        + "\"unchanged\":\($0.unchanged),\"removed\":\($0.removed)}"
    }
    return
      "{\"ok\":\(!report.hasErrors),\"seconds\":\(report.seconds),\"peak_memory\":\(BuildReport.peakMemory),"
      + "\"stages\":{\(stages.joined(separator: ","))},\"portals\":[\(portals.joined(separator: ","))],"
      + "\"diagnostics\":[\(diagnostics.joined(separator: ","))]}"
  }

  private func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

/// The stage at work, on a line of a terminal that is overwritten.
struct ProgressLine {
  let isShown: Bool

  func show(_ stage: Stage) {
    guard isShown else { return }
    let words =
      switch stage {
      case .discover: "tìm tệp"
      case .parse: "đọc các trang"
      case .relate: "nối các trang với nhau"
      case .index: "lập chỉ mục tìm kiếm"
      case .write: "ghi các cổng"
      }
    writeError("\r\u{1B}[K\(words)…")
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
  for diagnostic in diagnostics { writeError(printer.text(diagnostic)) }
}

func writeError(_ text: String) {
  var text = text
  text.withUTF8 { bytes in _ = Glibc.write(STDERR_FILENO, bytes.baseAddress, bytes.count) }
}
