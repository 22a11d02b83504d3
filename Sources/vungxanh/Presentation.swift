import Diagnostics
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
  func printSummary(notesAreShown: Bool) {
    let errors = report.diagnostics.count { $0.severity == .error }
    let warnings = report.diagnostics.count { $0.severity == .warning }
    let notes = report.diagnostics.count { $0.severity == .note }
    if errors > 0 {
      writeError(report.diagnostics.filter { $0.severity != .note }.counts(in: language))
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
    var printer = options.printer(in: language)
    let diagnostics = report.diagnostics.map { printer.json($0) }
    let stages = report.times.map { "\"\($0.stage.rawValue)\":\($0.seconds)" }
    let portals = report.portals.map {
      "{\"id\":\($0.id.asJSON),\"pages\":\($0.pages),\"files\":\($0.files),\"written\":\($0.written),"
        + "\"unchanged\":\($0.unchanged),\"removed\":\($0.removed)}"
    }
    return
      "{\"ok\":\(!report.hasErrors),\"seconds\":\(report.seconds),\"peak_memory\":\(BuildReport.peakMemory),"
      + "\"stages\":{\(stages.joined(separator: ","))},\"portals\":[\(portals.joined(separator: ","))],"
      + "\"diagnostics\":[\(diagnostics.joined(separator: ","))]}"
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
      case .check: "soát từng trang"
      case .ask: "hỏi các trang bên ngoài"
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
